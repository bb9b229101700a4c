"""Worksheets as they come back, made for tests: the forms of fields, filled in, and what programs make of them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from deckbuilder.office import xml

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PKG = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

PROMPT = "Write your answer here"
PROPERTIES = {"Pack": "first-pack", "Pack version": "1.2", "Theme": "Board", "Document": "worksheet", "Session": "One"}

_STYLES = (
    ("paragraph", "H1", "heading 1"),
    ("paragraph", "TableEnd", "Table End"),
    ("paragraph", "Answer4", "Answer"),
    ("paragraph", "Small8", "Small"),
    ("character", "Prompting", "Placeholder Text"),
    ("table", "Lines7", "Answer Lines"),
)


def run(text: str, style: str = "") -> str:
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*content: str, style: str = "") -> str:
    """Make a paragraph of runs or plain text."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    inner = "".join(part if part.startswith("<") or not part else run(part) for part in content)
    return f"<w:p>{properties}{inner}</w:p>"


def heading(text: str) -> str:
    return paragraph(text, style="H1")


def control(tag: str, content: str, kind: str = '<w:text w:multiLine="1"/>', *, alias: str = "", more: str = "") -> str:
    """Make a control around content that is XML already."""
    title = f"<w:alias w:val={quoteattr(alias or 'Field ' + tag)}/>"
    name = f"<w:tag w:val={quoteattr(tag)}/>" if tag else ""
    return (
        f'<w:sdt><w:sdtPr>{title}{name}<w:id w:val="7"/><w:lock w:val="sdtLocked"/>{more}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def empty(tag: str, kind: str = '<w:text w:multiLine="1"/>', prompt: str = PROMPT) -> str:
    return control(tag, run(prompt, "Prompting"), kind, more="<w:showingPlcHdr/>")


def typed(tag: str, text: str) -> str:
    """Make a control for text with an answer."""
    return control(tag, "<w:r><w:br/></w:r>".join(run(line) for line in text.split("\n")))


def dated(tag: str, shown: str, held: str) -> str:
    kind = f'<w:date w:fullDate="{held}"><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
    return control(tag, run(shown), kind)


CHOICES = "".join(
    f'<w:listItem w:displayText="{shown}" w:value="{shown[0]}"/>'
    for shown in ("1, not at all", "2", "3", "4", "5, very")
)


def chosen(tag: str, shown: str) -> str:
    return control(tag, run(shown), f"<w:dropDownList>{CHOICES}</w:dropDownList>")


def box(tag: str, *, ticked: bool) -> str:
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    return control(tag, run("☒" if ticked else "☐"), state)


def cell(*paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{"".join(paragraphs) or paragraph()}</w:tc>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def table(*rows: str, style: str = "") -> str:
    columns = max(each.count("<w:tc>") for each in rows)
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    grid = '<w:gridCol w:w="4000"/>' * columns
    end = paragraph(style="TableEnd")
    return f"<w:tbl><w:tblPr>{named}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{end}"


def written(question: str, field: str, *below: str) -> str:
    """Make a question with room for its answer: a field, and rows below it."""
    lines = [row(cell(paragraph(text))) for text in below or ("", "")]
    return paragraph(question) + table(row(cell(paragraph(field))), *lines, style="Lines7")


def returned(
    *body: str,
    properties: Mapping[str, str] = PROPERTIES,
    creator: str = "Northmere Board",
    title: str = "Taking a call: worksheet",
    parts: Mapping[str, str] = {},
) -> bytes:
    """Make a .docx with such a body; without properties where there are none."""
    names = f'xmlns:w="{xml.NS_W}" xmlns:r="{xml.NS_R}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14"'
    styles = "".join(
        f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
        for kind, identifier, name in _STYLES
    )
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PKG}/content-types"><Default Extension="rels" '
            f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPE}document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}styles+xml"/></Types>'
        ),
        "_rels/.rels": _relationships("", officeDocument="word/document.xml"),
        "word/document.xml": f"<w:document {names}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships("", styles="styles.xml"),
        "word/styles.xml": f"<w:styles {names}>{styles}</w:styles>",
    }
    if properties:
        rows = "".join(
            f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name={quoteattr(name)}>'
            f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
            for pid, (name, value) in enumerate(properties.items(), 2)
        )
        base = "http://schemas.openxmlformats.org/officeDocument/2006"
        files["docProps/custom.xml"] = (
            f'<Properties xmlns="{base}/custom-properties" xmlns:vt="{base}/docPropsVTypes">{rows}</Properties>'
        )
    files["docProps/core.xml"] = (
        f'<cp:coreProperties xmlns:cp="{_PKG}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator>"
        "<cp:lastModifiedBy>Ruth Example</cp:lastModifiedBy></cp:coreProperties>"
    )
    core = (
        f'<Relationship Id="rIdCore" Type="{_PKG}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    )
    files["_rels/.rels"] = _relationships(
        core, officeDocument="word/document.xml", **({"custom-properties": "docProps/custom.xml"} if properties else {})
    )
    return zipped({**files, **parts})


def zipped(files: Mapping[str, str]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relationships(more: str, **targets: str) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PKG}/relationships">{rows}{more}</Relationships>'

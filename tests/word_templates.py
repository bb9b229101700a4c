"""Word templates as agencies have them: python-docx's own, changed until it is as messy as theirs."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

SAMPLE = "Sample text that nobody wants"


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def house(change: Callable[[Any], None] | None = None) -> bytes:
    """Make an agency's template: a style for quotations, a header with its name, a sample text."""
    document = docx.Document()
    quote = document.styles.add_style("Pull quotation", WD_STYLE_TYPE.PARAGRAPH)
    quote.font.size, quote.font.color.rgb = Pt(15), RGBColor(0x00, 0x55, 0x88)
    document.sections[0].header.paragraphs[0].text = "The agency’s own header"
    document.add_heading(SAMPLE, 1)
    document.add_paragraph(SAMPLE)
    if change is not None:
        change(document)
    return saved(document)


def element(text: str) -> Any:
    """Make an element of WordprocessingML: `{}` stands where the namespaces go."""
    return parse_xml(text.replace("{}", nsdecls("w", "r"), 1))


def rewritten(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """Change the parts of a package by name; a part that becomes None is left out."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def without(data: bytes, *parts: str) -> bytes:
    """Leave out parts, their relationships and their content types."""

    def change(name: str, content: bytes) -> bytes | None:
        if name in {f"word/{part}.xml" for part in parts}:
            return None
        for part in parts:
            content = re.sub(rb"<Relationship [^>]*%s\.xml\"[^>]*/>" % part.encode(), b"", content)
            content = re.sub(rb"<Override [^>]*/%s\.xml\"[^>]*/>" % part.encode(), b"", content)
        return content

    return rewritten(data, change)


GERMAN = {
    "heading 1": "Überschrift 1", "heading 2": "Überschrift 2", "heading 3": "Überschrift 3", "Title": "Titel",
    "Subtitle": "Untertitel", "Body Text": "Textkörper", "List Bullet": "Aufzählungszeichen",
    "List Number": "Listennummer", "header": "Kopfzeile", "footer": "Fußzeile",
}  # fmt: skip


def german() -> bytes:
    """Name the styles as a German program does, with the ids that go with the names."""

    def change(name: str, content: bytes) -> bytes:
        text = content.decode() if name.endswith(".xml") else ""
        for english, translated in GERMAN.items() if text else ():
            old = "".join(word[:1].upper() + word[1:] for word in english.split())
            new = "".join(letter for letter in translated if letter.isascii() and letter.isalnum())
            text = text.replace(f'<w:name w:val="{english}"/>', f'<w:name w:val="{translated}"/>')
            text = re.sub(rf'(w:styleId|<w:(?:pStyle|basedOn|next|link) w:val)="{old}"', rf'\1="{new}"', text)
        return text.encode() if text else content

    return rewritten(house(), change)


def landscape_first(document: Any) -> None:
    """Begin upright with a heading in two columns, and end on a page that lies on its side."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width


def two_columns(document: Any) -> None:
    section = document.sections[0]._sectPr
    section.find(qn("w:cols")).set(qn("w:num"), "2")
    section.insert(0, element('<w:lnNumType {} w:countBy="5"/>'))


def different_pages(document: Any) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Only on page one"
    document.settings.odd_and_even_pages_header_footer = True
    section.even_page_header.paragraphs[0].text = "On even pages"
    section.even_page_footer.paragraphs[0].text = "Foot of even pages"


def protected_and_tracked(document: Any) -> None:
    settings = document.settings.element
    settings.insert(1, element("<w:trackRevisions {}/>"))
    settings.insert(2, element('<w:documentProtection {} w:edit="readOnly" w:enforcement="1"/>'))
    settings.insert(1, element("<w:mirrorMargins {}/>"))
    paragraph = document.sections[0].header.paragraphs[0]._p
    attributes = 'w:id="7" w:author="Somebody" w:date="2024-01-01T00:00:00Z"'
    paragraph.append(element(f"<w:ins {{}} {attributes}><w:r><w:t> and more</w:t></w:r></w:ins>"))
    paragraph.append(element(f"<w:del {{}} {attributes}><w:r><w:delText>gone</w:delText></w:r></w:del>"))


def numbered_footer(document: Any) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "Safeguarding Children Partnership, page "
    for run in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PA</w:instrText>',
        '<w:instrText xml:space="preserve">GE </w:instrText>', '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):  # fmt: skip
        footer._p.append(element(f"<w:r {{}}>{run}</w:r>"))


def bound_controls(document: Any) -> None:
    """Put a control with an id, a bookmark and a placeholder into the header."""
    document.sections[0].header._element.append(
        element(
            '<w:p {}><w:bookmarkStart w:id="0" w:name="_Toc000000001"/><w:sdt><w:sdtPr><w:alias w:val="Title"/>'
            '<w:id w:val="5"/><w:placeholder><w:docPart w:val="ABC"/></w:placeholder></w:sdtPr><w:sdtContent><w:r>'
            '<w:t>Bound</w:t></w:r></w:sdtContent></w:sdt><w:bookmarkEnd w:id="0"/></w:p>'
        )
    )


def duplicate_styles(document: Any) -> None:
    """Leave a style without an id, and two with the same."""
    styles = document.styles.element
    for _ in range(2):
        styles.append(element('<w:style {} w:type="paragraph" w:styleId="Twice"><w:name w:val="Twice"/></w:style>'))
    styles.append(element('<w:style {} w:type="paragraph"><w:name w:val="Without id"/></w:style>'))


def names_taken(document: Any) -> None:
    """Have other things by the names and ids that our styles would get."""
    styles = document.styles.element
    for identifier, name in (("Kind", "Something else"), ("ReadingTable", "Another"), ("Say", "Third")):
        styles.append(
            element(f'<w:style {{}} w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>')
        )
    styles.append(element('<w:style {} w:type="character" w:styleId="AskC"><w:name w:val="Ask"/></w:style>'))


def justified(document: Any) -> None:
    """Set plain text justified, with its first lines indented, and without space between paragraphs."""
    normal = document.styles["Normal"].paragraph_format
    normal.first_line_indent, normal.space_after, normal.alignment = Pt(20), Pt(0), 3


def no_outline(document: Any) -> None:
    for level in (1, 2, 3):
        properties = document.styles[f"Heading {level}"].element.pPr
        for name in ("w:outlineLvl", "w:keepNext"):
            properties.remove(properties.find(qn(name)))


MESSY: dict[str, Callable[[], bytes]] = {
    "plain": house,
    "german": german,
    "landscape": lambda: house(landscape_first),
    "columns": lambda: house(two_columns),
    "different pages": lambda: house(different_pages),
    "protected": lambda: house(protected_and_tracked),
    "numbered": lambda: house(numbered_footer),
    "controls": lambda: house(bound_controls),
    "duplicates": lambda: house(duplicate_styles),
    "names taken": lambda: house(names_taken),
    "justified": lambda: house(justified),
    "no outline": lambda: house(no_outline),
    "no styles": lambda: without(house(), "styles", "stylesWithEffects"),
    "no numbering": lambda: without(house(), "numbering"),
    "no theme": lambda: without(house(), "theme/theme1", "theme1"),
    "no settings": lambda: without(house(), "settings", "webSettings"),
    "bare": lambda: without(
        house(), "styles", "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable"
    ),
}
"""Templates by what is odd about them."""

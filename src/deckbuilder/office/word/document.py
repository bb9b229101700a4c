"""The whole document."""

from deckbuilder.ir.document import Document
from deckbuilder.office import drawing, xml
from deckbuilder.office.package import Package
from deckbuilder.office.properties import add_properties
from deckbuilder.office.word.body import DOCUMENT_PART, BodyWriter
from deckbuilder.office.word.styles import styles
from deckbuilder.office.word.template import WordTemplate

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_NAMESPACES = f'xmlns:w="{xml.NS_W}" xmlns:r="{xml.NS_R}"'


def write_document(document: Document, template: WordTemplate) -> bytes:
    """Write a document as a .docx file."""
    package = Package()
    language = document.properties.language
    package.relate("/", "officeDocument", DOCUMENT_PART)
    writer = BodyWriter(package, template, document)
    body = writer.write()
    header = package.add("/word/header1.xml", _header(document), _TYPE + "header+xml")
    footer = package.add("/word/footer1.xml", _footer(document, template), _TYPE + "footer+xml")
    references = (
        f'<w:headerReference w:type="default" r:id="{package.relate(DOCUMENT_PART, "header", header)}"/>'
        f'<w:footerReference w:type="default" r:id="{package.relate(DOCUMENT_PART, "footer", footer)}"/>'
    )
    section = (
        f'<w:sectPr>{references}<w:pgSz w:w="{template.page_width}" w:h="{template.page_height}"/>'
        f'<w:pgMar w:top="{template.margin_top}" w:right="{template.margin_side}" w:bottom="{template.margin_bottom}" '
        f'w:left="{template.margin_side}" w:header="680" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    package.add(
        DOCUMENT_PART,
        f"<w:document {_NAMESPACES}><w:body>{body}{section}</w:body></w:document>",
        _TYPE + "document.main+xml",
    )
    for name, content in (
        ("styles", styles(template, language)),
        ("numbering", writer.numbering.part(template)),
        ("settings", _settings(language)),
        ("fontTable", _fonts(template)),
    ):
        package.relate(DOCUMENT_PART, name, package.add(f"/word/{name}.xml", content, f"{_TYPE}{name}+xml"))
    theme = drawing.theme(template.name, template.colours, template.fonts)
    theme_type = "application/vnd.openxmlformats-officedocument.theme+xml"
    package.relate(DOCUMENT_PART, "theme", package.add("/word/theme/theme1.xml", theme, theme_type))
    add_properties(package, document.properties, "Microsoft Office Word")
    return package.to_bytes()


def _header(document: Document) -> str:
    return (
        f'<w:hdr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>{xml.text(document.header)}</w:t></w:r>'
        "</w:p></w:hdr>"
    )


def _footer(document: Document, template: WordTemplate) -> str:
    return (
        f'<w:ftr {_NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="{template.text_width}"/>'
        f'</w:tabs></w:pPr><w:r><w:t xml:space="preserve">{xml.text(document.footer)}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">Page </w:t></w:r>{_field("PAGE")}<w:r><w:t xml:space="preserve"> of </w:t></w:r>'
        f"{_field('NUMPAGES')}</w:p></w:ftr>"
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _settings(language: str) -> str:
    return (
        f'<w:settings {_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:characterSpacingControl '
        'w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" '
        'w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def _fonts(template: WordTemplate) -> str:
    names = dict.fromkeys((template.fonts.heading, template.fonts.body, "Arial"))
    rows = "".join(f'<w:font w:name="{xml.attribute(name)}"><w:family w:val="swiss"/></w:font>' for name in names)
    return f"<w:fonts {_NAMESPACES}>{rows}</w:fonts>"

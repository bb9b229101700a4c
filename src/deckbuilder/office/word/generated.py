"""The template that is made of a theme's brand: page, styles, margins, settings."""

from collections.abc import Mapping

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document
from deckbuilder.ir.template import Fonts, Image
from deckbuilder.office import drawing, xml
from deckbuilder.office.images import brand_image
from deckbuilder.office.package import Package
from deckbuilder.office.word import margins
from deckbuilder.office.word.characters import CHARACTERS, Character
from deckbuilder.office.word.fonts import font_table
from deckbuilder.office.word.numbering import INDENT, bulleted, definitions
from deckbuilder.office.word.page_look import page_look
from deckbuilder.office.word.parts import BODY_NAMESPACES, DOCUMENT_PART, LOCKED, NAMESPACES, THEME_TYPE, TYPE
from deckbuilder.office.word.picture import LOGO_HEIGHT, logo_paragraph
from deckbuilder.office.word.style_xml import (
    THEME_NAMES,
    Ink,
    Look,
    body_line_spacing,
    character_style,
    paragraph_style,
    table_style,
)
from deckbuilder.office.word.styles import CHARACTER_STYLES, TABLES, all_styles, style_id
from deckbuilder.office.word.template import ListLevel, Lists, WordTemplate
from deckbuilder.theme import Theme

_PAGES = {"A4": (11_906, 16_838), "Letter": (12_240, 15_840)}
"""Width and height, in twips."""
_SIDE, _TOP, _BOTTOM = 1_304, 1_474, 1_304
"""The margins, in twips: lines of about seventy characters."""
_BULLETS, _NUMBERS = 0, 1
_MAJOR = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/>'


def generated_template(theme: Theme, diagnostics: Diagnostics) -> WordTemplate:
    """Make the Word template of a theme that has none of its own."""
    fonts = theme.brand.fonts
    character = CHARACTERS[theme.brand.character]
    names = [style.name for style in all_styles(character)]
    ids = {name: style_id(name) for name in ("Normal", *names, *TABLES, *CHARACTER_STYLES)}
    size = float(theme.word.text_size)
    width, height = _PAGES[theme.word.page]
    inks = {name: Ink(value, THEME_NAMES[name]) for name, value in theme.colours.items()}
    indent = round(INDENT * max(size / 12, 1))
    logo = brand_image(theme.logo.usual, theme.logo.description, diagnostics) if theme.logo else None
    look = Look(inks, size, ids, _MAJOR)
    text_width = width - 2 * _SIDE
    pair = Fonts(str(fonts.heading), str(fonts.body), str(fonts.fallback or ""))
    answer_line = round(460 * max(size / 14, 1))
    return WordTemplate(
        styles=ids,
        text_width=text_width,
        lists=Lists(
            bullets=tuple(ListLevel(ids["List Bullet"], 1, level) for level in range(9)),
            numbers=tuple(ListLevel(ids["List Number"], _NUMBERS, level) for level in range(9)),
            passage_numbers=_NUMBERS,
            indent=indent,
        ),
        frame=GeneratedFrame(
            name=str(theme.name),
            colours=theme.colours,
            fonts=pair,
            character=character,
            look=look,
            page=(width, height),
            marking=str(theme.control.marking or ""),
            logo=logo,
            indent=indent,
        ),
        page=page_look(
            look, pair, width=text_width, height=height - _TOP - _BOTTOM, indent=indent, answer_line=answer_line,
            character=character, opening=LOGO_HEIGHT if logo else 0,
        ),
    )  # fmt: skip


class GeneratedFrame(Struct, frozen=True):
    """A generated file around the body."""

    name: str
    colours: Mapping[str, str]
    """The twelve theme colours by the standard's names, as six hexadecimal digits."""
    fonts: Fonts
    character: Character
    look: Look
    page: tuple[int, int]
    """Width and height, in twips."""
    marking: str
    logo: Image | None
    indent: int
    """Of a list's level, in twips."""

    def begin(self) -> Package:
        """Give an empty package."""
        package = Package()
        package.relate("/", "officeDocument", DOCUMENT_PART)
        return package

    def finish(self, package: Package, body: str, lists: str, document: Document) -> None:
        """Write all the parts that are around the body."""
        opening = logo_paragraph(package, DOCUMENT_PART, self.logo, self.look.ids["Logo"]) if self.logo else ""
        section = self._section(package, document)
        # White is the paper's own; any other is shown on the screen, and printed where Word is asked to.
        paper = self.colours["lt1"]
        background = f'<w:background w:color="{paper}" w:themeColor="background1"/>' if self._tinted else ""
        package.add(
            DOCUMENT_PART,
            f"<w:document {BODY_NAMESPACES}>{background}<w:body>{opening}{body}{section}</w:body></w:document>",
            TYPE + "document.main+xml",
        )
        language = document.properties.language
        for name, content in (
            ("styles", self._styles(language)),
            ("numbering", self._numbering(lists)),
            ("settings", settings(language, shows_background=self._tinted, locked=document.locked)),
            ("fontTable", font_table(self.fonts)),
        ):
            package.relate(DOCUMENT_PART, name, package.add(f"/word/{name}.xml", content, f"{TYPE}{name}+xml"))
        theme = drawing.theme(self.name, dict(self.colours), self.fonts)
        package.relate(DOCUMENT_PART, "theme", package.add("/word/theme/theme1.xml", theme, THEME_TYPE))

    @property
    def _tinted(self) -> bool:
        return self.colours["lt1"] != "FFFFFF"

    def _section(self, package: Package, document: Document) -> str:
        """Write the section, and the parts in its margins: those of the first page have no running title."""
        width, height = self.page
        styles = self.look.ids
        references = ""
        for number, (kind, title) in enumerate((("default", document.header), ("first", "")), 1):
            for tag, content in (
                ("header", margins.header(title, self.marking, styles)),
                ("footer", margins.footer(document.footer, self.marking, styles, width - 2 * _SIDE)),
            ):
                part = package.add(f"/word/{tag}{number}.xml", content, f"{TYPE}{tag}+xml")
                relation = package.relate(DOCUMENT_PART, tag, part)
                references += f'<w:{tag}Reference w:type="{kind}" r:id="{relation}"/>'
        return (
            f'<w:sectPr>{references}<w:pgSz w:w="{width}" w:h="{height}"/>'
            f'<w:pgMar w:top="{_TOP}" w:right="{_SIDE}" w:bottom="{_BOTTOM}" '
            f'w:left="{_SIDE}" w:header="680" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>'
        )

    def _numbering(self, lists: str) -> str:
        shapes = definitions(_BULLETS, _NUMBERS, self.indent, self.look.colour("accent1"))
        return f'<w:numbering xmlns:w="{xml.NS_W}">{shapes}{bulleted(1, _BULLETS)}{lists}</w:numbering>'

    def _styles(self, language: str) -> str:
        look = self.look
        size = look.size(12)
        line = round(body_line_spacing(look) * 240)
        defaults = (
            '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
            f'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>{look.colour("dk1")}<w:sz w:val="{size}"/>'
            f'<w:szCs w:val="{size}"/><w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
            f'<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
            "</w:docDefaults>"
        )
        table = self.character.table
        return (
            f'<w:styles xmlns:w="{xml.NS_W}">{defaults}{_BASICS}'
            + "".join(character_style(name, look) for name in CHARACTER_STYLES)
            + "".join(paragraph_style(style, look) for style in all_styles(self.character))
            + "".join(table_style(name, table, look, "TableNormal") for name in TABLES)
            + "</w:styles>"
        )


_BASICS = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:uiPriority w:val="22"/><w:qFormat/>'
    "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:uiPriority w:val="20"/><w:qFormat/>'
    "<w:rPr><w:i/><w:iCs/></w:rPr></w:style>"
)
"""The styles that every Word document has."""


def settings(language: str, *, shows_background: bool = False, locked: bool = False) -> str:
    """Write the settings of a document (17.15); `locked` says whether only its fields can be changed."""
    lock = LOCKED if locked else ""
    background = "<w:displayBackgroundShape/>" if shows_background else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{background}{lock}<w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{language}"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
        'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" '
        'w:accent6="accent6" w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )

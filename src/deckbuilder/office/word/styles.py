"""The styles: every look in a document has a name here, and the body only names it (ECMA-376 Part 1, 17.7)."""

from dataclasses import dataclass

from deckbuilder.office import xml
from deckbuilder.office.word.template import WordTemplate

_THEME_NAMES = {
    "dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)}, "hlink": "hyperlink", "folHlink": "followedHyperlink",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style. Sizes and spaces are in points, indents in twips."""

    name: str
    based_on: str = "Normal"
    next: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    heading_font: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0
    left: int = 0
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    fill: str = ""
    rule: str = ""
    """The colour of a strong rule at the left edge."""
    rule_width: int = 24
    """In eighths of a point."""
    under: str = ""
    """The colour of a rule below."""
    priority: int = 1


_BUILTIN = {"heading", "toc", "header", "footer", "title", "subtitle", "quote", "list", "body"}
"""The first words of the styles that Word itself has."""

_EDGE = 200
"""Where passages with a rule at their left edge begin."""

_STYLES = (
    _Style("Body Text", after=8),
    _Style("Title", next="Subtitle", size=30, bold=True, colour="dk2", heading_font=True, before=60, after=6, line=1.05, keep_next=True),
    _Style("Subtitle", next="BodyText", size=16, colour="dk1", before=0, after=6, keep_next=True),
    _Style("Kind", next="BodyText", size=14, bold=True, colour="accent2", before=0, after=24),
    _Style("heading 1", next="BodyText", size=20, bold=True, colour="dk2", heading_font=True, before=26, after=8, line=1.1, outline=0,
           keep_next=True, keep_lines=True, under="accent1", priority=9),
    _Style("heading 2", next="BodyText", size=15, bold=True, colour="accent1", heading_font=True, before=18, after=6, line=1.1, outline=1,
           keep_next=True, keep_lines=True, priority=9),
    _Style("heading 3", next="BodyText", size=13, bold=True, colour="dk2", heading_font=True, before=18, after=3, line=1.1, outline=2,
           keep_next=True, keep_lines=True, priority=9),
    _Style("List", after=4, priority=10),
    _Style("Meta", size=10.5, colour="accent6", after=6, keep_next=True),
    _Style("Label", bold=True, colour="dk2", before=4, after=3, keep_next=True),
    _Style("Small", size=10.5, colour="accent6", before=4, after=8),
    _Style("Quote", left=_EDGE, rule="accent1", fill="lt2", before=4, after=0, keep_next=True, keep_lines=True, size=12.5, priority=29),
    _Style("Speaker", left=_EDGE, rule="accent1", fill="lt2", bold=True, colour="accent1", after=8, size=11, keep_lines=True),
    _Style("Say", left=_EDGE, rule="dk2", after=6),
    _Style("Ask", left=_EDGE, rule="accent3", fill="", after=6),
    _Style("Watch For", left=_EDGE, rule="accent4", after=6),
    _Style("Caution", left=_EDGE, rule="accent2", rule_width=36, fill="lt2", before=2, after=8, keep_lines=True),
    _Style("Prompt", left=567, size=11, colour="dk1", after=3),
    _Style("Question", before=12, after=6, bold=True, keep_next=True, keep_lines=True, priority=11),
    _Style("Support", left=_EDGE, rule="accent1", fill="lt2", after=10),
    _Style("Table Text", after=0, before=0, line=1.15),
    _Style("Table Heading", "TableText", bold=True, after=0, before=0, line=1.15, colour="lt1", keep_next=True),
    _Style("Table End", size=6, after=0, before=0, line=1.0),
    _Style("Answer", after=0, before=0, line=1.1),
    _Style("header", size=10, colour="accent6", after=0, priority=99),
    _Style("footer", size=10, colour="accent6", after=0, priority=99),
    _Style("TOC Heading", next="BodyText", size=20, bold=True, colour="dk2", heading_font=True, before=18, after=8, keep_next=True, priority=39),
    _Style("toc 1", bold=True, before=6, after=2, priority=39),
    _Style("toc 2", left=340, after=2, priority=39),
)  # fmt: skip


def style_id(name: str) -> str:
    """Give the id of a style by its name, as Word makes it."""
    if name.startswith("toc "):
        return name.upper().replace(" ", "")
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def _colour(name: str, template: WordTemplate) -> str:
    return f'<w:color w:val="{template.colours[name]}" w:themeColor="{_THEME_NAMES[name]}"/>'


def _border(side: str, name: str, width: int, space: int, template: WordTemplate) -> str:
    value = template.colours[name]
    theme = _THEME_NAMES[name]
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{value}" w:themeColor="{theme}"/>'


def _shade(name: str, template: WordTemplate) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{template.colours[name]}" w:themeFill="{_THEME_NAMES[name]}"/>'


def _paragraph_properties(style: _Style, template: WordTemplate) -> str:
    keep = ("<w:keepNext/>" if style.keep_next else "") + ("<w:keepLines/>" if style.keep_lines else "")
    borders = _border("left", style.rule, style.rule_width, 8, template) if style.rule else ""
    borders += _border("bottom", style.under, 8, 4, template) if style.under else ""
    borders = f"<w:pBdr>{borders}</w:pBdr>" if borders else ""
    shade = _shade(style.fill, template) if style.fill else ""
    spacing = "".join(
        f' w:{name}="{round(value * 20)}"'
        for name, value in (("before", style.before), ("after", style.after))
        if value is not None
    )
    spacing += f' w:line="{round(style.line * 240)}" w:lineRule="auto"' if style.line else ""
    spacing = f"<w:spacing{spacing}/>" if spacing else ""
    indent = f'<w:ind w:left="{style.left}"/>' if style.left else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return keep + borders + shade + spacing + indent + outline


def _run_properties(style: _Style, template: WordTemplate) -> str:
    major = 'w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"'
    font = f"<w:rFonts {major}/>" if style.heading_font else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = _colour(style.colour, template) if style.colour else ""
    half_points = round(style.size * 2)
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if style.size else ""
    return font + bold + colour + size


def _paragraph_style(style: _Style, template: WordTemplate) -> str:
    after = f'<w:next w:val="{style.next}"/>' if style.next else ""
    custom = "" if style.name.split()[0].lower() in _BUILTIN else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{after}<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, template)}</w:pPr><w:rPr>{_run_properties(style, template)}</w:rPr></w:style>"
    )


def styles(template: WordTemplate, language: str) -> str:
    """Write the styles part."""
    size = round(template.body_size * 2)
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        f'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/>{_colour("dk1", template)}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/><w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    basics = (
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
        f'<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:rPr>'
        f'{_colour("hlink", template)}<w:u w:val="single"/></w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="PlaceholderText"><w:name w:val="Placeholder Text"/><w:uiPriority w:val="99"/>'
        f"<w:rPr>{_colour('accent6', template)}</w:rPr></w:style>"
    )
    paragraphs = "".join(_paragraph_style(style, template) for style in _STYLES)
    return f'<w:styles xmlns:w="{xml.NS_W}">{defaults}{basics}{paragraphs}{_tables(template)}</w:styles>'


def _tables(template: WordTemplate) -> str:
    hairline = {
        side: _border(side, "accent6", 4, 0, template)
        for side in ("top", "bottom", "insideH", "insideV", "left", "right")
    }
    margins = (
        '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/>'
        '<w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
    )
    grid_borders = hairline["top"] + hairline["bottom"] + hairline["insideH"]
    first_row = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>{_colour("lt1", template)}</w:rPr><w:tcPr>'
        f"{_shade('dk2', template)}</w:tcPr></w:tblStylePr>"
    )
    first_column = '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>'
    form_borders = "".join(hairline[side] for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    lines = hairline["bottom"] + hairline["insideH"]
    return "".join(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="40"/><w:qFormat/><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr>{conditional}</w:style>"
        for name, borders, conditional in (
            ("Reading Table", grid_borders, first_row + first_column),
            ("Form Table", form_borders, first_row + first_column),
            ("Answer Lines", lines, ""),
        )
    )

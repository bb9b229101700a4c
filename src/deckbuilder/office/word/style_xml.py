"""How styles are spelled in XML (ECMA-376 Part 1, 17.7), in a generated file and in an agency's own."""

from collections.abc import Mapping

from msgspec import Struct

from deckbuilder.office.word.style import Style, TableLook
from deckbuilder.office.word.styles import TABLES, is_builtin

LARGE = 14
"""From this size of body text on, in points, a document is in large print."""
_SMALLEST_IN_LARGE = 12
"""The smallest text in large print, in points: headers and footers."""

THEME_NAMES = {
    "dk1": "text1", "lt1": "background1", "dk2": "text2", "lt2": "background2",
    **{f"accent{number}": f"accent{number}" for number in range(1, 7)}, "hlink": "hyperlink", "folHlink": "followedHyperlink",
}  # fmt: skip
"""What WordprocessingML calls the theme's colours (17.18.97)."""


class Ink(Struct, frozen=True):
    """A colour as a file holds it."""

    value: str
    """Six hexadecimal digits."""
    theme: str = ""
    """The theme's name for it; empty where the theme has none."""


class Look(Struct, frozen=True):
    """What styles are made with."""

    inks: Mapping[str, Ink]
    """By the standard's names; those that are missing stay as the text."""
    body_size: float
    """In points."""
    ids: Mapping[str, str]
    """The styles' ids by our names."""
    heading_font: str
    """The `w:rFonts` of headings; empty for the text's own."""
    body_font: str = ""
    """The `w:rFonts` of styles that are based on no other of ours; empty for what they inherit."""
    states_size: bool = False
    """Whether such styles state the size of body text, since what they inherit is another."""

    resets: bool = False
    """Whether styles state that they are not indented or justified, since what they inherit is."""

    def size(self, points: float) -> int:
        """Give a size for this body text, in half points."""
        growth = self.body_size / 12
        # Titles are large already: they grow half as much, or they fill the page.
        scaled = points * (growth if points <= 24 or growth < 1 else (1 + growth) / 2)
        if self.body_size >= LARGE:
            scaled = max(scaled, _SMALLEST_IN_LARGE) if points > 6 else scaled
        return round(scaled * 2)

    def space(self, points: float) -> float:
        """Give a space between paragraphs for this body text, in points."""
        if points < 40:
            return points * self.body_size / 12
        # Air over a title gives way as text grows, so that the first page stays one page.
        return max(points - 16 * max(self.body_size - 12, 0), 0)

    def colour(self, name: str) -> str:
        """Give a colour of text; nothing for that of the text around it."""
        ink = self.inks.get(name)
        if ink is None:
            return ""
        theme = f' w:themeColor="{ink.theme}"' if ink.theme else ""
        return f'<w:color w:val="{ink.value}"{theme}/>'

    def border(self, side: str, name: str, width: int, space: float = 0) -> str:
        """Give a rule, its width in eighths of a point, so many points from the text."""
        ink = self.inks.get(name)
        theme = f' w:themeColor="{ink.theme}"' if ink and ink.theme else ""
        value = ink.value if ink else "auto"
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="{round(space)}" w:color="{value}"{theme}/>'

    def shade(self, name: str) -> str:
        """Give a colour behind text; nothing where there is none."""
        ink = self.inks.get(name)
        if ink is None:
            return ""
        theme = f' w:themeFill="{ink.theme}"' if ink.theme else ""
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{ink.value}"{theme}/>'


def paragraph_style(style: Style, look: Look, name: str = "") -> str:
    """Write a paragraph style; `name` where it must have another."""
    after = f'<w:next w:val="{look.ids[style.next]}"/>' if style.next in look.ids else ""
    custom = "" if is_builtin(name or style.name) else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{look.ids[style.name]}"><w:name w:val="{name or style.name}"/>'
        f'<w:basedOn w:val="{look.ids[style.based_on]}"/>{after}<w:uiPriority w:val="{style.priority}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(style, look)}</w:pPr><w:rPr>{_run_properties(style, look)}</w:rPr></w:style>"
    )


def _paragraph_properties(style: Style, look: Look) -> str:
    keep = ("<w:keepNext/>" if style.keep_next else "") + ("<w:keepLines/>" if style.keep_lines else "")
    borders = _borders(style, look)
    shade = look.shade(style.fill) if style.fill else ""
    spacing = "".join(
        f' w:{name}="{round(look.space(value) * 20)}"'
        for name, value in (("before", style.before), ("after", style.after))
        if value is not None
    )
    if _has_own_lines(style, look):
        spacing += f' w:line="{round(style.line * 240)}" w:lineRule="auto"'
    spacing = f"<w:spacing{spacing}/>" if spacing else ""
    right = f' w:right="{round(style.padding * 20)}"' if style.padding else ""
    first = ' w:firstLine="0"' if look.resets else ""
    indent = f'<w:ind w:left="{style.left}"{right}{first}/>' if style.left or first else ""
    aligned = "center" if style.centred else "left" if look.resets else ""
    aligned = f'<w:jc w:val="{aligned}"/>' if aligned else ""
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    return keep + borders + shade + spacing + indent + aligned + outline


def _has_own_lines(style: Style, look: Look) -> bool:
    """Say whether a style sets its lines apart itself: in large print only headings do, and what holds no text to read."""
    return bool(style.line) and (look.body_size < LARGE or style.heading_font or style.line <= 1.1)


def line_spacing(style: Style, look: Look) -> float:
    """Give how far apart the lines of a style are, as a multiple of the font's own line height."""
    return style.line if _has_own_lines(style, look) else body_line_spacing(look)


def body_line_spacing(look: Look) -> float:
    """Give the same for body text: in large print lines stand one and a half apart."""
    return 1.5 if look.body_size >= LARGE else 1.25


def _borders(style: Style, look: Look) -> str:
    if style.padding and style.fill in look.inks:
        sides = "".join(look.border(side, style.fill, 4, style.padding) for side in ("top", "left", "bottom", "right"))
        return f"<w:pBdr>{sides}</w:pBdr>"
    if style.rule and style.fill in look.inks:
        # The ground reaches a little above and below the words.
        edges = [look.border(side, style.fill, 24, 2) for side in ("top", "bottom")]
        return f"<w:pBdr>{edges[0]}{look.border('left', style.rule, style.rule_width, 8)}{edges[1]}</w:pBdr>"
    sides = look.border("top", style.over, style.over_width, 6) if style.over else ""
    sides += look.border("left", style.rule, style.rule_width, 8) if style.rule else ""
    sides += look.border("bottom", style.under, style.under_width, 4) if style.under else ""
    return f"<w:pBdr>{sides}</w:pBdr>" if sides else ""


def _run_properties(style: Style, look: Look) -> str:
    first = style.based_on == "Normal"
    font = look.heading_font if style.heading_font else look.body_font if first else ""
    bold = "<w:b/><w:bCs/>" if style.bold else ""
    colour = look.colour(style.colour) if style.colour else ""
    size = style.size or (12 if look.states_size and first else 0)
    half_points = look.size(size)
    return font + bold + colour + (f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if size else "")


def character_style(name: str, look: Look) -> str:
    """Write a character style: `Hyperlink` or `Placeholder Text`."""
    colour = look.colour("hlink") + '<w:u w:val="single"/>' if name == "Hyperlink" else look.colour("accent6")
    return (
        f'<w:style w:type="character" w:styleId="{look.ids[name]}"><w:name w:val="{name}"/><w:uiPriority w:val="99"/>'
        f"<w:rPr>{colour}</w:rPr></w:style>"
    )


_MARGINS = (
    '<w:tblCellMar><w:top w:w="80" w:type="dxa"/><w:left w:w="120" w:type="dxa"/><w:bottom w:w="80" w:type="dxa"/>'
    '<w:right w:w="120" w:type="dxa"/></w:tblCellMar>'
)


def table_style(name: str, table: TableLook, look: Look, based_on: str, *, shown_name: str = "") -> str:
    """Write a table style, one of `TABLES`, based on another by its id, or on none."""
    if name not in TABLES:
        raise ValueError(f"no table style is called {name}")
    borders = _table_borders(name, table, look)
    head = _head(table, look) if name != "Answer Lines" else ""
    banded = bool(table.band) and name == "Reading Table"
    band = (
        f'<w:tblStylePr w:type="band2Horz"><w:tcPr>{look.shade(table.band)}</w:tcPr></w:tblStylePr>' if banded else ""
    )
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    size = '<w:tblStyleRowBandSize w:val="1"/>' if banded else ""
    column = '<w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr>' if head else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{look.ids[name]}"><w:name w:val="{shown_name or name}"/>'
        f'{base}<w:uiPriority w:val="40"/><w:qFormat/><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f"<w:tblPr>{size}<w:tblBorders>{borders}</w:tblBorders>{_MARGINS}</w:tblPr>{head}{column}{band}</w:style>"
    )


def _table_borders(name: str, table: TableLook, look: Look) -> str:
    line = {side: look.border(side, "accent6", 4) for side in ("left", "right", "insideH", "insideV")}
    thick = {side: look.border(side, table.rule, table.frame) for side in ("top", "bottom")} if table.frame else {}
    thin = {side: look.border(side, "accent6", 4) for side in ("top", "bottom")}
    match name:
        case "Answer Lines":
            return thin["bottom"] + line["insideH"]
        case "Form Table":
            return thin["top"] + line["left"] + thin["bottom"] + line["right"] + line["insideH"] + line["insideV"]
        case _:
            inside = line["insideH"] if not table.band else ""
            sides = thick.get("top", "") + thick.get("bottom", thin["bottom"])
            return sides + inside + (line["insideV"] if table.verticals else "")


def _head(table: TableLook, look: Look) -> str:
    shade = look.shade(table.head_fill) if table.head_fill else ""
    rule = look.border("bottom", table.rule, table.head_rule) if table.head_rule > 4 else ""
    rule = f"<w:tcBorders>{rule}</w:tcBorders>" if rule else ""
    return (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/>{look.colour(table.head_text)}</w:rPr><w:tcPr>{rule}{shade}'
        "</w:tcPr></w:tblStylePr>"
    )

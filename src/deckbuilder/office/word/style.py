"""A style as the design holds it, before it is spelled in XML."""

from msgspec import Struct


class Style(Struct, frozen=True):
    """A paragraph style. Sizes and spaces are in points for body text of 12, indents in twips, rules in eighths of a point.

    Colours are those of the theme by the standard's names, such as `accent1`; empty for that of the text.
    """

    name: str
    based_on: str = "Normal"
    next: str = ""
    """The style of the paragraph that follows when somebody types on."""
    size: float = 0
    """0 for that of the style it is based on."""
    bold: bool = False
    colour: str = ""
    heading_font: bool = False
    before: float | None = None
    after: float | None = None
    line: float = 0
    """A multiple of the font's own line height; 0 for that of the style it is based on."""
    left: int = 0
    centred: bool = False
    outline: int | None = None
    """The level in the navigation pane, from 0; None for text."""
    keep_next: bool = False
    keep_lines: bool = False
    fill: str = ""
    """The colour behind it."""
    padding: float = 0
    """How far the colour behind it reaches beyond the text."""
    rule: str = ""
    """The colour of a rule at the left edge."""
    rule_width: int = 24
    over: str = ""
    """The colour of a rule above."""
    over_width: int = 8
    under: str = ""
    """The colour of a rule below."""
    under_width: int = 8
    priority: int = 1
    """Where Word's list of styles shows it."""


class TableLook(Struct, frozen=True):
    """How tables look."""

    head_fill: str
    """The colour behind the header row; empty where it is only ruled."""
    head_text: str
    rule: str = "accent6"
    """The colour of its lines."""
    frame: int = 4
    """The rule above and below a table."""
    head_rule: int = 4
    """The rule below the header row."""
    verticals: bool = False
    """Whether lines stand between columns of tables that are only read."""
    band: str = ""
    """The colour behind every second row; empty for none."""

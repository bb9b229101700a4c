"""The template: layouts, placeholder boxes, text sizes, fonts, colours behind text.

Colours are named as the standard names them (ECMA-376 Part 1, 20.1.6.2 and 19.3.1.6): `dk1`, `lt1`, `dk2`, `lt2`,
`accent1` to `accent6`, `hlink`, `folHlink`. A colour may carry a shade after a slash: `lt2/90` has 90 per cent of the
luminance, `accent4/40+60` has 40 per cent of it and 60 per cent of white's added (20.1.2.3.20 and 20.1.2.3.21).
"""

from msgspec import Struct

from deckbuilder.units import Emu, Pt


class Box(Struct, frozen=True):
    """A rectangle on the slide, in EMU from the top left corner."""

    x: Emu
    y: Emu
    cx: Emu
    """Width."""
    cy: Emu
    """Height."""

    def meets(self, other: "Box") -> bool:
        """Say whether the two have some area in common."""
        return (
            self.x < other.x + other.cx
            and other.x < self.x + self.cx
            and self.y < other.y + other.cy
            and other.y < self.y + self.cy
        )


class Bullet(Struct, frozen=True):
    """What stands before a paragraph of a level."""

    character: str = ""
    """The character; empty for a number."""
    font: str = ""
    """The font that has it; empty for the text's own."""
    colour: str = "accent1"
    size: int = 100
    """Per cent of the text's size."""


class TextLevel(Struct, frozen=True):
    """How a placeholder shows the paragraphs of a level."""

    size: Pt
    bold: bool = False
    colour: str = "dk1"
    heading_font: bool = False
    """Whether it is set in the heading font; otherwise in the body font."""
    indent: Emu = Emu(0)
    """From the box's left edge to the text."""
    hanging: Emu = Emu(0)
    """How far the bullet stands left of the text."""
    bullet: Bullet | None = None
    before: Pt = Pt(0)
    """The space above a paragraph, which the first in a box does not have."""
    line_spacing: float = 1.0
    """A multiple of the font's own line height."""
    align: str = "l"
    """`l`, `ctr` or `r`."""
    caps: bool = False
    """Whether it is shown in capitals, whatever is written."""


class Placeholder(Struct, frozen=True):
    """A placeholder of a layout."""

    role: str
    """What it holds: `title`, `points`, `voices` and so on."""
    slot: int
    """Which of the role's placeholders it is, from 0."""
    type: str
    """The placeholder type (ECMA-376 Part 1, 19.7.10)."""
    idx: int
    name: str
    """What PowerPoint's selection pane calls it."""
    prompt: str
    """What an empty one asks for."""
    box: Box
    levels: tuple[TextLevel, ...]
    minimum: Pt = Pt(18)
    """The smallest size that text may be set in to fit."""
    inset: tuple[Emu, Emu, Emu, Emu] = (Emu(0), Emu(0), Emu(0), Emu(0))
    """Left, top, right and bottom."""
    anchor: str = "t"
    """`t`, `ctr` or `b`."""
    fill: str | None = None
    """The colour behind the text; None for the slide's own."""
    geometry: str = "rect"
    """The preset shape (ECMA-376 Part 1, 20.1.10.56)."""
    adjust: int | None = None
    """The preset shape's first adjustment, in its own units."""
    max_lines: int | None = None
    """The most lines the text may take, such as two for a title."""
    own_box: bool = True
    """Whether the layout says where it is; otherwise the master does, and `box` repeats what it says."""
    own_style: bool = True
    """Whether the layout says how its text looks; otherwise the master does, and `levels` repeat what it says."""
    keeps_size: bool = False
    """Whether a slide says that text is not shrunk: the template has shrunk its sample text."""


class Decoration(Struct, frozen=True):
    """A shape of a layout that holds no text and means nothing."""

    box: Box
    fill: str
    geometry: str = "rect"
    adjust: int | None = None
    flip_horizontal: bool = False
    flip_vertical: bool = False
    corners: tuple[tuple[Emu, Emu], ...] = ()
    """The corners of a polygon, from the box's top left corner; it takes the place of the preset shape."""


class Image(Struct, frozen=True, eq=False):
    """A picture of the brand, such as a logo."""

    data: bytes
    format: str
    """`png` or `jpeg`."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    description: str
    """The alternative text."""
    svg: bytes | None = None
    """The drawing that programs show in its place where they can."""


class PlacedImage(Struct, frozen=True):
    """A picture on the master or a layout."""

    image: Image
    box: Box
    panel: Box | None = None
    """A plain ground behind it, in the theme's background colour, where it would be lost otherwise."""


class FixedText(Struct, frozen=True):
    """A text that every slide of a layout shows and none holds, such as the protective marking at the top."""

    name: str
    text: str
    box: Box
    level: TextLevel
    anchor: str = "ctr"


class Layout(Struct, frozen=True):
    """A slide layout."""

    name: str
    """Ours; unique in the template."""
    family: str
    """What slides ask for; the layouts of a family differ in how many slots their roles have."""
    title: str
    """What PowerPoint's gallery calls it."""
    placeholders: tuple[Placeholder, ...]
    decorations: tuple[Decoration, ...] = ()
    background: str | None = "lt1"
    """None for the master's."""
    link: str = "hlink"
    """The colour of links on it: that of the theme, or another of its twelve where that is too faint."""
    master_shapes: bool = True
    """Whether the master's decorations show."""
    foot_shown: bool = True
    """Whether slides show footer, date and number without being asked to."""
    images: tuple[PlacedImage, ...] = ()
    texts: tuple[FixedText, ...] = ()

    def slots(self, role: str) -> tuple[Placeholder, ...]:
        """Give the placeholders of a role, in the order of their slots."""
        return tuple(placeholder for placeholder in self.placeholders if placeholder.role == role)


class Fonts(Struct, frozen=True):
    """The theme's two fonts."""

    heading: str
    body: str
    fallback: str = ""
    """What text is measured as where a font is not known; empty for none."""
    files: tuple[bytes, ...] = ()
    """Font files of the agency, sound ones: a font that one of them has is measured as it is there."""


class Template(Struct, frozen=True):
    """What a deck is put into."""

    name: str
    width: Emu
    height: Emu
    colours: dict[str, str]
    """The twelve theme colours by their names, as six hexadecimal digits."""
    fonts: Fonts
    layouts: tuple[Layout, ...]
    decorations: tuple[Decoration, ...] = ()
    """The master's."""
    master: tuple[Placeholder, ...] = ()
    """The master's own placeholders: title, body, date, footer, slide number."""
    images: tuple[PlacedImage, ...] = ()
    """The master's."""
    texts: tuple[FixedText, ...] = ()
    """The master's."""
    plain: TextLevel = TextLevel(Pt(18))
    """Text in no placeholder: tables, charts, and boxes that somebody draws."""
    series: tuple[str, ...] = ("dk2", "accent2", "accent4/60+40", "accent5/60+40", "accent3", "accent6/40+60")
    """The colours of a chart's series: neighbours differ in lightness as well as in hue."""
    quiet: str = "accent6"
    """The colour of a chart's axes."""
    ground: str | None = None
    """What is put behind tables and charts; None where slides have a plain ground."""

    def family(self, name: str) -> tuple[Layout, ...]:
        """Give the layouts of a family, in order."""
        return tuple(layout for layout in self.layouts if layout.family == name)

    def layout(self, name: str) -> Layout:
        """Give a layout by its name."""
        return next(layout for layout in self.layouts if layout.name == name)

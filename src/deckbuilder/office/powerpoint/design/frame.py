"""The frame: where titles, bodies and the foot stand on a slide of some size, and the type scale that fits it.

Twelve columns with a gutter between them, margins of a twentieth of the width, one left edge for titles and bodies.
Everything is in inches here; boxes are made in EMU.
"""

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.template import Box, Decoration
from deckbuilder.office.powerpoint.design.type_scale import LARGE, STANDARD, TypeScale
from deckbuilder.theme import Theme
from deckbuilder.units import Emu, emu

GUTTER = 0.25
LOGO_ROOM = 1.9
"""What a title leaves to a logo at its right, in inches."""


def box(x: float, y: float, width: float, height: float) -> Box:
    """Make a box from inches."""
    return Box(emu(x), emu(y), emu(width), emu(height))


def polygon(colour: str, *corners: tuple[float, float]) -> Decoration:
    """Make a polygon from its corners on the slide, in inches."""
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    right, bottom = max(x for x, _ in corners), max(y for _, y in corners)
    inner = tuple((emu(x - left), emu(y - top)) for x, y in corners)
    return Decoration(box(left, top, right - left, bottom - top), colour, corners=inner)


class Frame(Struct, frozen=True):
    """The measures of a slide, in inches."""

    width: float
    height: float
    left: float
    """The one left edge of titles and bodies."""
    content: float
    """From the left edge to the right margin."""
    scale: TypeScale
    title_top: float = 0.45
    title_height: float = 1.25
    title_width: float = 0
    logo_room: float = 0
    """What titles leave to a logo, where a slide shows one."""
    top: float = 2.0
    """Where bodies begin."""
    bottom: float = 6.55
    """Where bodies end."""
    foot: float = 6.88
    foot_height: float = 0.34
    logo: bool = False
    """Whether room is kept for a logo at the right of titles."""
    marking: str = ""
    """The protective marking at the top; empty for none."""

    @property
    def wide(self) -> bool:
        """Whether the slide is wide enough for three cards side by side."""
        return self.content > 10

    @property
    def slide(self) -> tuple[Emu, Emu]:
        """The slide's width and height."""
        return emu(self.width), emu(self.height)

    def columns(self, count: int, left: float | None = None, width: float | None = None) -> list[tuple[float, float]]:
        """Cut a width into equal columns: the left edge and the width of each."""
        start, whole = self.left if left is None else left, self.content if width is None else width
        each = (whole - (count - 1) * GUTTER) / count
        return [(start + index * (each + GUTTER), each) for index in range(count)]

    def rows(
        self, count: int, top: float | None = None, bottom: float | None = None, gap: float = 0.2
    ) -> list[tuple[float, float]]:
        """Cut a height into equal rows: the upper edge and the height of each."""
        start, stop = self.top if top is None else top, self.bottom if bottom is None else bottom
        each = (stop - start - (count - 1) * gap) / count
        return [(start + index * (each + gap), each) for index in range(count)]


_WIDE = Frame(40 / 3, 7.5, 2 / 3, 12.0, STANDARD, title_width=11.2)
_FOUR_TO_THREE = Frame(10.0, 7.5, 0.5, 9.0, STANDARD, title_width=9.0)


def frame_of(theme: Theme) -> Frame:
    """Give the frame that a theme's settings ask for."""
    base = _FOUR_TO_THREE if theme.deck.size == "4:3" else _WIDE
    scale = LARGE if theme.deck.text == "large" else STANDARD
    width = min(base.title_width, base.content - LOGO_ROOM) if theme.logo else base.title_width
    return replace(
        base,
        scale=scale,
        title_width=width,
        logo_room=base.title_width - width,
        logo=theme.logo is not None,
        marking=str(theme.control.marking or ""),
    )

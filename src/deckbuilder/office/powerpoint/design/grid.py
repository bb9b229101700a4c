"""The grid: a 16:9 slide, margins of a twentieth of its width, twelve columns with a gutter between them."""

from deckbuilder.ir.template import Box
from deckbuilder.units import Emu, emu

WIDTH = Emu(12_192_000)
HEIGHT = Emu(6_858_000)

LEFT = 2 / 3
"""The one left edge of titles and bodies, in inches."""
CONTENT = 12.0
"""From the left edge to the right margin, in inches."""
GUTTER = 0.25
TITLE_TOP, TITLE_HEIGHT = 0.45, 1.25
TOP = 2.0
"""Where bodies begin."""
BOTTOM = 6.55
"""Where bodies end."""
FOOT, FOOT_HEIGHT = 6.88, 0.34


def box(x: float, y: float, width: float, height: float) -> Box:
    """Make a box from inches."""
    return Box(emu(x), emu(y), emu(width), emu(height))


def columns(count: int, left: float = LEFT, width: float = CONTENT) -> list[tuple[float, float]]:
    """Cut a width into equal columns: the left edge and the width of each, in inches."""
    each = (width - (count - 1) * GUTTER) / count
    return [(left + index * (each + GUTTER), each) for index in range(count)]


def rows(count: int, top: float = TOP, bottom: float = BOTTOM, gap: float = 0.2) -> list[tuple[float, float]]:
    """Cut a height into equal rows: the upper edge and the height of each, in inches."""
    each = (bottom - top - (count - 1) * gap) / count
    return [(top + index * (each + gap), each) for index in range(count)]

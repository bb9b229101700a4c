"""The protective marking at the top of every slide of an adopted template."""

from msgspec import Struct

from deckbuilder.ir.template import Box, TextLevel
from deckbuilder.ir.text import plain
from deckbuilder.office.drawing import solid
from deckbuilder.office.powerpoint import shapes
from deckbuilder.office.powerpoint.adopt.feet import LANGUAGE
from deckbuilder.office.powerpoint.adopt.ids import next_shape_id
from deckbuilder.office.powerpoint.adopt.palette import Palette
from deckbuilder.office.powerpoint.adopt.parts import Parts, add_shape, fragment
from deckbuilder.office.powerpoint.text import level_styles, paragraphs
from deckbuilder.units import Emu, Pt, emu

_HEIGHT = emu(0.28)
_SIZE = Pt(12)


class Marking(Struct, frozen=True):
    """A marking for slides of some size."""

    text: str
    width: Emu
    height: Emu

    def place(self, taken: list[Box]) -> Box:
        """Give a place at the top that no placeholder takes, else one at the right edge, else the foot."""
        wide = Emu(min(round(len(self.text) * _SIZE * 0.75 * 12_700) + emu(0.3), round(self.width * 0.9)))
        middle, right = Emu((self.width - wide) // 2), Emu(self.width - wide - emu(0.15))
        top, below = emu(0.05), Emu(self.height - _HEIGHT - emu(0.02))
        for x, y in ((middle, top), (right, top), (emu(0.15), top), (middle, below), (right, below)):
            box = Box(x, y, wide, _HEIGHT)
            if not any(box.meets(other) for other in taken):
                return box
        return Box(middle, Emu(0), wide, Emu(round(_HEIGHT * 0.9)))


def add_marking(parts: Parts, part: str, text: str, box: Box, palette: Palette) -> None:
    """Add the marking to a master or a layout; on a ground of its own where none can be trusted."""
    tree = parts.change(part)
    level = TextLevel(_SIZE, bold=True, colour=palette.text, align="ctr")
    body = (
        '<a:bodyPr vert="horz" wrap="square" lIns="45720" tIns="0" rIns="45720" bIns="0" anchor="ctr"><a:noAutofit/>'
        f"</a:bodyPr><a:lstStyle>{level_styles((level,), LANGUAGE)}</a:lstStyle>"
        f"{paragraphs([plain(text)], LANGUAGE, lambda _: '')}"
    )
    written = shapes.text_box("Protective marking", box, next_shape_id(tree), body)
    if palette.ground is None:
        written = written.replace("<a:noFill/>", solid(palette.card), 1)
    add_shape(tree, fragment(written))

"""Which placeholders of a template can hold what: not the hidden, the turned, those off the slide or too small."""

from msgspec import Struct

from deckbuilder.ir.template import Box
from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.office.powerpoint.adopt.holders import FOOT, TITLES, Holder
from deckbuilder.theme.colour import LARGE_CONTRAST, contrast
from deckbuilder.units import Emu, points

TITLE_LEAST = 20
"""The least size of a title, in points."""
BODY_LEAST = 18
"""The least size of text on a slide, in points."""
_TITLE_LENGTH = 84
"""How many characters a title box must hold at the least size."""
_CHARACTER = 0.55
"""The usual width of a character in a wide, bold font, as a share of the text size."""
_LINE = 1.2


class Judge(Struct, frozen=True):
    """Judges placeholders of slides of some size."""

    width: Emu
    height: Emu

    def inside(self, box: Box) -> bool:
        """Say whether a box is on the slide; a few pixels over the edge do not matter."""
        slack = self.width * 0.006
        return (
            box.x >= -slack
            and box.y >= -slack
            and box.x + box.cx <= self.width + slack
            and box.y + box.cy <= self.height + slack
        )

    def place(self, holder: Holder) -> Box | None:
        """Give the box of a placeholder that can be seen and whose text runs as usual; None for others."""
        if holder.hidden or holder.turned or holder.box is None or not self.inside(holder.box):
            return None
        return holder.box if holder.box.cx > 0 and holder.box.cy > 0 else None

    def large(self, holder: Holder, across: float, down: float) -> bool:
        """Say whether a placeholder has these shares of the slide's width and height at least."""
        box = self.place(holder)
        return box is not None and box.cx >= self.width * across and box.cy >= self.height * down

    def one_line(self, holder: Holder, across: float, size: float = BODY_LEAST) -> bool:
        """Say whether a placeholder holds a line of text, and has this share of the slide's width."""
        return self.large(holder, across, 0) and _room(holder)[1] >= size * _LINE

    def title_lines(self, holder: Holder) -> int:
        """Say how many lines a title may take: two, or three where the box holds them."""
        return 3 if _room(holder)[1] >= 3 * TITLE_LEAST * _LINE * holder.levels[0].line_spacing else 2

    def is_title(self, holder: Holder) -> bool:
        """Say whether a title can stand in a placeholder: long ones too, in two lines or three."""
        if holder.type not in TITLES or not self.large(holder, 1 / 3, 0):
            return False
        width, height = _room(holder)
        spacing = _LINE * holder.levels[0].line_spacing
        lines = min(int(height / (TITLE_LEAST * spacing)), 3)
        wider = 1.2 if holder.levels[0].caps else 1.0
        return lines >= 2 and lines * width * 0.92 >= _TITLE_LENGTH * _CHARACTER * TITLE_LEAST * wider

    def readable(self, holder: Holder, scheme: Scheme) -> bool:
        """Say whether a placeholder's text stands out from what is behind it, as far as that can be told."""
        ground = holder.ground
        return ground is None or contrast(scheme.rgb(holder.levels[0].colour), ground) >= LARGE_CONTRAST

    def is_list(self, holder: Holder) -> bool:
        """Say whether points stand in a placeholder as points: large enough, apart from each other, on a plain ground."""
        first = holder.levels[0]
        apart = first.bullet is not None or first.before >= first.size / 5
        return holder.type != "subTitle" and first.size >= BODY_LEAST and apart and holder.ground is not None

    def texts(self, holders: tuple[Holder, ...]) -> list[Holder]:
        """Give the placeholders for text or anything, in the order in which they are read."""
        found = [each for each in holders if each.type in {"body", "obj", "subTitle"} and self.place(each)]
        return sorted(found, key=self.reading_order)

    def reading_order(self, holder: Holder) -> tuple[int, int]:
        """Give what sorts placeholders from top to bottom and from left to right."""
        box = holder.box or Box(Emu(0), Emu(0), Emu(0), Emu(0))
        return round(box.y / (self.height * 0.06)), box.x

    def content(self, holders: tuple[Holder, ...]) -> list[Holder]:
        """Give the placeholders that a slide of the layout would show: all but title, foot and what is tiny."""
        return [each for each in holders if each.type not in {*TITLES, *FOOT} and self.large(each, 0.1, 0.04)]


def _room(holder: Holder) -> tuple[float, float]:
    """Give the width and height that a placeholder leaves to text, in points."""
    box = holder.box
    if box is None:
        return 0.0, 0.0
    left, top, right, bottom = holder.inset
    return points(Emu(box.cx - left - right)), points(Emu(box.cy - top - bottom))

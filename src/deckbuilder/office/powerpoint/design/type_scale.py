"""The type scale: every text size that layouts use, and the text styles made of them."""

from msgspec import Struct

from deckbuilder.ir.template import Bullet, TextLevel
from deckbuilder.units import Pt, emu_of_points

NUMBERED = Bullet(colour="accent2")
DOT = Bullet("•", "Arial", "accent1", 110)
_DASH = Bullet("–", "Arial", "accent1")


class TypeScale(Struct, frozen=True):
    """The sizes, in points."""

    display: Pt
    """The title of the whole deck."""
    title: Pt
    body: Pt
    second: Pt
    floor: Pt
    """The least that text on a slide is set in, but for the foot."""
    footer: Pt
    title_minimum: Pt
    """The least that a title is set in to fit."""
    narrow: Pt = Pt(18)
    """The least that text in narrow boxes is set in to fit, such as in cards; large print would not fit there."""

    @property
    def larger(self) -> float:
        """How many times as large as usual the text is, and with it what stands around it."""
        return self.floor / 18

    @property
    def plain(self) -> TextLevel:
        """Text in no placeholder: tables, charts, and boxes that somebody draws."""
        return TextLevel(self.floor)

    def heading(self, size: Pt, colour: str = "dk2", *, bold: bool = True) -> tuple[TextLevel, ...]:
        """Give the style of a title."""
        return (TextLevel(size, bold=bold, colour=colour, heading_font=True, line_spacing=0.9),)

    def text(self, size: Pt, colour: str = "dk1", *, bold: bool = False, align: str = "l") -> TextLevel:
        """Give the style of a paragraph without a bullet."""
        return TextLevel(size, bold=bold, colour=colour, before=Pt(size / 4), align=align)

    def listed(self, first: Pt, bullet: Bullet = DOT) -> tuple[TextLevel, ...]:
        """Give the levels of a list: more space between points than between lines, smaller steps below."""
        second = Pt(max(first - 4, self.floor))
        wider = self.larger
        return (
            _item(first, 0, 0.4 * wider, bullet, before=0.5),
            _item(second, 0.4 * wider, 0.34 * wider, _DASH, before=0.3),
            _item(self.floor, 0.74 * wider, 0.28 * wider, DOT, before=0.25),
            _item(self.floor, 1.02 * wider, 0.28 * wider, _DASH, before=0.2),
        )

    def card(self, size: Pt) -> tuple[TextLevel, ...]:
        """Give the levels of a quotation's card: the words, then the speaker by role, then a word of introduction.

        The roles differ in word and colour: a child, a parent, a child or parent, a professional. No sign stands
        before them, which would look like a list of one.
        """
        return (
            TextLevel(size, before=Pt(6), line_spacing=1.0),
            self._speaker("accent1"),
            self._speaker("accent2"),
            self._speaker("accent3"),
            self._speaker("accent4"),
            TextLevel(self.floor, colour="accent6", before=Pt(6)),
        )

    def _speaker(self, colour: str) -> TextLevel:
        return TextLevel(self.floor, bold=True, colour=colour, before=Pt(10))


STANDARD = TypeScale(Pt(44), Pt(36), Pt(24), Pt(20), Pt(18), Pt(12), Pt(28))
LARGE = TypeScale(Pt(48), Pt(40), Pt(30), Pt(26), Pt(24), Pt(16), Pt(32), Pt(20))


def _item(size: Pt, left: float, hanging: float, bullet: Bullet, before: float) -> TextLevel:
    return TextLevel(
        size,
        indent=emu_of_points((left + hanging) * 72),
        hanging=emu_of_points(hanging * 72),
        bullet=bullet,
        before=Pt(size * before),
    )

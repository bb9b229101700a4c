"""The type scale: every text size and text style that layouts use."""

from deckbuilder.ir.template import Bullet, TextLevel
from deckbuilder.units import Pt, emu_of_points

TITLE, DISPLAY, BODY, SECOND, FLOOR, FOOTER = Pt(36), Pt(44), Pt(24), Pt(20), Pt(18), Pt(12)

PLAIN = TextLevel(FLOOR)
"""Text in no placeholder: tables, charts, and boxes that somebody draws."""

NUMBERED = Bullet(colour="accent2")
_DOT = Bullet("•", "Arial", "accent1", 110)
_DASH = Bullet("–", "Arial", "accent1")


def title(size: Pt = TITLE, colour: str = "dk2") -> tuple[TextLevel, ...]:
    """Give the style of a title."""
    return (TextLevel(size, bold=True, colour=colour, heading_font=True, line_spacing=0.9),)


def text(size: Pt, colour: str = "dk1", *, bold: bool = False, align: str = "l") -> TextLevel:
    """Give the style of a paragraph without a bullet."""
    return TextLevel(size, bold=bold, colour=colour, before=Pt(size / 4), align=align)


def listed(first: Pt = BODY, bullet: Bullet = _DOT) -> tuple[TextLevel, ...]:
    """Give the levels of a list: more space between points than between lines, smaller steps below."""
    second = Pt(max(first - 4, FLOOR))
    return (
        _item(first, 0, 0.4, bullet, before=0.5),
        _item(second, 0.4, 0.34, _DASH, before=0.3),
        _item(FLOOR, 0.74, 0.28, _DOT, before=0.25),
        _item(FLOOR, 1.02, 0.28, _DASH, before=0.2),
    )


def _item(size: Pt, left: float, hanging: float, bullet: Bullet, before: float) -> TextLevel:
    return TextLevel(
        size,
        indent=emu_of_points((left + hanging) * 72),
        hanging=emu_of_points(hanging * 72),
        bullet=bullet,
        before=Pt(size * before),
    )


def card(size: Pt) -> tuple[TextLevel, ...]:
    """Give the levels of a quotation's card: the words, then the speaker by role, then a word of introduction.

    The roles differ in word, shape and colour: a child, a parent, a child or parent, a professional.
    """
    return (
        TextLevel(size, before=Pt(6), line_spacing=1.0),
        _speaker("●", "accent1"),
        _speaker("■", "accent2"),
        _speaker("♦", "accent3"),
        _speaker("▲", "accent4"),
        TextLevel(FLOOR, colour="accent6", before=Pt(6)),
    )


def _speaker(shape: str, colour: str) -> TextLevel:
    hanging = emu_of_points(16)
    return TextLevel(
        FLOOR,
        bold=True,
        colour=colour,
        indent=hanging,
        hanging=hanging,
        bullet=Bullet(shape, "Arial", colour, 80),
        before=Pt(10),
    )

"""Lines: white paper, a strong left edge, horizontal rules, large light headings; nothing more than is needed."""

from deckbuilder.ir.template import Bullet, Decoration, Layout
from deckbuilder.office.powerpoint.design.character import Cards, Character, Columns, Logos, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.master import logo_on_light
from deckbuilder.office.powerpoint.design.openings import Agenda, Inks, Numeral, SectionSlide, TitleSlide
from deckbuilder.office.powerpoint.design.surface import Surface
from deckbuilder.units import Pt

_INKS = Inks("lt1", "dk2", "dk1")
_EDGE = 0.3
"""How wide the left edge of title and section slides is, in inches."""
_HAIR = 0.015
_GREY = "accent6/40+60"


def _rule(frame: Frame, y: float, colour: str = _GREY, thick: float = _HAIR, width: float | None = None) -> Decoration:
    """Draw a rule from the left edge of text to the right margin, or as wide as said."""
    return Decoration(box(frame.left, y, frame.content if width is None else width, thick), colour)


def _title(frame: Frame, logos: Logos) -> Layout:
    left, width = frame.left, min(frame.content, 10.5)
    return TitleSlide(
        inks=_INKS,
        heading=(left, 2.0, width, 2.2),
        subtitle=(left, 4.55, width, 1.05),
        agency=(left, 5.95, width, 0.85),
        decorations=(
            Decoration(box(0, 0, _EDGE, frame.height), "dk2"),
            _rule(frame, 1.75, "dk2", 0.05),
            _rule(frame, 4.38),
            _rule(frame, 5.8),
        ),
        images=logo_on_light(logos.usual, box(left, 0.6, 3.2, 0.8)),
        bold=False,
        larger=6,
    ).layout(frame)


def _section(frame: Frame) -> Layout:
    left = frame.left
    line = left + (7.2 if frame.wide else 4.8)
    width = line - left - 0.35
    return SectionSlide(
        inks=_INKS,
        heading=(left, 2.3, width, 1.7),
        number=Numeral((left, 0.85, 3.0, 1.2), "accent1", Pt(72), bold=False),
        subtitle=(left, 4.35, width, 1.6),
        agenda=Agenda(
            (line + 0.35, 2.3, left + frame.content - line - 0.35, 4.2), _INKS, Bullet("■", "Arial", "accent1", 80)
        ),
        decorations=(
            Decoration(box(0, 0, _EDGE, frame.height), "dk2"),
            _rule(frame, 2.1, "dk2", 0.05),
            _rule(frame, 4.18, width=width),
            Decoration(box(line, 2.35, _HAIR, 4.15), _GREY),
            _rule(frame, 6.72),
        ),
        bold=False,
    ).layout(frame)


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    """Draw a hairline under the title, strong at its beginning, and one over the foot."""
    under = frame.title_top + frame.title_height + 0.07
    return (_rule(frame, under), _rule(frame, under - 0.02, "dk2", 0.05, 1.2), _rule(frame, 6.78))


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    under = frame.title_top + frame.title_height + 0.07
    return (
        Decoration(box(0, 0, _EDGE, frame.height), "accent2"),
        _rule(frame, under, "accent2", 0.05),
        _rule(frame, 6.78),
    )


LINES = Character(
    _title,
    _section,
    _decorations,
    Workshop(_workshop, chip=Surface("accent2")),
    heading_bold=False,
    cards=Cards(
        Surface(None),
        rule_size=0.04,
        rule_colour="dk2",
        inset=(0.28, 0.08, 0.2, 0.05),
    ),
    columns=Columns(Surface(None), "dk2", "accent1", Surface(None), rule="dk2", inset=0.0),
)

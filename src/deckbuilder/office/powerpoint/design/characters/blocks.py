"""Blocks: stairs of coloured blocks on warm paper, small squares over every slide, cards under a thick rule."""

from deckbuilder.ir.template import Bullet, Decoration, Layout
from deckbuilder.office.powerpoint.design.character import Cards, Character, Logos, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.master import logo_on_light
from deckbuilder.office.powerpoint.design.openings import Agenda, Inks, Numeral, SectionSlide, TitleSlide
from deckbuilder.office.powerpoint.design.surface import Surface
from deckbuilder.units import Pt

_PAPER = Inks("lt2", "dk2", "dk1")
_COLOURS = ("accent1", "accent4", "accent2", "dk2", "accent5", "accent3")
_STAIRS = ("0", "31", "203", "5124", "10352", "324051")
"""The title slide's columns of blocks, from the ground up, by the numbers of their colours."""

_JOINT = 0.05
"""The share of a block's side that is left free."""


def _block(x: float, y: float, side: float, number: int) -> Decoration:
    """Make a block in a cell of a wall; a little of the ground shows between it and its neighbours."""
    inner = side * (1 - _JOINT)
    return Decoration(box(x + side - inner, y + side - inner, inner, inner), _COLOURS[number])


def _title(frame: Frame, logos: Logos) -> Layout:
    side = 1.05 if frame.wide else 0.86
    stairs = _STAIRS if frame.wide else _STAIRS[:5]
    start = frame.width - side * len(stairs)
    blocks = tuple(
        _block(start + column * side, frame.height - (row + 1) * side, side, int(number))
        for column, numbers in enumerate(stairs)
        for row, number in enumerate(numbers)
    )
    left = frame.left
    width = start - left - 0.25
    return TitleSlide(
        inks=_PAPER,
        heading=(left, 1.95, start + 1.9 * side - left, 2.0),
        subtitle=(left, 4.15, start + side - left - 0.2, 1.25),
        agency=(left, 5.75, width, 0.85),
        decorations=blocks,
        images=logo_on_light(logos.usual, box(left, 0.6, 3.2, 0.8)),
    ).layout(frame)


def _section(frame: Frame) -> Layout:
    left, side = frame.left, 0.62
    start = 8.3 if frame.wide else 6.1
    foot = 11 * side - 0.12
    width = start - 2 * side - left - 0.1
    steps = tuple(
        _block(start - (column + 1) * side, foot - (row + 1) * side, side, number)
        for column, row, number in ((0, 0, 2), (1, 0, 1), (0, 1, 4))
    )
    return SectionSlide(
        inks=_PAPER,
        heading=(left, 2.5, width + side, 1.6),
        number=Numeral((left, 0.95, 1.24, 1.24), "lt1", Pt(48), surface=Surface("accent1")),
        subtitle=(left, 4.3, width, 1.6),
        agenda=Agenda(
            (start + 0.35, 0.6, frame.width - start - 0.6, foot - 1.2),
            Inks("dk2", "lt1", "lt2"),
            Bullet("■", "Arial", "lt1", 80),
            fill="dk2",
        ),
        decorations=(Decoration(box(start, 0, frame.width - start, foot), "dk2"), *steps),
    ).layout(frame)


def _squares(frame: Frame, colours: tuple[str, ...]) -> tuple[Decoration, ...]:
    """Make squares that hang from the slide's upper edge, smaller where a marking stands below them."""
    side = 0.13 if frame.marking else 0.26
    return tuple(
        Decoration(box(frame.left + index * side, 0, side * (1 - _JOINT), side), colour)
        for index, colour in enumerate(colours)
    )


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    return _squares(frame, ("accent1", "accent4", "accent2", "dk2", "accent5"))


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    return (
        *_squares(frame, ("accent2",) * 5),
        Decoration(box(frame.width - 0.3, 0, 0.3, frame.height), "accent2"),
    )


BLOCKS = Character(
    _title,
    _section,
    _decorations,
    Workshop(_workshop, chip=Surface("accent2")),
    bullet=Bullet("■", "Arial", "accent1", 70),
    cards=Cards(rule="top", rule_size=0.14, inset=(0.28, 0.22, 0.25, 0.2)),
)

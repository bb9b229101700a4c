"""Leaves: a column of turned leaves on a full ground, a band at the left edge of every slide."""

from deckbuilder.ir.template import Bullet, Decoration, Layout
from deckbuilder.office.powerpoint.design.character import Character, Columns, Logos, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.master import logo_on_brand
from deckbuilder.office.powerpoint.design.openings import Agenda, Inks, Numeral, SectionSlide, TitleSlide

_TILES = (
    ("accent1", False), ("lt2", True),
    ("accent2", True), ("accent1", False),
    ("accent4", False), ("accent5", True),
    ("accent1", True), ("accent2", False),
    ("lt2", False), ("accent1", True),
)  # fmt: skip
"""The leaves at the right edge of the title slide, two a row, and whether each is turned."""
_INKS = Inks("dk2", "lt1", "lt2")


def _leaf(x: float, y: float, side: float, colour: str, *, turned: bool) -> Decoration:
    return Decoration(box(x, y, side, side), colour, "round2DiagRect", 50_000, flip_horizontal=turned)


def _title(frame: Frame, logos: Logos) -> Layout:
    side = frame.height / 5
    columns = 2 if frame.wide else 1
    left, width = frame.left, frame.width - columns * side - frame.left - 0.5
    leaves = tuple(
        _leaf(frame.width - (columns - index % 2) * side, (index // 2) * side, side, colour, turned=turned)
        for index, (colour, turned) in enumerate(_TILES)
        if index % 2 < columns
    )
    return TitleSlide(
        inks=_INKS,
        heading=(left, 1.15, width, 2.6),
        subtitle=(left, 4.2, width, 1.2),
        agency=(left, 5.75, width, 0.85),
        decorations=(*leaves, Decoration(box(left, 3.97, 1.2, 0.07), "accent4/30+70")),
        images=logo_on_brand(logos.usual, logos.on_brand, box(left, 0.5, 2.6, 0.65)),
    ).layout(frame)


def _section(frame: Frame) -> Layout:
    side = frame.height / 10
    leaves = tuple(
        _leaf(frame.width - side, row * side, side, _TILES[row][0], turned=_TILES[row][1]) for row in range(10)
    )
    left, width = frame.left, 6.9 if frame.wide else 4.5
    line = left + width + 0.3
    return SectionSlide(
        inks=_INKS,
        heading=(left, 2.2, width, 1.6),
        number=Numeral((left, 1.15, 3.0, 1.05), "accent4/30+70"),
        subtitle=(left, 4.0, width, 1.6),
        agenda=Agenda(
            (line + 0.35, 1.0, frame.width - side - line - 0.45, 5.5), _INKS, Bullet("■", "Arial", "accent4/30+70", 80)
        ),
        decorations=(*leaves, Decoration(box(line, 1.2, 0.02, 5.1), "accent1")),
        edge=frame.width - side - 0.25,
    ).layout(frame)


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    return (
        Decoration(box(0, 0, 0.2, frame.height), "dk2"),
        Decoration(box(0, frame.title_top + 0.1, 0.2, frame.title_height - 0.1), "accent2"),
    )


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    return (Decoration(box(0, 0, 0.2, frame.height), "accent2"),)


LEAVES = Character(_title, _section, _decorations, Workshop(_workshop), columns=Columns(mark="accent4/30+70"))

"""Circles: large circles that leave a light slide at its corner, regular headings, everything round."""

from deckbuilder.ir.template import Bullet, Decoration, Layout
from deckbuilder.office.powerpoint.design.character import Cards, Character, Columns, Logos, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.master import logo_on_light
from deckbuilder.office.powerpoint.design.openings import Agenda, Inks, Numeral, SectionSlide, TitleSlide
from deckbuilder.office.powerpoint.design.surface import Surface
from deckbuilder.units import Pt

_LIGHT = Inks("lt2", "dk2", "dk1")
_DEEP = Inks("dk2", "lt1", "lt2")


def _quarter(x: float, y: float, radius: float, colour: str, *, left: bool = False, top: bool = False) -> Decoration:
    """Make a quarter of a circle whose centre is a corner of its box: the right lower one, or as said."""
    return Decoration(box(x, y, radius, radius), colour, "pieWedge", flip_horizontal=left, flip_vertical=top)


def _circle(x: float, y: float, radius: float, colour: str) -> Decoration:
    return Decoration(box(x - radius, y - radius, 2 * radius, 2 * radius), colour, "ellipse")


def _title(frame: Frame, logos: Logos) -> Layout:
    left = frame.left
    large = 5.7 if frame.wide else 4.3
    small = 2.9 if frame.wide else 1.9
    width = frame.width - large - left - (0.2 if frame.wide else 0.15)
    edge, low = frame.width, frame.height
    heading = width + 1.0
    circles = (
        _quarter(edge - small, 0, small, "accent1/40+60", top=True),
        _quarter(edge - large, low - large, large, "dk2"),
        _quarter(edge - large * 0.62, low - large * 0.62, large * 0.62, "accent1"),
        _circle(edge - small * 1.4, 1.25, small * 0.18, "accent2"),
    )
    return TitleSlide(
        inks=_LIGHT,
        heading=(left, 2.0, heading, 2.15),
        subtitle=(left, 4.35, width, 1.25),
        agency=(left, 5.75, width, 0.85),
        decorations=circles,
        images=logo_on_light(logos.usual, box(left, 0.6, 3.2, 0.8)),
        bold=False,
    ).layout(frame)


def _section(frame: Frame) -> Layout:
    left, foot = frame.left, 6.7
    radius = foot / 2
    panel = 5.3 if frame.wide else 4.1
    start = frame.width - panel
    width = start - left - 0.3
    inner = start + (1.25 if frame.wide else 0.95)
    return SectionSlide(
        inks=_DEEP,
        heading=(left, 2.55, width, 1.55),
        number=Numeral((left, 1.0, 1.3, 1.3), "dk2", Pt(44), bold=False, surface=Surface("lt2", "ellipse")),
        subtitle=(left, 4.3, width, 1.6),
        agenda=Agenda(
            (inner, radius - 2.6, frame.width - inner - 0.3, 5.2),
            Inks("accent1", "lt1", "lt2"),
            Bullet("●", "Arial", "lt1", 80),
            fill="accent1",
        ),
        decorations=(
            Decoration(box(start, 0, panel, foot), "accent1", "flowChartDelay", flip_horizontal=True),
            _circle(start + 0.45, foot - 0.75, 0.42, "accent2"),
        ),
        bold=False,
    ).layout(frame)


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    """Make two quarters of a circle, in the corner at the left above and at the right below."""
    side = frame.left * 0.8
    return (
        _quarter(0, 0, side, "dk2", left=True, top=True),
        _quarter(frame.width - side, frame.height - side, side, "accent1/40+60"),
    )


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    side = frame.left * 0.8
    return (
        _quarter(0, 0, side, "accent2", left=True, top=True),
        _quarter(frame.width - side, frame.height - side, side, "accent2"),
    )


_ROUND = Surface("lt2", "roundRect", 0.25)

CIRCLES = Character(
    _title,
    _section,
    _decorations,
    Workshop(_workshop, panel=Surface("lt1", "roundRect", 0.25)),
    heading_bold=False,
    cards=Cards(_ROUND, _ROUND, rule="", inset=(0.35, 0.26, 0.3, 0.2)),
    columns=Columns(
        Surface("dk2", "round2SameRect", 0.22), body=Surface("lt2"), inset=0.3,
    ),
)  # fmt: skip

"""Beams: broad slanting beams on a deep ground, a thin band over every slide, cut corners."""

from deckbuilder.ir.template import Bullet, Decoration, Layout
from deckbuilder.office.powerpoint.design.character import Cards, Character, Columns, Logos, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box, polygon
from deckbuilder.office.powerpoint.design.master import logo_on_brand
from deckbuilder.office.powerpoint.design.openings import Agenda, Inks, Numeral, SectionSlide, TitleSlide
from deckbuilder.office.powerpoint.design.surface import Surface

_INKS = Inks("dk2", "lt1", "lt2")
_LEAN = 0.36
"""How far a beam goes to the right for each inch that it rises."""
_BAND = 0.13
"""How high the band over a slide is, in inches."""


def _beam(frame: Frame, x: float, width: float, colour: str, foot: float | None = None) -> Decoration:
    """Make a beam that rises from `foot` to the slide's upper edge, cut where it leaves the slide at the right."""
    low, edge = frame.height if foot is None else foot, frame.width
    head = x + _LEAN * low
    right, right_head = x + width, head + width
    if right_head <= edge:
        return polygon(colour, (x, low), (right, low), (right_head, 0), (head, 0))
    cut = low - max(edge - right, 0) / _LEAN
    lower = ((right, low), (edge, cut)) if right < edge else ((edge, low),)
    upper = ((edge, 0.0), (head, 0.0)) if head < edge else ((edge, low - (edge - x) / _LEAN),)
    return polygon(colour, (x, low), *lower, *upper)


def _title(frame: Frame, logos: Logos) -> Layout:
    start, scale = (8.2, 1.0) if frame.wide else (6.6, 0.72)
    left, width = frame.left, start - frame.left - 0.1
    beams = (
        _beam(frame, start, 1.5 * scale, "accent1"),
        _beam(frame, start + 1.75 * scale, 0.3 * scale, "lt2"),
        _beam(frame, start + 2.3 * scale, 1.5 * scale, "accent2"),
        _beam(frame, start + 4.05 * scale, 0.3 * scale, "accent5"),
        _beam(frame, start + 4.6 * scale, 1.5 * scale, "accent1"),
    )
    return TitleSlide(
        inks=_INKS,
        heading=(left, 2.0, width + 0.95, 2.15),
        subtitle=(left, 4.35, width, 1.2),
        agency=(left, 5.75, width, 0.85),
        decorations=beams,
        images=logo_on_brand(logos.usual, logos.on_brand, box(left, 0.6, 3.2, 0.8)),
    ).layout(frame)


def _section(frame: Frame) -> Layout:
    left = frame.left
    start, foot = (7.4 if frame.wide else 5.1), 6.6
    lean = _LEAN * foot
    agenda = start + _LEAN * (foot - 1.3) + 0.35
    width = start - left - 0.1
    return SectionSlide(
        inks=_INKS,
        heading=(left, 2.45, width + (0.4 if frame.wide else 0.2), 1.6),
        number=Numeral((left, 1.35, 3.0, 1.05), "lt2"),
        subtitle=(left, 4.25, width, 1.6),
        agenda=Agenda(
            (agenda, 1.3, frame.width - agenda - 0.3, 5.0),
            Inks("lt2", "dk2", "dk1"),
            Bullet("■", "Arial", "accent2", 80),
            fill="lt2",
        ),
        decorations=(
            _beam(frame, start, 0.22, "accent2", foot),
            polygon("lt2", (start + 0.22, foot), (frame.width, foot), (frame.width, 0), (start + 0.22 + lean, 0)),
        ),
    ).layout(frame)


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    end = frame.left + frame.content
    slant = _LEAN * _BAND
    return (
        Decoration(box(0, 0, frame.width, _BAND), "dk2"),
        *(
            polygon(colour, (x, _BAND), (x + wide, _BAND), (x + wide + slant, 0), (x + slant, 0))
            for colour, x, wide in (("lt1", end - 1.6, 0.06), ("accent2", end - 1.54, 1.5), ("lt1", end - 0.04, 0.06))
        ),
    )


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    return (Decoration(box(0, 0, frame.width, _BAND), "dk2"),)


BEAMS = Character(
    _title,
    _section,
    _decorations,
    Workshop(
        _workshop,
        ground="accent2",
        title="lt1",
        foot="lt2",
        chip=Surface("lt2"),
        chip_text="dk2",
        panel=Surface("lt1", "snip1Rect", 0.45),
    ),
    bullet=Bullet("■", "Arial", "accent1", 65),
    cards=Cards(Surface("lt2", "snip1Rect", 0.36), rule_size=0.14, rule_colour="dk2", inset=(0.32, 0.26, 0.3, 0.2)),
    columns=Columns(Surface("dk2", "snip1Rect", 0.24)),
)

"""Layouts for slides that leave much of a shared layout empty: lower cards, larger points, no gap, a picture alone.

An agency's own template has none of them: what it has no layout for is drawn as the shared ones are.
"""

from msgspec.structs import replace

from deckbuilder.ir.template import Layout
from deckbuilder.office.powerpoint.design.character import Character
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.layouts import CHIP_ROOM, shared_layouts
from deckbuilder.units import Pt, emu

_LOW = 2.5
"""How high lower cards are, in inches: a quotation of three lines with who said it, a heading with three points."""
_FEW = 2.05
"""How high a short list is, in inches: three lines of larger text."""
_LARGER = 6
"""How much larger its text is, in points."""
_LOWER = {"voices-2": "2 voices, short", "voices-3": "3 voices, short", "compare": "Comparison, short"}
"""What gets lower cards, and what PowerPoint's gallery calls it. One quotation alone has its slide to itself."""


def with_variants(layouts: tuple[Layout, ...], frame: Frame, character: Character) -> tuple[Layout, ...]:
    """Add the variants to the shared layouts.

    Those for slides with little on them are a family of their own, `fit.place.FEW` after the name; the others stand
    before the layout that they are made of.
    """
    larger = frame.scale.larger
    lower = _by_name(replace(frame, bottom=min(frame.top + _LOW * larger, frame.bottom)), character)
    raised = _by_name(replace(frame, top=frame.top - CHIP_ROOM * larger - 0.2), character)
    made: list[Layout] = []
    for layout in layouts:
        match layout.name:
            case "points":
                made.append(_larger_points(layout, frame))
            case "picture":
                made.append(_picture_alone(layout, frame))
            case "workshop":
                made.append(_without_chips(raised["workshop"]))
            case name if name in _LOWER and (name != "voices-3" or frame.wide):
                made.append(_few(lower[name], _LOWER[name]))
        made.append(layout)
    return tuple(made)


def _by_name(frame: Frame, character: Character) -> dict[str, Layout]:
    return {layout.name: layout for layout in shared_layouts(frame, character)}


def _few(layout: Layout, gallery: str) -> Layout:
    return replace(layout, name=f"{layout.name}-few", family=f"{layout.family}-few", title=gallery)


def _larger_points(layout: Layout, frame: Frame) -> Layout:
    placeholders = tuple(
        replace(
            each,
            box=replace(each.box, cy=emu(_FEW * frame.scale.larger)),
            levels=tuple(
                replace(level, size=Pt(level.size + _LARGER), before=Pt(level.before * (1 + _LARGER / level.size)))
                for level in each.levels
            ),
            own_box=True,
            own_style=True,
        )
        if each.role == "points"
        else each
        for each in layout.placeholders
    )
    return _few(replace(layout, placeholders=placeholders), "Points, few")


def _picture_alone(layout: Layout, frame: Frame) -> Layout:
    whole = box(frame.left, frame.top, frame.content, frame.bottom - frame.top)
    placeholders = tuple(
        replace(each, box=whole) if each.role == "picture" else each
        for each in layout.placeholders
        if each.role != "caption"
    )
    return replace(layout, name="picture-alone", title="Picture alone", placeholders=placeholders)


def _without_chips(layout: Layout) -> Layout:
    placeholders = tuple(each for each in layout.placeholders if each.role != "chips")
    return replace(layout, name="workshop-plain", title="Workshop, no times", placeholders=placeholders)

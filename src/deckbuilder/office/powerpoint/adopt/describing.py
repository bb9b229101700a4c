"""The template's own layouts as `ir.template` describes layouts: what `fit` and the writers need to know of them."""

from deckbuilder.ir.template import Box, Layout, Placeholder
from deckbuilder.office.powerpoint.adopt.holders import Holder, placeholder
from deckbuilder.office.powerpoint.adopt.mapping import Mapped
from deckbuilder.office.powerpoint.adopt.parts import number
from deckbuilder.office.powerpoint.adopt.usable import BODY_LEAST, TITLE_LEAST, Judge
from deckbuilder.units import Emu, Pt, points

_LISTS = {"points", "columns", "questions"}
"""Roles whose paragraphs have levels that mean something."""
_FOOT_ROLES = {"dt": "foot-date", "ftr": "foot-footer", "sldNum": "foot-number"}
_NAMES = {"title": "Title", "points": "Points", "subtitle": "Subtitle", "agency": "Agency and date"}
_NOWHERE = Box(Emu(0), Emu(0), Emu(0), Emu(0))


def described(mapped: Mapped, foot: list[Holder], judge: Judge) -> Layout:
    """Describe a layout of the template that serves as one of ours."""
    family = mapped.ours.partition("-")[0]
    places = [_place(holder, role, slot, judge) for (role, slot), holder in mapped.holders.items()]
    return Layout(
        name=mapped.ours,
        family=family,
        title=mapped.layout.name,
        placeholders=(*places, *(foot_place(holder) for holder in foot)),
        background=None,
        foot_shown=mapped.ours != "title",
    )


def foot_place(holder: Holder) -> Placeholder:
    """Describe date, footer or slide number."""
    return Placeholder(
        role=_FOOT_ROLES[holder.type],
        slot=0,
        type=holder.type,
        idx=number(placeholder(holder.element), "idx"),
        name={"dt": "Date", "ftr": "Footer", "sldNum": "Slide number"}[holder.type],
        prompt="",
        box=holder.box or _NOWHERE,
        levels=holder.levels[:1],
        minimum=min(holder.levels[0].size, Pt(12)),
        inset=holder.inset,
        anchor=holder.anchor,
        max_lines=1,
    )


def _place(holder: Holder, role: str, slot: int, judge: Judge) -> Placeholder:
    least = TITLE_LEAST if role == "title" else 14 if role == "chips" else BODY_LEAST
    lines: int | None = None
    if role == "title":
        lines = judge.title_lines(holder)
    elif role == "headings":
        lines = 2 if holder.box is not None and points(holder.box.cy) > 55 else 1
    levels = holder.levels if role in _LISTS else holder.levels[:1]
    return Placeholder(
        role=role,
        slot=slot,
        type=holder.type,
        idx=number(placeholder(holder.element), "idx"),
        name=_NAMES.get(role, f"{role.capitalize().rstrip('s')} {slot + 1}"),
        prompt="",
        box=holder.box or _NOWHERE,
        levels=levels,
        minimum=Pt(min(least, *(level.size for level in levels[:1]))),
        inset=holder.inset,
        anchor=holder.anchor,
        max_lines=lines,
        keeps_size=holder.shrinks,
    )

"""Making placeholders from inches."""

from typing import TypedDict, Unpack

from deckbuilder.ir.template import Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.frame import box
from deckbuilder.units import Emu, Pt


class Look(TypedDict, total=False):
    """What a placeholder may have besides its place and its levels."""

    minimum: Pt
    inset: tuple[Emu, Emu, Emu, Emu]
    anchor: str
    fill: str
    geometry: str
    adjust: int | None
    max_lines: int


def text_holder(
    role: str,
    slot: int,
    idx: int,
    name: str,
    place: tuple[float, float, float, float],
    levels: tuple[TextLevel, ...],
    kind: str = "body",
    **look: Unpack[Look],
) -> Placeholder:
    """Make a placeholder at a place in inches: left, upper edge, width, height."""
    return Placeholder(
        role=role,
        slot=slot,
        type=kind,
        idx=idx,
        name=name,
        prompt=name,
        box=box(*place),
        levels=levels,
        **look,
    )

"""Making placeholders from inches."""

from typing import TypedDict, Unpack

from deckbuilder.ir.template import Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.frame import box
from deckbuilder.units import Emu, Pt


class Look(TypedDict, total=False):
    """What may stand behind the text of a placeholder, and how far around it."""

    fill: str | None
    geometry: str
    adjust: int | None
    inset: tuple[Emu, Emu, Emu, Emu]


class More(Look, total=False):
    """What a placeholder may have besides its place and its levels."""

    minimum: Pt
    anchor: str
    max_lines: int


def text_holder(
    role: str,
    slot: int,
    idx: int,
    name: str,
    place: tuple[float, float, float, float],
    levels: tuple[TextLevel, ...],
    kind: str = "body",
    prompt: str = "",
    **look: Unpack[More],
) -> Placeholder:
    """Make a placeholder at a place in inches: left, upper edge, width, height."""
    return Placeholder(
        role=role,
        slot=slot,
        type=kind,
        idx=idx,
        name=name,
        prompt=prompt or name,
        box=box(*place),
        levels=levels,
        **look,
    )

"""The master: the band at the left edge, the title, the body, the foot of the slide."""

from deckbuilder.ir.template import Decoration, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design import type_scale as scale
from deckbuilder.office.powerpoint.design.grid import (
    BOTTOM,
    CONTENT,
    FOOT,
    FOOT_HEIGHT,
    LEFT,
    TITLE_HEIGHT,
    TITLE_TOP,
    TOP,
    box,
)
from deckbuilder.units import Pt

TITLE_MINIMUM = Pt(28)


def title(colour: str = "dk2") -> Placeholder:
    """Make the title that stands in the same place on all layouts but the first two."""
    return Placeholder(
        role="title",
        slot=0,
        type="title",
        idx=0,
        name="Title",
        prompt="Say the message in one or two lines",
        box=box(LEFT, TITLE_TOP, CONTENT - 0.8, TITLE_HEIGHT),
        levels=scale.title(colour=colour),
        minimum=TITLE_MINIMUM,
        anchor="b",
        max_lines=2,
    )


def body(role: str = "points", name: str = "Points", width: float = 10.4) -> Placeholder:
    """Make the body: lines of about seventy characters."""
    return Placeholder(
        role=role,
        slot=0,
        type="body",
        idx=1,
        name=name,
        prompt="Point",
        box=box(LEFT, TOP, width, BOTTOM - TOP),
        levels=scale.listed(),
    )


def foot(colour: str = "accent6", edge: float = LEFT + CONTENT) -> tuple[Placeholder, ...]:
    """Make footer, date and slide number, the last of which ends at `edge`, in inches."""
    left = scale.text(scale.FOOTER, colour)
    right = scale.text(scale.FOOTER, colour, align="r")
    number = scale.text(scale.FOOTER, colour, bold=True, align="r")
    return (
        _foot("footer", "ftr", 11, "Footer", LEFT, edge - 3.2 - LEFT, left),
        _foot("date", "dt", 10, "Date", edge - 3.0, 2.1, right),
        _foot("number", "sldNum", 12, "Slide number", edge - 0.8, 0.8, number),
    )


def _foot(role: str, kind: str, idx: int, name: str, x: float, width: float, level: TextLevel) -> Placeholder:
    return Placeholder(
        role=f"foot-{role}",
        slot=0,
        type=kind,
        idx=idx,
        name=name,
        prompt=name,
        box=box(x, FOOT, width, FOOT_HEIGHT),
        levels=(level,),
        minimum=scale.FOOTER,
        anchor="ctr",
        max_lines=1,
    )


MASTER = (title(), body(), *foot())
MASTER_DECORATIONS = (
    Decoration(box(0, 0, 0.2, 7.5), "dk2"),
    Decoration(box(0, TITLE_TOP + 0.1, 0.2, TITLE_HEIGHT - 0.1), "accent2"),
)

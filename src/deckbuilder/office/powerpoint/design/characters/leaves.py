"""Leaves: a column of turned leaves on a full ground, a band at the left edge of every slide."""

from deckbuilder.ir.template import Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.character import Character, Logos
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.holders import text_holder
from deckbuilder.office.powerpoint.design.master import foot, logo_on_brand, marking
from deckbuilder.units import Pt, emu

_TILES = (
    ("accent1", False), ("lt2", True),
    ("accent2", True), ("accent1", False),
    ("accent4", False), ("accent5", True),
    ("accent1", True), ("accent2", False),
    ("lt2", False), ("accent1", True),
)  # fmt: skip
"""The leaves at the right edge of the title slide, two a row, and whether each is turned."""


def _leaf(x: float, y: float, side: float, colour: str, *, turned: bool) -> Decoration:
    return Decoration(box(x, y, side, side), colour, "round2DiagRect", 50_000, flip_horizontal=turned)


def _title(frame: Frame, logos: Logos) -> Layout:
    scale = frame.scale
    side = frame.height / 5
    columns = 2 if frame.wide else 1
    width = frame.width - columns * side - frame.left - 0.5
    leaves = tuple(
        _leaf(frame.width - (columns - index % 2) * side, (index // 2) * side, side, colour, turned=turned)
        for index, (colour, turned) in enumerate(_TILES)
        if index % 2 < columns
    )
    heading = Placeholder(
        role="title",
        slot=0,
        type="ctrTitle",
        idx=0,
        name="Title",
        prompt="The pack's title",
        box=box(frame.left, 1.15, width, 2.6),
        levels=scale.heading(scale.display, "lt1"),
        minimum=Pt(32),
        anchor="b",
        max_lines=3,
    )
    rule = Decoration(box(frame.left, 3.97, 1.2, 0.07), "accent4/40+60")
    subtitle = text_holder(
        "subtitle", 0, 1, "Subtitle", (frame.left, 4.2, width, 1.2), (scale.text(scale.body, "lt2"),), kind="subTitle"
    )
    levels = (scale.text(scale.second, "lt1", bold=True), scale.text(scale.floor, "lt2"))
    agency = text_holder("agency", 0, 13, "Agency and date", (frame.left, 5.75, width, 0.85), levels, anchor="b")
    return Layout(
        "title",
        "title",
        "Title",
        (heading, subtitle, agency, *foot(frame, "lt2", frame.left + width)),
        (*leaves, rule),
        "dk2",
        master_shapes=False,
        foot_shown=False,
        images=logo_on_brand(logos.usual, logos.on_brand, box(frame.left, 0.5, 2.6, 0.65)),
        texts=marking(frame, "lt2"),
    )


def _section(frame: Frame) -> Layout:
    scale = frame.scale
    side = frame.height / 10
    leaves = tuple(
        _leaf(frame.width - side, row * side, side, _TILES[row][0], turned=_TILES[row][1]) for row in range(10)
    )
    left = frame.left
    width = 6.9 if frame.wide else 4.5
    heading = Placeholder(
        role="title",
        slot=0,
        type="title",
        idx=0,
        name="Title",
        prompt="The section's name",
        box=box(left, 2.2, width, 1.6),
        levels=scale.heading(Pt(scale.title + 4), "lt1"),
        minimum=Pt(30),
        anchor="b",
        max_lines=3,
    )
    number = text_holder(
        "number", 0, 13, "Number", (left, 1.15, 3.0, 1.05),
        (TextLevel(Pt(60), bold=True, colour="accent4/40+60", heading_font=True),), anchor="b",
    )  # fmt: skip
    subtitle = text_holder("subtitle", 0, 1, "Subtitle", (left, 4.0, width, 1.6), (scale.text(scale.body, "lt2"),))
    lit = TextLevel(scale.floor, bold=True, colour="lt1", before=Pt(9), indent=emu(0.3), hanging=emu(0.3),
                    bullet=Bullet("■", "Arial", "accent4/40+60", 80))  # fmt: skip
    quiet = TextLevel(scale.floor, colour="lt2/80", before=Pt(9), indent=emu(0.3))
    line = left + width + 0.3
    place = (line + 0.35, 1.0, frame.width - side - line - 0.45, 5.5)
    agenda = text_holder("agenda", 0, 14, "Where we are", place, (quiet, lit), minimum=Pt(14), anchor="ctr")
    right = frame.width - side - 0.25
    return Layout(
        "section", "section", "Section", (heading, number, subtitle, agenda, *foot(frame, "lt2", right)),
        (*leaves, Decoration(box(line, 1.2, 0.02, 5.1), "accent1")), "dk2", master_shapes=False,
        texts=marking(frame, "lt2"),
    )  # fmt: skip


def _decorations(frame: Frame) -> tuple[Decoration, ...]:
    return (
        Decoration(box(0, 0, 0.2, frame.height), "dk2"),
        Decoration(box(0, frame.title_top + 0.1, 0.2, frame.title_height - 0.1), "accent2"),
    )


def _workshop(frame: Frame) -> tuple[Decoration, ...]:
    return (Decoration(box(0, 0, 0.2, frame.height), "accent2"),)


LEAVES = Character(_title, _section, _decorations, _workshop)

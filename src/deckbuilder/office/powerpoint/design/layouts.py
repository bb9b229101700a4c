"""The layouts, a function each. A family's layouts differ in how many cards they have."""

from typing import TypedDict, Unpack

from deckbuilder.ir.template import Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design import type_scale as scale
from deckbuilder.office.powerpoint.design.grid import BOTTOM, CONTENT, LEFT, TOP, box, columns, rows
from deckbuilder.office.powerpoint.design.master import body, foot, title
from deckbuilder.units import Emu, Pt, emu, emu_of_points

_CARD_INSET = (emu(0.32), emu(0.22), emu(0.25), emu(0.2))
_RULE = 0.09
"""The width of the rule at a quotation's left edge, in inches."""


def all_layouts() -> tuple[Layout, ...]:
    """Give every layout, in the order of PowerPoint's gallery."""
    return (
        _title(),
        _section(),
        Layout("points", "points", "Points", (title(), body(), *foot())),
        *(_voices(count) for count in (1, 2, 3, 4)),
        *(_voices_beside_points(count) for count in (1, 2, 3)),
        _compare(),
        _compare_one(),
        _table(),
        _picture(),
        _chart(),
        _workshop(),
        *(_support(count) for count in (4, 6)),
    )


class _Look(TypedDict, total=False):
    """What a placeholder may have besides its place and its levels."""

    minimum: Pt
    inset: tuple[Emu, Emu, Emu, Emu]
    anchor: str
    fill: str
    geometry: str
    adjust: int
    max_lines: int


def _body(
    role: str,
    slot: int,
    idx: int,
    name: str,
    place: tuple[float, float, float, float],
    levels: tuple[TextLevel, ...],
    kind: str = "body",
    **look: Unpack[_Look],
) -> Placeholder:
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


def _title() -> Layout:
    side = 1.5
    leaves = tuple(
        _leaf(13.3333 - 2 * side + (index % 2) * side, (index // 2) * side, side, colour, turned=turned)
        for index, (colour, turned) in enumerate(_TILES)
    )
    heading = Placeholder(
        role="title",
        slot=0,
        type="ctrTitle",
        idx=0,
        name="Title",
        prompt="The pack's title",
        box=box(LEFT, 1.15, 9.1, 2.6),
        levels=scale.title(scale.DISPLAY, "lt1"),
        minimum=Pt(32),
        anchor="b",
        max_lines=3,
    )
    rule = Decoration(box(LEFT, 3.97, 1.2, 0.07), "accent4/40+60")
    subtitle = _body(
        "subtitle", 0, 1, "Subtitle", (LEFT, 4.2, 9.1, 1.2), (scale.text(scale.BODY, "lt2"),), kind="subTitle"
    )
    levels = (scale.text(scale.SECOND, "lt1", bold=True), scale.text(scale.FLOOR, "lt2"))
    agency = _body("agency", 0, 13, "Agency and date", (LEFT, 5.75, 9.1, 0.85), levels, anchor="b")
    return Layout(
        "title",
        "title",
        "Title",
        (heading, subtitle, agency, *foot("lt2", 9.8)),
        (*leaves, rule),
        "dk2",
        master_shapes=False,
        foot_shown=False,
    )


def _section() -> Layout:
    side = 0.75
    leaves = tuple(_leaf(13.3333 - side, row * side, side, _TILES[row][0], turned=_TILES[row][1]) for row in range(10))
    heading = Placeholder(
        role="title",
        slot=0,
        type="title",
        idx=0,
        name="Title",
        prompt="The section's name",
        box=box(LEFT, 2.2, 6.9, 1.6),
        levels=scale.title(Pt(40), "lt1"),
        minimum=Pt(30),
        anchor="b",
        max_lines=3,
    )
    number = _body(
        "number", 0, 13, "Number", (LEFT, 1.15, 3.0, 1.05),
        (TextLevel(Pt(60), bold=True, colour="accent4/40+60", heading_font=True),), anchor="b",
    )  # fmt: skip
    subtitle = _body("subtitle", 0, 1, "Subtitle", (LEFT, 4.0, 6.9, 1.6), (scale.text(scale.BODY, "lt2"),))
    lit = TextLevel(scale.FLOOR, bold=True, colour="lt1", before=Pt(9), indent=emu(0.3), hanging=emu(0.3),
                    bullet=Bullet("■", "Arial", "accent4/40+60", 80))  # fmt: skip
    quiet = TextLevel(scale.FLOOR, colour="lt2/80", before=Pt(9), indent=emu(0.3))
    agenda = _body("agenda", 0, 14, "Where we are", (8.2, 1.0, 3.95, 5.5), (quiet, lit), minimum=Pt(14), anchor="ctr")
    line = Decoration(box(7.85, 1.2, 0.02, 5.1), "accent1")
    return Layout(
        "section", "section", "Section", (heading, number, subtitle, agenda, *foot("lt2", 12.3)), (*leaves, line), "dk2",
        master_shapes=False,
    )  # fmt: skip


def _cards(
    places: list[tuple[float, float, float, float]], size: Pt, idx: int, anchor: str = "t"
) -> tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]:
    """Make quotation cards, each with its rule at the left edge."""
    cards = tuple(
        _body("voices", slot, idx + slot, f"Quotation {slot + 1}", (x + _RULE, y, width - _RULE, height),
              scale.card(size), inset=_CARD_INSET, anchor=anchor, fill="lt2")
        for slot, (x, y, width, height) in enumerate(places)
    )  # fmt: skip
    rules = tuple(Decoration(box(x, y, _RULE, height), "accent1") for x, y, _, height in places)
    return cards, rules


def _voices(count: int) -> Layout:
    across = {1: 1, 2: 2, 3: 3, 4: 2}[count]
    size = {1: Pt(34), 2: Pt(28), 3: Pt(24), 4: Pt(22)}[count]
    places = [(x, y, width, height) for y, height in rows(-(-count // across)) for x, width in columns(across)]
    cards, rules = _cards(places, size, 13, "ctr" if count == 1 else "t")
    name = "One voice" if count == 1 else f"{count} voices"
    return Layout(f"voices-{count}", "voices", name, (title(), *cards, *foot()), rules)


def _voices_beside_points(count: int) -> Layout:
    left = columns(2, width=CONTENT)[0][1] - 0.2
    x = LEFT + left + 0.45
    places = [(x, y, CONTENT - left - 0.45, height) for y, height in rows(count)]
    cards, rules = _cards(places, {1: Pt(28), 2: Pt(22), 3: Pt(20)}[count], 13)
    points = _body("points", 0, 1, "Points", (LEFT, TOP, left, BOTTOM - TOP), scale.listed(Pt(22)))
    name = f"Points and {count} voice" + ("s" if count > 1 else "")
    return Layout(f"voices-beside-points-{count}", "voices", name, (title(), points, *cards, *foot()), rules)


_MARKS = (
    TextLevel(Pt(24), bold=True, colour="lt1", heading_font=True),
    *(
        TextLevel(Pt(24), bold=True, colour="lt1", heading_font=True, indent=emu(0.42), hanging=emu(0.42),
                  bullet=Bullet(mark, "Wingdings", "accent4/40+60", 110))
        for mark in ("ü", "û")
    ),
)  # fmt: skip
"""The levels of a column's heading: plain, with a tick, with a cross (both characters of Wingdings)."""

_COLUMN_INSET = (emu(0.25), emu(0.2), emu(0.25), emu(0.15))
_HEADING_INSET = (emu(0.25), emu(0.05), emu(0.25), emu(0.05))


def _compare_layout(name: str, gallery: str, places: list[tuple[float, float]], size: Pt) -> Layout:
    holders: list[Placeholder] = []
    for slot, (x, width) in enumerate(places):
        side = ("Left", "Right")[slot] if len(places) > 1 else "Column"
        holders.append(
            _body("headings", slot, 13 + 2 * slot, f"{side} heading", (x, TOP, width, 0.6), _MARKS, minimum=Pt(20),
                  inset=_HEADING_INSET, anchor="ctr", fill="dk2", max_lines=1)
        )  # fmt: skip
        holders.append(
            _body("columns", slot, 14 + 2 * slot, f"{side} points", (x, TOP + 0.6, width, BOTTOM - TOP - 0.6),
                  scale.listed(size), inset=_COLUMN_INSET, fill="lt2", minimum=Pt(20))
        )  # fmt: skip
    return Layout(name, "compare", gallery, (title(), *holders, *foot()))


def _compare() -> Layout:
    return _compare_layout("compare", "Comparison", columns(2), Pt(22))


def _compare_one() -> Layout:
    return _compare_layout("compare-one", "Comparison, one side", columns(1), scale.BODY)


def _table() -> Layout:
    place = (LEFT, TOP, CONTENT, BOTTOM - TOP)
    table = _body("table", 0, 13, "Table", place, (scale.text(scale.SECOND),), kind="tbl")
    return Layout("table", "table", "Table", (title(), table, *foot()))


_CAPTION = (scale.text(scale.FLOOR, "accent6"),)


def _picture() -> Layout:
    """Make the picture layout, with the caption beside it: most pictures are less wide than a slide."""
    picture = _body("picture", 0, 13, "Picture", (LEFT, TOP, 8.4, BOTTOM - TOP), (scale.text(scale.SECOND),), "pic")
    place = (LEFT + 8.75, TOP, CONTENT - 8.75, BOTTOM - TOP)
    caption = _body("caption", 0, 14, "Caption", place, (scale.text(scale.SECOND, "accent6"),))
    return Layout("picture", "picture", "Picture", (title(), picture, caption, *foot()))


def _chart() -> Layout:
    chart = _body("chart", 0, 13, "Chart", (LEFT, TOP, CONTENT, 3.75), (scale.text(scale.SECOND),), "chart")
    caption = _body("caption", 0, 14, "Caption", (LEFT, 5.8, CONTENT, 0.8), _CAPTION)
    return Layout("chart", "chart", "Chart", (title(), chart, caption, *foot()))


def _workshop() -> Layout:
    chip = (TextLevel(scale.FLOOR, bold=True, colour="lt1", align="ctr"),)
    inset = (emu(0.15), Emu(0), emu(0.15), Emu(0))
    chips = tuple(
        _body("chips", slot, 13 + slot, name, (x, TOP, width, 0.48), chip, minimum=Pt(14), inset=inset, anchor="ctr",
              fill="accent2", geometry="roundRect", adjust=50_000, max_lines=1)
        for slot, (name, x, width) in enumerate((("Group size", LEFT, 4.2), ("Minutes", LEFT + 4.4, 2.2)))
    )  # fmt: skip
    first, *rest = scale.listed(scale.BODY, scale.NUMBERED)
    wider = TextLevel(first.size, indent=emu_of_points(34), hanging=emu_of_points(34), bullet=first.bullet,
                      before=Pt(11))  # fmt: skip
    questions = _body(
        "questions", 0, 1, "Questions", (LEFT, TOP + 0.68, CONTENT, BOTTOM - TOP - 0.68), (wider, *rest),
        inset=(emu(0.3), emu(0.22), emu(0.3), emu(0.2)), fill="lt1", anchor="t",
    )  # fmt: skip
    band = Decoration(box(0, 0, 0.2, 7.5), "accent2")
    return Layout(
        "workshop", "workshop", "Workshop", (title("accent2"), *chips, questions, *foot()), (band,), "lt2",
        master_shapes=False,
    )  # fmt: skip


def _support(count: int) -> Layout:
    across = {4: 2, 6: 3}[count]
    levels = (
        TextLevel(scale.SECOND, bold=True, colour="dk2"),
        TextLevel(Pt(26), bold=True, colour="accent1", before=Pt(2)),
        TextLevel(scale.FLOOR, before=Pt(4)),
    )
    places = [(x, y, width, height) for y, height in rows(2) for x, width in columns(across)]
    cards = tuple(
        _body("contacts", slot, 13 + slot, f"Contact {slot + 1}", place, levels,
              inset=(emu(0.25), emu(0.15), emu(0.2), emu(0.1)), fill="lt2")
        for slot, place in enumerate(places)
    )  # fmt: skip
    return Layout(f"support-{count}", "support", f"Support, {count} contacts", (title(), *cards, *foot()))

"""Charts with their numbers, as the file keeps them beside the drawing (ECMA-376 Part 1, 21.2)."""

import math
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct

from deckbuilder.ir.outline import OutlineBlock, OutlineChart, OutlineTable
from deckbuilder.ir.text import Run
from deckbuilder.office.reader.outline.losses import Losses, shown
from deckbuilder.office.reader.parts import Element, every, find, local, name, whole

_KINDS = {"lineChart": "line", "line3DChart": "line"}
_BARS = {"barChart", "bar3DChart"}
_MOST_POINTS = 1_000
"""The most categories that are read of a chart."""
_MOST_SERIES = 50
_FIRST_DAY = date(1899, 12, 30)
"""The day that Office counts from (ECMA-376 Part 1, 18.17.4.1)."""


class _Series(Struct, frozen=True):
    name: str
    categories: dict[int, str]
    values: dict[int, float]
    percent: bool


def chart_of(space: Element, place: str, losses: Losses, description: str) -> OutlineBlock | None:
    """Read a chart: as one, or as a table where a pack has none of its kind; None where it keeps no numbers."""
    plot = find(space, "c:chart/c:plotArea")
    groups = [item for item in plot if local(item).endswith("Chart")] if plot is not None else []
    held = [item for group in groups for item in every(group, "c:ser")]
    if len(held) > _MOST_SERIES:
        losses.add(place, f"A chart has {len(held)} series; the first {_MOST_SERIES} are carried.")
    series = [_series(item) for item in held[:_MOST_SERIES]]
    title, axes = _title(find(space, "c:chart")), _axis_titles(plot)
    if not any(each.values for each in series):
        losses.add(place, f"A chart{_named(title)} keeps no numbers in the file and is not carried.")
        return None
    if title and description:
        losses.add(place, f"The chart's title {shown(title)} is not carried; its description is.")
    if any(_is_longer(item) for item in held[:_MOST_SERIES]):
        losses.add(place, f"A chart has more than {_MOST_POINTS:,} categories; those that follow are not carried.")
    count = min(max(max((*each.values, *each.categories), default=0) for each in series) + 1, _MOST_POINTS)
    names = _categories(series, count)
    kind = _kind_of(groups)
    whole_rows = all(len([key for key in each.values if key < count]) == count for each in series)
    percent = all(each.percent for each in series)
    unit = "%" if percent else axes.pop("valAx", "")
    _note_axes(axes, place, losses)
    if kind and whole_rows:
        _note_stacking(groups, place, losses)
        rows = tuple((each.name, tuple(_number(each, key) for key in range(count))) for each in series)
        return OutlineChart(kind, names, rows, unit, description or title)
    why = f"of another kind ({_said(groups)})" if not kind else "with gaps"
    losses.add(place, f"A chart {why} is carried as a table of its numbers{_named(title)}.")
    header = ((), *((Run(each.name),) if each.name else () for each in series))
    body = tuple((_cell(names[key]), *(_cell(_digits(each, key)) for each in series)) for key in range(count))
    if unit:
        losses.add(place, f"The chart's numbers count {shown(unit)}.")
    return OutlineTable(header, body, description or title)


def _series(item: Element) -> _Series:
    held = next((item.find(name(f"c:{kind}")) for kind in ("cat", "xVal") if item.find(name(f"c:{kind}")) is not None), None)  # fmt: skip
    values = next((found for kind in ("val", "yVal") if (found := find(item, f"c:{kind}")) is not None), None)
    numbers: dict[int, float] = {}
    for key, text in _points(values):
        number = _float(text)
        if number is not None:
            numbers[key] = number
    title = find(item, "c:tx")
    named = " ".join(part.text or "" for part in title.iter(name("c:v"))) if title is not None else ""
    return _Series(named.strip(), _names(held), numbers, "%" in _format(values))


def _is_longer(item: Element) -> bool:
    return any(whole(point.get("idx"), 0) >= _MOST_POINTS for point in item.iter(name("c:pt")))


def _names(held: Element | None) -> dict[int, str]:
    levels = every(held, "c:multiLvlStrRef/c:multiLvlStrCache/c:lvl")
    if levels:
        return _many_levels(levels)
    pattern = _format(held).lower()
    dates = "yy" in pattern or ("d" in pattern and "m" in pattern)
    return {key: _day(text) if dates else text for key, text in _points(held)}


def _many_levels(levels: list[Element]) -> dict[int, str]:
    """Join names of several levels, the outer ones, which stand for all that follow, first."""
    inner = dict(_points(levels[0]))
    found: dict[int, str] = {}
    above = [sorted(_points(level)) for level in levels[1:]]
    for key in sorted(inner):
        outer = [next((text for place, text in reversed(level) if place <= key), "") for level in reversed(above)]
        found[key] = ", ".join(text for text in (*outer, inner[key]) if text)
    return found


def _points(holder: Element | None) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for item in holder.iter(name("c:pt")) if holder is not None else ():
        key, value = whole(item.get("idx"), -1), find(item, "c:v")
        if 0 <= key < _MOST_POINTS and value is not None:
            found.append((key, (value.text or "").strip()))
    return found


def _format(holder: Element | None) -> str:
    code = next(holder.iter(name("c:formatCode")), None) if holder is not None else None
    return (code.text or "") if code is not None else ""


def _day(text: str) -> str:
    number = _float(text)
    if number is None or not 0 < number < 2_900_000:
        return text
    return (_FIRST_DAY + timedelta(days=int(number))).isoformat()


def _float(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _categories(series: list[_Series], count: int) -> tuple[str, ...]:
    names = next((each.categories for each in series if each.categories), {})
    return tuple(names.get(key) or str(key + 1) for key in range(count))


def _number(series: _Series, key: int) -> float:
    return round(series.values[key] * 100, 10) if series.percent else series.values[key]


def _digits(series: _Series, key: int) -> str:
    return f"{_number(series, key):.15g}" if key in series.values else ""


def _cell(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()


def _kind_of(groups: list[Element]) -> str:
    """Give the one kind of all groups; empty where they differ, or a pack has no such kind."""
    kinds = set()
    for group in groups:
        lies = (found := find(group, "c:barDir")) is not None and found.get("val") == "bar"
        kinds.add(("bar" if lies else "column") if local(group) in _BARS else _KINDS.get(local(group), ""))
    return kinds.pop() if len(kinds) == 1 else ""


def _said(groups: Iterable[Element]) -> str:
    return ", ".join(dict.fromkeys(local(group).removesuffix("Chart") for group in groups))


def _note_stacking(groups: list[Element], place: str, losses: Losses) -> None:
    grouping = {mark.get("val") for group in groups if (mark := find(group, "c:grouping")) is not None}
    if grouping & {"stacked", "percentStacked"}:
        losses.add(place, "What the chart stacks on each other stands side by side.")


def _note_axes(axes: dict[str, str], place: str, losses: Losses) -> None:
    for title in axes.values():
        losses.add(place, f"The title of an axis, {shown(title)}, is not carried.")


def _axis_titles(plot: Element | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for axis in plot if plot is not None else ():
        title = _title(axis) if local(axis).endswith("Ax") else ""
        kind = local(axis)
        while title and kind in found:
            kind += "'"
        if title:
            found[kind] = title
    return found


def _title(holder: Element | None) -> str:
    title = find(holder, "c:title")
    if title is None:
        return ""
    lines = ("".join(part.text or "" for part in line.iter(name("a:t"))) for line in title.iter(name("a:p")))
    cached = (part.text or "" for part in title.iter(name("c:v")))
    return " ".join(" ".join((*lines, *cached)).split())


def _named(title: str) -> str:
    return f", {shown(title)}," if title else ""

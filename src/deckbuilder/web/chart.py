"""Charts as drawings (SVG) in a page: words keep their size on a narrow screen, and no colour is needed to read them.

Each bar says what it is and how much. Lines have dashes of their own, and a list that says which is which.
"""

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from textwrap import wrap

from markupsafe import Markup
from msgspec import Struct

from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.presentation import Chart
from deckbuilder.web.inline import escaped

COLOURS = 6
"""How many colours of series a page has; further series begin again."""
_LINE, _BAR, _GAP = 20, 16, 12
"""The heights, in pixels, of a line of words, of a bar, and of the space below a category."""
_LETTERS = 38
"""The most letters of a line of words: so many fit on a telephone."""
_PLOT = 220
"""The height of the area that lines are drawn in, in pixels."""
_DASHES = ("", "8 4", "2 4", "12 4 2 4", "4 4", "16 6")


def chart_drawing(chart: Chart) -> Markup:
    """Draw a chart. Its numbers are not all in the drawing: a table of them belongs beside it."""
    made = _lines(chart) if chart.kind == "line" else _bars(chart)
    return escaped(
        f'<svg class="chart" role="img" aria-label="{escape(chart.description)}" width="100%" height="{made.height}">'
        f"{made.marks}</svg>"
    )


class _Drawn(Struct, frozen=True):
    marks: str
    height: float


class _Scale(Struct, frozen=True):
    """Where values stand between the least and the greatest, of which one is zero at least."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Give the share of the whole, from 0 to 1."""
        # Halved first: the distance of two large numbers may be more than a number can be.
        whole = self.high / 2 - self.low / 2
        return (value / 2 - self.low / 2) / whole if whole else 0.0


def _scale(chart: Chart) -> _Scale:
    values = [value for _, series in chart.series for value in series] or [0.0]
    return _Scale(min(0.0, *values), max(0.0, *values))


def _bars(chart: Chart) -> _Drawn:
    scale = _scale(chart)
    marks: list[str] = []
    top = 0.0
    for index, category in enumerate(chart.categories):
        if len(chart.series) > 1:
            marks += _words(category, top, "name")
            top += _LINE * len(_broken(category))
        for number, (name, values) in enumerate(chart.series):
            value = values[index]
            said = f"{name if len(chart.series) > 1 else category}: {value:.15g}"
            marks += _words(said, top, "value")
            top += _LINE * len(_broken(said)) + 2
            start, end = sorted((scale.place(0), scale.place(value)))
            marks.append(
                f'<rect class="s{number % COLOURS + 1}" x="{start * 100:.2f}%" y="{top:g}" '
                f'width="{max((end - start) * 100, 0.3):.2f}%" height="{_BAR}"/>'
            )
            top += _BAR + 6
        top += _GAP
    return _Drawn("".join(marks), max(top - _GAP, 0))


def _lines(chart: Chart) -> _Drawn:
    scale = _scale(chart)
    marks: list[str] = []
    top = 0.0
    for number, (name, _) in enumerate(chart.series):
        middle = top + _LINE / 2 + 1
        marks.append(_stroke(number, ("0", f"{middle:g}"), ("36", f"{middle:g}")))
        marks += _words(name, top, "value", 46)
        top += _LINE * len(_broken(name))
    top += _GAP
    last = max(len(chart.categories) - 1, 1)
    zero = top + _PLOT * (1 - scale.place(0))
    marks.append(f'<line class="axis" x1="0" y1="{zero:.1f}" x2="100%" y2="{zero:.1f}"/>')
    for number, (_, values) in enumerate(chart.series):
        places = [
            # Two per cent of either side stay free, for the ends of the strokes.
            (f"{2 + 96 * index / last:.2f}%", f"{top + _PLOT * (1 - scale.place(value)):.1f}")
            for index, value in enumerate(values)
        ]
        marks += [_stroke(number, one, other) for one, other in pairwise(places)]
        marks += [f'<circle class="s{number % COLOURS + 1}" cx="{x}" cy="{y}" r="4"/>' for x, y in places]
    top += _PLOT + 6
    ends = list(dict.fromkeys((chart.categories[0], chart.categories[-1]))) if chart.categories else []
    # The names of the first and the last category share a line where both have room on it.
    below = _LINE if sum(map(len, ends)) > _LETTERS - 4 else 0
    for index, category in enumerate(ends):
        marks += _words(category, top + index * below * len(_broken(ends[0])), "value", end=index > 0)
    lines = len(_broken(ends[0])) * bool(below) + len(_broken(ends[-1])) if ends else 0
    return _Drawn("".join(marks), top + _LINE * lines + 4)


def _stroke(number: int, start: tuple[str, str], end: tuple[str, str]) -> str:
    dashes = _DASHES[number % len(_DASHES)]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<line class="l{number % COLOURS + 1}" x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}"{dashed}/>'
    )


def _broken(text: str) -> list[str]:
    return wrap(text, _LETTERS) or [""]


def _words(text: str, top: float, kind: str, left: float = 0, *, end: bool = False) -> Iterator[str]:
    """Give lines of words below a height; `end` puts them at the end of the line."""
    for index, line in enumerate(_broken(text)):
        place = f"{top + _LINE * index + 15:g}"
        # Where the page runs from right to left, the start of a text is its right end.
        way = "rtl" if runs_leftwards(line) else "ltr"
        anchor = "start" if (way == "rtl") == end else "end"
        where = 'x="100%"' if end else f'x="{left:g}"'
        yield f'<text class="{kind}" {where} y="{place}" text-anchor="{anchor}" direction="{way}">{escape(line)}</text>'

"""Whether the names of a chart's categories have room: programs cut off or break what is wider than its column."""

from deckbuilder.fit.measure import Measure
from deckbuilder.ir.presentation import Chart
from deckbuilder.ir.template import Placeholder, TextLevel
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt, points

_LABEL = TextLevel(Pt(18))
"""How labels are set, whatever the theme."""
_APART = 6.0
"""Between two names under an axis, in points."""
_MOST = 0.4
"""The most of the chart's height that names under its axis may take, and of its width those beside it."""


def name_without_room(chart: Chart, place: Placeholder, measure: Measure) -> str | None:
    """Give the first name of a category that does not stand whole at its place; None when all do."""
    width, height = points(place.box.cx), points(place.box.cy)
    beside = chart.kind == "bar"
    share = width * _MOST if beside else width / len(chart.categories) - _APART
    room = height / len(chart.categories) if beside else height * _MOST
    for name in chart.categories:
        runs = (Run(name),)
        lines = measure.lines(runs, Pt(share), _LABEL.size, _LABEL)
        wide = measure.longest_word(runs, _LABEL.size, _LABEL)
        if wide > share or lines * _LABEL.size * measure.line_height(_LABEL) > room:
            return name
    return None

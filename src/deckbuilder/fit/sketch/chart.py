"""A chart drawn: bars, columns or lines to scale, with the names of its categories and all its values."""

import math
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.fit.sketch.geometry import circle
from deckbuilder.fit.sketch.text import Mark, Setter
from deckbuilder.ir.drawing import Shape, Stroke, rectangle
from deckbuilder.ir.presentation import Chart
from deckbuilder.ir.template import Box, TextLevel
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt, points

_SIZE = Pt(18)
"""The size of labels."""
_GAP = 0.6
"""Between the bars of two categories, as a share of a bar."""
_APART = 0.05
"""Between the bars of a category, likewise."""
_NAMES = 0.35
"""The most of a bar chart's width that the names of its categories take."""
_SPACE = 6.0
"""Between a bar and its value, and between an axis and its names, in points."""


def draw_chart(chart: Chart, box: Box, setter: Setter) -> Iterator[Mark]:
    """Draw a chart in a box."""
    template = setter.paint.template
    frame = _Frame(points(box.x), points(box.y), points(box.cx), points(box.cy))
    if template.ground:
        yield Shape(rectangle(frame.x, frame.y, frame.width, frame.height), setter.paint.rgb(template.ground))
    drawer = _Drawer(chart, setter, TextLevel(_SIZE, colour=template.plain.colour))
    if len(chart.series) > 1:
        yield from drawer.legend(frame)
        taken = drawer.step + 2 * _SPACE
        frame = _Frame(frame.x, frame.y + taken, frame.width, frame.height - taken)
    yield from drawer.bars(frame) if chart.kind == "bar" else drawer.upright(frame)


def scale_of(chart: Chart) -> tuple[float, float]:
    """Give the least and the greatest value that the axis reaches: whole steps, with room for the labels."""
    values = [value for _, series in chart.series for value in series]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) or 1.0
    raw = span / 8
    power = 10.0 ** math.floor(math.log10(raw))
    step = power * next((each for each in (1, 2, 5) if each * power >= raw), 10)
    return (
        math.floor((low - 0.05 * span) / step) * step if low else 0.0,
        math.ceil((high + 0.05 * span) / step) * step if high else 0.0,
    )


class _Frame(Struct, frozen=True):
    x: float
    y: float
    width: float
    height: float


class _Drawer(Struct, frozen=True):
    chart: Chart
    setter: Setter
    label: TextLevel

    @property
    def step(self) -> float:
        """The height of a line of labels."""
        return self.label.size * self.setter.paint.measure.line_height(self.label)

    def _colour(self, series: int) -> str:
        names = self.setter.paint.template.series
        return self.setter.paint.rgb(names[series % len(names)])

    def _quiet(self) -> str:
        return self.setter.paint.rgb(self.setter.paint.template.quiet)

    def _text(self, text: str, at: tuple[float, float], width: float, align: str, *, bold: bool = False) -> list[Mark]:
        level = replace(self.label, align=align, bold=bold)
        return [*self.setter.block((Run(text),), at, Pt(width), level.size, level)[0]]

    def _wide(self, text: str, *, bold: bool = False) -> float:
        level = replace(self.label, bold=bold)
        return self.setter.paint.measure.width((Run(text),), level.size, level)

    def _bar_width(self, slot: float) -> float:
        count = len(self.chart.series)
        return slot / (count + (count - 1) * _APART + _GAP)

    def legend(self, frame: _Frame) -> Iterator[Mark]:
        """Draw the names of the series above the plot, each after a square of its colour."""
        key = 0.5 * self.label.size
        widths = [key + _SPACE + self._wide(name) for name, _ in self.chart.series]
        x = frame.x + (frame.width - sum(widths) - 20 * (len(widths) - 1)) / 2
        for index, ((name, _), width) in enumerate(zip(self.chart.series, widths, strict=True)):
            yield Shape(rectangle(x, frame.y + (self.step - key) / 2, key, key), self._colour(index))
            yield from self._text(name, (x + key + _SPACE, frame.y), width, "l")
            x += width + 20

    def bars(self, frame: _Frame) -> Iterator[Mark]:
        """Draw bars from the left, the first category uppermost."""
        low, high = scale_of(self.chart)
        names = min(max(self._wide(name) for name in self.chart.categories), frame.width * _NAMES)
        left, width = frame.x + names + _SPACE, frame.width - names - _SPACE
        slot = frame.height / len(self.chart.categories)
        bar = self._bar_width(slot)

        def across(value: float) -> float:
            return left + (value - low) / ((high - low) or 1) * width

        for row, name in enumerate(self.chart.categories):
            y = frame.y + row * slot
            taken = self.setter.height((Run(name),), Pt(names), self.label.size, self.label)
            yield from self._text(name, (frame.x, y + (slot - taken) / 2), names, "r")
            for index, (_, values) in enumerate(self.chart.series):
                upper = y + bar * (_GAP / 2 + index * (1 + _APART))
                start, end = sorted((across(0), across(values[row])))
                yield Shape(rectangle(start, upper, end - start, bar), self._colour(index))
                text, middle = _value(values[row]), upper + (bar - self.step) / 2
                if values[row] < 0:
                    yield from self._text(text, (start - 100 - _SPACE / 2, middle), 100, "r", bold=True)
                else:
                    yield from self._text(text, (end + _SPACE / 2, middle), 100, "l", bold=True)
        yield Shape(rectangle(across(0) - 0.375, frame.y, 0.75, frame.height), self._quiet())

    def upright(self, frame: _Frame) -> Iterator[Mark]:
        """Draw columns or lines over the names of the categories."""
        low, high = scale_of(self.chart)
        slot = frame.width / len(self.chart.categories)
        names = max(self._lines(name, slot - _SPACE) for name in self.chart.categories) * self.step
        height = frame.height - names - _SPACE

        def down(value: float) -> float:
            return frame.y + (high - value) / ((high - low) or 1) * height

        yield Shape(rectangle(frame.x, down(0) - 0.375, frame.width, 0.75), self._quiet())
        for column, name in enumerate(self.chart.categories):
            corner = frame.x + column * slot + _SPACE / 2, frame.y + height + _SPACE
            yield from self._text(name, corner, slot - _SPACE, "ctr")
        for index, (_, values) in enumerate(self.chart.series):
            if self.chart.kind == "line":
                yield from self._line(
                    index, [(frame.x + (at + 0.5) * slot, down(each)) for at, each in enumerate(values)]
                )
                continue
            bar = self._bar_width(slot)
            for column, value in enumerate(values):
                x = frame.x + column * slot + bar * (_GAP / 2 + index * (1 + _APART))
                upper, lower = sorted((down(value), down(0)))
                yield Shape(rectangle(x, upper, bar, lower - upper), self._colour(index))
                y = lower + _SPACE / 2 if value < 0 else upper - self.step - _SPACE / 2
                yield from self._text(_value(value), (x - 50, y), bar + 100, "ctr", bold=True)

    def _lines(self, name: str, width: float) -> int:
        return self.setter.paint.measure.lines((Run(name),), Pt(width), self.label.size, self.label)

    def _line(self, index: int, places: list[tuple[float, float]]) -> Iterator[Mark]:
        """Draw a line with a disc at each value, and the value above it."""
        yield Stroke(tuple(places), Pt(3), self._colour(index))
        for (x, y), value in zip(places, self.chart.series[index][1], strict=True):
            yield Shape(circle(x, y, 4.5), self._colour(index))
            yield from self._text(_value(value), (x - 50, y - self.step - 4.5), 100, "ctr", bold=True)


def _value(value: float) -> str:
    return f"{value:.10g}".replace("-", "\N{MINUS SIGN}")

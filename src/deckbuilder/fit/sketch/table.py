"""A table drawn: header, cells and hairlines, as the style of our tables shows them."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckbuilder.fit.sketch.text import Mark, Setter
from deckbuilder.fit.table import CELL_MARGINS
from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.drawing import Shape, rectangle
from deckbuilder.ir.presentation import Table
from deckbuilder.ir.template import Box, Template, TextLevel
from deckbuilder.units import Pt, points

_HAIR = 0.75
"""How thick the lines between rows are, in points."""


def draw_table(table: Table, box: Box, setter: Setter) -> Iterator[Mark]:
    """Draw a table that `fit` has measured."""
    paint = setter.paint
    template = paint.template
    x, width = points(box.x), points(box.cx)
    y: float = points(box.y)
    header = paint.rgb(template.series[0])
    line = paint.rgb(_line(template))
    body = TextLevel(table.size, colour=template.plain.colour)
    head = replace(body, bold=True, colour=paint.header_text(header))
    rows = (table.header, *table.rows)
    # The first column of a table whose header runs from right to left is the one at the right.
    mirrored = runs_leftwards("".join(run.text for cell in table.header for run in cell))
    if template.ground:
        yield Shape(rectangle(x, y, width, sum(table.row_heights)), paint.rgb(template.ground))
    for number, (row, height) in enumerate(zip(rows, table.row_heights, strict=True)):
        if not number:
            yield Shape(rectangle(x, y, width, height), header)
        left: float = x + width if mirrored else x
        for column, (cell, share) in enumerate(zip(row, table.widths, strict=True)):
            level = replace(body if number else head, align="r" if table.right_aligned[column] else "l")
            room = Pt(width * share - 2 * CELL_MARGINS[0])
            left -= width * share if mirrored else 0.0
            upper = y + (height - setter.height(cell, room, table.size, level)) / 2
            lines, _ = setter.block(cell, (left + CELL_MARGINS[0], upper), room, table.size, level)
            yield from lines
            left += 0.0 if mirrored else width * share
        y += height
        if number or len(rows) == 1:
            yield Shape(rectangle(x, y - _HAIR / 2, width, _HAIR), line)


def _line(template: Template) -> str:
    """Give the colour of the lines: the quiet one, lighter where the template does not shade it itself."""
    return template.quiet if "/" in template.quiet else f"{template.quiet}/60+40"

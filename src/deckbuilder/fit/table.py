"""Fitting a table: column widths by what stands in them, row heights by their lines, rows that fit on a slide."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.fit.measure import Measure
from deckbuilder.fit.sizes import size_steps
from deckbuilder.fit.split import balanced
from deckbuilder.ir.presentation import Table
from deckbuilder.ir.template import Placeholder, TextLevel
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt, points

CELL_MARGINS = (Pt(7.2), Pt(5.0))
"""The space left and right of a cell's text, and above and below it."""
_HEADER = TextLevel(Pt(20), bold=True)
_BODY = TextLevel(Pt(20))


def _sizes(placeholder: Placeholder) -> list[Pt]:
    """Give the text sizes to try: the placeholder's own, then smaller ones down to its minimum."""
    steps = (sizes[0] if sizes else placeholder.levels[0].size for sizes in size_steps(placeholder))
    return list(dict.fromkeys(steps))


def fit_table(table: Table, placeholder: Placeholder, measure: Measure) -> tuple[list[Table], int | None]:
    """Give the table, in as many pieces as it needs, each with the header.

    It takes as few slides as it can, and then the largest text. The second value is the index of a row that is too
    high for a slide, or None.
    """
    width, room = points(placeholder.box.cx), points(placeholder.box.cy)
    sizes = _sizes(placeholder)
    shares = _shares(table, width, sizes[0], measure)
    best: list[Table] = []
    too_high: int | None = None
    for size in sizes:
        sized = replace(table, widths=shares, size=size)
        header = _row_height(table.header, sized, width, _HEADER, measure)
        heights = [_row_height(row, sized, width, _BODY, measure) for row in table.rows]
        too_high = next((index for index, height in enumerate(heights) if header + height > room), None)
        if too_high is not None:
            continue
        cuts = _cuts(heights, Pt(room - header))
        if not best or len(cuts) < len(best):
            best = [_piece(sized, header, heights, start, stop) for start, stop in cuts]
        if len(best) == 1:
            break
    return best, None if best else too_high


def _cuts(heights: Sequence[Pt], room: Pt) -> list[tuple[int, int]]:
    """Cut rows into as few pieces as fit in a room under the header, as evenly as can be."""
    for count in range(1, len(heights)):
        cuts = balanced(heights, count)
        if all(sum(heights[start:stop]) <= room for start, stop in cuts):
            return cuts
    return [(index, index + 1) for index in range(len(heights))]


def _piece(table: Table, header: Pt, heights: Sequence[Pt], start: int, stop: int) -> Table:
    return replace(table, rows=table.rows[start:stop], row_heights=(header, *heights[start:stop]))


def _row_height(cells: Sequence[tuple[Run, ...]], table: Table, width: Pt, level: TextLevel, measure: Measure) -> Pt:
    lines = 1
    for cell, share in zip(cells, table.widths, strict=True):
        lines = max(lines, measure.lines(cell, Pt(width * share - 2 * CELL_MARGINS[0]), table.size, level))
    return Pt(lines * table.size * measure.line_height(level) + 2 * CELL_MARGINS[1])


def _shares(table: Table, width: Pt, size: Pt, measure: Measure) -> tuple[float, ...]:
    """Give each column what its longest text wants; where that is too much, what remains by weight."""
    margins = 2 * CELL_MARGINS[0]
    wanted: list[float] = []
    least: list[float] = []
    for column in range(len(table.header)):
        texts = [(table.header[column], _HEADER), *((row[column], _BODY) for row in table.rows)]
        wanted.append(max(measure.width(runs, size, level) for runs, level in texts) + margins)
        least.append(max(measure.longest_word(runs, size, level) for runs, level in texts) + margins)
    total = sum(wanted)
    if total <= width:
        return tuple(each / total for each in wanted)
    least = _capped(least, width)
    spare = max(width - sum(least), 0.0)
    extra = [max(want - low, 0.0) ** 0.5 for want, low in zip(wanted, least, strict=True)]
    widths = [low + spare * part / (sum(extra) or 1) for low, part in zip(least, extra, strict=True)]
    return tuple(each / sum(widths) for each in widths)


def _capped(least: list[float], width: float) -> list[float]:
    """Let the widest columns alone give way where words do not fit side by side; theirs are broken inside."""
    left, cap = width, 0.0
    for index, each in enumerate(sorted(least)):
        cap = left / (len(least) - index)
        if each > cap:
            return [min(low, cap) for low in least]
        left -= each
    return least

"""Tables and fields of documents as HTML: what is filled in is room for a pen, since a page keeps nothing."""

from html import escape

from markupsafe import Markup

from deckbuilder.ir.document import Answer, Cell, Field, FieldKind, Grid, Ticks
from deckbuilder.web.figures import written_table
from deckbuilder.web.inline import NO_TARGETS, Targets, escaped, runs_html
from deckbuilder.web.paragraphs import cell_html

_MOST_LINES = 12
"""The most lines that room for an answer has on a page: for more, there is the back of the paper."""


def grid_html(grid: Grid, targets: Targets = NO_TARGETS, *, leftwards: bool = False) -> Markup:
    """Give a table of a document. Its caption is for those who do not see it: its heading stands above it."""
    head = [Markup.escape(name) for name in grid.header]
    rows = [[_cell(cell, targets, leftwards=leftwards) for cell in row] for row in grid.rows]
    return written_table(
        grid.description,
        head,
        rows,
        grid.right_aligned,
        widths=grid.widths,
        row_headings=grid.heading_column,
        kind="form" if grid.is_form else "reading",
    )


def answer_html(answer: Answer) -> Markup:
    """Give room for a written answer, as lines."""
    lines = Markup('<span class="line"></span>') * min(max(answer.lines, 1), _MOST_LINES)
    return Markup('<div class="answer"><p class="unseen">{}</p><div aria-hidden="true">{}</div></div>').format(
        f"Room for an answer: {answer.field.title}", lines
    )


def ticks_html(ticks: Ticks, targets: Targets = NO_TARGETS) -> Markup:
    """Give options, each with a box to tick."""
    return Markup('<ul class="ticks">{}</ul>').format(
        Markup("").join(Markup("<li>{}</li>").format(runs_html(runs, targets)) for _, runs in ticks.options)
    )


def _cell(cell: Cell, targets: Targets, *, leftwards: bool) -> Markup:
    if not isinstance(cell, Field):
        return cell_html(cell, targets, leftwards=leftwards)
    shown = _SHOWN.get(cell.kind, "").format(escape(cell.prompt))
    return escaped(f'{shown}<span class="unseen">To fill in: {escape(cell.title)}</span>')


_SHOWN = {
    FieldKind.TICK: '<span class="box" aria-hidden="true"></span>',
    FieldKind.CHOICE: '<span class="choices">{}</span>',
}
"""What stands in a field, by its kind; in all others nothing."""

"""Tables of slides (ECMA-376 Part 1, 21.1.3)."""

from deckbuilder.ir.outline import OutlineTable
from deckbuilder.ir.text import ListKind, Run
from deckbuilder.office.reader.outline.losses import Losses, number_of
from deckbuilder.office.reader.outline.slide_runs import SlideText, as_heading, in_one
from deckbuilder.office.reader.parts import Element, every, find, is_on

MOST_ROWS = 2_000
MOST_COLUMNS = 60
_MERGED = ("hMerge", "vMerge")

Cells = tuple[tuple[Run, ...], ...]


def table_of(table: Element, frame: Element, text: SlideText, description: str) -> OutlineTable:
    """Read a table; what is merged or listed within cells is noted as lost."""
    cells = [every(row, "a:tc") for row in every(table, "a:tr")]
    rows = [tuple(_cell(cell, frame, text) for cell in row) for row in cells]
    empty = sum(not any(row) for row in rows)
    if empty:
        text.losses.add(text.place, f"Of a table {number_of(empty, 'empty row is', 'empty rows are')} left out.")
    note_size(rows, text.place, text.losses)
    rows, kept = squared(rows)
    _note(table, text)
    properties = find(table, "a:tblPr")
    headed = properties is not None and is_on(properties.get("firstRow")) and len(rows) > 1
    header = tuple(as_heading(cell) for cell in rows[0]) if headed else ()
    return OutlineTable(header, tuple(rows[1:] if headed else rows), description, _at_the_right(cells, kept))


def _at_the_right(cells: list[list[Element]], kept: list[int]) -> tuple[bool, ...]:
    """Say of each column whether all its cells below the first stand at the right."""
    below = [[row[column] for row in cells[1:] if column < len(row)] for column in kept]
    return tuple({way for cell in column for way in _ways(cell)} == {"r"} for column in below)


def _ways(cell: Element) -> list[str]:
    marks = [find(paragraph, "a:pPr") for paragraph in every(cell, "a:txBody/a:p")]
    return [mark.get("algn", "l") if mark is not None else "l" for mark in marks]


def squared(rows: list[Cells]) -> tuple[list[Cells], list[int]]:
    """Give every row as many cells as the longest has, and leave out columns and rows that hold nothing.

    Gives the rows, and which columns are left.
    """
    rows = [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]]
    width = max(map(len, rows), default=0)
    full = [row + ((),) * (width - len(row)) for row in rows]
    kept = [column for column in range(width) if any(row[column] for row in full)]
    return [tuple(row[column] for column in kept) for row in full if any(row)], kept


def note_size(rows: list[Cells], place: str, losses: Losses) -> None:
    """Note what a table has beyond the most rows and columns that are read."""
    if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
        losses.add(place, f"Of a table only {MOST_ROWS:,} rows and {MOST_COLUMNS} columns are carried.")


def _cell(cell: Element, frame: Element, text: SlideText) -> tuple[Run, ...]:
    paragraphs = text.paragraphs(find(cell, "a:txBody"), frame)
    if any(paragraph.list is not ListKind.NONE for paragraph in paragraphs):
        text.losses.add(text.place, "A list within a cell of a table is carried as lines.")
    return in_one(paragraphs)


def _note(table: Element, text: SlideText) -> None:
    cells = every(table, "a:tr/a:tc")
    merged = sum(any(is_on(cell.get(mark)) for mark in _MERGED) for cell in cells)
    if merged:
        what = f"A table has merged cells; {number_of(merged, 'cell is', 'cells are')} empty below them."
        text.losses.add(text.place, what)
    hidden = [cell for cell in cells if any(is_on(cell.get(mark)) for mark in _MERGED) and _holds_text(cell)]
    if hidden:
        text.losses.add(text.place, "Text within merged cells, which the slide does not show, stands in cells again.")


def _holds_text(cell: Element) -> bool:
    return any((item.text or "").strip() for item in every(cell, "a:txBody/a:p/a:r/a:t"))

"""Tables of Word documents (ECMA-376 Part 1, 17.4)."""

from collections.abc import Iterator

from deckbuilder.ir.outline import OutlineTable
from deckbuilder.ir.text import Run
from deckbuilder.office.reader.outline.losses import number_of
from deckbuilder.office.reader.outline.slide_runs import as_heading, joined, trimmed
from deckbuilder.office.reader.outline.slide_tables import MOST_COLUMNS, Cells, note_size, squared
from deckbuilder.office.reader.outline.word_parts import Surroundings, unwrapped
from deckbuilder.office.reader.outline.word_runs import inline_of
from deckbuilder.office.reader.parts import Element, every, find, is_on, local, name, whole
from deckbuilder.office.reader.word_styles import is_set, value_of

_FIRST_ROW = 0x20
"""The bit of `w:tblLook` that says that the first row is a header's (17.4.55)."""
_DEEPEST = 20


def rows_of(table: Element) -> list[list[Element]]:
    """Give the cells of a table, row by row, through what wraps them; rows marked as deleted are left out."""
    rows = [row for row in unwrapped(table) if local(row) == "tr" and find(row, "w:trPr/w:del") is None]
    return [[cell for cell in unwrapped(row) if local(cell) == "tc"] for row in rows]


def word_table(table: Element, around: Surroundings, objects: list[Element]) -> OutlineTable:
    """Read a table; what is merged or nested is noted as lost, and drawings within it are given to `objects`."""
    elements = rows_of(table)
    rows: list[Cells] = []
    covered = 0
    for line in elements:
        row: list[tuple[Run, ...]] = []
        for cell in line:
            merge = find(cell, "w:tcPr/w:vMerge")
            continues = merge is not None and value_of(merge) in {"", "continue"}
            span = find(cell, "w:tcPr/w:gridSpan")
            wide = min(max(whole(span.get(name("w:val")), 1), 1), MOST_COLUMNS) if span is not None else 1
            covered += continues + wide - 1
            row += [_cell(cell, around, objects), *(() for _ in range(wide - 1))]
        rows.append(tuple(row[: MOST_COLUMNS + 1]))
    if covered:
        around.lost(f"A table has merged cells; {number_of(covered, 'cell is', 'cells are')} empty below them.")
    empty = sum(not any(row) for row in rows)
    if empty:
        around.lost(f"Of a table {number_of(empty, 'empty row is', 'empty rows are')} left out.")
    headed = len(rows) > 1 and any(rows[0]) and _is_header(table, elements[0], rows, around)
    note_size(rows, around.place, around.losses)
    rows, _ = squared(rows)
    header = tuple(as_heading(cell) for cell in rows[0]) if headed else ()
    said = (value_of(find(table, f"w:tblPr/w:tbl{kind}")).strip() for kind in ("Description", "Caption"))
    return OutlineTable(header, tuple(rows[1:] if headed else rows), next(filter(None, said), ""))


def _is_header(table: Element, cells: list[Element], rows: list[Cells], around: Surroundings) -> bool:
    row = cells[0].getparent() if cells else None
    while row is not None and local(row) != "tr":
        row = row.getparent()
    if is_set(find(row, "w:trPr/w:tblHeader")):
        return True
    look = find(table, "w:tblPr/w:tblLook")
    own = look.get(name("w:firstRow")) if look is not None else None
    bits = look.get(name("w:val"), "") if look is not None else ""
    marked = is_on(own) if own is not None else bool(_hexadecimal(bits) & _FIRST_ROW)
    chain = around.styles.chain(value_of(find(table, "w:tblPr/w:tblStyle")))
    styled = any(part.get(name("w:type")) == "firstRow" for style in chain for part in every(style, "w:tblStylePr"))
    if marked and styled:
        return True
    return _is_bold(rows[0]) and not all(map(_is_bold, rows[1:]))


def _is_bold(row: Cells) -> bool:
    runs = [run for cell in row for run in cell if run.text.strip()]
    return bool(runs) and all(run.strong for run in runs)


def _hexadecimal(text: str) -> int:
    try:
        return int(text, 16)
    except ValueError:
        return 0


def _cell(cell: Element, around: Surroundings, objects: list[Element]) -> tuple[Run, ...]:
    found: list[Run] = []
    for paragraph in _paragraphs(cell, around, 0):
        inline = inline_of(paragraph, around)
        objects += inline.objects
        around.references += inline.notes
        runs = trimmed(tuple(inline.runs))
        if runs and around.numbering.item(paragraph) is not None:
            around.lost("A list within a cell of a table is carried as lines.")
        if runs:
            found += [Run("\n"), *runs] if found else runs
    return joined(found)


def _paragraphs(holder: Element, around: Surroundings, depth: int) -> Iterator[Element]:
    for item in unwrapped(holder, around):
        if local(item) == "p":
            yield item
        elif local(item) == "tbl" and depth < _DEEPEST:
            around.lost("A table within a cell of another is carried as lines.")
            for row in rows_of(item):
                for cell in row:
                    yield from _paragraphs(cell, around, depth + 1)

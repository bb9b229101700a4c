"""Where a field stands in a settled document: its cell, row and table, and the words that ask for it."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from deckbuilder.office.word.adopt.wml import child, descendants, number, value, w
from deckbuilder.office.word.returned.controls import Control
from deckbuilder.office.word.returned.headings import Styles, one_line
from deckbuilder.office.word.returned.text import text_of


class Place(Struct, frozen=True, eq=False):
    """The place of a control. Each part is None where it stands in none."""

    table: etree._Element | None
    row: etree._Element | None
    cell: etree._Element | None

    @classmethod
    def of(cls, control: Control) -> "Place":
        """Find the place of a control, also of one that stands around its cell or row."""
        cell = next(control.element.iterancestors(w("tc")), None)
        row = next(control.element.iterancestors(w("tr")), None)
        if row is not None and cell in set(row.iterancestors(w("tc"))):
            cell = None  # that of an outer table
        within = child(control.element, "sdtContent")
        for inner in () if within is None else within:
            if inner.tag == w("tr"):
                row, cell = inner, next(iter(cells_of(inner)[-1:]), None)
            elif inner.tag == w("tc"):
                cell = inner
        start = control.element if row is None else row
        return cls(next(start.iterancestors(w("tbl")), None), row, cell)

    @property
    def is_in_columns(self) -> bool:
        """Whether its table has several columns."""
        return self.table is not None and not is_one_column(self.table)

    @property
    def question(self) -> str:
        """What the row and the column say: the words of the row's first cell, and of the column's header."""
        if self.table is None or self.row is None or self.cell is None:
            return ""
        cells = cells_of(self.row)
        first = cells[0] if cells and cells[0] is not self.cell and not holds_control(cells[0]) else None
        rows = rows_of(self.table)
        header = rows[0] if rows and rows[0] is not self.row else None
        names = [] if first is None else [one_line(text_of(first))]
        if header is not None:
            above = _cell_at(header, _column(self.row, self.cell))
            names.append("" if above is None or holds_control(above) else one_line(text_of(above)))
        return " – ".join(name for name in names if name)

    def cells_after(self) -> Iterator[etree._Element]:
        """Give the cells after its own, up to the next that holds a control."""
        cells = [] if self.row is None else cells_of(self.row)
        for cell in cells[cells.index(self.cell) + 1 :] if self.cell in cells else ():
            if holds_control(cell):
                return
            yield cell


def rows_of(table: etree._Element) -> list[etree._Element]:
    """Give a table's own rows, also those that stand in a control."""
    return list(_through_controls(table, w("tr")))


def cells_of(row: etree._Element) -> list[etree._Element]:
    """Give a row's own cells, also those that stand in a control."""
    return list(_through_controls(row, w("tc")))


def is_one_column(table: etree._Element) -> bool:
    """Say whether no row of a table has more than one cell."""
    return all(len(cells_of(row)) < 2 for row in rows_of(table))


def holds_control(element: etree._Element) -> bool:
    """Say whether a control stands in an element, or around it alone."""
    parent = element.getparent()
    return next(descendants(element, "sdt"), None) is not None or (
        parent is not None and parent.tag == w("sdtContent") and len(parent) == 1
    )


def words_before(element: etree._Element, styles: Styles) -> str:
    """Give the nearest paragraph before an element that asks something; empty where there is none."""
    place: etree._Element | None = element
    while place is not None and place.tag != w("body"):
        for before in place.itersiblings(w("p"), preceding=True):
            words = one_line(text_of(before))
            if words and not (holds_control(before) or styles.ends_table(before) or styles.is_hint(before)):
                return words
        place = place.getparent()
    return ""


def _through_controls(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    for inner in element:
        if inner.tag == tag:
            yield inner
        elif inner.tag in {w("sdt"), w("sdtContent")}:
            yield from _through_controls(inner, tag)


def _column(row: etree._Element, wanted: etree._Element) -> int:
    """Give the column of the grid, from 0, that a cell of a row begins in."""
    column = number(value(row, "trPr", "gridBefore"))
    for cell in cells_of(row):
        if cell is wanted:
            break
        column += _span(cell)
    return column


def _cell_at(row: etree._Element, column: int) -> etree._Element | None:
    end = number(value(row, "trPr", "gridBefore"))
    for cell in cells_of(row):
        end += _span(cell)
        if column < end:
            return cell
    return None


def _span(cell: etree._Element) -> int:
    return max(number(value(cell, "tcPr", "gridSpan"), 1), 1)

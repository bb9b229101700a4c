"""Fields whose control a program has taken away, given one again, so that they are read like all others.

To LibreOffice 7.4 a control for text is plain text with a title: where somebody types over its prompt, the control is
gone. What it keeps is the style of the paragraph, which in a worksheet only room for an answer has.
"""

from collections.abc import Iterator

from lxml import etree

from deckbuilder.office.word.adopt.wml import descendants, w
from deckbuilder.office.word.returned.controls import W14, is_mark
from deckbuilder.office.word.returned.headings import Styles
from deckbuilder.office.word.returned.places import cells_of, holds_control, is_one_column, rows_of
from deckbuilder.office.word.returned.text import text_of


def give_controls_back(body: etree._Element, styles: Styles) -> None:
    """Put the text of each field without a control into one that has no title and no tag.

    Of a table with one column, only the first row is a field: those below are for a pen.
    """
    for table in descendants(body, "tbl"):
        rows = [cells_of(row) for row in rows_of(table)]
        for cells in rows[:1] if is_one_column(table) else list(_of_the_worksheet(rows, styles)):
            for cell in cells:
                if _is_without_control(cell, styles):
                    _give_control(cell)


def _of_the_worksheet(rows: list[list[etree._Element]], styles: Styles) -> Iterator[list[etree._Element]]:
    """Give the rows that the worksheet was sent out with, not those that somebody added.

    Where all cells of a row are fields, some control of it is kept, such as that of a date: a row without any is new.
    """
    has_control = False
    for cells in rows:
        held = [holds_control(cell) for cell in cells]
        if has_control and not any(held):
            continue
        yield cells
        is_all_fields = all(holds or _is_without_control(cell, styles) for holds, cell in zip(held, cells, strict=True))
        has_control = has_control or (is_all_fields and any(held))


def _is_without_control(cell: etree._Element, styles: Styles) -> bool:
    return not holds_control(cell) and any(styles.is_for_answer(paragraph) for paragraph in cell.findall(w("p")))


def _give_control(cell: etree._Element) -> None:
    control = etree.Element(w("sdt"))
    properties = etree.SubElement(control, w("sdtPr"))
    etree.SubElement(properties, f"{W14}checkbox" if is_mark(text_of(cell)) else w("text"))
    content = etree.SubElement(control, w("sdtContent"))
    content.extend([inner for inner in cell if inner.tag != w("tcPr")])
    cell.append(control)

"""A table as a list, where it is more than a slide can show as one."""

from deckbuilder.importing.pack_text import tidy
from deckbuilder.ir.outline import OutlineTable
from deckbuilder.ir.text import Paragraph, Run


def table_paragraphs(table: OutlineTable) -> list[Paragraph]:
    """Give a table as a list: each row an item, its further cells below it, each behind its column's heading."""
    found: list[Paragraph] = []
    header, rows = (table.header, table.rows) if table.rows else ((), (table.header,))
    for row in rows:
        level = 0
        for index, cell in enumerate(row):
            if not tidy(cell):
                continue
            heading = tidy(header[index]) if index < len(header) else ()
            found.append(Paragraph((*heading, Run(": "), *cell) if heading and level else cell, level))
            level = 1
    return found

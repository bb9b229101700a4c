"""Tables can be read cell by cell: a header row, and no merged, split or nested cells (WCAG 2.2, 1.3.1)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def tables(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report tables without a header row, and warn of irregular cells."""
    for table in file.tables:
        if not table.header:
            diagnostics.error(
                "table-without-header",
                f"{table.place}: its first row is not marked as a header.",
                origin,
                "In Word: Table Layout, Repeat Header Rows. In PowerPoint: Table Design, Header Row.",
            )
        if not table.regular:
            diagnostics.warn(
                "merged-cells",
                f"{table.place}: it has merged, split or nested cells.",
                origin,
                "Make it a plain grid, or two tables.",
            )

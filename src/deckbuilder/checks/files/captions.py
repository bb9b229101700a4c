"""Tables say what they show before they are read cell by cell (WCAG 2.2, 1.3.1 and 2.4.6)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def captions(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise on tables of a document that have neither a caption nor a title."""
    for table in file.tables:
        if not table.named:
            diagnostics.advise(
                "table-without-caption",
                f"{table.place}: it has no caption, and no title among its properties.",
                origin,
                "In Word: References, Insert Caption; or Table Properties, Alt Text, Title.",
            )

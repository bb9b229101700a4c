"""Nothing floats over the text of a document: it may hide words, and screen readers meet it anywhere."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def floating(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of objects that text flows around, or that lie over or under it."""
    for item in file.objects:
        if item.floating and not item.decorative:
            diagnostics.warn(
                "floating-object",
                f"{item.place}: it is not in line with the text.",
                origin,
                "In Word: Layout Options, In Line with Text.",
            )

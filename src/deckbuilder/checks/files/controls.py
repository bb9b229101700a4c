"""Form fields have a title, which a screen reader says when the field is entered (WCAG 2.2, 4.1.2)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def controls(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report form fields without a title."""
    for place in file.untitled_controls:
        diagnostics.error(
            "untitled-field", f"{place}: it has no title.", origin, "In Word: Developer, Properties, Title."
        )

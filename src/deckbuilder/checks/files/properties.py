"""A file says its title and its language, so that it is announced and pronounced rightly (WCAG 2.2, 2.4.2, 3.1.1)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_NONE = {"", "und", "x-none", "zxx"}


def properties(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn where a file has no title, or text has no language."""
    if not file.title:
        diagnostics.warn(
            "no-document-title", "The file has no title among its properties.", origin, "In Office: File, Info, Title."
        )
    places = [
        paragraph.place
        for paragraph in file.paragraphs
        if any(run.text.strip() and run.language.lower() in _NONE for run in paragraph.runs)
    ]
    if places:
        more = len(set(places)) - 1
        others = f", and {more} more place{'s' if more > 1 else ''}" if more else ""
        diagnostics.warn(
            "no-language",
            f"{places[0]}{others}: the text has no language.",
            origin,
            "Select all text; in Office: Review, Language, Set Proofing Language.",
        )

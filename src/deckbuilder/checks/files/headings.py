"""Headings make the outline that readers go by: there are some, and none skips a level (WCAG 2.2, 1.3.1)."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_LONG = 6_000
"""Characters: about two pages."""


def headings(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of headings that skip a level, and of long documents without any."""
    if file.slides:
        return
    above = 0
    for paragraph in file.paragraphs:
        if paragraph.heading and paragraph.text.strip():
            if above and paragraph.heading > above + 1:
                diagnostics.warn(
                    "skipped-heading",
                    f"{paragraph.place}: it has level {paragraph.heading} after level {above}.",
                    origin,
                    "Use the next level down.",
                )
            above = paragraph.heading
    if not above and sum(len(paragraph.text) for paragraph in file.paragraphs) > _LONG:
        diagnostics.warn(
            "no-headings",
            "The document is long and has no headings.",
            origin,
            "Use Word's heading styles: large bold text is no heading to a screen reader.",
        )

"""Sections of a deck have names that say what is in them."""

import re

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_USUAL = re.compile(r"(?:|default section|untitled section|section)(?: \d+)?", re.IGNORECASE)


def sections(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report sections that have the name that PowerPoint gave them."""
    for number, section in enumerate(file.sections, 1):
        if _USUAL.fullmatch(section.strip()):
            diagnostics.error(
                "unnamed-section",
                f"section {number}: it is called “{section}”.",
                origin,
                "Name it after what is in it.",
            )

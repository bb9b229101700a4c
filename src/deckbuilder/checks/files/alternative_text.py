"""Pictures, charts and drawings have words for those who cannot see them (WCAG 2.2, 1.1.1)."""

import re

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_FILE_NAME = re.compile(
    r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp|heic)|(?:IMG|DSC|DCIM)[-_]?\d+", re.IGNORECASE
)
_LONGEST = 400
"""Characters: about half a minute of speech."""


def alternative_text(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Report objects without alternative text or with a file's name for one, and advise on long ones."""
    for item in file.objects:
        if item.decorative:
            continue
        if not item.description:
            diagnostics.error(
                "no-alternative-text",
                f"{item.place}: it has no alternative text.",
                origin,
                "Say in a sentence what it shows, or mark it as decorative.",
            )
        elif _FILE_NAME.fullmatch(item.description):
            diagnostics.error(
                "no-alternative-text",
                f"{item.place}: its alternative text is a file name.",
                origin,
                "Say in a sentence what it shows.",
            )
        elif len(item.description) > _LONGEST:
            diagnostics.warn(
                "long-alternative-text",
                f"{item.place}: its alternative text has {len(item.description)} characters; {_LONGEST} are plenty.",
                origin,
                "Put the details into the text or the notes.",
            )

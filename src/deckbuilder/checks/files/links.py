"""The words of a link say where it goes (WCAG 2.2, 2.4.4)."""

import re

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_VAGUE = re.compile(
    r"(?:click |see |read |find out |learn )?(?:here|more|this|this link|link|details|this page)|click", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S{40,}", re.IGNORECASE)
"""Bare addresses; short ones without `https://` can be said, and are wanted on paper."""


def links(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of links such as “click here”, and of bare addresses."""
    for paragraph in file.paragraphs:
        for words in paragraph.links:
            said = words.strip().rstrip(".")
            if _VAGUE.fullmatch(said) or _ADDRESS.fullmatch(said):
                diagnostics.warn(
                    "vague-link",
                    f"{paragraph.place}: the words “{said}” do not say where this link goes.",
                    origin,
                    "Name what the reader finds there.",
                )

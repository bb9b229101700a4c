"""Titles and headings are not set in capitals: their shapes are harder to read, and some readers spell them out."""

import re

from deckbuilder.content import Pack
from deckbuilder.content.slides import CompareSlide, TableSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text

_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3
"""Words, below which capitals may be names, such as “NSPCC”, or “Q AND A”."""


def capitals(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise against titles and headings written in capitals."""
    for section in pack.sections:
        _look(section.section, diagnostics)
        for slide in section.slides:
            _look(slide.title, diagnostics)
            if isinstance(slide, CompareSlide | TableSlide):
                for column in slide.columns:
                    _look(column.heading, diagnostics)


def are_capitals(text: str) -> bool:
    """Say whether a text of several words has not one small letter."""
    return len(_WORD.findall(text)) >= _FEWEST and text == text.upper() and text != text.lower()


def _look(text: Text, diagnostics: Diagnostics) -> None:
    if are_capitals(text):
        diagnostics.advise(
            "all-capitals",
            "This heading is written in capitals throughout.",
            text.origin,
            "Write it as a sentence; how headings look is the theme's to say.",
        )

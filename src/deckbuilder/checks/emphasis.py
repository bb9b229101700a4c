"""Emphasis is for a few words: whole passages in italics are hard to read, above all for dyslexic readers."""

import re

from deckbuilder.checks.passages import passages
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics

MOST_WORDS = 12
"""Words in one run of emphasis."""

_EMPHASIS = re.compile(r"(?<![\\*\w])\*(?![*\s])([^*]+?)(?<![\s*\\])\*(?!\*)|(?<![\\_\w])_(?![_\s])([^_]+?)_(?![_\w])")


def emphasis(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise against emphasis that runs over a whole passage."""
    for passage in passages(pack):
        for found in _EMPHASIS.finditer(passage.text) if "*" in passage.text or "_" in passage.text else ():
            words = len(found.group().split())
            if words > MOST_WORDS:
                origin = passage.text.origin
                diagnostics.advise(
                    "long-emphasis",
                    f"{words} words in a row are emphasised.",
                    origin.at_text(found.group()[:12]) if origin else None,
                    "Emphasise the word that matters, or say it first.",
                )

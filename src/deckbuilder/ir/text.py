"""Text as the documents hold it: paragraphs of runs."""

import re
from enum import Enum

from msgspec import Struct

from deckbuilder.diagnostics import Origin

JOINER = "\u200d"
"""What makes one emoji of several (Unicode Technical Standard 51); Arabic and Indic letters have it, too."""
JOINED_EMOJI = re.compile(
    "[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?"
    "(?:\u200d[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?[\U0001f3fb-\U0001f3ff]?)+"
)
"""An emoji that is made of several (Unicode Technical Standard 51)."""


class ListKind(Enum):
    """What stands before a paragraph."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"


class Run(Struct, frozen=True):
    """Characters that look the same. A line break within a paragraph is a newline in `text`."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    """A web, e-mail or telephone address, or `#id` for a slide of the same deck; None for plain text."""


class Paragraph(Struct, frozen=True):
    """A paragraph."""

    runs: tuple[Run, ...]
    level: int = 0
    """The list or outline level, from 0."""
    list: ListKind = ListKind.NONE
    start: int | None = None
    """The number that a numbered paragraph begins its list with; None to go on counting."""
    origin: Origin | None = None
    """Where the author wrote it."""

    @property
    def text(self) -> str:
        """The characters alone."""
        runs = self.runs
        return runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])


def plain(text: str, *, level: int = 0, strong: bool = False, origin: Origin | None = None) -> Paragraph:
    """Make a paragraph of one run."""
    return Paragraph((Run(text, strong=strong),), level=level, origin=origin)


def labelled(label: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Put a strong word or two before runs."""
    return (Run(label + " ", strong=True), *runs)

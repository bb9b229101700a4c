"""From a paragraph of a document as the pack gives it to the text that says it."""

import re
from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from deckbuilder.pipeline.pulling.lines import Line
from deckbuilder.pipeline.pulling.rewriting import Affix
from deckbuilder.pipeline.pulling.texts import Piece

_SUFFIX = re.compile(r"(?:\s\(\d+ of \d+\)|, part \d+ of \d+)$")
_LABEL = re.compile(r": ")
_AFTER = re.compile(r"(?:\s\(slides? [\d, and]+\)|\s\(\d+ of \d+\))?$")
"""What may stand behind a text: the slides that lead to an outcome, the part of a slide."""
_LONGEST_LABEL = 120


class Search(Protocol):
    """Finds the text that says something."""

    def take(self, key: str) -> Piece | None:
        """Give the text, by what a line is compared by; None when there is none."""


class Traced(Struct, frozen=True):
    """A paragraph of the document as the pack gives it, and where it comes from."""

    line: Line
    piece: Piece | None = None
    """None for what no text of the pack says as it stands."""
    affix: Affix = Affix()


def traced(line: Line, waiting: Search) -> Traced:
    """Find the text that a paragraph shows, alone or between words of the tool's own."""
    key = line.key
    for after in _AFTER.finditer(key):
        said = key[: after.start()]
        found = waiting.take(said)
        if found is not None:
            return Traced(line, found, _affix(line, found, said))
        if len(said) > 2 and said[0] == said[-1] == '"':
            found = waiting.take(said[1:-1].strip())
            if found is not None:
                return Traced(line, found, Affix(1, 1))
        for label in _LABEL.finditer(said, 0, _LONGEST_LABEL):
            found = waiting.take(said[label.end() :])
            if found is not None:
                return Traced(line, found, _affix(line, found, said))
    return Traced(line)


def _affix(line: Line, piece: Piece, said: str) -> Affix:
    """Count the words around a text; `said` is the line up to where the text ends."""
    after = _words_beyond(line, said)
    return Affix(len(line.tokens) - after - len(piece.line.tokens), after)


def _words_beyond(line: Line, said: str) -> int:
    count = len(line.tokens)
    while count and len(Line(line.tokens[:count]).key) > len(said):
        count -= 1
    return len(line.tokens) - count


def all_traced(lines: Iterable[Line], waiting: Search) -> list[Traced]:
    """Find the texts that paragraphs show, in order."""
    return [traced(line, waiting) for line in lines]


def without_suffix(line: Line) -> Line:
    """Give the title of a part of a slide without what says which part it is, such as “(1 of 2)”."""
    match = _SUFFIX.search(line.key)
    if match is None:
        return line
    count = len(line.tokens) - _words_beyond(line, line.key[: match.start()])
    return Line(line.tokens[:count], line.level, line.list, line.group, line.place)

"""Cutting texts in pieces, without losing a word."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.importing.pack_text import tidy
from deckbuilder.ir.text import Run

_SENTENCE = re.compile(r"[.!?…][”’\"')\]]?\s+(?=[“‘\"'(]?\w)|\n")
_CLAUSE = re.compile(r"[;:,–—]\s+")
_SPACE = re.compile(r"\s+")


def cut(runs: Sequence[Run], places: Sequence[int]) -> list[tuple[Run, ...]]:
    """Cut runs at places, counted in characters from the beginning; the space at a cut goes."""
    pieces: list[tuple[Run, ...]] = []
    for start, stop in zip([0, *places], [*places, sum(len(run.text) for run in runs)], strict=True):
        piece: list[Run] = []
        at = 0
        for run in runs:
            text = run.text[max(start - at, 0) : max(stop - at, 0)]
            at += len(run.text)
            if text:
                piece.append(replace(run, text=text))
        pieces.append(tidy(piece))
    return [piece for piece in pieces if piece]


def in_pieces(runs: Sequence[Run], most: int) -> list[tuple[Run, ...]]:
    """Cut runs into pieces of so many characters at most: between sentences, else clauses, else words, else letters."""
    text = "".join(run.text for run in runs)
    places: list[int] = []
    start = 0
    while len(text) - start > most:
        start = _end(text, start, most)
        places.append(start)
    return cut(runs, places)


def _end(text: str, start: int, most: int) -> int:
    for pattern in (_SENTENCE, _CLAUSE, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start, start + most)]
        if ends and ends[-1] > start + most // 4:
            return ends[-1]
    return start + most

"""Counting the lines of plain text: words and single spaces, in letters that every font has.

Most texts are such, and for these the rules of `fit.pieces` come to this: a line ends at a space, or after a hyphen
between letters. What is counted is the same; it takes a fifth of the time.
"""

import re
from functools import lru_cache

from deckbuilder.fit.metrics import Face, FontMetrics
from deckbuilder.fit.pieces import WHOLE, Runs, face_of_style, width_of

_ODD = re.compile("[^\x20-\x7e\xa0-\xac\xae-\u024f‘’“”–]")
# Without possessive groups, which Pythons before 3.11.5 match wrongly.
_WORD = r"(?:(?:[^ /|!?–-]|(?<=\w)-(?=\w))+(?:[!?]+[”’)\"]*)?|–)"
_PLAIN = re.compile(rf" ?{_WORD}(?: {_WORD})* ?")
_PARTS = re.compile("[^-]+-?")

ROUNDING = 1e-6
"""What a sum of widths may differ by from the same sum in another order, in text sizes."""

_Entry = tuple[float, float, float]
"""What stands before a word after a space, how wide it is, and what follows it before the next; in text sizes."""


class _Words(dict[str, _Entry]):
    """The words of a face, each with a space on either side."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.space = width_of(face, " ")

    def __missing__(self, word: str) -> _Entry:
        face = self.face
        self[word] = found = (face.between(" ", word[0]), width_of(face, word), self.space_after(word))
        return found

    def space_after(self, word: str) -> float:
        """Give the width of a space after a word."""
        return self.face.between(word[-1], " ") + self.space

    def parts(self, word: str) -> list[_Entry]:
        """Give a word with hyphens in its parts, after each of which a line may end."""
        parts = _PARTS.findall(word)
        entries = [self[part] for part in parts]
        last = len(parts) - 1
        return [
            (
                lead if index == 0 else 0.0,
                wide,
                gap if index == last else self.face.between("-", parts[index + 1][0]),
            )
            for index, (lead, wide, gap) in enumerate(entries)
        ]


@lru_cache(maxsize=100)
def _words_of(face: Face) -> _Words:
    return _Words(face)


@lru_cache(maxsize=50_000)
def plain_lines(runs: Runs, width: float, metrics: FontMetrics) -> int | None:
    """Count the lines of runs in a width given in text sizes; None where they are no plain text.

    So they are, too, where a word is wider than a line.
    """
    entries: list[_Entry] = []
    last = " "
    for text, style in runs:
        if style >= WHOLE or _ODD.search(text) or not _PLAIN.fullmatch(text):
            return None
        words = _words_of(face_of_style(metrics, style))
        own = [words[word] for word in text.strip(" ").split(" ")] if "-" not in text else _with_hyphens(text, words)
        if entries:
            spaced = text[0] == " "
            if (last == " ") == spaced:
                if spaced or last in "!?–" or text[0] == "–":
                    return None
                _glue(entries, own)
            elif spaced:
                lead, wide, _ = entries[-1]
                entries[-1] = (lead, wide, words.space_after(last))
        elif text[0] == " ":
            return None
        entries += own
        last = text[-1]
    return _counted(entries, width + ROUNDING) if entries else None


def _with_hyphens(text: str, words: _Words) -> list[_Entry]:
    found: list[_Entry] = []
    for word in text.strip(" ").split(" "):
        if "-" in word:
            found += words.parts(word)
        else:
            found.append(words[word])
    return found


def _glue(entries: list[_Entry], own: list[_Entry]) -> None:
    """Join the last word of a run and the first of the next, which are one."""
    lead, wide, _ = entries.pop()
    _, more, gap = own[0]
    own[0] = (lead, wide + more, gap)


def _counted(entries: list[_Entry], width: float) -> int | None:
    lines, left, at = 1, entries[0][0], 0.0
    for lead, wide, gap in entries:
        at += lead
        end = at + wide
        if end - left > width:
            if wide > width:
                return None
            lines += 1
            left = at
        at = end + gap
    return lines

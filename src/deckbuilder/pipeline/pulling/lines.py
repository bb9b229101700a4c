"""The paragraphs of a slide or a document as they are compared.

What programs do to a text when they save it is passed over, what a person writes is not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.text import ListKind, Paragraph, Run

_ALIKE_SIGNS = str.maketrans(
    "☒☑‘’\N{SINGLE LOW-9 QUOTATION MARK}\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}“”„‟",
    "☐☐''''" + 4 * '"',
)
"""Quotation marks, which programs turn as one types, and boxes that somebody ticks."""
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that nobody sees, and that programs put in and drop; they stay with the word that they stand beside."""
_INVISIBLE = re.compile(f"[{_UNSEEN}]")
_TOKEN = re.compile(rf"\s+|(?:[^\W_]|[{_UNSEEN}])+|.[{_UNSEEN}]*", re.DOTALL)
_NOT_TYPED = re.compile("[\u00ad\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Those of them that nobody types, among them what turns the order of letters: they come into no pack."""
_MOST_LINES = 1_000
"""The most lines of a slide that are compared; those behind are of no slide that anybody could show."""
_ALIKE = 0.4
"""The share of words two paragraphs have in common when one is taken for the other, changed."""
_SAME = 0.6
"""The same where they do not stand at the same place."""
_LARGEST = 400_000
"""The most pairs of words that are compared between two changed paragraphs."""


class Token(Struct, frozen=True):
    """A word or a sign, with its look and the space before it."""

    text: str
    key: str
    """What it is compared by."""
    space: str
    strong: bool
    emphasis: bool
    link: str | None

    @property
    def typed(self) -> str:
        """The characters, as far as a person may have typed them."""
        return _NOT_TYPED.sub("", self.text)

    @property
    def look(self) -> tuple[bool, bool, str]:
        """How it looks; where a link leads to a slide, that it does: slides have other numbers once some are moved."""
        link = self.link or ""
        return self.strong, self.emphasis, "#" if link.startswith("#") else link


class Line(Struct, frozen=True):
    """A paragraph."""

    tokens: tuple[Token, ...]
    level: int = 0
    list: ListKind = ListKind.NONE
    group: int = 0
    """Which of a slide's texts it stands in."""
    place: str = ""
    """Where it stands; empty where its slide says it."""

    @property
    def text(self) -> str:
        """The characters alone, on one line."""
        return "".join(f"{' ' if token.space else ''}{token.text}" for token in self.tokens).strip()

    @property
    def key(self) -> str:
        """What it is compared by."""
        return "".join(f"{' ' if token.space else ''}{token.key}" for token in self.tokens).strip()

    @property
    def marked(self) -> str:
        """The characters, with the marks of strong words, emphasis and links as a pack writes them."""
        written, look = "", (False, False, "")
        for token in (*self.tokens, Token("", "", "", strong=False, emphasis=False, link=None)):
            now = (token.strong, token.emphasis, token.link or "")
            if now != look:
                written += "*" * (2 * look[0] + look[1]) + (f"]({look[2]})" if look[2] else "")
                written += " " if token.space else ""
                written += ("[" if now[2] else "") + "*" * (2 * now[0] + now[1])
            elif token.space:
                written += " "
            written += token.text
            look = now
        return written.strip()


def line_of(paragraph: Paragraph, group: int = 0, place: str = "") -> Line:
    """Make a line of a paragraph."""
    return Line(tokens_of(paragraph.runs), paragraph.level, paragraph.list, group, place)


def lines_in(runs: Sequence[Run], group: int = 0, place: str = "") -> list[Line]:
    """Give what was made one text of several paragraphs as these."""
    paragraphs: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        paragraphs[-1].append(replace(run, text=first))
        paragraphs += [[replace(run, text=each)] for each in others]
    found = (Line(tokens_of(each), group=group, place=place) for each in paragraphs)
    return [line for line in found if line.tokens]


def tokens_of(runs: Sequence[Run]) -> tuple[Token, ...]:
    """Cut runs into words and signs."""
    found: list[Token] = []
    space = ""
    for run in runs:
        for piece in _TOKEN.findall(run.text):
            key = _INVISIBLE.sub("", piece).translate(_ALIKE_SIGNS)
            if piece.isspace():
                space += piece
            elif key:
                found.append(Token(piece, key, space, run.strong, run.emphasis, run.link))
                space = ""
    return tuple(found)


def key_of(text: str) -> str:
    """Give what a text is compared by."""
    return line_of(Paragraph((Run(text),))).key


def matching(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Pair the words that two paragraphs have in common, in order."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    pairs = [(index, index) for index in range(start)]
    inner_old, inner_new = old[start : len(old) - end], new[start : len(new) - end]
    if inner_old and inner_new and len(inner_old) * len(inner_new) <= _LARGEST:
        for a, b, size in SequenceMatcher(None, inner_old, inner_new, autojunk=False).get_matching_blocks():
            pairs += [(start + a + each, start + b + each) for each in range(size)]
    return pairs + [(len(old) - each, len(new) - each) for each in range(end, 0, -1)]


Pair = tuple[int | None, int | None]


def aligned(old: Sequence[Line], new: Sequence[Line]) -> list[Pair]:
    """Say which of the new lines each old one became, in the order of the new, each that is gone where it stood."""
    keys_old, keys_new = [line.key for line in old[:_MOST_LINES]], [line.key for line in new[:_MOST_LINES]]
    became: dict[int, int] = {}
    gaps: list[tuple[range, range]] = []
    for tag, a, b, c, d in SequenceMatcher(None, keys_old, keys_new, autojunk=False).get_opcodes():
        if tag == "equal":
            became |= dict(zip(range(a, b), range(c, d), strict=True))
        else:
            gaps.append((range(a, b), range(c, d)))
    _moved(keys_old, keys_new, gaps, became)
    words_old, words_new = [_words(key) for key in keys_old], [_words(key) for key in keys_new]
    for olds, news in gaps:
        _in_gap(olds, news, words_old, words_new, became)
    _anywhere(gaps, words_old, words_new, became)
    return _in_order(len(keys_old), len(keys_new), became)


def _moved(old: list[str], new: list[str], gaps: list[tuple[range, range]], became: dict[int, int]) -> None:
    waiting: dict[str, list[int]] = {}
    for _, news in gaps:
        for index in news:
            waiting.setdefault(new[index], []).append(index)
    for olds, _ in gaps:
        for index in olds:
            if waiting.get(old[index]):
                became[index] = waiting[old[index]].pop(0)


def _in_gap(
    olds: range, news: range, words_old: list[Counter[str]], words_new: list[Counter[str]], became: dict[int, int]
) -> None:
    """Pair what stands at the same place, in order: what has many words in common; one with one, whatever it says."""
    taken = set(became.values())
    left, right = [each for each in olds if each not in became], [each for each in news if each not in taken]
    if len(left) == len(right) == 1:
        became[left[0]] = right[0]
        return
    at = 0
    for index in left:
        best = max(right[at:], key=lambda each: alike(words_old[index], words_new[each]), default=None)
        if best is not None and alike(words_old[index], words_new[best]) >= _ALIKE:
            became[index] = best
            at = right.index(best) + 1


def _anywhere(
    gaps: list[tuple[range, range]],
    words_old: list[Counter[str]],
    words_new: list[Counter[str]],
    became: dict[int, int],
) -> None:
    taken = set(became.values())
    left = [each for olds, _ in gaps for each in olds if each not in became]
    right = [each for _, news in gaps for each in news if each not in taken]
    for index in left[:_MOST_LEFT]:
        best = max(right[:_MOST_LEFT], key=lambda each: alike(words_old[index], words_new[each]), default=None)
        if best is not None and alike(words_old[index], words_new[best]) >= _SAME:
            became[index] = best
            right.remove(best)


_MOST_LEFT = 100
"""The most lines that are compared each with each."""


def _in_order(old: int, new: int, became: dict[int, int]) -> list[Pair]:
    came = {new_index: old_index for old_index, new_index in became.items()}
    pairs: list[Pair] = [(came.get(index), index) for index in range(new)]
    for index in range(old):
        if index not in became:
            # Behind the line that stood before it, wherever that is now.
            before = became.get(index - 1) if index else None
            if index and before is None and (index - 1, None) in pairs:
                at = pairs.index((index - 1, None)) + 1
            else:
                at = next((n + 1 for n, pair in enumerate(pairs) if pair[1] == before), 0) if before is not None else 0
            pairs.insert(at, (index, None))
    return pairs


def _words(key: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", key.casefold()))


def alike(one: Counter[str], other: Counter[str]) -> float:
    """Give the share of words that two texts have in common."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def words_of(line: Line) -> Counter[str]:
    """Count the words of a line."""
    return _words(line.key)

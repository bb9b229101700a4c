"""Finding what is written in what was printed."""

from dataclasses import dataclass
from functools import cached_property

from pages.printed import Box, Print, plain
from pages.written import Area, Block, Written

_NEAR, _FAR, _BACK = 300, 2500, 800
"""How many characters on and back a text is looked for: a short one only near, since it stands in many places."""
_START = 8
"""How many characters of a text must be found together, where it is not found whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a block was printed: its characters by their place in the print, and its words that were not found."""

    characters: tuple[int, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """A document and its print; `found` has an entry for each block."""

    written: Written
    printed: Print
    found: tuple[Found, ...]

    @staticmethod
    def of(written: Written, printed: Print) -> "Match":
        """Look for each block in turn, near to where the one before it ended.

        Characters above and below the text area are headers and footers: they are looked through only for what stands
        nowhere else.
        """
        inside = [_inside(written, printed, index) for index in range(len(printed.text))]
        body = _Stream(printed, [index for index, true in enumerate(inside) if true])
        rest = _Stream(printed, [index for index, true in enumerate(inside) if not true])
        found = []
        for block in written.blocks:
            characters, lost = body.take(block.text)
            missing = []
            for word in lost:
                outside, none = rest.take(word)
                characters += outside
                missing += none
            found.append(Found(tuple(sorted(characters)), tuple(missing)))
        return Match(written, printed, tuple(found))

    def pages(self, index: int) -> tuple[int, ...]:
        """Give the pages, from 0, on which a block stands."""
        return tuple(sorted({self.printed.pages[character] for character in self.found[index].characters}))

    def box(self, index: int, page: int) -> Box | None:
        """Give the room that a block takes on a page."""
        found = [self.printed.boxes[at] for at in self.found[index].characters if self.printed.pages[at] == page]
        if not found:
            return None
        return min(b[0] for b in found), min(b[1] for b in found), max(b[2] for b in found), max(b[3] for b in found)

    @cached_property
    def on_page(self) -> tuple[tuple[int, ...], ...]:
        """The blocks on each page, in order."""
        held: list[list[int]] = [[] for _ in self.printed.leaves]
        for index in range(len(self.found)):
            for page in self.pages(index):
                held[page].append(index)
        return tuple(tuple(indexes) for indexes in held)

    def area(self, page: int) -> Area:
        """Give the text area of a page: that of its first block's section, or of the last block before it."""
        for held in (self.on_page[page], *reversed(self.on_page[:page])):
            if held:
                return self.written.area(self.written.blocks[held[0]])
        return self.written.areas[0]

    def block(self, index: int) -> Block:
        """Give a block by its index."""
        return self.written.blocks[index]


def _inside(written: Written, printed: Print, index: int) -> bool:
    """Say whether a character stands between the margins above and below, of any section with pages of this size."""
    leaf = printed.leaves[printed.pages[index]]
    middle = (printed.boxes[index][1] + printed.boxes[index][3]) / 2
    areas = [a for a in written.areas if abs(a.width - leaf.width) < 3 and abs(a.height - leaf.height) < 3]
    return not areas or any(area.bottom <= middle <= area.top for area in areas)


class _Stream:
    """Printed characters from which texts are taken, each once."""

    def __init__(self, printed: Print, places: list[int]) -> None:
        self.printed = printed
        self.places = places
        self.text = "".join(printed.text[place] for place in places)
        self.free = bytearray(b"\1" * len(places))
        self.cursor = 0

    def take(self, text: str) -> tuple[list[int], list[str]]:
        """Take a text: give the places of its characters, and the words that are not there.

        A page break, a repeated header row or a split row may come between the pieces of a text, and dots where a tab
        stands.
        """
        taken: list[int] = []
        missing: list[str] = []
        for piece in text.split("\t"):
            self._take(piece, taken, missing)
        return taken, missing

    def _take(self, text: str, taken: list[int], missing: list[str]) -> None:
        words = [(word, letters) for word in text.split() if (letters := plain(word))]
        rest = "".join(letters for _, letters in words)
        while rest:
            at, count = self._find(rest)
            if 0 < count < len(rest):
                count -= self._chance(rest, at, count, words)
            if not count:
                count = _rest_of_word(rest, words)
                missing.append(_word(rest, words))
            else:
                self.free[at : at + count] = bytes(count)
                taken.extend(self.places[at : at + count])
                self.cursor = at + count
            rest = rest[count:]

    def _chance(self, rest: str, at: int, count: int, words: list[tuple[str, str]]) -> int:
        """Give how many letters at the end of a piece belong to another text, which begins as the next word does.

        They stand on another page than the letters before them, or higher up, in the next cell of a row that is cut.
        """
        tail = next((n for n in range(1, min(4, count)) if _starts_word(rest[count - n :], words)), 0)
        if not tail or not self._jumps(at + count - tail):
            return 0
        start = at + count
        return tail if self._whole(rest[count - tail :][:_START], start, start + _FAR) >= 0 else 0

    def _jumps(self, at: int) -> bool:
        before, here = self.places[at - 1], self.places[at]
        apart = self.printed.pages[before] != self.printed.pages[here]
        return apart or self.printed.boxes[here][1] > self.printed.boxes[before][3]

    def _find(self, text: str) -> tuple[int, int]:
        """Give where most of a text's beginning stands together, and how much of it; nothing where it does not."""
        on = self.cursor + len(text) + (_NEAR if len(text) < 4 else _FAR)
        back = max(self.cursor - _BACK, 0)
        for start in (self.cursor, back):
            at = self._whole(text, start, on)
            if at >= 0:
                return at, len(text)
            at, count = self._beginning(text, start, on)
            if count:
                return at, count
        return -1, 0

    def _whole(self, text: str, start: int, end: int) -> int:
        at = self.text.find(text, start, end)
        while at >= 0 and not all(self.free[at : at + len(text)]):
            at = self.text.find(text, at + 1, end)
        return at

    def _beginning(self, text: str, start: int, end: int) -> tuple[int, int]:
        best = (-1, 0)
        least = min(_START, len(text))
        at = self.text.find(text[:least], start, end)
        while at >= 0:
            count = 0
            while count < len(text) and at + count < end and self._is(at + count, text[count]):
                count += 1
            if count > best[1] and count >= least:
                best = (at, count)
            at = self.text.find(text[:least], at + 1, end)
        return best

    def _is(self, at: int, letter: str) -> bool:
        return at < len(self.text) and bool(self.free[at]) and self.text[at] == letter


def _starts_word(rest: str, words: list[tuple[str, str]]) -> bool:
    """Say whether what is left of a text begins with a whole word."""
    left = 0
    for _, letters in reversed(words):
        left += len(letters)
        if left >= len(rest):
            return left == len(rest)
    return False


def _rest_of_word(rest: str, words: list[tuple[str, str]]) -> int:
    """Give how many characters of the word, at which what is left of a text begins, are left."""
    left = 0
    for _, letters in reversed(words):
        left += len(letters)
        if left >= len(rest):
            return len(rest) - (left - len(letters))
    return len(rest)


def _word(rest: str, words: list[tuple[str, str]]) -> str:
    left = 0
    for word, letters in reversed(words):
        left += len(letters)
        if left >= len(rest):
            return word
    return rest

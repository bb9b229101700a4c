"""The paragraphs and list items within the Markdown of a passage of notes, each with its lines."""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from deckbuilder.source.editing.wrapping import rewrapped, width_of

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARK = re.compile(r"^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)")
_LIST_LIKE = re.compile(r"^\s*(?:[-+*]|\d{1,9}[.)])(?:\s|$)")


class Block(Struct, frozen=True):
    """A paragraph, or an item of a list, as it is written."""

    lead: str
    """What stands before its first line: spaces and the mark of a list item."""
    lines: tuple[str, ...]
    """Its text, line by line, without indentation."""

    @property
    def text(self) -> str:
        """Its Markdown."""
        return "\n".join(self.lines)

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list."""
        return bool(self.lead.strip())

    @property
    def written(self) -> str:
        """Its lines, indented."""
        pad = " " * len(self.lead)
        return self.lead + ("\n" + pad).join(self.lines)

    def saying(self, text: str) -> "Block":
        """Give it with another text, broken into lines where it was, so far as the words are the same."""
        old = list(self.lines)
        width = width_of(old, len(self.lead))
        lines = [each for part in text.split("\n") for each in rewrapped(part, old, width)]
        if any(_LIST_LIKE.match(line) for line in lines[1:]):
            lines = text.split("\n")
        return Block(self.lead, tuple(lines))


class Passage(Struct, frozen=True):
    """A passage of notes: its blocks, and the blank lines between them."""

    blocks: tuple[Block, ...]
    gaps: tuple[str, ...]
    """What stands before each block, from the end of the one before: line ends."""


def passage(text: str) -> Passage | None:
    """Cut a passage into its blocks; None where that cannot be done so that they make up the whole again."""
    lines = text.split("\n")
    blocks: list[Block] = []
    gaps: list[str] = []
    at = 0
    for token in _parser().parse(text):
        if token.type != "inline" or token.map is None:
            continue
        begin, end = token.map
        own = [line.strip(" ") for line in lines[begin:end]]
        first = token.content.split("\n")[0].strip(" ")
        if not lines[begin].rstrip(" ").endswith(first) or begin < at:
            return None
        lead = lines[begin].rstrip(" ")[: len(lines[begin].rstrip(" ")) - len(first)]
        gaps.append("\n" * (begin - at + (1 if blocks else 0)))
        blocks.append(Block(lead, (first, *own[1:])))
        at = end
    return Passage(tuple(blocks), tuple(gaps)) if blocks else None


def put_together(pieces: Sequence[tuple[Block, int | None]], was: Passage) -> str:
    """Write a passage of blocks, each with its number in the passage that was; None for a new one."""
    text = ""
    previous: tuple[Block, int | None] | None = None
    for block, number in pieces:
        if previous is not None:
            follows = number is not None and previous[1] == number - 1
            close = block.is_item and previous[0].is_item
            text += was.gaps[number] if follows and number is not None else "\n" if close else "\n\n"
        text += block.written
        previous = (block, number)
    return text


def item_after(block: Block) -> str:
    """Give the mark of a list item that follows another."""
    found = _MARK.match(block.lead)
    if found is None:
        return ""
    before, mark, after = found.groups()
    if mark[:-1].isdecimal():
        mark = f"{int(mark[:-1]) + 1}{mark[-1]}"
    return before + mark + after


@cache
def _parser() -> "MarkdownIt":
    # The parser takes 40 ms to import.
    from markdown_it import MarkdownIt  # noqa: PLC0415

    return MarkdownIt("zero").enable("list")

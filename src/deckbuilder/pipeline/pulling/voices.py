"""The quotations of a slide: each with its speaker is one, and comes, goes and moves as one."""

from collections.abc import Sequence

from deckbuilder.pipeline.pulling.changes import NEEDED, UNSURE
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.source.editing import Arrange

SPEAKER = "who spoke stands under “speaker” or “attribution” of the quotation"


class Voices:
    """The quotations among the paragraphs of a slide."""

    def __init__(self, were: Sequence[Traced], desk: Desk) -> None:
        self._desk = desk
        self._of: dict[int, int] = {}
        """Which quotation a paragraph belongs to, by its identity."""
        self._quotes: dict[int, int] = {}
        self._first: Traced | None = None
        current: int | None = None
        group = -1
        for each in were:
            keys = each.piece.keys if each.piece is not None else ()
            if each.line.group != group:
                current, group = None, each.line.group
            if len(keys) > 1 and keys[0] == "voices" and isinstance(keys[1], int):
                current = keys[1]
            elif each.piece is not None:
                current = None
            if current is not None:
                self._of[id(each)] = current
            if len(keys) > 2 and keys[2] == "quote" and keys[0] == "voices":
                self._quotes[id(each)] = int(keys[1])
                self._first = self._first or each

    def number(self, was: Traced) -> int | None:
        """Give which quotation's words a paragraph gives; None for any other."""
        return self._quotes.get(id(was))

    def holds(self, was: Traced) -> bool:
        """Say whether a paragraph belongs to a quotation and goes with it."""
        return id(was) in self._of

    def speaks(self, was: Traced) -> bool:
        """Say whether a paragraph says who spoke."""
        return was.piece is None and id(was) in self._of

    def arrange(self, order: Sequence[int]) -> str:
        """Note that the quotations stand in another order, or some no longer; gives why that cannot be."""
        first = self._first
        node = self._desk.files.node(first.piece.text.origin) if first is not None and first.piece is not None else None
        if node is None or len(node.path) < 3 or node.path[-3] != "voices":
            return UNSURE
        holder = node.above.above
        if self._desk.files.count(holder) != len(self._quotes) or len(set(order)) != len(order):
            return UNSURE
        if not order:
            return NEEDED
        self._desk.files.edit(holder.file, Arrange(holder.path, tuple(order)))
        return ""

"""What is to become of the pack's texts, collected before any file is edited."""

from msgspec import Struct, field

from deckbuilder.compose import Markup
from deckbuilder.pipeline.pulling.atoms import Source, source_of
from deckbuilder.pipeline.pulling.changes import ANCHORED, BY_HAND, TWICE
from deckbuilder.pipeline.pulling.files import Node, PackFiles
from deckbuilder.pipeline.pulling.lines import Line
from deckbuilder.pipeline.pulling.passages import Passage, passage, put_together
from deckbuilder.pipeline.pulling.rewriting import Links, rewritten
from deckbuilder.pipeline.pulling.texts import Piece
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.source.editing import SetText


class Desk(Struct):
    """Collects new texts, and refuses a second one that says something else."""

    files: PackFiles
    markup: Markup
    links: Links
    keeps: bool = False
    """Whether nothing is taken out of the pack, which may be newer than the file."""
    said: dict[tuple[Node, int], str] = field(default_factory=dict)
    """New Markdown, by the scalar and, in a passage, the paragraph."""
    settled: set[Node] = field(default_factory=set)
    """Scalars whose new text is written with what holds them."""
    torn: set[Node] = field(default_factory=set)
    """Scalars of which something is changed in two ways: nothing of them is."""

    def beside(self, markup: Markup, links: Links) -> "Desk":
        """Give a desk for another file of the same pack, which shares all that is noted."""
        return Desk(self.files, markup, links, self.keeps, self.said, self.settled, self.torn)

    def change(self, was: Traced, now: Line) -> str:
        """Note what a paragraph says now; gives why it cannot be written, or nothing."""
        piece = was.piece
        node = self.files.node(piece.text.origin) if piece is not None else None
        if piece is None or node is None:
            return BY_HAND
        source = self.source(piece, node)
        if isinstance(source, str):
            return source
        found = rewritten(source, was.line, now, was.affix, self.links)
        if found.reason:
            return found.reason
        key = (node, piece.number)
        if self.said.setdefault(key, found.text) != found.text:
            self.torn.add(node)
            return TWICE
        return ""

    def source(self, piece: Piece, node: Node) -> Source | str:
        """Give a paragraph as its author wrote it, or why that is not known."""
        raw = self.files.raw(node)
        if raw is None:
            return ANCHORED
        worded = str(piece.text)
        if piece.of_passage:
            own, theirs = passage(raw), passage(worded)
            if own is None or theirs is None or not len(own.blocks) == len(theirs.blocks) > piece.number:
                return BY_HAND
            raw, worded = own.blocks[piece.number].text, theirs.blocks[piece.number].text
        return source_of(raw, worded, self.markup) or BY_HAND

    def text(self, node: Node) -> str:
        """Give what a scalar of one paragraph is to say."""
        return self.new(node, 0) or self.files.raw(node) or ""

    def new(self, node: Node, number: int) -> str | None:
        """Give what a paragraph is to say instead of what it says; None where it stays."""
        return None if node in self.torn else self.said.get((node, number))

    def passage(self, node: Node) -> Passage | None:
        """Give a passage of notes as it is."""
        raw = self.files.raw(node)
        return passage(raw) if raw is not None else None

    def finish(self) -> None:
        """Write down, as edits, the new texts that no list or passage has taken."""
        passages: dict[Node, dict[int, str]] = {}
        for (node, number), text in self.said.items():
            if node not in self.settled and node not in self.torn:
                passages.setdefault(node, {})[number] = text
        for node, texts in passages.items():
            was = self.passage(node) if self._has_blocks(node, texts) else None
            if was is None:
                new = texts[0]
            else:
                blocks = [
                    (block.saying(texts[number]) if number in texts else block, number)
                    for number, block in enumerate(was.blocks)
                ]
                new = put_together(blocks, was)
            self.files.edit(node.file, SetText(node.path, new))

    def _has_blocks(self, node: Node, texts: dict[int, str]) -> bool:
        """Say whether a text is one of several lines, whose lines are to stay where they are."""
        raw = self.files.raw(node) or ""
        return bool(max(texts)) or "\n" in raw

"""Where in a pack paragraphs stand that people add to, take out of and put in another order."""

from enum import Enum

from msgspec import Struct

from deckbuilder.pipeline.pulling.files import Node, PackFiles
from deckbuilder.pipeline.pulling.texts import Piece

_NESTED = "points"
_LISTS = frozenset({"points", "ask", "watch_for", "caution", "steps", "debrief", "questions", "recap", "next_steps"})
"""The lists that may get more items, or fewer, by what somebody writes on a slide."""


class Form(Enum):
    """How a region's paragraphs stand in the file."""

    LIST = "list"
    """As items of a list, each perhaps with points of its own."""
    SINGLE = "single"
    """As the only text of what could be a list."""
    PASSAGE = "passage"
    """As paragraphs and list items of one text."""


class Region(Struct, frozen=True):
    """A list, or a passage of notes."""

    form: Form
    node: Node

    @property
    def nests(self) -> bool:
        """Whether its items may have items of their own."""
        return self.form is Form.LIST and self.node.path[-1] == _NESTED


def region_of(piece: Piece, files: PackFiles) -> Region | None:
    """Give the region that a paragraph stands in; None for a text that stands for itself, such as a title."""
    node = files.node(piece.text.origin)
    if node is None or not node.path:
        return None
    if piece.of_passage:
        return Region(Form.PASSAGE, node)
    if not _LISTS.intersection(map(str, piece.keys)):
        return None  # words of the tool's own that go back to an item of a list
    item = item_of(node)
    if item is not None and item.path[-2] in _LISTS:
        root = item.above
        while len(root.path) > 2 and root.path[-1] == root.path[-3] == _NESTED and isinstance(root.path[-2], int):
            root = root.above.above
        return Region(Form.LIST, root)
    if node.path[-1] in _LISTS:
        return Region(Form.SINGLE, node)
    return None


def item_of(node: Node) -> Node | None:
    """Give the item of a list that a scalar is, or whose text it is; None where it is neither."""
    if node.path and isinstance(node.path[-1], int):
        return node if len(node.path) > 1 else None
    if len(node.path) > 2 and node.path[-1] == "text" and isinstance(node.path[-2], int):
        return node.above
    return None

"""Giving a list other items, each with the comments that stand above it."""

from collections import Counter
from collections.abc import Callable, Sequence

from deckbuilder.source.editing.edits import Arrange, New
from deckbuilder.source.editing.emitting import emitted
from deckbuilder.source.editing.tree import Path, Refusal, RefusedError, SourceNode, SourceTree

TextOf = Callable[[int, int, Path], str]
"""Gives a part of the file, edited, by its places and the node that it holds."""
Ended = Callable[[str], str]
"""Gives new text with the line ends of the file."""


_WIDEST = 120


def eol(tree: SourceTree, offset: int) -> int:
    """Give where a node's last line ends, with the comment that may stand on it; in brackets, the node itself ends."""
    return tree.line_end(offset)


def arranged(node: SourceNode, edit: Arrange, tree: SourceTree, text_of: TextOf, ended: Ended) -> str:
    """Write a list of lines that begin with a hyphen."""
    if not edit.items:
        raise RefusedError(Refusal.EMPTY, edit.path)
    column = tree.column(node.start)
    starts = _dashes(node, column, tree, edit.path)
    ends = [eol(tree, max(item.end, start + 1)) for item, start in zip(node.items, starts, strict=True)]
    gaps = ["", *(tree.text[end + 1 : tree.line_start(start)] for end, start in zip(ends, starts[1:], strict=False))]
    usual = _usual(gaps[1:])
    left = [index for index in range(len(node.items)) if index not in edit.items]
    waiting = _Waiting({index: _comments(gaps[index]) for index in left})
    pieces: list[str] = []
    for position, item in enumerate(edit.items):
        gap = usual
        if isinstance(item, New):
            text = ended("- " + _new(item, node, column + 2))
        else:
            text = text_of(starts[item], ends[item], (*edit.path, item))
            follows = position > 0 and edit.items[position - 1] == item - 1
            gap = gaps[item] if item and (follows or _comments(gaps[item])) else usual
            gap = waiting.before(item) + gap
        if position == 0:
            gap = _comments(gap)
            # The list begins behind its indentation.
            pieces.append(ended(gap.lstrip(" ") + (" " * column if gap else "")) + text)
        else:
            pieces.append(ended("\n" + gap + " " * column) + text)
    rest = waiting.rest()
    return "".join(pieces) + (ended("\n" + rest.rstrip("\n")) if rest else "")


def arranged_in_brackets(node: SourceNode, edit: Arrange, tree: SourceTree, text_of: TextOf, ended: Ended) -> str:
    """Write a list in brackets."""
    if not edit.items or not node.items:
        raise RefusedError(Refusal.EMPTY, edit.path)
    between = [tree.text[before.end : after.start] for before, after in zip(node.items, node.items[1:], strict=False)]
    if any("#" in each for each in between):
        raise RefusedError(Refusal.COMMENT, edit.path)
    usual = Counter(between).most_common(1)[0][0] if between else ", "
    pieces = [tree.text[node.start : node.items[0].start]]
    for position, item in enumerate(edit.items):
        before = edit.items[position - 1] if position else None
        if isinstance(item, New):
            text = emitted(item.value, 0, flow=True)
        else:
            text = text_of(node.items[item].start, node.items[item].end, (*edit.path, item))
        kept = isinstance(item, int) and isinstance(before, int) and before == item - 1
        join = between[item - 1] if kept and isinstance(item, int) else usual
        pieces += [join, text] if position else [text]
    return ended("".join([*pieces, tree.text[node.items[-1].end : node.end]]).replace("\r\n", "\n"))


def _new(item: New, node: SourceNode, column: int) -> str:
    """Write a new item: in brackets or braces where the others are, and it is short."""
    others = [each for each in node.items if each.kind != "scalar"]
    if others and all(each.flow for each in others) and not isinstance(item.value, str):
        text = emitted(item.value, column, flow=True)
        if len(text) + column <= _WIDEST:
            return text
    return emitted(item.value, column, flow=False)


class _Waiting:
    """Comments above items that are removed: each goes to the next item that stays."""

    def __init__(self, comments: dict[int, str]) -> None:
        self._comments = {index: text for index, text in comments.items() if text}

    def before(self, item: int) -> str:
        """Give, once, the comments above removed items that stood before an item."""
        mine = sorted(index for index in self._comments if index < item)
        return "".join(self._comments.pop(index) for index in mine)

    def rest(self) -> str:
        """Give those that no item has taken."""
        return "".join(self._comments[index] for index in sorted(self._comments))


def _dashes(node: SourceNode, column: int, tree: SourceTree, path: Path) -> list[int]:
    """Find the hyphen of each item."""
    starts = [node.start]
    for before in node.items[:-1]:
        at = tree.line_end(max(before.end, starts[-1] + 1)) + 1
        while at < len(tree.text) and (
            tree.text[at : at + column].strip(" ") or tree.text[at + column : at + column + 1] != "-"
        ):
            at = tree.line_end(at) + 1
        if at >= len(tree.text):
            raise RefusedError(Refusal.FORM, path)
        starts.append(at + column)
    return starts


def _usual(gaps: Sequence[str]) -> str:
    """Give the blank lines that most items have above them."""
    blank = [gap for gap in gaps if not gap.strip()]
    return Counter(blank).most_common(1)[0][0] if blank else ""


def _comments(gap: str) -> str:
    """Give a gap without the blank lines it begins with; empty where it holds no comment."""
    return gap.lstrip("\n") if gap.strip() else ""

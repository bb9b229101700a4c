"""Where each node of a YAML file begins and ends."""

from bisect import bisect_right
from enum import Enum
from typing import TypeAlias

import yaml
from msgspec import Struct, field

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indices that lead to a node."""

_PARSER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class Refusal(Enum):
    """Why a file is not edited, in words that follow “it”."""

    ANCHOR = "is marked with “&” and used again elsewhere"
    ABSENT = "is not where it was expected"
    EMPTY = "would be left empty"
    COMMENT = "has a comment between its items, which would lose its place"
    FORM = "cannot be written there without touching the rest of the file"


class RefusedError(Exception):
    """An edit that would do more than it should."""

    def __init__(self, refusal: Refusal, path: Path) -> None:
        super().__init__(f"{'.'.join(map(str, path)) or 'the file'} {refusal.value}")
        self.refusal = refusal
        self.path = path


class SourceNode(Struct):
    """A scalar, a list or a mapping, with its place as offsets in the text."""

    kind: str
    """`scalar`, `items` or `fields`."""
    start: int
    end: int
    """Behind its last character; blank lines and comments that follow are no part of it."""
    value: str = ""
    """A scalar's text, as the reader of packs gives it."""
    style: str = ""
    """A scalar's quotation mark or block sign; empty for a plain one."""
    flow: bool = False
    """Whether it stands in brackets or braces; for a list or mapping, also whether it has them itself."""
    anchored: bool = False
    """Whether the node, or one that holds it, is used again elsewhere, or stands elsewhere itself."""
    items: "list[SourceNode]" = field(default_factory=list)
    entries: "dict[str, tuple[SourceNode, SourceNode]]" = field(default_factory=dict)
    """A mapping's keys and values, in order."""


class SourceTree(Struct):
    """The nodes of a file."""

    text: str
    """With every line ended by a line feed."""
    root: SourceNode
    lines: list[int]
    """Where each line begins."""
    places: dict[tuple[int, int], Path]
    """The path to the scalar or list that begins at a line and column, both from 1."""

    def find(self, path: Path) -> SourceNode | None:
        """Give the node that a path leads to; None when it leads nowhere."""
        node = self.root
        for step in path:
            if isinstance(step, int):
                if node.kind != "items" or step >= len(node.items):
                    return None
                node = node.items[step]
            elif node.kind == "fields" and step in node.entries:
                node = node.entries[step][1]
            else:
                return None
        return node

    def need(self, path: Path) -> SourceNode:
        """Give the node that a path leads to.

        Raises `RefusedError` when it leads nowhere, or to what is used in several places.
        """
        node = self.find(path)
        if node is None:
            raise RefusedError(Refusal.ABSENT, path)
        if node.anchored:
            raise RefusedError(Refusal.ANCHOR, path)
        return node

    def line_end(self, offset: int) -> int:
        """Give where the line that holds a place ends."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def column(self, offset: int) -> int:
        """Give the column of a place, from 0."""
        return offset - self.lines[bisect_right(self.lines, offset) - 1]

    def line_start(self, offset: int) -> int:
        """Give where the line that holds a place begins."""
        return self.lines[bisect_right(self.lines, offset) - 1]


def source_tree(text: str) -> SourceTree:
    """Parse a file that the reader of packs has read without fault; lines end with a line feed.

    Raises `yaml.YAMLError` for what is no YAML, and `RefusedError` for an empty file.
    """
    lines = [0]
    while (found := text.find("\n", lines[-1])) >= 0:
        lines.append(found + 1)
    builder = _Builder(text, lines)
    return SourceTree(text, builder.build(), lines, builder.places)


class _Builder:
    def __init__(self, text: str, lines: list[int]) -> None:
        self._text = text
        self._lines = lines
        self._parser = _PARSER(text)
        self._anchors: dict[str, SourceNode] = {}
        self.places: dict[tuple[int, int], Path] = {}

    def build(self) -> SourceNode:
        while True:
            event = self._next()
            if isinstance(event, yaml.StreamEndEvent):
                raise RefusedError(Refusal.ABSENT, ())
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, (), in_flow=False)
                _mark_anchored(root, above=False)
                return root

    def _next(self) -> yaml.Event:
        event = self._parser.get_event()
        if not isinstance(event, yaml.Event):
            raise RefusedError(Refusal.ABSENT, ())
        return event

    def _at(self, mark: object) -> tuple[int, int]:
        """Give the line and column of a mark, from 0."""
        return int(getattr(mark, "line", 0)), int(getattr(mark, "column", 0))

    def _offset(self, mark: object) -> int:
        line, column = self._at(mark)
        return min(self._lines[min(line, len(self._lines) - 1)] + column, len(self._text))

    def _node(self, event: yaml.Event, path: Path, *, in_flow: bool) -> SourceNode:
        start, end = self._offset(event.start_mark), self._offset(event.end_mark)
        if isinstance(event, yaml.AliasEvent):
            original = self._anchors.get(event.anchor or "")
            if original is not None:
                original.anchored = True
            kind, value = (original.kind, original.value) if original else ("scalar", "")
            return SourceNode(kind, start, end, value, "*", in_flow, anchored=True)
        line, column = self._at(event.start_mark)
        self.places.setdefault((line + 1, column + 1), path)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style or ""
            blocked = style in {"|", ">"}
            if blocked:
                end = start + len(self._text[start:end].rstrip())
            value = event.value.rstrip("\n") if blocked else event.value
            node = SourceNode("scalar", start, end, value, style, in_flow)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._items(start, path, in_flow=in_flow or bool(event.flow_style))
        else:
            node = self._fields(start, path, in_flow=in_flow or bool(getattr(event, "flow_style", False)))
        anchor = getattr(event, "anchor", None)
        if anchor:
            self._anchors[anchor] = node
        return node

    def _items(self, start: int, path: Path, *, in_flow: bool) -> SourceNode:
        node = SourceNode("items", start, start, flow=in_flow)
        while not isinstance(each := self._next(), yaml.SequenceEndEvent):
            node.items.append(self._node(each, (*path, len(node.items)), in_flow=node.flow))
        last = node.items[-1].end if node.items else start
        node.end = self._offset(each.end_mark) if node.flow else last
        return node

    def _fields(self, start: int, path: Path, *, in_flow: bool) -> SourceNode:
        node = SourceNode("fields", start, start, flow=in_flow)
        last = start
        while not isinstance(each := self._next(), yaml.MappingEndEvent):
            key = self._node(each, (*path, ""), in_flow=node.flow)
            value = self._node(self._next(), (*path, key.value), in_flow=node.flow)
            node.entries.setdefault(key.value, (key, value))
            last = max(value.end, key.end)
        node.end = self._offset(each.end_mark) if node.flow else last
        return node


def _mark_anchored(node: SourceNode, *, above: bool) -> None:
    """Mark what stands in a node that is used again: a change there would be one elsewhere too."""
    node.anchored = node.anchored or above
    for each in (*node.items, *(value for _, value in node.entries.values())):
        _mark_anchored(each, above=node.anchored)

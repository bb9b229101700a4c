"""Putting edits into a file's text."""

from collections.abc import Sequence

import yaml
from msgspec import Struct

from deckbuilder.source.editing.edits import Arrange, Edit, RemoveEntry, SetEntry, SetText, SetValue
from deckbuilder.source.editing.emitting import emitted
from deckbuilder.source.editing.intending import intended, plain_values
from deckbuilder.source.editing.lists import arranged, arranged_in_brackets, eol
from deckbuilder.source.editing.scalars import replaced
from deckbuilder.source.editing.tree import Path, Refusal, RefusedError, SourceNode, SourceTree, source_tree

_BOM = "\ufeff"


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Give a file with edits put into it, every other byte as it was.

    The file must be one that the reader of packs reads without fault. No two edits may concern the same place, nor one
    a place inside the value that another sets. The result is read again and holds just what was intended.

    Raises `RefusedError` for what cannot be edited so, such as a value that is used elsewhere by its anchor.
    """
    raw = data.decode("utf-8")
    bom, raw = (_BOM, raw[1:]) if raw.startswith(_BOM) else ("", raw)
    text = raw.replace("\r\n", "\n").replace("\r", "\n")
    tree = source_tree(text)
    writer = _Writer(tree, raw, _places(raw))
    for edit in edits:
        writer.add(edit)
    result = bom + writer.text_of(0, len(text), ())
    try:
        after = plain_values(source_tree(result.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")).root)
    except (yaml.YAMLError, RefusedError) as error:
        raise RefusedError(Refusal.FORM, edits[0].path if edits else ()) from error
    if after != intended(plain_values(tree.root), edits):
        raise RefusedError(Refusal.FORM, edits[0].path if edits else ())
    return result.encode("utf-8")


def _places(raw: str) -> list[int] | None:
    """Give, for each place in the text with plain line ends, that in the file; None where they are the same."""
    if "\r" not in raw:
        return None
    places, at = [], 0
    while at < len(raw):
        places.append(at)
        at += 2 if raw.startswith("\r\n", at) else 1
    return [*places, len(raw)]


class _Splice(Struct, frozen=True):
    path: Path
    start: int
    end: int
    edit: Edit


class _Writer:
    def __init__(self, tree: SourceTree, raw: str, places: list[int] | None) -> None:
        self._tree = tree
        self._raw = raw
        self._places = places
        self._newline = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw and "\n" not in raw else "\n"
        self._splices: dict[Path, _Splice] = {}

    def add(self, edit: Edit) -> None:
        """Take an edit in; its place must be there, and nobody else's."""
        path, start, end = self._place(edit)
        if path in self._splices:
            raise RefusedError(Refusal.ABSENT, path)
        self._splices[path] = _Splice(path, start, end, edit)

    def text_of(self, start: int, end: int, above: Path) -> str:
        """Give a part of the file as it is to be: no node but `above` may be edited there."""
        depth = len(above)
        outer = [
            splice
            for path, splice in self._splices.items()
            if path[:depth] == above and not any(path[:cut] in self._splices for cut in range(depth, len(path)))
        ]
        pieces, at = [], start
        for splice in sorted(outer, key=lambda each: (each.start, each.end)):
            pieces += [self._original(at, splice.start), self._new(splice)]
            at = splice.end
        pieces.append(self._original(at, end))
        return "".join(pieces)

    def _original(self, start: int, end: int) -> str:
        if self._places is None:
            return self._raw[start:end]
        return self._raw[self._places[start] : self._places[end]]

    def _place(self, edit: Edit) -> tuple[Path, int, int]:
        tree = self._tree
        node = tree.need(edit.path)
        match edit:
            case SetText() | SetValue():
                return edit.path, node.start, node.end
            case Arrange():
                return edit.path, node.start, node.end if node.flow else eol(tree, node.end)
            case SetEntry():
                if node.kind != "fields" or edit.key in node.entries:
                    raise RefusedError(Refusal.ABSENT, (*edit.path, edit.key))
                at = self._last_of(node, edit.path) if node.flow else eol(tree, node.end)
                return (*edit.path, edit.key), at, at
            case RemoveEntry():
                start, end = self._entry(node, edit)
                return (*edit.path, edit.key), start, end

    def _last_of(self, node: SourceNode, path: Path) -> int:
        if not node.entries:
            raise RefusedError(Refusal.EMPTY, path)
        key, value = list(node.entries.values())[-1]
        return max(key.end, value.end)

    def _entry(self, node: SourceNode, edit: RemoveEntry) -> tuple[int, int]:
        path = (*edit.path, edit.key)
        if node.kind != "fields" or edit.key not in node.entries:
            raise RefusedError(Refusal.ABSENT, path)
        if len(node.entries) == 1:
            raise RefusedError(Refusal.EMPTY, path)
        tree = self._tree
        tree.need(path)
        keys = list(node.entries)
        index = keys.index(edit.key)
        key, value = node.entries[edit.key]
        if index == 0:
            return key.start, node.entries[keys[1]][0].start
        before = node.entries[keys[index - 1]]
        end = max(before[0].end, before[1].end)
        if node.flow:
            return end, max(key.end, value.end)
        return tree.line_start(key.start) - 1, eol(tree, max(key.end, value.end))

    def _new(self, splice: _Splice) -> str:
        tree, edit = self._tree, splice.edit
        match edit:
            case SetText():
                node = tree.need(edit.path)
                if node.kind != "scalar":
                    raise RefusedError(Refusal.ABSENT, edit.path)
                return self._ended(replaced(node, tree, edit.text))
            case SetValue():
                node = tree.need(edit.path)
                return self._ended(emitted(edit.value, tree.column(node.start), flow=node.flow))
            case SetEntry():
                return self._ended(self._entry_text(tree.need(edit.path), edit))
            case Arrange():
                node = tree.need(edit.path)
                if node.kind != "items":
                    raise RefusedError(Refusal.ABSENT, edit.path)
                if node.flow:
                    return arranged_in_brackets(node, edit, tree, self.text_of, self._ended)
                return arranged(node, edit, tree, self.text_of, self._ended)
            case RemoveEntry():
                return ""

    def _entry_text(self, node: SourceNode, edit: SetEntry) -> str:
        first = next(iter(node.entries.values()))[0] if node.entries else node
        column = self._tree.column(first.start)
        value = emitted({edit.key: edit.value}, column, flow=node.flow)
        return f", {value[1:-1]}" if node.flow else f"\n{' ' * column}{value}"

    def _ended(self, new: str) -> str:
        return new.replace("\n", self._newline)

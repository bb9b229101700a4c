"""What a file holds, and what it is to hold once it is edited: the edits are held against it."""

from collections.abc import Sequence
from typing import TypeAlias

from deckbuilder.source.editing.edits import Arrange, Edit, Fresh, New, RemoveEntry, SetEntry, SetText, SetValue
from deckbuilder.source.editing.tree import Path, SourceNode

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def plain_values(node: SourceNode) -> Plain:
    """Give the values of a node and all below it; an alias counts as what it stands for only where that is a text."""
    if node.kind == "items" and node.style != "*":
        return [plain_values(each) for each in node.items]
    if node.kind == "fields" and node.style != "*":
        return {key: plain_values(value) for key, (_, value) in node.entries.items()}
    return node.value


def intended(values: Plain, edits: Sequence[Edit], path: Path = ()) -> Plain:
    """Give the values that a file is to hold after edits."""
    here = [edit for edit in edits if edit.path == path]
    for edit in here:
        if isinstance(edit, SetText):
            return edit.text
        if isinstance(edit, SetValue):
            return _fresh(edit.value)
    if isinstance(values, list):
        items = [intended(each, edits, (*path, index)) for index, each in enumerate(values)]
        order = next((edit.items for edit in here if isinstance(edit, Arrange)), None)
        if order is None:
            return items
        return [_fresh(each.value) if isinstance(each, New) else items[each] for each in order]
    if isinstance(values, dict):
        gone = {edit.key for edit in here if isinstance(edit, RemoveEntry)}
        kept = {key: intended(each, edits, (*path, key)) for key, each in values.items() if key not in gone}
        return kept | {edit.key: _fresh(edit.value) for edit in here if isinstance(edit, SetEntry)}
    return values


def _fresh(value: Fresh) -> Plain:
    if isinstance(value, dict):
        return {key: _fresh(each) for key, each in value.items()}
    return [_fresh(each) for each in value] if isinstance(value, list) else value

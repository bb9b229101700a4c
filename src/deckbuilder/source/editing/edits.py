"""What can be changed in a file. Paths are those of the file as it was, whatever the other edits do."""

from typing import TypeAlias

from msgspec import Struct

from deckbuilder.source.editing.tree import Path

Fresh: TypeAlias = "str | list[Fresh] | dict[str, Fresh]"
"""A value that is not in the file yet."""


class New(Struct, frozen=True):
    """An item that comes into a list."""

    value: Fresh


class SetText(Struct, frozen=True):
    """Give a scalar another text, in its own style where that can hold it."""

    path: Path
    text: str


class SetValue(Struct, frozen=True):
    """Put another value in the place of any node."""

    path: Path
    value: Fresh


class Arrange(Struct, frozen=True):
    """Give a list other items: those it has, by their indices, in a new order, and new ones; what is not named goes.

    Comments above an item go where it goes, and stay where it is removed; one at the end of its line goes with it.
    """

    path: Path
    items: tuple[int | New, ...]


class SetEntry(Struct, frozen=True):
    """Give a mapping a key that it does not have, after its last."""

    path: Path
    """The mapping's."""
    key: str
    value: Fresh


class RemoveEntry(Struct, frozen=True):
    """Take a key and its value out of a mapping."""

    path: Path
    """The mapping's."""
    key: str


Edit = SetText | SetValue | Arrange | SetEntry | RemoveEntry

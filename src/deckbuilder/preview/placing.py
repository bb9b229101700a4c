"""Where things stand in the author's files: addresses that an editor opens, and the slide that a line belongs to."""

import re
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from deckbuilder.diagnostics import Origin

_ID = re.compile(r"(?<![\w-])id:[ \t]+[\"']?([a-z0-9][a-z0-9-]*)")
_ITEM = re.compile(r"^[ \t]*-[ \t]")


class Place(Struct, frozen=True):
    """A place in a file."""

    path: str
    """As the author would name the file."""
    line: int
    """From 1; 0 for the file as a whole. Likewise the column."""
    column: int
    address: str
    """What opens the place in Visual Studio Code (its documentation, “Opening VS Code with URLs”)."""

    @property
    def text(self) -> str:
        """The place as a person reads it."""
        return f"{self.path}, line {self.line}" if self.line else self.path


def place_of(origin: Origin | None, current: Path) -> Place | None:
    """Give an origin's place; paths are read from the folder that the command runs in. None where there is no file."""
    if origin is None or not origin.path:
        return None
    whole = (current / origin.path).resolve().as_posix()
    position = f":{origin.line}:{max(origin.column, 1)}" if origin.line else ""
    address = f"vscode://file/{quote(whole.lstrip('/'))}{position}"
    return Place(origin.path, origin.line, origin.column, address)


def slide_at(origin: Origin | None, ids: Collection[str]) -> str:
    """Give the id of the slide that a place stands in; empty where it is in none of these.

    It is read from the text as it was when the fault was found, which need not be sound YAML.
    """
    found = ""
    if origin is not None and origin.line:
        for line, name in _starts(origin.source.text):
            if line > origin.line:
                break
            if name in ids:
                found = name
    return found


@lru_cache(maxsize=64)
def _starts(text: str) -> list[tuple[int, str]]:
    """Give the lines, from 1, at which items with an id begin, and the ids."""
    found: list[tuple[int, str]] = []
    item = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _ITEM.match(line):
            item = number
        named = _ID.search(line)
        if named and not line.lstrip().startswith("#"):
            found.append((item or number, named[1]))
    return found

"""What stands before the text of a Markdown file: front matter between `---` lines, or pandoc's `%` title block."""

import re
from collections.abc import Iterator

from msgspec import Struct

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PERCENT = re.compile(r"\A(?:%[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)){1,3}")
_ENTRY = re.compile(r"([A-Za-z][\w-]{0,60})[ \t]{0,9}:(?:[ \t](.*))?")
_MOST = 20_000
"""The most characters of front matter; a longer one is text."""

CARRIED = ("title", "subtitle", "lang", "language")
"""The keys that an outline has a place for."""
SAID = ("author", "authors", "date", "institute", "description", "abstract")
"""The keys whose values a reader of the document is shown."""


class Front(Struct, frozen=True):
    """What a file says before its text."""

    values: dict[str, str]
    """The values by their keys, in small letters; those of several lines are joined by spaces."""
    lines: int = 0
    """How many lines of the file it takes."""


def front_of(text: str) -> tuple[Front, str]:
    """Part what stands before the text from it; blank lines take its place, so that lines keep their numbers."""
    match = _FRONT.match(text)
    if match and match.end() <= _MOST:
        entries = dict(_entries(match[1].split("\n")))
        # A slide of its own between two lines has no “key: value”.
        if entries or not match[1].strip():
            return _parted(entries, text, match.end())
    match = _PERCENT.match(text)
    if match and match.end() <= _MOST:
        fields = [" ".join(field.lstrip("% \t").split()) for field in re.split(r"^%", match[0], flags=re.MULTILINE)[1:]]
        keys = ("title", "author", "date")
        return _parted({key: field for key, field in zip(keys, fields, strict=False) if field}, text, match.end())
    return Front({}), text


def _parted(values: dict[str, str], text: str, end: int) -> tuple[Front, str]:
    lines = text.count("\n", 0, end)
    return Front(values, lines), "\n" * lines + text[end:]


def _entries(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Read keys and values of the first level; lines below a key go with it."""
    key, parts = "", list[str]()
    for line in [*lines, "end:"]:
        match = _ENTRY.fullmatch(line.rstrip())
        if match is None:
            if key and line.strip() and not line.lstrip().startswith("#"):
                parts.append(line.strip().removeprefix("- "))
            continue
        if key:
            yield key, " ".join(_unquoted(part) for part in parts if part and part not in {"|", ">", "|-", ">-"})
        key, parts = match[1].lower(), [(match[2] or "").strip()]


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inner = value[1:-1]
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"').replace("\\\\", "\\")
    return value

"""Writing values as YAML for people: `source.yaml_reader` reads the very same texts back.

A text is quoted only where it must be, folded where it is long, and written line by line where it has lines.
"""

import re
from collections.abc import Iterator

from deckbuilder.importing.pack_slides import Value

WIDTH = 104
"""The most characters of a line, where it can be folded."""
_PLAIN = re.compile(r"[^\W_][^\n\t]*|[“‘(£€…][^\n\t]*")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#|^(?:null|~)$|\s$", re.IGNORECASE)
_IN_FLOW = re.compile(r"[,\[\]{}]")
_FOLD = re.compile(r"(?<=\S) (?=\S)")
_CODES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def mapping(fields: dict[str, Value], indent: int = 0) -> Iterator[str]:
    """Write keys and values as lines, indented by spaces; an empty list or mapping is left out."""
    space = " " * indent
    for key, value in fields.items():
        if isinstance(value, dict):
            if value:
                yield f"{space}{key}:"
                yield from mapping(value, indent + 2)
        elif isinstance(value, list):
            if value and all(isinstance(item, int | float) for item in value):
                yield f"{space}{key}: [{', '.join(_bare(item) for item in value)}]"
            elif value:
                yield f"{space}{key}:"
                yield from _items(value, indent + 2)
        else:
            yield from _scalar(f"{space}{key}: ", value, indent + 2)


def _items(values: list[Value], indent: int) -> Iterator[str]:
    mark = " " * indent + "- "
    for value in values:
        if isinstance(value, dict):
            yield from _under_mark(mark, mapping(value, indent + 2))
        elif isinstance(value, list):
            row = _row(value)
            if row is not None and len(mark) + len(row) <= WIDTH:
                yield mark + row
            else:
                yield from _under_mark(mark, _items(value, indent + 2))
        else:
            yield from _scalar(mark, value, indent + 2)


def _under_mark(mark: str, lines: Iterator[str]) -> Iterator[str]:
    first = next(lines, None)
    if first is not None:
        yield mark + first[len(mark) :]
        yield from lines


def _row(values: list[Value]) -> str | None:
    """Write a list on one line; None where a text in it does not allow that."""
    texts = []
    for value in values:
        if isinstance(value, dict | list):
            return None
        text = _bare(value)
        if isinstance(value, str) and (not is_plain(value) or _IN_FLOW.search(value)):
            if "\n" in value or len(value) > WIDTH:
                return None
            text = _quoted(value)
        texts.append(text)
    return f"[{', '.join(texts)}]"


def _scalar(before: str, value: Value, indent: int) -> Iterator[str]:
    """Write a value behind a key or a hyphen; what goes on to further lines is indented by `indent`."""
    if not isinstance(value, str):
        yield before + _bare(value)
    elif "\n" in value and not _has_loose_ends(value):
        yield before + "|"
        yield from (" " * indent + line if line else "" for line in value.split("\n"))
    elif len(before) + len(value) > WIDTH and "\n" not in value and not _has_loose_ends(value):
        yield before + ">-"
        yield from (" " * indent + line for line in _folded(value, WIDTH - indent))
    else:
        yield before + (value if is_plain(value) else _quoted(value))


def _has_loose_ends(text: str) -> bool:
    """Say whether a text begins or ends with what a block would lose."""
    return text != text.strip(" \t\n") or any(line != line.rstrip(" \t") for line in text.split("\n"))


def is_plain(text: str) -> bool:
    """Say whether a text of one line may stand without quotation marks."""
    return bool(_PLAIN.fullmatch(text)) and not _NOT_PLAIN.search(text)


def _bare(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value if isinstance(value, str) else repr(value)


def _quoted(text: str) -> str:
    if ('"' in text or "\\" in text) and not re.search(r"['\n\t]", text):
        return f"'{text}'"
    return '"' + re.sub(r'[\\"\n\t]', lambda match: _CODES[match.group()], text) + '"'


def _folded(text: str, width: int) -> Iterator[str]:
    """Cut a text at single spaces into lines, each as long as it may be."""
    start, last = 0, None
    for match in _FOLD.finditer(text):
        if match.start() - start > width and last is not None:
            yield text[start:last]
            start = last + 1
        last = match.start()
    if last is not None and len(text) - start > width and last > start:
        yield text[start:last]
        start = last + 1
    yield text[start:]

"""Writing a value that is not in the file yet, as authors write packs."""

from deckbuilder.source.editing.edits import Fresh
from deckbuilder.source.editing.scalars import written
from deckbuilder.source.editing.tree import Refusal, RefusedError


def emitted(value: Fresh, column: int, *, flow: bool) -> str:
    """Write a value that begins at a column, from 0; lines that follow carry their indentation.

    Raises `RefusedError` for an empty list or mapping, which no pack has.
    """
    if isinstance(value, str):
        return written(value, column, flow=flow)
    if not value:
        raise RefusedError(Refusal.EMPTY, ())
    if isinstance(value, dict):
        entries = [f"{key}:{_valued(each, column, flow=flow)}" for key, each in value.items()]
        return "{" + ", ".join(entries) + "}" if flow else _lines(entries, column)
    items = [emitted(each, column + 2, flow=flow) for each in value]
    return "[" + ", ".join(items) + "]" if flow else _lines([f"- {each}" for each in items], column)


def _valued(value: Fresh, column: int, *, flow: bool) -> str:
    """Write the value of a key that stands at a column."""
    if flow or isinstance(value, str):
        return " " + emitted(value, column + 2, flow=flow)
    return "\n" + " " * (column + 2) + emitted(value, column + 2, flow=False)


def _lines(parts: list[str], column: int) -> str:
    return ("\n" + " " * column).join(parts)

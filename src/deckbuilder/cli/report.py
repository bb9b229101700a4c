"""Showing diagnostics: as text with the line and a caret, as JSON, as annotations of a GitHub workflow."""

import click
from msgspec import Struct

from deckbuilder.cli.json_text import in_json
from deckbuilder.diagnostics import Diagnostic, Diagnostics, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_WIDEST = 110
"""The most characters of a line that are shown."""
_MOST = 500
"""The most diagnostics that are shown as text: nobody reads on."""


def show(diagnostics: Diagnostics, how: str = "text") -> None:
    """Print diagnostics to standard error (text) or standard output (json, github)."""
    every = diagnostics.in_reading_order()
    found = [item for item in every if not item.silenced]
    if how == "json":
        click.echo(in_json([as_data(item) for item in every], 2))
    elif how == "github":
        for item in found:
            click.echo(_annotation(item))
    else:
        for item in found[:_MOST]:
            click.echo(as_text(item), err=True)
        if len(found) > _MOST:
            click.echo(f"\n… and {len(found) - _MOST} more like these.", err=True)
        if found:
            click.echo(_summary(diagnostics), err=True)
    if diagnostics.silenced and how != "json":
        click.echo(_silenced(diagnostics), err=True)


def as_data(item: Diagnostic) -> dict[str, object]:
    """Give a diagnostic as plain values."""
    origin = item.origin
    return {
        "code": item.code,
        "severity": str(item.severity),
        "message": item.message,
        "hint": item.hint,
        "file": origin.path if origin else None,
        "line": origin.line or None if origin else None,
        "column": origin.column or None if origin else None,
        "themes": list(item.themes),
        "silenced": item.silenced or None,
    }


def as_text(item: Diagnostic) -> str:
    """Give a diagnostic as a person reads it: place, message, the line with a caret, the hint."""
    origin = item.origin
    place = ""
    if origin:
        place = ":".join(str(part) for part in (printable(origin.path), origin.line, origin.column) if part) + ": "
    mark = click.style(f"{item.severity}[{item.code}]", fg=_COLOURS[item.severity], bold=True)
    lines = [f"{place}{mark}: {printable(item.message)}"]
    if origin and origin.line and origin.excerpt:
        excerpt = _window(origin.excerpt.replace("\t", " "), max(origin.column, 1))
        number = str(origin.line)
        lines.append(f"  {number} | {excerpt.text}")
        if origin.column:
            lines.append(
                " " * (len(number) + 2) + " | " + " " * excerpt.column + click.style("^", fg="green", bold=True)
            )
    if item.themes:
        lines.append(f"  {click.style('under:', fg='cyan')} {printable(', '.join(item.themes))}")
    if item.hint:
        lines.append(f"  {click.style('hint:', fg='cyan')} {printable(item.hint)}")
    return "\n".join(lines)


def printable(text: str) -> str:
    """Give a text as a terminal may have it: what would move its cursor, or turn the order of letters, is a mark.

    Names of files and texts out of other people's files may hold anything.
    """
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


class _Excerpt(Struct, frozen=True):
    text: str
    column: int
    """Where the caret stands, from 0."""


def _window(line: str, column: int) -> _Excerpt:
    """Cut a long line so that the place is in it; a character that would disturb the terminal is shown as a mark."""
    visible = printable(line)
    start = max(0, column - 1 - _WIDEST // 2) if len(visible) > _WIDEST else 0
    return _Excerpt(visible[start : start + _WIDEST], column - 1 - start)


def _annotation(item: Diagnostic) -> str:
    level = {"error": "error", "warning": "warning"}.get(item.severity, "notice")
    origin = item.origin
    where = f" file={_property(origin.path)},line={max(origin.line, 1)},col={max(origin.column, 1)}," if origin else " "
    text = printable(f"{item.message} {item.hint}".strip()).replace("%", "%25")
    return f"::{level}{where}title={item.code}::{text}"


def _property(text: str) -> str:
    """Write a property of an annotation, whose end a comma or a colon would be."""
    return printable(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")


def _summary(diagnostics: Diagnostics) -> str:
    found = [item for item in diagnostics.in_reading_order() if not item.silenced]
    counts = []
    for severity in Severity:
        number = diagnostics.count(severity)
        if number:
            counts.append(_counted(number, severity))
    gravest = next(item for severity in Severity for item in found if item.severity is severity)
    return f"\n{', '.join(counts)}. `deckbuilder explain {gravest.code}` says more."


def _silenced(diagnostics: Diagnostics) -> str:
    number = diagnostics.silenced
    what = "1 message was" if number == 1 else f"{number} messages were"
    origins = [item.origin for item in diagnostics.in_reading_order() if item.silenced and item.origin]
    packs = " and in ".join(dict.fromkeys(_pack(origin.path) for origin in origins))
    where = f"in {printable(packs)}" if packs else "in the pack"
    return f"{what} silenced, with the reason given {where}; `deckbuilder check --format json` lists them."


def _pack(path: str) -> str:
    """Give the folder of the pack that a file belongs to, as far as its path says it."""
    folders = path.split("/")[:-1]
    if "content" in folders[:-1]:
        return "/".join(folders[: folders.index("content") + 2])
    return "/".join(folders[:-1] if folders[-1:] in (["slides"], ["editions"]) else folders)


def _counted(number: int, severity: Severity) -> str:
    if severity is Severity.ADVICE:
        return f"{number} piece{'s' if number > 1 else ''} of advice"
    return f"{number} {severity}{'s' if number > 1 else ''}"

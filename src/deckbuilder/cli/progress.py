"""Going through themes: a progress bar on a terminal, their diagnostics put together, a summary at the end."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostic, Diagnostics, Severity
from deckbuilder.pipeline.results import ThemeResult


def followed(results: Iterable[ThemeResult], themes: Sequence[Path]) -> Iterator[ThemeResult]:
    """Go through results as they come, showing how far it is where several themes are built on a terminal."""
    if len(themes) < 2 or not sys.stderr.isatty():
        yield from results
        return
    # Imported here: rich takes longer to import than a small build takes.
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn())
    # What is printed meanwhile goes above the bar where it is a terminal, and where it was sent otherwise.
    redirected = sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=redirected) as progress:
        task = progress.add_task(themes[0].name, total=len(themes))
        for number, result in enumerate(results, 1):
            yield result
            following = themes[number].name if number < len(themes) else "done"
            progress.update(task, completed=number, description=following)


def together(shared: Diagnostics, results: Sequence[ThemeResult]) -> Diagnostics:
    """Put the diagnostics of all themes together; one that not all themes have says which do."""
    found = Diagnostics()
    found.extend(shared)
    having: dict[Diagnostic, list[str]] = {}
    known = frozenset(shared)
    for result in results:
        for item in dict.fromkeys(result.diagnostics):
            if item not in known:
                having.setdefault(item, []).append(result.folder.name)
    for item, names in having.items():
        found.found.append(item if len(names) == len(results) else replace(item, themes=tuple(names)))
    return found


def summary(results: Sequence[ThemeResult], written: dict[str, int]) -> str:
    """Say in a table what became of each theme; `written` counts the files by the theme's name."""
    header = ("Theme", "Files", "Slides", "Errors", "Warnings")
    rows = [
        (
            result.folder.name,
            str(written.get(result.folder.name, 0)),
            str(result.slides),
            str(result.diagnostics.count(Severity.ERROR)),
            str(result.diagnostics.count(Severity.WARNING)),
        )
        for result in results
    ]
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (header, *rows)
    ]
    failed = [bool(result.diagnostics.has_errors) for result in results]
    styled = [click.style(line, fg="red") if bad else line for line, bad in zip(lines[1:], failed, strict=True)]
    return "\n".join(["", click.style(lines[0], bold=True), *styled])

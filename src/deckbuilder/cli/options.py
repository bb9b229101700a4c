"""Arguments and options that several commands share, and finding what they name."""

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from deckbuilder.cli import completing
from deckbuilder.diagnostics import did_you_mean
from deckbuilder.source import Workspace

PROBLEMS = 1
"""The exit status when the content, the theme or the output has errors."""
REFUSED = 3
"""The exit status when the machine refuses: a full disk, no permission."""

packs_argument: Callable[[Any], Any] = click.argument(
    "packs", nargs=-1, metavar="[PACK ...]", shell_complete=completing.packs
)
theme_option: Callable[[Any], Any] = click.option(
    "--theme",
    "themes",
    multiple=True,
    metavar="NAME|PATH|all",
    help="A theme, or all of them. [default: board]",
    shell_complete=completing.themes,
)
plan_option: Callable[[Any], Any] = click.option(
    "--plan",
    metavar="NAME",
    help="The delivery plan. [default: the pack's own default]",
    shell_complete=completing.plans,
)


def _time_of_day(value: str) -> int:
    """Read a time of day, such as 09:30, as minutes from midnight; wrong usage when it is none."""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:.]([0-5]\d)", value.strip())
    if match is None:
        raise click.BadParameter(f"“{value}” is no time of day, such as 09:30.")
    return int(match[1]) * 60 + int(match[2])


start_option: Callable[[Any], Any] = click.option(
    "--start",
    type=_time_of_day,
    metavar="HH:MM",
    help="When the session begins, for the clock in the guide. [default: the clock runs from zero]",
)
release_option: Callable[[Any], Any] = click.option(
    "--release",
    is_flag=True,
    help="Refuse what must not be issued: a review date that has passed, missing contacts, a placeholder.",
)
strict_option: Callable[[Any], Any] = click.option("--strict", is_flag=True, help="Let warnings fail too.")


def today() -> date:
    """Give the day where the user is: only `--release` asks for it."""
    return date.today()  # noqa: DTZ011


def workspace() -> Workspace:
    """Find the workspace around the current folder."""
    return Workspace.around(Path.cwd())


def find_packs(names: tuple[str, ...], around: Workspace) -> list[Path]:
    """Find the folders of packs by name or path; every pack when none is named."""
    if not names:
        found = around.packs()
        if not found:
            raise click.UsageError(f"There is no pack in {around.shown((around.root or around.current) / 'content')}.")
        return found
    return [_found("pack", name, around.pack(name), around.packs()) for name in names]


def find_themes(names: tuple[str, ...], around: Workspace) -> list[Path]:
    """Find the folders of themes by name or path; the neutral theme when none is named."""
    if "all" in names:
        return around.themes()
    folders = list(
        dict.fromkeys(_found("theme", name, around.theme(name), around.themes()) for name in names or ("board",))
    )
    twice = next((folder.name for folder in folders if sum(folder.name == each.name for each in folders) > 1), None)
    if twice is not None:
        raise click.UsageError(f"Two themes have the folder name “{twice}”, so the files of the two would be one.")
    return folders


def _found(what: str, name: str, folder: Path | None, known: list[Path]) -> Path:
    if folder is None:
        raise click.UsageError(
            f"There is no {what} “{name}”. {did_you_mean(name, [path.name for path in known])}".strip()
        )
    return folder


def stop(status: int) -> NoReturn:
    """End the command with an exit status."""
    sys.exit(status)

"""`deckbuilder status`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.options import PROBLEMS, stop, workspace
from deckbuilder.cli.report import printable
from deckbuilder.cli.telling import json_option, tell
from deckbuilder.source import Workspace

if TYPE_CHECKING:
    from deckbuilder.pipeline.judging import FileState


@click.command()
@click.argument("paths", nargs=-1, metavar="[FILE|FOLDER ...]", type=click.Path(exists=True, path_type=Path))
@json_option
def status(paths: tuple[Path, ...], as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """Say of built files from which content they came, and whether they are out of date.

    Without a FILE or FOLDER, the folder output/ is looked at. The exit status is 0 if every file is up to date.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder.pipeline.judging import State, built_files, judge  # noqa: PLC0415

    around = workspace()
    named = paths or tuple(folder for folder in (around.output,) if folder.is_dir())
    states = list(judge(built_files(named), around))
    if as_json:
        tell({"files": [_as_data(each, around) for each in states]})
    else:
        for each in states:
            click.echo(_as_text(each, around))
    stale = sum(each.state is not State.UP_TO_DATE for each in states)
    if not as_json:
        click.echo(_summary(len(states), stale), err=True)
    if stale:
        stop(PROBLEMS)


def _as_text(each: "FileState", around: Workspace) -> str:
    why = f": {printable('; '.join(each.reasons))}" if each.reasons else ""
    lines = [f"{printable(around.shown(each.path))}: {click.style(each.state, bold=True)}{why}"]
    if each.pack:
        version = f" {each.pack_version}" if each.pack_version else ""
        session = f", session “{each.session}”" if each.session else ""
        made = (
            f"{each.document} of {each.pack}{version}{session}, theme {each.theme or 'not known'}, "
            f"deckbuilder {each.tool_version}"
        )
        lines.append(f"  {printable(made)}")
    return "\n".join(lines)


def _as_data(each: "FileState", around: Workspace) -> dict[str, object]:
    return {
        "file": around.shown(each.path),
        "state": str(each.state),
        "reasons": list(each.reasons),
        "pack": each.pack,
        "pack_version": each.pack_version,
        "theme": each.theme,
        "document": each.document,
        "session": each.session,
        "tool_version": each.tool_version,
    }


def _summary(number: int, stale: int) -> str:
    files = "1 file" if number == 1 else f"{number} files"
    if not number:
        return "There is no built file."
    return f"{files}, all up to date." if not stale else f"{files}, {stale} not up to date."

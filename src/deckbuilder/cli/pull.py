"""`deckbuilder pull`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, workspace
from deckbuilder.cli.telling import json_option, said, tell
from deckbuilder.cli.writing import written_or_stop
from deckbuilder.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckbuilder.pipeline.pulling import Change, Pull, Pulled


@click.command()
@click.argument(
    "files", nargs=-1, required=True, metavar="FILE ...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--write", is_flag=True, help="Put the changes into the pack's files.")
@click.option("--quotations", is_flag=True, help="With --write, also those in the words of people who were quoted.")
@click.option("--force", is_flag=True, help="With --write, also into a pack that has changed since.")
@json_option
def pull(files: tuple[Path, ...], write: bool, quotations: bool, force: bool, as_json: bool) -> None:  # noqa: FBT001  # click passes options by name
    """Show what somebody changed in built documents, and put it into the pack.

    Each FILE is a deck, a facilitator guide or a worksheet that was edited in Office. The exit status is 0 when the
    pack says all that the files say: nothing was changed, or everything was written.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder.pipeline.pulling import Wish  # noqa: PLC0415
    from deckbuilder.pipeline.pulling import pull as pulled_from  # noqa: PLC0415

    around = workspace()
    diagnostics = Diagnostics()
    wish = Wish(write=write, quotations=quotations, force=force)
    found = pulled_from(files, wish, around, diagnostics)
    written = written_or_stop(found.files, "pack", around)
    if as_json:
        tell({"files": [_as_data(each) for each in found.pulled], "written": written, **said(diagnostics)})
    else:
        _show(found, written, diagnostics, write=write)
    changes = [change for each in found.pulled for change in each.changes]
    done = bool(written) and not any(change.reason for change in changes)
    if diagnostics.has_errors or (changes and not done):
        stop(PROBLEMS)


def _show(found: "Pull", written: list[str], diagnostics: Diagnostics, *, write: bool) -> None:
    from deckbuilder.cli.changes import as_text  # noqa: PLC0415

    for each in found.pulled:
        click.echo(as_text(each))
    for path in written:
        click.echo(f"written: {report.printable(path)}")
    report.show(diagnostics)
    changes = [change for each in found.pulled for change in each.changes]
    able = sum(not change.reason for change in changes)
    if diagnostics.has_errors and write:
        click.echo("Nothing was written into the pack.", err=True)
    if not changes or diagnostics.has_errors:
        return
    left = len(changes) - able
    if write:
        rest = f" {_counted(left)} not, for the reason given." if left else ""
        click.echo(f"{_counted(able)} written into the pack.{rest}", err=True)
    else:
        rest = f" {_counted(left)} cannot go there, for the reason given." if left else ""
        click.echo(f"{_counted(able)} can go into the pack: --write puts {_it(able)} there.{rest}", err=True)


def _counted(number: int) -> str:
    return "1 change" if number == 1 else f"{number} changes"


def _it(number: int) -> str:
    return "it" if number == 1 else "them"


def _as_data(each: "Pulled") -> dict[str, object]:
    return {
        "file": each.file,
        "document": each.document,
        "pack": each.pack,
        "theme": each.theme,
        "changed_since": list(each.since),
        "changes": [_change_as_data(change) for change in each.changes],
        "notes": list(each.notes),
    }


def _change_as_data(change: "Change") -> dict[str, object]:
    origin = change.origin
    return {
        "place": change.place,
        "title": change.title,
        "what": change.what,
        "kind": str(change.kind),
        "old": change.old or None,
        "new": change.new or None,
        "file": origin.path if origin else None,
        "line": origin.line or None if origin else None,
        "quotation": change.quotation,
        "not_written": change.reason or None,
    }

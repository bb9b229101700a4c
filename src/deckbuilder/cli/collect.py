"""`deckbuilder collect`."""

import glob
from collections.abc import Iterator
from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, strict_option, workspace
from deckbuilder.cli.telling import json_option, said, tell
from deckbuilder.diagnostics import Diagnostics

_TEXT_FILES = frozenset({".docx", ".docm", ".doc", ".odt", ".rtf"})
"""What a worksheet may have been saved as; in a folder, other files are not looked at."""
_LEFT_BEHIND = ("~$", ".")
"""What names begin with of files that Word makes while another is open, and that macOS puts beside others."""


def _ending(_: click.Context, __: click.Parameter, out: Path) -> Path:
    if out.suffix.lower() not in {".csv", ".xlsx"}:
        raise click.BadParameter(f"“{out}” ends neither in .csv nor in .xlsx.")
    return out


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option(
    "--out",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    callback=_ending,
    help="The table to write: a .csv or .xlsx file.",
)
@click.option(
    "--with-names",
    is_flag=True,
    help="Keep what says who answered: the names of the files, and the fields for name and role.",
)
@strict_option
@json_option
def collect(
    files: tuple[str, ...],
    out: Path,
    with_names: bool,  # noqa: FBT001  # click passes an option by its name
    strict: bool,  # noqa: FBT001  # likewise
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Collect the answers of worksheets that came back in one table.

    FILES are worksheets that were filled in, folders of them, or patterns such as *.docx. What is no worksheet, or
    cannot be read, is named and left out.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder.cli.writing import written_or_stop  # noqa: PLC0415
    from deckbuilder.office import OutputFile  # noqa: PLC0415
    from deckbuilder.pipeline.collecting import TABLE_FILES, answer_table, read_worksheets  # noqa: PLC0415

    around = workspace()
    paths = _find(files)
    diagnostics = Diagnostics()
    returned = read_worksheets(paths, around, diagnostics)
    table = answer_table(returned, with_names=with_names)
    report.show(diagnostics)
    written: list[str] = []
    if not diagnostics.failed(strict=strict):
        written = written_or_stop([OutputFile(out, TABLE_FILES[out.suffix.lower()](table))], "table", around)
    if as_json:
        counts = {"worksheets": len(paths), "read": len(returned), "answers": len(table.rows)}
        tell({"written": written, **counts, **said(diagnostics)})
    else:
        for path in written:
            click.echo(path)
        click.echo(
            f"{len(returned)} of {_counted(len(paths), 'worksheet')} read, {_counted(len(table.rows), 'answer')}.",
            err=True,
        )
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _find(names: tuple[str, ...]) -> list[Path]:
    """Find files by their names, those in folders, and those that patterns fit: each once."""
    found: dict[Path, Path] = {}
    for name in names:
        matches = list(_named(name))
        if not matches:
            raise click.UsageError(f"There is no file “{name}”.")
        files = [file for path in matches for file in (_in_folder(path) if path.is_dir() else [path])]
        if not files:
            raise click.UsageError(f"There is no .docx file in “{name}”.")
        for file in files:
            if not file.name.startswith(_LEFT_BEHIND):
                found.setdefault(file.resolve(), file)
    return list(found.values())


def _named(name: str) -> Iterator[Path]:
    if Path(name).exists():
        yield Path(name)
    else:
        # The shell of Windows leaves patterns to the program.
        yield from map(Path, sorted(glob.glob(name), key=str.casefold))  # noqa: PTH207  # a pattern may be absolute


def _in_folder(folder: Path) -> list[Path]:
    """Give the files in a folder, not below, that a worksheet may be."""
    files = [path for path in folder.iterdir() if _is_text_file(path)]
    return sorted(files, key=lambda path: (path.name.casefold(), path.name))


def _is_text_file(path: Path) -> bool:
    return path.suffix.lower() in _TEXT_FILES and not path.name.startswith(_LEFT_BEHIND) and path.is_file()

"""`deckbuilder import`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, REFUSED, stop, workspace
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from deckbuilder.ir.outline import Loss
    from deckbuilder.office import OutputFile
    from deckbuilder.pipeline.importing import Imported

_MOST_SHOWN = 25
"""The most lines of a list that are printed; the report has them all."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the new pack. [default: content/ and the file's name]",
)
@click.option(
    "--force",
    is_flag=True,
    help="Write into a folder that is not empty; what is in the way is kept under another name.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def importing(
    file: Path,
    out: Path | None,
    force: bool,  # noqa: FBT001  # click passes an option by its name
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Make a pack of a Markdown file, a PowerPoint deck or a Word document.

    The pack builds at once. Every text is carried over as it stands; what had to be decided, and what a pack cannot
    hold, is printed, and written into the pack as import-report.md.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder.pipeline.importing import import_document  # noqa: PLC0415

    around = workspace()
    folder = out if out is not None else _default(file, around)
    if not force and folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(
            f"{around.shown(folder)} is not empty. Name another folder with --out, or say --force: then what is in the "
            "way is kept under another name."
        )
    diagnostics = Diagnostics()
    imported = import_document(file, folder, around, diagnostics)
    report.show(diagnostics)
    written = _written(imported, folder, around) if imported else []
    if as_json:
        click.echo(json.dumps(_as_data(imported, written, diagnostics), ensure_ascii=False, indent=2))
    elif imported:
        for path in written:
            click.echo(path)
        _say(imported, folder, around)
    if imported is None:
        stop(PROBLEMS)


def _default(file: Path, around: Workspace) -> Path:
    from deckbuilder.importing.pack_files import name_of  # noqa: PLC0415

    return (around.root or around.current) / "content" / name_of(file.stem, "imported")


def _written(imported: "Imported", folder: Path, around: Workspace) -> list[str]:
    """Write the files, all or none; gives their paths. What is in the way of one is kept under another name."""
    from deckbuilder.office import OutputFile, write_all  # noqa: PLC0415

    files = [OutputFile(folder / each.name, each.data) for each in imported.files]
    try:
        kept = [copy for each in files if (copy := _copy(each)) is not None]
        write_all([*kept, *files])
    except OSError as error:
        click.echo(f"The pack could not be written: {error.strerror}.", err=True)
        stop(REFUSED)
    for copy in kept:
        click.echo(f"What was there before is kept: {around.shown(copy.path)}", err=True)
    return [around.shown(each.path) for each in files]


def _copy(file: "OutputFile") -> "OutputFile | None":
    """Give a copy of what stands where a file is to be written, under a name that is free; None for nothing else."""
    from deckbuilder.office import OutputFile  # noqa: PLC0415

    if not file.path.exists() or file.path.read_bytes() == file.data:
        return None
    number = 1
    while (free := file.path.with_name(f"{file.path.name}.old{number if number > 1 else ''}")).exists():
        number += 1
    return OutputFile(free, file.path.read_bytes())


def _say(imported: "Imported", folder: Path, around: Workspace) -> None:
    """Say on standard error what was made, decided and lost, and what to do next."""
    draft = imported.draft
    kinds = ", ".join(f"{number} × {kind}" for kind, number in imported.kinds)
    slides = "1 slide" if len(draft.slides) == 1 else f"{len(draft.slides)} slides"
    click.echo(f"\n{slides}: {kinds}.", err=True)
    _list("Decided, for you to look at:", draft.decided)
    _list("Not carried over, or in another way:", draft.lost)
    marked = sum(len(slide.look_at) for slide in draft.slides)
    if marked:
        places = "1 place is" if marked == 1 else f"{marked} places are"
        click.echo(f"\n{places} marked with CHECK in the files under slides/, for you to look at.", err=True)
    named = folder.name if around.pack(folder.name) == folder.resolve() else around.shown(folder)
    click.echo(f"\nBuild it: deckbuilder build {named}", err=True)


def _list(heading: str, losses: "Sequence[Loss]") -> None:
    if not losses:
        return
    click.echo(f"\n{heading}", err=True)
    for loss in losses[:_MOST_SHOWN]:
        click.echo(f"  {report.printable(loss.place)}: {report.printable(loss.what)}", err=True)
    if len(losses) > _MOST_SHOWN:
        click.echo(f"  … and {len(losses) - _MOST_SHOWN} more, in import-report.md.", err=True)


def _as_data(imported: "Imported | None", written: list[str], diagnostics: Diagnostics) -> dict[str, object]:
    draft = imported.draft if imported else None
    return {
        "files": written,
        "slides": dict(imported.kinds) if imported else {},
        "decided": [{"place": each.place, "what": each.what} for each in draft.decided] if draft else [],
        "lost": [{"place": each.place, "what": each.what} for each in draft.lost] if draft else [],
        "diagnostics": [report.as_data(item) for item in diagnostics.in_reading_order()],
    }

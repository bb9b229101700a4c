"""`deckbuilder build`."""

import json
from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import (
    PROBLEMS,
    REFUSED,
    find_packs,
    find_themes,
    packs_argument,
    plan_option,
    stop,
    strict_option,
    theme_option,
    workspace,
)


@click.command()
@packs_argument
@theme_option
@plan_option
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(["deck", "guide", "worksheet"]),
    help="Build only this document; may be given more than once.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to. [default: output]",
)
@strict_option
@click.option("--json", "as_json", is_flag=True, help="Say what was written as one JSON object.")
def build(
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    only: tuple[str, ...],
    out: Path | None,
    strict: bool,  # noqa: FBT001  # click passes an option by its name
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Build decks, facilitator guides and worksheets.

    PACK is a folder under content/, by its name or path; without one, every pack is built. The paths of the files
    written go to standard output, everything else to standard error.
    """
    # Imported here so that the other commands and --help need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.diagnostics import Diagnostics  # noqa: PLC0415
    from deckbuilder.office import write_all  # noqa: PLC0415

    around = workspace()
    diagnostics = Diagnostics()
    folders, brands = find_packs(packs, around), find_themes(themes, around)
    files = pipeline.build(folders, brands, plan, only, out or around.output, around, diagnostics)
    failed = diagnostics.failed(strict=strict)
    if not failed:
        try:
            write_all(files)
        except OSError as error:
            where = f" ({error.filename})" if error.filename else ""
            diagnostics.error(
                "cannot-write",
                f"The files could not be written: {error.strerror}{where}.",
                hint="Close the files in Office, and look at the folder's permissions and free space.",
            )
            report.show(diagnostics)
            stop(REFUSED)
    written = [] if failed else [around.shown(file.path) for file in files]
    report.show(diagnostics)
    if as_json:
        found = [report.as_data(item) for item in diagnostics.in_reading_order()]
        click.echo(json.dumps({"written": written, "diagnostics": found}, ensure_ascii=False))
    else:
        for path in written:
            click.echo(path)
    if failed:
        stop(PROBLEMS)

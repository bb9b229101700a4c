"""`deckbuilder schema`."""

import json
from pathlib import Path

import click

from deckbuilder.cli.options import REFUSED, stop, workspace


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to. [default: schema]",
)
def schema(out: Path | None) -> None:
    """Write JSON Schemas (draft-07) that editors check and complete packs and themes with."""
    from deckbuilder.office import OutputFile, write_all  # noqa: PLC0415  # so that the other commands need not load it
    from deckbuilder.pipeline import schemas  # noqa: PLC0415

    around = workspace()
    folder = out or (around.root or around.current) / "schema"
    files = [
        OutputFile(
            folder / f"{name}.schema.json",
            (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode(),
        )
        for name, content in schemas().items()
    ]
    try:
        write_all(files)
    except OSError as error:
        click.echo(f"The schemas could not be written: {error.strerror}.", err=True)
        stop(REFUSED)
    for file in files:
        click.echo(around.shown(file.path))

"""`deckbuilder schema`."""

from pathlib import Path

import click

from deckbuilder.cli.options import workspace
from deckbuilder.cli.telling import json_option, tell


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to. [default: schema]",
)
@json_option
def schema(out: Path | None, as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """Write JSON Schemas (draft-07) that editors check and complete packs and themes with."""
    from deckbuilder.cli.writing import write_or_stop, written_or_stop  # noqa: PLC0415  # other commands need not load it
    from deckbuilder.pipeline.schemas import schema_files  # noqa: PLC0415

    around = workspace()
    files = schema_files(out or (around.root or around.current) / "schema")
    if as_json:
        tell({"written": written_or_stop(files, "schemas", around)})
    else:
        write_or_stop(files, "schemas", around)

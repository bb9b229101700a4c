"""`deckbuilder schema`."""

import json
from pathlib import Path

import click

from deckbuilder.cli.options import workspace


@click.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder to write to. [default: schema]",
)
def schema(out: Path | None) -> None:
    """Write JSON Schemas (draft-07) that editors check and complete packs and themes with."""
    from deckbuilder.cli.writing import write_or_stop  # noqa: PLC0415  # so that the other commands need not load it
    from deckbuilder.office import OutputFile  # noqa: PLC0415
    from deckbuilder.pipeline.schemas import schemas  # noqa: PLC0415

    around = workspace()
    folder = out or (around.root or around.current) / "schema"
    files = [
        OutputFile(
            folder / f"{name}.schema.json",
            (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode(),
        )
        for name, content in schemas().items()
    ]
    write_or_stop(files, "schemas", around)

"""`deckbuilder theme`."""

from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, workspace
from deckbuilder.diagnostics import Diagnostics


@click.group()
def theme() -> None:
    """Look at themes."""


@theme.command("list")
def list_themes() -> None:
    """List the themes there are: name, agency, folder."""
    from deckbuilder.theme import load_theme  # noqa: PLC0415  # so that the other commands need not load it

    around = workspace()
    diagnostics = Diagnostics()
    rows = []
    for folder in around.themes():
        found = load_theme(folder, around, diagnostics)
        if found:
            where = "comes with the tool" if around.is_builtin(folder) else around.shown(folder)
            rows.append((folder.name, str(found.name), str(found.agency.name), where))
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        click.echo("  ".join([cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[3]]))
    report.show(diagnostics)
    if diagnostics.has_errors:
        stop(PROBLEMS)


@theme.command("inspect")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def inspect_template(file: Path) -> None:
    """Show what an agency's own template holds.

    FILE is a .pptx, .potx, .docx or .dotx. At the end stands the map of its layouts or styles, to paste into
    theme.yaml.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.cli.inspection import as_text  # noqa: PLC0415

    diagnostics = Diagnostics()
    found = pipeline.inspect_template(file, diagnostics)
    if found is not None:
        click.echo(as_text(file.name, found))
    report.show(diagnostics)
    if found is None:
        stop(PROBLEMS)

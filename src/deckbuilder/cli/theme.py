"""`deckbuilder theme`."""

from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, workspace
from deckbuilder.cli.report import printable
from deckbuilder.cli.telling import json_option, said, tell
from deckbuilder.diagnostics import Diagnostics


@click.group()
def theme() -> None:
    """Look at themes."""


@theme.command("list")
@json_option
def list_themes(as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """List the themes there are: name, agency, folder."""
    from deckbuilder.theme import load_theme  # noqa: PLC0415  # so that the other commands need not load it

    around = workspace()
    diagnostics = Diagnostics()
    rows, told = [], []
    for folder in around.themes():
        found = load_theme(folder, around, diagnostics)
        if found:
            builtin = around.is_builtin(folder)
            where = "comes with the tool" if builtin else around.shown(folder)
            cells = (folder.name, str(found.name), str(found.agency.name), where)
            rows.append([printable(cell) for cell in cells])
            told.append(
                {
                    "theme": folder.name,
                    "name": str(found.name),
                    "agency": str(found.agency.name),
                    "folder": None if builtin else around.shown(folder),
                }
            )
    if as_json:
        tell({"themes": told, **said(diagnostics)})
    else:
        _show(rows)
    report.show(diagnostics)
    if diagnostics.has_errors:
        stop(PROBLEMS)


def _show(rows: list[list[str]]) -> None:
    """Print rows with their first three cells below each other."""
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        click.echo("  ".join([cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[3]]))


@theme.command("inspect")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def inspect_template(file: Path, as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """Show what an agency's own template holds.

    FILE is a .pptx, .potx, .docx or .dotx. At the end stands the map of its layouts or styles, to paste into
    theme.yaml.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.cli.inspection import as_data, as_text  # noqa: PLC0415

    around = workspace()
    diagnostics = Diagnostics()
    found = pipeline.inspect_template(file, diagnostics)
    if as_json:
        tell({"file": around.shown(file), "template": as_data(found), **said(diagnostics)})
    elif found is not None:
        click.echo(as_text(file.name, found))
    report.show(diagnostics)
    if found is None:
        stop(PROBLEMS)

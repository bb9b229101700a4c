"""`deckbuilder new`."""

import re
from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, REFUSED, stop, workspace
from deckbuilder.diagnostics import Diagnostics

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.group()
def new() -> None:
    """Make something that builds at once."""


@new.command("theme")
@click.argument("name")
@click.option(
    "--template",
    "templates",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The agency's own .pptx, .potx, .docx or .dotx; may be given for PowerPoint and for Word.",
)
def new_theme(name: str, templates: tuple[Path, ...]) -> None:
    """Make a theme: a folder NAME under themes/ with a theme.yaml that explains itself.

    With --template, the agency's own Office template is copied into it, its fonts and colours are taken, and its
    layouts are mapped.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.office import write_all  # noqa: PLC0415

    if not _NAME.fullmatch(name):
        raise click.UsageError(f"“{name}” is no name for a theme: small letters, digits and single hyphens are.")
    around = workspace()
    folder = (around.root or around.current) / "themes" / name
    if (folder / "theme.yaml").exists():
        raise click.UsageError(f"{around.shown(folder)} is there already.")
    for what, endings in (("PowerPoint", pipeline.DECK_SUFFIXES), ("Word", pipeline.WORD_SUFFIXES)):
        if sum(path.suffix.lower() in endings for path in templates) > 1:
            raise click.UsageError(f"A theme has one template for {what}; several are given.")
    diagnostics = Diagnostics()
    files = pipeline.new_theme(folder, templates, diagnostics)
    report.show(diagnostics)
    if diagnostics.has_errors:
        stop(PROBLEMS)
    try:
        write_all(files)
    except OSError as error:
        click.echo(f"The theme could not be written: {error.strerror}.", err=True)
        stop(REFUSED)
    for file in files:
        click.echo(around.shown(file.path))
    click.echo(f"Build with it: deckbuilder build --theme {name}", err=True)

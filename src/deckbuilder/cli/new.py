"""`deckbuilder new`."""

from pathlib import Path

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, workspace
from deckbuilder.diagnostics import Diagnostics


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
    from deckbuilder.cli.writing import write_or_stop  # noqa: PLC0415
    from deckbuilder.source.fields import ID  # noqa: PLC0415
    from deckbuilder.theme import DECK_SUFFIXES, WORD_SUFFIXES  # noqa: PLC0415

    if not ID.fullmatch(name):
        raise click.UsageError(f"“{name}” is no name for a theme: small letters, digits and single hyphens are.")
    around = workspace()
    folder = (around.root or around.current) / "themes" / name
    if (folder / "theme.yaml").exists():
        raise click.UsageError(f"{around.shown(folder)} is there already.")
    for what, endings in (("PowerPoint", DECK_SUFFIXES), ("Word", WORD_SUFFIXES)):
        if sum(path.suffix.lower() in endings for path in templates) > 1:
            raise click.UsageError(f"A theme has one template for {what}; several are given.")
    diagnostics = Diagnostics()
    files = pipeline.new_theme(folder, templates, diagnostics)
    report.show(diagnostics)
    if diagnostics.has_errors:
        stop(PROBLEMS)
    write_or_stop(files, "theme", around)
    click.echo(f"Build with it: deckbuilder build --theme {name}", err=True)

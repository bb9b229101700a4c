"""`deckbuilder new`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import PROBLEMS, stop, today, workspace
from deckbuilder.cli.telling import json_option, tell
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace

if TYPE_CHECKING:
    from deckbuilder.office import OutputFile

_LONGEST_NAME = 60
"""The most characters of a folder's name: paths on Windows are short."""
_LONGEST_TITLE = 150
"""The most characters of a title: more would fit no slide."""


@click.group()
def new() -> None:
    """Make something that builds at once."""


@new.command("pack")
@click.argument("name")
@click.option("--title", help="What the training is called. [default: made of NAME]")
@json_option
def new_pack(name: str, title: str | None, as_json: bool) -> None:  # noqa: FBT001  # click passes an option by its name
    """Make a pack: a folder NAME under content/ with a short training to change into your own.

    Its files explain themselves, in the order in which you need it: begin with pack.yaml.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder.pipeline.starting import missing_schemas, new_pack  # noqa: PLC0415

    around = workspace()
    root = around.root or around.current
    folder = _free_folder("pack", name, root / "content", around)
    if title is not None and not 0 < len(title.strip()) <= _LONGEST_TITLE:
        raise click.UsageError(f"A title has 1 to {_LONGEST_TITLE} characters.")
    if title is not None and not title.isprintable():
        raise click.UsageError("A title is one line, and holds no control characters.")
    files = new_pack(folder, (title or _as_title(name)).strip(), today())
    command = f"deckbuilder build {name}"
    _write([*files, *missing_schemas(root)], "pack", around, command, as_json=as_json)
    if not as_json:
        click.echo(f"\nBuild it now:  {command}", err=True)
        click.echo(f"Then open {around.shown(folder / 'pack.yaml')} in an editor, and read from the top.", err=True)


@new.command("theme")
@click.argument("name")
@click.option(
    "--template",
    "templates",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The agency's own .pptx, .potx, .docx or .dotx; may be given for PowerPoint and for Word.",
)
@json_option
def new_theme(
    name: str,
    templates: tuple[Path, ...],
    as_json: bool,  # noqa: FBT001  # click passes an option by its name
) -> None:
    """Make a theme: a folder NAME under themes/ with a theme.yaml that explains itself.

    With --template, the agency's own Office template is copied into it, its fonts and colours are taken, and its
    layouts are mapped.
    """
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.pipeline.starting import missing_schemas  # noqa: PLC0415
    from deckbuilder.theme import DECK_SUFFIXES, WORD_SUFFIXES  # noqa: PLC0415

    around = workspace()
    root = around.root or around.current
    folder = _free_folder("theme", name, root / "themes", around)
    for what, endings in (("PowerPoint", DECK_SUFFIXES), ("Word", WORD_SUFFIXES)):
        if sum(path.suffix.lower() in endings for path in templates) > 1:
            raise click.UsageError(f"A theme has one template for {what}; several are given.")
    diagnostics = Diagnostics()
    files = pipeline.new_theme(folder, templates, diagnostics)
    report.show(diagnostics)
    if diagnostics.has_errors:
        stop(PROBLEMS)
    # A workspace without packs has none to build, but the one that comes with the tool can be built by its name.
    pack = "" if _has_packs(around) else " starter"
    command = f"deckbuilder build{pack} --theme {name}"
    _write([*files, *missing_schemas(root)], "theme", around, command, as_json=as_json)
    if not as_json:
        click.echo(f"\nBuild with it:  {command}", err=True)
        click.echo(f"Then open {around.shown(folder / 'theme.yaml')} in an editor, and give it your colours.", err=True)


def _free_folder(what: str, name: str, room: Path, around: Workspace) -> Path:
    """Give the folder for something new; wrong usage where its name is none, or where something is there already."""
    # Imported here so that the other commands need not load it.
    from deckbuilder.source.fields import ID  # noqa: PLC0415
    from deckbuilder.source.pictures import is_device  # noqa: PLC0415

    if not ID.fullmatch(name) or len(name) > _LONGEST_NAME or is_device(name):
        raise click.UsageError(
            f"“{report.printable(name)}” is no name for a {what}: small letters, digits and single hyphens are, at "
            f"most {_LONGEST_NAME}, and nothing that means a device on Windows, such as con."
        )
    folder = room / name
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.UsageError(f"{around.shown(folder)} is there already.")
    return folder


def _as_title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _has_packs(around: Workspace) -> bool:
    return around.root is not None and bool(around.packs())


def _write(files: list["OutputFile"], what: str, around: Workspace, command: str, *, as_json: bool) -> None:
    from deckbuilder.cli.writing import write_or_stop, written_or_stop  # noqa: PLC0415  # likewise

    if as_json:
        tell({"written": written_or_stop(files, what, around), "next": command})
    else:
        write_or_stop(files, what, around)

"""`deckbuilder check`."""

from pathlib import Path

import click

from deckbuilder.cli import completing, report
from deckbuilder.cli.options import (
    PROBLEMS,
    find_packs,
    find_themes,
    plan_option,
    release_option,
    stop,
    strict_option,
    theme_option,
    today,
    workspace,
)
from deckbuilder.cli.telling import json_option, said, tell
from deckbuilder.diagnostics import Diagnostics

_OFFICE = (".pptx", ".potx", ".docx", ".dotx")


@click.command()
@click.argument("packs", nargs=-1, metavar="[PACK|FILE ...]", shell_complete=completing.packs_and_files)
@theme_option
@plan_option
@release_option
@strict_option
@click.option("--format", "how", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@json_option
def check(
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    release: bool,  # noqa: FBT001  # click passes an option by its name
    strict: bool,  # noqa: FBT001  # click passes an option by its name
    how: str,
    as_json: bool,  # noqa: FBT001  # likewise
) -> None:
    """Check packs under themes, or Office files whoever made them, and write nothing."""
    if as_json and how != "text":
        raise click.UsageError("Either --json or --format, not both.")
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.cli.progress import together  # noqa: PLC0415
    from deckbuilder.pipeline.inspecting import inspect_files  # noqa: PLC0415

    around = workspace()
    shared = Diagnostics()
    files = [name for name in packs if _is_office_file(name)]
    named = tuple(name for name in packs if name not in files)
    shared.extend(inspect_files([Path(name) for name in files], around))
    results = []
    if named or not files:
        loaded = pipeline.load_packs(find_packs(named, around), around, shared)
        order = pipeline.Order(plan, release=today() if release else None)
        results = list(pipeline.check(loaded, find_themes(themes, around), order, around))
    diagnostics = together(shared, results)
    report.show(diagnostics, how)
    if as_json:
        tell(said(diagnostics))
    elif how == "text" and not diagnostics:
        click.echo("Nothing to mend.", err=True)
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)


def _is_office_file(name: str) -> bool:
    return name.lower().endswith(_OFFICE) and Path(name).is_file()

"""`deckbuilder check`."""

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import (
    PROBLEMS,
    find_packs,
    find_themes,
    packs_argument,
    plan_option,
    release_option,
    stop,
    strict_option,
    theme_option,
    today,
    workspace,
)
from deckbuilder.diagnostics import Diagnostics


@click.command()
@packs_argument
@theme_option
@plan_option
@release_option
@strict_option
@click.option("--format", "how", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    release: bool,  # noqa: FBT001  # click passes an option by its name
    strict: bool,  # noqa: FBT001  # click passes an option by its name
    how: str,
) -> None:
    """Check packs under themes, and write nothing."""
    # Imported here so that the other commands need not load it.
    from deckbuilder import pipeline  # noqa: PLC0415
    from deckbuilder.cli.progress import together  # noqa: PLC0415

    around = workspace()
    shared = Diagnostics()
    loaded = pipeline.load_packs(find_packs(packs, around), around, shared)
    order = pipeline.Order(plan, release=today() if release else None)
    diagnostics = together(shared, list(pipeline.check(loaded, find_themes(themes, around), order, around)))
    report.show(diagnostics, how)
    if how == "text" and not diagnostics:
        click.echo("Nothing to mend.", err=True)
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)

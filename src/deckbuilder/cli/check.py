"""`deckbuilder check`."""

import click

from deckbuilder.cli import report
from deckbuilder.cli.options import (
    PROBLEMS,
    find_packs,
    find_themes,
    packs_argument,
    plan_option,
    stop,
    strict_option,
    theme_option,
    workspace,
)


@click.command()
@packs_argument
@theme_option
@plan_option
@strict_option
@click.option("--format", "how", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
def check(
    packs: tuple[str, ...],
    themes: tuple[str, ...],
    plan: str | None,
    strict: bool,  # noqa: FBT001  # click passes an option by its name
    how: str,
) -> None:
    """Check packs under themes, and write nothing."""
    from deckbuilder import pipeline  # noqa: PLC0415  # so that the other commands need not load it

    around = workspace()
    diagnostics = pipeline.check(find_packs(packs, around), find_themes(themes, around), plan, around)
    report.show(diagnostics, how)
    if how == "text" and not diagnostics:
        click.echo("Nothing to mend.", err=True)
    if diagnostics.failed(strict=strict):
        stop(PROBLEMS)

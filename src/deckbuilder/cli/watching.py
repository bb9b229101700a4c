"""Building again after each save, for `deckbuilder build --watch`."""

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from deckbuilder.source import Workspace


def keep_building(
    build: Callable[[], object], around: Workspace, packs: Sequence[Path], themes: Sequence[Path]
) -> None:
    """Build, and build again whenever a pack, a theme, or what a theme extends is saved; Ctrl+C ends it.

    What a build says and writes is its own affair; its exit status ends nothing.
    """
    # Imported here: a build that is not repeated needs nothing of this.
    from deckbuilder.preview.following import saves_in_turn, watched_folders  # noqa: PLC0415

    try:
        for _ in saves_in_turn(watched_folders(around, packs, themes)):
            _once(build)
            click.echo("Waiting for the next save; Ctrl+C ends it.", err=True)
    except (KeyboardInterrupt, click.Abort):
        click.echo("Ended.", err=True)


def _once(build: Callable[[], object]) -> None:
    try:
        build()
    except SystemExit:
        pass  # what was wrong has been said
    except click.ClickException as error:  # such as a pack that is no longer there
        error.show()

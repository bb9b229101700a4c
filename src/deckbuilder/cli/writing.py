"""Writing the files that a command makes beside documents: all of them, or none and the reason."""

from collections.abc import Sequence

import click

from deckbuilder.cli.options import REFUSED, stop
from deckbuilder.office import OutputFile, write_all
from deckbuilder.source import Workspace


def write_or_stop(files: Sequence[OutputFile], what: str, around: Workspace) -> None:
    """Write files and print their paths; end the command where the machine refuses, naming `what` was to be written."""
    for path in written_or_stop(files, what, around):
        click.echo(path)


def written_or_stop(files: Sequence[OutputFile], what: str, around: Workspace) -> list[str]:
    """Write files and give their paths as they are shown; end the command where the machine refuses."""
    try:
        write_all(files)
    except OSError as error:
        click.echo(f"The {what} could not be written: {error.strerror}.", err=True)
        stop(REFUSED)
    return [around.shown(file.path) for file in files]

"""The command itself and its subcommands."""

import gc
import os
import sys

import click

from deckbuilder import __version__
from deckbuilder.cli.build import build
from deckbuilder.cli.check import check
from deckbuilder.cli.collect import collect
from deckbuilder.cli.explain import explain
from deckbuilder.cli.new import new
from deckbuilder.cli.schema import schema
from deckbuilder.cli.status import status
from deckbuilder.cli.theme import theme


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckbuilder")
def cli() -> None:
    """Compile training packs into decks, facilitator guides and worksheets, in any agency's brand."""


for command in (build, check, collect, explain, new, schema, status, theme):
    cli.add_command(command)


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        # A Windows console or pipe may not be UTF-8, and a diagnostic quotes the author's own words.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # A build makes many values and hardly a circle of them: looking for circles every 700 values costs a sixth of it.
    gc.set_threshold(200_000)
    # Plugins of pydantic are looked for in every package that is installed; there are none that a build should run.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    cli(prog_name="deckbuilder")

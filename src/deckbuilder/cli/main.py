"""The command itself and its subcommands."""

import gc
import os
import sys
from importlib import import_module

import click

from deckbuilder import __version__

_COMMANDS = {
    "build": "build",
    "check": "check",
    "collect": "collect",
    "completion": "completion",
    "explain": "explain",
    "import": "importing",
    "new": "new",
    "preview": "preview",
    "pull": "pull",
    "schema": "schema",
    "status": "status",
    "theme": "theme",
}
"""Each command and its module, in which it has the name of the module."""


class _Commands(click.Group):
    """Commands whose modules are imported when they are asked for: all of them take as long as a small build."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's own signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # likewise
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        command: click.Command = getattr(import_module(f"deckbuilder.cli.{module}"), module)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckbuilder")
def cli() -> None:
    """Compile training packs into decks, facilitator guides and worksheets, in any agency's brand."""


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
    if os.environ.get("_DECKBUILDER_COMPLETE", "").startswith("powershell_"):
        # click finds the class by its name, and needs it only when PowerShell asks.
        import deckbuilder.cli.powershell  # noqa: F401, PLC0415
    cli(prog_name="deckbuilder")

"""The command line: the only room with click and rich, and the only one that prints. One file a command."""

from deckbuilder.cli.main import main

__all__ = ["main"]

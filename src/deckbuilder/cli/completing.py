"""What may stand at a place of the command line: for shells that complete what is being typed.

Shells ask at each press of a key, so nothing is imported here that a build needs.
"""

import re
from collections.abc import Iterable
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckbuilder.source import Workspace

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_PLAN = re.compile(r"(?P<indent> {1,40})(?P<name>[a-z0-9-]{1,80}):\s*(#.*)?$")
_MOST_CHARACTERS = 200_000
"""The most characters of a `pack.yaml` that are looked through for plans; the largest known has a tenth."""


def packs(_: click.Context, __: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Complete the name of a pack."""
    around = Workspace.around(Path.cwd())
    return _beginning(incomplete, (folder.name for folder in around.packs()))


def packs_and_files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Complete the name of a pack, or else that of a file."""
    return packs(ctx, parameter, incomplete) or _files(incomplete)


def themes(_: click.Context, __: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Complete the name of a theme, or “all”; or else that of a folder."""
    around = Workspace.around(Path.cwd())
    return _beginning(incomplete, [*(folder.name for folder in around.themes()), "all"]) or _files(incomplete)


def plans(ctx: click.Context, _: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Complete the name of a plan: of the packs that stand before it, otherwise of any pack."""
    around = Workspace.around(Path.cwd())
    # While an option waits for its value, click leaves the arguments before it unread.
    words = (*(ctx.params.get("packs") or ()), *ctx.args)
    named = [folder for name in words if (folder := around.pack(name)) is not None]
    names = [name for folder in named or around.packs() for name in _plans(folder)]
    return _beginning(incomplete, dict.fromkeys(names))


def codes(_: click.Context, __: click.Parameter, incomplete: str) -> list["CompletionItem"]:
    """Complete the code of a diagnostic, with what it means."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415  # likewise

    from deckbuilder.diagnostics import explanations  # noqa: PLC0415  # likewise

    pages = explanations()
    return [
        CompletionItem(code, help=page.title) for code, page in sorted(pages.items()) if code.startswith(incomplete)
    ]


def _beginning(incomplete: str, names: Iterable[str]) -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem  # noqa: PLC0415  # only where a shell asks

    return [CompletionItem(name) for name in names if name.startswith(incomplete) and name.isprintable()]


def _files(incomplete: str) -> list["CompletionItem"]:
    """Leave it to the shell, which completes files in its own way."""
    from click.shell_completion import CompletionItem  # noqa: PLC0415  # likewise

    return [CompletionItem(incomplete, type="file")]


def _plans(folder: Path) -> list[str]:
    """Read the names of a pack's plans as they are usually written: on lines of their own below `plans:`."""
    try:
        with (folder / "pack.yaml").open(encoding="utf-8", errors="replace") as file:
            lines = file.read(_MOST_CHARACTERS).splitlines()
    except OSError:
        return []
    below = list(dropwhile(lambda line: not re.fullmatch(r"plans:\s*(#.*)?", line), lines))[1:]
    block = takewhile(lambda line: not line.strip() or line[0] in " #", below)
    found = [match for line in block if (match := _PLAN.match(line))]
    return [match["name"] for match in found if match["indent"] == found[0]["indent"]]

"""Noticing saves: in the folders of packs and themes, and of the themes that those extend."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, awatch, watch

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme

_SETTLES = 30
"""Milliseconds without a further change after which a save is taken to be whole."""
_LONGEST = 500
"""Milliseconds after which changes are told even while there are more."""
_LOOKS = 250
"""Milliseconds after which a quiet wait is interrupted."""
_LEFT_BEHIND = ("~", ".bak", ".tmp", ".swp", ".swx", ".orig", "4913")
"""How the names of files end that editors make while they save."""


def matters(_change: Change, path: str) -> bool:
    """Say whether a changed file may be part of a build."""
    name = Path(path).name
    return not name.startswith((".", "~$", "#")) and not name.endswith(_LEFT_BEHIND)


def watched_folders(around: Workspace, packs: Iterable[Path], themes: Iterable[Path]) -> list[Path]:
    """Give the folders to be watched for packs and themes: those that are there, each once, and none within another."""
    folders = [*packs, *([around.root / "themes"] if around.root else [])]
    for folder in themes:
        theme = load_theme(folder, around, Diagnostics())
        folders += [folder, *(theme.folders if theme else ())]
    there = sorted({folder.resolve() for folder in folders if folder.is_dir()})
    return [folder for folder in there if not any(other in folder.parents for other in there)]


async def saves(folders: Sequence[Path], stop: asyncio.Event) -> AsyncIterator[None]:
    """Give a sign after each save, until `stop` is set."""
    for looking in _WAYS if folders else ():
        with suppress(*_REFUSED):
            async for _ in awatch(
                *folders,
                watch_filter=matters,
                debounce=_LONGEST,
                step=_SETTLES,
                stop_event=stop,
                ignore_permission_denied=True,
                force_polling=looking,
            ):
                yield
            return


def saves_in_turn(folders: Sequence[Path]) -> Iterator[None]:
    """Give a sign when saves are noticed from now on, and then one after each, also of those made meanwhile."""
    begun = False
    for looking in _WAYS if folders else ():
        with suppress(*_REFUSED):
            for changes in watch(
                *folders,
                watch_filter=matters,
                debounce=_LONGEST,
                step=_SETTLES,
                rust_timeout=_LOOKS,
                yield_on_timeout=True,
                ignore_permission_denied=True,
                force_polling=looking,
            ):
                if changes or not begun:
                    begun = True
                    yield
            return


_WAYS = (None, True)
"""First the system is asked to tell of saves; where it refuses, files are looked at again and again."""
_REFUSED = (OSError, RuntimeError)
"""What watchfiles raises where the system watches no more folders."""

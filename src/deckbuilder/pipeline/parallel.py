"""Themes on several cores: each is built by a process that has the packs already."""

import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from deckbuilder.content import Pack
from deckbuilder.pipeline.building import build
from deckbuilder.pipeline.ordering import Order
from deckbuilder.pipeline.results import ThemeResult
from deckbuilder.source import Workspace

_START = "fork" if sys.platform == "linux" else "spawn"
"""How processes begin: on Linux as copies of this one, with all that is loaded. macOS does not bear that, and Windows
cannot."""


def build_in_parallel(
    packs: Sequence[Pack], themes: Sequence[Path], order: Order, workspace: Workspace, jobs: int
) -> Iterator[ThemeResult]:
    """Do what `build` does in as many processes as `jobs` says; the results come in the order of the themes.

    A program in which other threads run has them built one after the other.
    """
    # A copy of a process in which other threads run may wait for what they hold for ever.
    if min(jobs, len(themes)) < 2 or threading.active_count() > 1:
        yield from build(packs, themes, order, workspace)
        return
    # One theme alone does without what these import.
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    shared = (packs, order, workspace)
    with ProcessPoolExecutor(min(jobs, len(themes)), get_context(_START), _begin, shared) as pool:
        yield from pool.map(_built, themes)


_shared: tuple[Sequence[Pack], Order, Workspace]
"""What a process was given when it began."""


def _begin(packs: Sequence[Pack], order: Order, workspace: Workspace) -> None:
    global _shared  # noqa: PLW0603  # a process of a pool has no other place for it
    _shared = packs, order, workspace


def _built(theme: Path) -> ThemeResult:
    packs, order, workspace = _shared
    return next(build(packs, [theme], order, workspace))

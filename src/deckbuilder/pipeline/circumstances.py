"""What a build depends on, apart from one theme: the order, the packs, the tool itself, the machine."""

import json
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple, replace

import deckbuilder
from deckbuilder.pipeline.inputs import folder_digest
from deckbuilder.pipeline.ordering import Order
from deckbuilder.source import Workspace

_TOOL = Path(deckbuilder.__file__).parent


class Circumstances(Struct, frozen=True):
    """What a build depends on, read before anything is built."""

    order_digest: str
    """Of what was asked for: packs, documents, options."""
    packs: tuple[tuple[Path, str], ...]
    """The folders of the packs, and the digests of their files."""
    rest: str
    """Of everything else: the tool, the machine, and which packs and themes there are."""

    @classmethod
    def around(cls, packs: Sequence[Path], order: Order, workspace: Workspace) -> "Circumstances":
        """Look at what a build of these packs depends on."""
        asked = [[str(folder.resolve()) for folder in packs], astuple(replace(order, out=Path()))]
        there = [sorted(str(folder) for folder in workspace.themes()), str(workspace.current), str(workspace.root)]
        rest = [there, list(_stamp_of_tool()), _stamp_of_libreoffice(order)]
        return cls(_digest(asked), tuple((folder, folder_digest(folder)) for folder in packs), _digest(rest))

    def key(self, theme: Path, lineage: Sequence[Path], theme_digest: str) -> str:
        """Give the digest of all that a build under a theme depends on."""
        # A theme may be found nearer than the one that is extended, as soon as it is there.
        beside = [sorted(path.parent.name for path in folder.parent.glob("*/theme.yaml")) for folder in lineage]
        packs = [(str(folder), digest) for folder, digest in self.packs]
        return _digest([self.order_digest, packs, self.rest, str(theme), beside, theme_digest])

    def packs_changed(self) -> bool:
        """Say whether a pack's files are others by now."""
        return any(folder_digest(folder) != digest for folder, digest in self.packs)


def _digest(value: object) -> str:
    return sha256(json.dumps(value, default=str).encode()).hexdigest()


def _stamp_of_tool() -> Iterator[object]:
    """Give what changes with the tool's own code and data, and with the libraries it uses."""
    yield sys.version
    yield zlib.ZLIB_RUNTIME_VERSION
    for home, below, names in os.walk(_TOOL):
        below[:] = sorted(name for name in below if name != "__pycache__")
        with os.scandir(home) as entries:
            files = {entry.name: entry.stat() for entry in entries if entry.name in names}
        yield home
        yield [(name, files[name].st_size, files[name].st_mtime_ns) for name in sorted(files)]
    for folder in map(Path, filter(None, sys.path)):  # changes when a library is installed, updated or removed
        if folder.name in {"site-packages", "dist-packages"}:
            yield _stamp(folder)


def _stamp_of_libreoffice(order: Order) -> object:
    """Give what changes with the program that renders pictures, pages and PDFs; nothing where none is asked."""
    if not order.pdf and (order.pictures != "auto" or not order.wants("guide")):
        return None
    from deckbuilder.office import find_libreoffice  # noqa: PLC0415  # only where it is asked

    found = find_libreoffice()
    return found and _stamp(Path(os.path.realpath(found.program)))


def _stamp(path: Path) -> object:
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError:
        return str(path)

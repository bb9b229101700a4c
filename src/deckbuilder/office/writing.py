"""Writing files safely: each is, at any moment, the old one or the new one, whole."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum, auto
from errno import EACCES
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

_PREFIX, _SUFFIX = ".deckbuilder-", ".part"
"""How the names of files begin and end that are being written."""


class OutputFile(Struct, frozen=True):
    """A file that is ready to be written."""

    path: Path
    data: bytes


class Standing(Enum):
    """What is there already where an Office file is to be written."""

    ABSENT = auto()
    SAME = auto()
    """The same bytes."""
    BUILT = auto()
    """An earlier build, as it was built."""
    EDITED = auto()
    """An earlier build that a person has saved again."""
    FOREIGN = auto()
    """A file that this tool did not write."""


def standing(file: OutputFile) -> Standing:
    """Say what is there already where an Office file is to be written.

    Raises `OSError` when that cannot be read.
    """
    try:
        there = file.path.read_bytes()
    except FileNotFoundError:
        return Standing.ABSENT
    if there == file.data:
        return Standing.SAME
    # Imported here: where nothing was built before, nothing has to be read.
    from deckbuilder.office.provenance import read_provenance  # noqa: PLC0415

    found = read_provenance(BytesIO(there))
    if found is None:
        return Standing.FOREIGN
    return Standing.BUILT if found.intact else Standing.EDITED


def write_all(files: Sequence[OutputFile]) -> None:
    """Write files: all are written beside their targets and synced before the first is moved into place.

    An OSError until then (a full disk, no permission, a target that may not be written) leaves every target as it was.
    What a build that was killed has left in the folders goes.
    """
    for folder in dict.fromkeys(file.path.parent for file in files):
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
    waiting: list[tuple[Path, Path]] = []
    try:
        for file in files:
            _refuse_read_only(file.path)
            with _beside(file.path.parent) as stream:
                waiting.append((Path(stream.name), file.path))
                stream.write(file.data)
                stream.flush()
                os.fsync(stream.fileno())
        for temporary, target in waiting:
            temporary.chmod(0o644)
            temporary.replace(target)
    finally:
        for temporary, _ in waiting:
            with suppress(OSError):  # the drive may be gone, and the first reason is the one to tell
                temporary.unlink(missing_ok=True)
    _sync_folders({file.path.parent for file in files})


@contextmanager
def _beside(folder: Path) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=folder)
    os.close(handle)
    with Path(name).open("wb") as stream:
        with suppress(OSError):  # a network drive that knows no locks
            _hold(stream)
        yield stream


def _refuse_read_only(target: Path) -> None:
    """Raise a PermissionError for a file marked read-only, which POSIX would let be replaced all the same."""
    with suppress(FileNotFoundError):
        if not target.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise PermissionError(EACCES, "It is marked read-only", str(target))


def _sweep(folder: Path) -> None:
    """Remove what a killed build has left; what another build is writing at this moment is held and stays."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            with left.open("rb") as stream:
                _hold(stream)
            left.unlink()


if sys.platform == "win32":

    def _hold(stream: BinaryIO) -> None:
        """Do nothing: a file that is open cannot be removed on Windows."""

    def _sync_folders(folders: Iterable[Path]) -> None:
        """Do nothing: Windows has no such call for folders."""
else:
    import fcntl

    def _hold(stream: BinaryIO) -> None:
        """Lock a file until it is closed; raises an OSError where another process has."""
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _sync_folders(folders: Iterable[Path]) -> None:
        """Have the new names on the disk, too, where the file system can."""
        for folder in folders:
            with suppress(OSError):
                handle = os.open(folder, os.O_RDONLY)
                try:
                    os.fsync(handle)
                finally:
                    os.close(handle)

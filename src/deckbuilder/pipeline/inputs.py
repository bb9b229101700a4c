"""What a build is made of, as digests of the files that packs and themes consist of.

A digest is the same on every machine: it comes from the files' names, by the folder's path, and from their bytes.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import file_digest, sha256
from pathlib import Path
from unicodedata import normalize

_NO_INPUT = ("readme.md", "thumbs.db", "desktop.ini")
"""Names of files that lie in a folder and are no part of what is built."""
_LEFT_BEHIND = ("~", ".bak", ".tmp", ".swp", ".orig")
"""How the names of copies end that editors make."""
_EDITIONS = "editions"


def pack_digest(folder: Path, lineage: Sequence[str]) -> str:
    """Give the digest of a pack as a theme gets it: of its editions, only the one that this theme takes counts.

    `lineage` has the names of the theme and of those it extends, in order.
    """
    files = dict(_files(folder))
    wanted = next((name for name in (f"{_EDITIONS}/{each}.yaml" for each in lineage) if name in files), None)
    return _digest(
        (name, path) for name, path in files.items() if name == wanted or not name.startswith(f"{_EDITIONS}/")
    )


def theme_digest(folders: Sequence[Path]) -> str:
    """Give the digest of a theme: of its folder, and of the folders of those it extends, in order."""
    return _digest(
        (f"{number}/{folder.name}/{name}", path)
        for number, folder in enumerate(folders)
        for name, path in _files(folder)
    )


def folder_digest(folder: Path) -> str:
    """Give the digest of all files of a folder that may be part of a build."""
    return _digest(_files(folder))


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Give the files of a folder that may be part of a build, by their names within it, in the order of the names."""
    found: list[tuple[str, Path]] = []
    for home, below, names in os.walk(folder, followlinks=False):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if not (name.startswith((".", "~$")) or name.lower() in _NO_INPUT or name.lower().endswith(_LEFT_BEHIND)):
                path = Path(home, name)
                # One name may be composed of other characters on macOS than elsewhere.
                found.append((normalize("NFC", path.relative_to(folder).as_posix()), path))
    yield from sorted(found)


def _digest(files: Iterable[tuple[str, Path]]) -> str:
    whole = sha256()
    for name, path in files:
        content = "unreadable"  # whoever needs the file says so
        with suppress(OSError):
            if path.is_file():  # a pipe or a device would never end
                with path.open("rb") as stream:
                    content = file_digest(stream, "sha256").hexdigest()
        whole.update(f"{name}\0{content}\n".encode())
    return whole.hexdigest()

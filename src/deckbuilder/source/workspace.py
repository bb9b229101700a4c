"""Finding packs and themes: in the workspace around the current folder, then among those the package carries."""

import os
from importlib.resources import files
from pathlib import Path

from msgspec import Struct


def _builtin(room: str) -> Path:
    return Path(str(files("deckbuilder.builtin"))) / room


class Workspace(Struct, frozen=True):
    """Where the command looks, and how it names what it finds."""

    current: Path
    """The folder the command runs in; paths are shown relative to it."""
    root: Path | None
    """The nearest folder, from the current one upwards, that holds `content/` or `themes/`; None when none does."""

    @classmethod
    def around(cls, current: Path) -> "Workspace":
        """Find the workspace that a folder stands in."""
        current = current.resolve()
        for folder in (current, *current.parents):
            if (folder / "content").is_dir() or (folder / "themes").is_dir():
                return cls(current, folder)
        return cls(current, None)

    @property
    def output(self) -> Path:
        """The folder that built files go to when none is named."""
        return (self.root or self.current) / "output"

    def packs(self) -> list[Path]:
        """Give the folders of all the workspace's packs; without a workspace, the package's own."""
        return _folders_with("pack.yaml", [self.root / "content"] if self.root else [_builtin("packs")])

    def themes(self) -> list[Path]:
        """Give the folders of all themes, the workspace's first; a name found twice counts once."""
        return _folders_with("theme.yaml", self._rooms("themes"))

    def pack(self, name: str) -> Path | None:
        """Find a pack's folder by its name or path."""
        return self._find(name, "pack.yaml", "content", "packs")

    def theme(self, name: str, *, apart_from: Path | None = None) -> Path | None:
        """Find a theme's folder by its name or path; `apart_from` is a folder that is not meant."""
        return self._find(name, "theme.yaml", "themes", "themes", apart_from)

    @staticmethod
    def is_builtin(folder: Path) -> bool:
        """Say whether a pack or theme is one that comes with the tool."""
        return folder.parent in {_builtin("packs"), _builtin("themes")}

    def shown(self, path: Path) -> str:
        """Name a path as a person in the current folder would: relative, with forward slashes, where possible."""
        try:
            return Path(os.path.relpath(path, self.current)).as_posix()
        except ValueError:  # another drive on Windows
            return path.as_posix()

    def _rooms(self, room: str) -> list[Path]:
        builtin = _builtin("packs" if room == "content" else room)
        return [self.root / room, builtin] if self.root else [builtin]

    def _find(self, name: str, marker: str, room: str, builtin: str, apart_from: Path | None = None) -> Path | None:
        named = Path(name)
        candidates = [self.current / named]
        if len(named.parts) == 1:
            candidates = [folder / named for folder in self._rooms(room)] + candidates
        for candidate in candidates:
            folder = candidate.parent if candidate.name == marker else candidate
            if folder.resolve() == apart_from:
                continue
            if folder.is_dir() and ((folder / marker).is_file() or folder.parent.name in {room, builtin}):
                return folder
        return None


def _folders_with(marker: str, rooms: list[Path]) -> list[Path]:
    found: dict[str, Path] = {}
    for room in rooms:
        if room.is_dir():
            for folder in sorted(room.iterdir()):
                if (folder / marker).is_file():
                    found.setdefault(folder.name, folder)
    return list(found.values())

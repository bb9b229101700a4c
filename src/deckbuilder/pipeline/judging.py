"""From built files to what they were built of, and whether that has changed since."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from deckbuilder import __version__
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import Provenance
from deckbuilder.pipeline.inputs import pack_digest, theme_digest
from deckbuilder.pipeline.origins import PUBLISHED, origin_of
from deckbuilder.pipeline.stamping import PACK_DIGEST, THEME_DIGEST, THEME_FOLDER
from deckbuilder.source import Workspace, read_yaml
from deckbuilder.theme import Theme, load_theme

_ENDINGS = (".pptx", ".docx", *PUBLISHED)
_LEFT_BEHIND = (".", "~$")
"""What names begin with of files that programs make beside the one that is open."""


class State(StrEnum):
    """Whether a built file is still what a build would give."""

    UP_TO_DATE = "up to date"
    OUT_OF_DATE = "out of date"
    EDITED = "edited by hand"
    FOREIGN = "not built by this tool"
    UNREADABLE = "cannot be read"
    ELSEWHERE = "content not found here"


class FileState(Struct, frozen=True):
    """A file, what it says of its origin, and how it stands."""

    path: Path
    state: State
    reasons: tuple[str, ...] = ()
    """What has changed since, or what is not there."""
    pack: str = ""
    pack_version: str = ""
    theme: str = ""
    """The name of the theme's folder."""
    document: str = ""
    session: str = ""
    tool_version: str = ""


def built_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files named, and those that stand anywhere below the folders named, by name.

    Of pages and PDFs, which many programs write, only our own are given; of Office files all.
    """
    for path in paths:
        if path.is_dir():
            found = (file for file in path.rglob("*") if file.suffix.lower() in _ENDINGS and file.is_file())
            yield from sorted(file for file in found if not file.name.startswith(_LEFT_BEHIND) and _concerns(file))
        else:
            yield path


def _concerns(file: Path) -> bool:
    if file.suffix.lower() not in PUBLISHED:
        return True
    try:
        return origin_of(file) is not None
    except OSError:
        return True  # whoever judges it says so


def judge(files: Iterable[Path], around: Workspace) -> Iterator[FileState]:
    """Say of each file where it comes from and whether a build would now give another one."""
    judging = _Judging(around)
    for path in files:
        try:
            found = origin_of(path)
        except OSError as error:
            yield FileState(path, State.UNREADABLE, (str(error.strerror),))
            continue
        yield FileState(path, State.FOREIGN) if found is None else judging.judged(path, found)


class _Judging:
    """Looks up each pack and theme once, however many files come from them."""

    def __init__(self, around: Workspace) -> None:
        self._around = around
        self._packs: dict[str, Path] | None = None
        self._themes: dict[str, Theme | None] = {}
        self._digests: dict[tuple[str, ...], str] = {}

    def judged(self, path: Path, found: Provenance) -> FileState:
        said = found.properties
        state, reasons = self._state(found)
        return FileState(
            path,
            state,
            reasons,
            said.get("Pack", ""),
            said.get("Pack version", ""),
            said.get(THEME_FOLDER, ""),
            said.get("Document", ""),
            said.get("Session", ""),
            said.get("Deckbuilder", ""),
        )

    def _state(self, found: Provenance) -> tuple[State, tuple[str, ...]]:
        said = found.properties
        pack, theme_name = said.get("Pack", ""), said.get(THEME_FOLDER, "")
        folder = self._pack(pack)
        theme_folder = self._around.theme(theme_name) if theme_name else None
        if folder is None or theme_folder is None:
            missing = f"pack “{pack}”" if folder is None else f"theme “{theme_name}”"
            state = State.ELSEWHERE if found.intact else State.EDITED
            return state, (f"there is no {missing}",)
        changed = self._changes(said, folder, theme_folder)
        if not found.intact:
            return State.EDITED, tuple(changed)
        return (State.OUT_OF_DATE, tuple(changed)) if changed else (State.UP_TO_DATE, ())

    def _changes(self, said: Mapping[str, str], folder: Path, theme_folder: Path) -> list[str]:
        changes = []
        theme = self._theme(theme_folder)
        if theme is None:
            return ["the theme has errors now"]
        if self._pack_digest(folder, theme.lineage) != said.get(PACK_DIGEST):
            changes.append("the pack has changed")
        if self._theme_digest(theme) != said.get(THEME_DIGEST):
            changes.append("the theme has changed")
        version = said.get("Deckbuilder", "")
        if version != __version__:
            changes.append(f"it was built by version {version} of the tool, and this is {__version__}")
        return changes

    def _pack(self, name: str) -> Path | None:
        """Find a pack by its id, which need not be the name of its folder."""
        if self._packs is None:
            self._packs = {}
            for folder in self._around.packs():
                fields = read_yaml(folder / "pack.yaml", "pack.yaml", Diagnostics())
                self._packs.setdefault(str(fields.get("id", "")) if fields else "", folder)
        return self._packs.get(name)

    def _theme(self, folder: Path) -> Theme | None:
        key = str(folder)
        if key not in self._themes:
            self._themes[key] = load_theme(folder, self._around, Diagnostics())
        return self._themes[key]

    def _pack_digest(self, folder: Path, lineage: tuple[str, ...]) -> str:
        key = (str(folder), *lineage)
        if key not in self._digests:
            self._digests[key] = pack_digest(folder, lineage)
        return self._digests[key]

    def _theme_digest(self, theme: Theme) -> str:
        key = tuple(map(str, theme.folders))
        if key not in self._digests:
            self._digests[key] = theme_digest(theme.folders)
        return self._digests[key]

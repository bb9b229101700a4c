"""Packs and themes as they are on disk, read again only when a file of theirs is another."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from deckbuilder.content import Pack, check_editions, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import DeckTemplate, WordTemplate
from deckbuilder.pipeline.fonts import templates_of
from deckbuilder.pipeline.inputs import folder_digest, theme_digest
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme


class ReadPack(Struct, frozen=True):
    """A pack as it was read."""

    digest: str
    """Of its files, when they were read."""
    pack: Pack | None
    """None where it has errors."""
    said: Diagnostics


class ReadTheme(Struct, frozen=True):
    """A theme as it was read, and the templates made of it."""

    digest: str
    """Of its files and of those that it extends, when they were read."""
    theme: Theme | None
    """None where it has errors; likewise the templates."""
    deck: DeckTemplate | None
    word: WordTemplate | None
    said: Diagnostics


class Sources:
    """The packs and themes that can be chosen."""

    def __init__(self, around: Workspace, packs: Mapping[str, Path], themes: Mapping[str, Path]) -> None:
        self.around = around
        self._named = dict(packs), dict(themes)
        self._packs: dict[Path, ReadPack] = {}
        self._themes: dict[Path, ReadTheme] = {}

    @property
    def packs(self) -> dict[str, Path]:
        """The folders of packs by their names: those of the workspace, and those the command named."""
        return {path.name: path for path in self.around.packs()} | self._named[0]

    @property
    def themes(self) -> dict[str, Path]:
        """The folders of themes by their names, likewise."""
        return {path.name: path for path in self.around.themes()} | self._named[1]

    def pack(self, folder: Path) -> ReadPack:
        """Read a pack, where it is not as it was."""
        digest = folder_digest(folder)
        kept = self._packs.get(folder)
        if kept is None or kept.digest != digest:
            said = Diagnostics()
            pack = load_pack(folder, self.around, said)
            if pack is not None:
                check_editions(pack, self.around, said)
            kept = self._packs[folder] = ReadPack(digest, pack, said)
        return kept

    def theme(self, folder: Path) -> ReadTheme:
        """Read a theme, where it is not as it was; one with errors is read each time."""
        kept = self._themes.get(folder)
        if kept is None or kept.theme is None or kept.digest != theme_digest(kept.theme.folders):
            said = Diagnostics()
            theme = load_theme(folder, self.around, said)
            digest = theme_digest(theme.folders if theme else (folder,))
            deck, word = templates_of(theme, said) if theme else (None, None)
            kept = self._themes[folder] = ReadTheme(digest, theme, deck, word, said)
        return kept

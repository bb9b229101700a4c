"""What a build gives."""

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics

if TYPE_CHECKING:
    from deckbuilder.office import OutputFile


class ThemeResult(Struct, frozen=True):
    """What became of all packs under one theme."""

    folder: Path
    """The theme's."""
    files: "tuple[OutputFile, ...]"
    """Ready to be written; none where the theme, or a pack under it, has errors."""
    slides: int
    """How many slides its decks have."""
    diagnostics: Diagnostics
    lineage: tuple[Path, ...] = ()
    """The folders of the theme and of those it extends; none where it has errors."""
    theme_digest: str = ""
    """The digest of the files in these folders when they were read."""

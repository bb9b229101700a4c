"""Where links lead in the pack: to addresses that documents may have, and to slides by their ids."""

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from deckbuilder.importing.dividing import Piece
from deckbuilder.ir.text import Run

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s\x00-\x1f]+", re.IGNORECASE)
_LONGEST = 2_000


class Linking:
    """Leads the links of a document whose slides have their ids."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        """Know the slides by their places."""
        self._ids = {piece.place: piece.id for piece in reversed(pieces)}

    def led(self, runs: Iterable[Run], piece: Piece) -> tuple[Run, ...]:
        """Give runs with their links as the pack has them; one that leads nowhere goes, and is said."""
        return tuple(run if run.link is None else replace(run, link=self._link(run, piece)) for run in runs)

    def _link(self, run: Run, piece: Piece) -> str | None:
        link = run.link or ""
        if link.startswith("#") and link[1:] in self._ids:
            return f"#{self._ids[link[1:]]}"
        if len(link) <= _LONGEST and _ADDRESS.fullmatch(link):
            return link
        if link and run.text.strip():
            said = f"The link “{link[:80]}” leads nowhere from a deck; its words stand without it."
            piece.lost += [] if said in piece.lost else [said]
        return None

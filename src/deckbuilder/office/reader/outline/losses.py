"""What a reader could not carry, or carries in another way, in the order it was met."""

from msgspec import Struct, field

from deckbuilder.ir.outline import Loss

MOST = 2_000
"""The most losses that are named one by one; whoever needs more reads the document."""
_SHOWN = 300
"""How many characters of a text are quoted."""


class Losses(Struct):
    """Losses, each said once."""

    found: list[Loss] = field(default_factory=list)
    _known: set[Loss] = field(default_factory=set)

    def add(self, place: str, what: str) -> None:
        """Note a loss; the same at the same place is said once."""
        loss = Loss(place, what)
        if loss not in self._known and len(self.found) < MOST:
            self._known.add(loss)
            self.found.append(loss)


def shown(text: str, most: int = _SHOWN) -> str:
    """Put a text on one line, within quotation marks, for a message."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= most else line[:most].rstrip() + '…'}”"


def number_of(count: int, one: str, many: str = "") -> str:
    """Say how many of a thing there are, such as “1 line” and “2 lines”."""
    return f"{count} {one if count == 1 else many or one + 's'}"

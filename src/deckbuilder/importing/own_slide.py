"""A slide of a deck that this tool built, as its body is read back."""

from msgspec import Struct

from deckbuilder.importing.own_notes import OwnNotes
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.points import Write
from deckbuilder.ir.outline import OutlineSlide
from deckbuilder.ir.text import Paragraph

Fields = dict[str, Value]
Entry = tuple[Paragraph, ...]
"""What one placeholder holds."""


class OwnSlide(Struct, frozen=True):
    """The parts of one slide of the pack, with what was read of them already."""

    parts: tuple[OutlineSlide, ...]
    notes: OwnNotes
    write: Write
    of_deck: frozenset[str]
    """What the deck itself says on its slides: the agency's name, the date, the names of sections."""
    of_agencies: frozenset[str]
    """The names of contacts that themes give."""
    of_pack: list[Value]
    """Contacts that follow those of the agency on a slide, and so are the pack's; they are added here."""

    @property
    def entries(self) -> list[Entry]:
        """What the placeholders of all parts hold."""
        return [entry for part in self.parts for entry in part.texts]

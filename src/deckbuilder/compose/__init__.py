"""Pack x edition x plan -> ir: the deck, its speaker notes, the facilitator guide and the worksheet."""

from deckbuilder.compose.cover_note import compose_cover_note
from deckbuilder.compose.deck import compose_deck
from deckbuilder.compose.guide import compose_guide
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, deliveries
from deckbuilder.compose.values import values_of
from deckbuilder.compose.wording import in_agencys_words
from deckbuilder.compose.worksheet import compose_worksheet

__all__ = [
    "Delivery",
    "Markup",
    "compose_cover_note",
    "compose_deck",
    "compose_guide",
    "compose_worksheet",
    "deliveries",
    "in_agencys_words",
    "values_of",
]

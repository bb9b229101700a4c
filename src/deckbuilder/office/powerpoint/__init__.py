"""The deck as a PresentationML package."""

from deckbuilder.office.powerpoint.deck import write_deck
from deckbuilder.office.powerpoint.template import DeckTemplate, deck_template

__all__ = ["DeckTemplate", "deck_template", "write_deck"]

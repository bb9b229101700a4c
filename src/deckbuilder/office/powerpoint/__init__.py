"""The deck as a PresentationML package."""

from deckbuilder.office.powerpoint.deck import write_deck
from deckbuilder.office.powerpoint.inspection import DeckInspection, inspect_deck
from deckbuilder.office.powerpoint.template import DeckTemplate, deck_template

__all__ = ["DeckInspection", "DeckTemplate", "deck_template", "inspect_deck", "write_deck"]

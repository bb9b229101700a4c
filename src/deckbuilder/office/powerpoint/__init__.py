"""The deck as a PresentationML package."""

from deckbuilder.office.powerpoint.deck import write_deck
from deckbuilder.office.powerpoint.design import generate_template

__all__ = ["generate_template", "write_deck"]

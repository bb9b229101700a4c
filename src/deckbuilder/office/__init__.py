"""ir x template -> Office Open XML. The only room that knows the formats."""

from deckbuilder.office.package import OutputFile, write_all
from deckbuilder.office.powerpoint import DeckTemplate, deck_template, write_deck
from deckbuilder.office.word import WordTemplate, word_template, write_document

__all__ = [
    "DeckTemplate",
    "OutputFile",
    "WordTemplate",
    "deck_template",
    "word_template",
    "write_all",
    "write_deck",
    "write_document",
]

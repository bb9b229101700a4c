"""ir x template -> Office Open XML. The only room that knows the formats."""

from deckbuilder.office.package import OutputFile, write_all
from deckbuilder.office.powerpoint import DeckInspection, DeckTemplate, deck_template, inspect_deck, write_deck
from deckbuilder.office.word import WordInspection, WordTemplate, inspect_word, word_template, write_document

__all__ = [
    "DeckInspection",
    "DeckTemplate",
    "OutputFile",
    "WordInspection",
    "WordTemplate",
    "deck_template",
    "inspect_deck",
    "inspect_word",
    "word_template",
    "write_all",
    "write_deck",
    "write_document",
]

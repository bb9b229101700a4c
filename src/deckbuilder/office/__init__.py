"""ir x template -> Office Open XML. The only room that knows the formats."""

from deckbuilder.office.package import OutputFile, write_all
from deckbuilder.office.powerpoint import generate_template, write_deck
from deckbuilder.office.word import WordTemplate, generate_word_template, write_document

__all__ = [
    "OutputFile",
    "WordTemplate",
    "generate_template",
    "generate_word_template",
    "write_all",
    "write_deck",
    "write_document",
]

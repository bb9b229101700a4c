"""ir x template -> Office Open XML. The only room that knows the formats."""

from deckbuilder.office.package import OutputFile, write_all
from deckbuilder.office.powerpoint import DeckInspection, DeckTemplate, deck_template, inspect_deck, write_deck
from deckbuilder.office.rendering import LibreOffice, find_libreoffice, heading_pages, page_pictures
from deckbuilder.office.sketch import slide_image
from deckbuilder.office.word import WordInspection, WordTemplate, inspect_word, word_template, write_document

__all__ = [
    "DeckInspection",
    "DeckTemplate",
    "LibreOffice",
    "OutputFile",
    "WordInspection",
    "WordTemplate",
    "deck_template",
    "find_libreoffice",
    "heading_pages",
    "inspect_deck",
    "inspect_word",
    "page_pictures",
    "slide_image",
    "word_template",
    "write_all",
    "write_deck",
    "write_document",
]

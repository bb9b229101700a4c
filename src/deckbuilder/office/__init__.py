"""ir x template -> Office Open XML. The only room that knows the formats."""

from typing import TYPE_CHECKING

from deckbuilder.lazily import from_modules

if TYPE_CHECKING:
    from deckbuilder.office.powerpoint import DeckInspection, DeckTemplate, deck_template, inspect_deck, write_deck
    from deckbuilder.office.provenance import Provenance, read_provenance
    from deckbuilder.office.reader.outline import read_outline
    from deckbuilder.office.rendering import LibreOffice, find_libreoffice, heading_pages, page_pictures
    from deckbuilder.office.sketch import slide_image
    from deckbuilder.office.word import WordInspection, WordTemplate, inspect_word, word_template, write_document
    from deckbuilder.office.writing import OutputFile, Standing, standing, write_all
else:
    __getattr__ = from_modules(
        __name__,
        {
            **dict.fromkeys(
                ("DeckInspection", "DeckTemplate", "deck_template", "inspect_deck", "write_deck"), "powerpoint"
            ),
            **dict.fromkeys(("Provenance", "read_provenance"), "provenance"),
            **dict.fromkeys(("LibreOffice", "find_libreoffice", "heading_pages", "page_pictures"), "rendering"),
            "read_outline": "reader.outline",
            "slide_image": "sketch",
            **dict.fromkeys(
                ("WordInspection", "WordTemplate", "inspect_word", "word_template", "write_document"), "word"
            ),
            **dict.fromkeys(("OutputFile", "Standing", "standing", "write_all"), "writing"),
        },
    )

__all__ = [
    "DeckInspection",
    "DeckTemplate",
    "LibreOffice",
    "OutputFile",
    "Provenance",
    "Standing",
    "WordInspection",
    "WordTemplate",
    "deck_template",
    "find_libreoffice",
    "heading_pages",
    "inspect_deck",
    "inspect_word",
    "page_pictures",
    "read_outline",
    "read_provenance",
    "slide_image",
    "standing",
    "word_template",
    "write_all",
    "write_deck",
    "write_document",
]

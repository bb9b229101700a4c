"""The Word documents as WordprocessingML packages."""

from deckbuilder.office.word.document import write_document
from deckbuilder.office.word.inspection import WordInspection, inspect_word
from deckbuilder.office.word.template import WordTemplate, word_template

__all__ = ["WordInspection", "WordTemplate", "inspect_word", "word_template", "write_document"]

"""Reading worksheets that come back: from a .docx that any program may have saved to answers."""

from deckbuilder.office.word.returned.reading import read_worksheet

__all__ = ["read_worksheet"]

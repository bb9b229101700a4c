"""Reads a presentation or a document of unknown origin into what a checker needs."""

from deckbuilder.ir.office_file import OfficeFile
from deckbuilder.office.reader.deck import read_deck
from deckbuilder.office.reader.document import read_document
from deckbuilder.office.reader.parts import Parts
from deckbuilder.office.unpacking import Fault, RefusedError, unpacked

__all__ = ["RefusedError", "read_office_file"]


def read_office_file(data: bytes, path: str) -> OfficeFile:
    """Read a .pptx, .potx, .docx or .dotx, told apart by what is in it.

    Raises `RefusedError` when it cannot be read, or had better not be.
    """
    parts = Parts(unpacked(data))
    try:
        main = parts.target("/", "officeDocument")
        if main is None:
            raise RefusedError(Fault.DAMAGED)
        if "presentationml" in parts.package.types.get(main, ""):
            return read_deck(parts, main, path)
        if "wordprocessingml" in parts.package.types.get(main, ""):
            return read_document(parts, main, path)
    except (ValueError, SyntaxError, KeyError, AttributeError) as error:
        raise RefusedError(Fault.DAMAGED) from error
    raise RefusedError(Fault.DAMAGED)

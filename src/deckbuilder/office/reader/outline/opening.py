"""Opens a document that somebody wrote elsewhere, or says why it cannot be read."""

from typing import NoReturn

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.office.reader.parts import Parts
from deckbuilder.office.unpacking import Fault, RefusedError, unpacked

MAX_BYTES = 200 * 1024 * 1024
"""The largest file that is read."""
MAX_XML = 48 * 1024 * 1024
"""The most bytes of XML that all parts may have together; a deck of 40 slides with its notes has 2 million."""
_SAVE = "Open it in PowerPoint, Word or LibreOffice, and if that works, save it as .pptx or .docx."
_ASK = "Ask whoever sent it where it comes from."
_FAULTS = {
    Fault.OLD_FORMAT: ("is in the format of Office 97 to 2003", _SAVE.replace("and if that works, ", "and ")),
    Fault.PASSWORD: ("is protected by a password", "Open it in Office, take the password away under File, Info, and save it."),
    Fault.STRICT: (
        "is saved in the Strict Open XML format, which few programs read",
        "Save it in the usual format, which Office offers first.",
    ),
    Fault.DAMAGED: ("is damaged, or no PowerPoint or Word file at all", _SAVE),
    Fault.DOCUMENT_TYPE: ("declares a document type, which no Office program writes", _ASK),
    Fault.TOO_LARGE: ("would unpack to far more than a document holds", _ASK),
}  # fmt: skip
_BEGINNINGS = (
    (b"%PDF", "is a PDF", "Ask for the PowerPoint or Word file that it was made of."),
    (b"{\\rtf", "is in Rich Text Format", _SAVE),
)
_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""What stands behind the first 30 bytes of an OpenDocument file (OpenDocument 1.3, part 2, 3.3)."""
_FAMILIES = {"presentationml": "deck", "wordprocessingml": "document"}


class UnreadableError(Exception):
    """Ends the reading; the reason stands among the diagnostics."""


def opened(data: bytes, shown_as: str, diagnostics: Diagnostics) -> tuple[str, Parts, str]:
    """Open a file; gives `deck` or `document`, its parts, and the name of its main part.

    Raises `UnreadableError`, with a diagnostic, when it is neither, or had better not be read.
    """
    _look_at_beginning(data, shown_as, diagnostics)
    try:
        parts = Parts(unpacked(data))
    except RefusedError as error:
        refuse(shown_as, diagnostics, *_FAULTS[error.fault])
    package = parts.package
    if sum(len(content) for name, content in package.parts.items() if name.endswith(".xml")) > MAX_XML:
        refuse(shown_as, diagnostics, *_FAULTS[Fault.TOO_LARGE])
    main = parts.target("/", "officeDocument")
    kind = parts.package.types.get(main or "", "")
    for family, what in _FAMILIES.items():
        if main is not None and main in parts.package.parts and family in kind:
            return what, parts, main
    if "spreadsheetml" in kind:
        refuse(shown_as, diagnostics, "is an Excel workbook", "Name a PowerPoint or Word file.")
    return damaged(shown_as, diagnostics)


def _look_at_beginning(data: bytes, shown_as: str, diagnostics: Diagnostics) -> None:
    """Refuse what is plainly something else, by what it begins with."""
    if not data:
        refuse(shown_as, diagnostics, "is empty (0 bytes)", "Something went wrong on its way: ask for it again.")
    if len(data) > MAX_BYTES:
        refuse(shown_as, diagnostics, f"is larger than {MAX_BYTES // 2**20} MiB", "Make its pictures smaller.")
    if data[30:].startswith(_OPENDOCUMENT):
        hint = "Open it in LibreOffice or Office and save it as .pptx or .docx."
        refuse(shown_as, diagnostics, "is an OpenDocument file (.odp or .odt)", hint)
    for beginning, what, hint in _BEGINNINGS:
        if data.startswith(beginning):
            refuse(shown_as, diagnostics, what, hint)


def damaged(shown_as: str, diagnostics: Diagnostics) -> NoReturn:
    """Say that a file is damaged."""
    refuse(shown_as, diagnostics, *_FAULTS[Fault.DAMAGED])


def too_long(shown_as: str, diagnostics: Diagnostics) -> NoReturn:
    """Say that a file holds more text than anybody teaches from."""
    refuse(shown_as, diagnostics, "holds more text than a library of training packs", "Take out what nobody will show.")


def refuse(shown_as: str, diagnostics: Diagnostics, what: str, hint: str) -> NoReturn:
    """Say why a file is not read, and end the reading."""
    diagnostics.error("unreadable-office-file", f"This file {what}.", Origin(SourceFile(shown_as)), hint)
    raise UnreadableError

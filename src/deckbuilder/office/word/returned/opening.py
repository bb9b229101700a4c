"""Opening a file that came back, or saying why it cannot be read. Nothing of it is run, and nothing is fetched."""

from lxml import etree
from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.answers import ReturnedFile
from deckbuilder.office.package import Package
from deckbuilder.office.unpacking import Fault, RefusedError, has_macros, unpacked
from deckbuilder.office.word.adopt.wml import child, tree, w

_SAVE = "Open it in Word or LibreOffice, and if that works, save it as .docx."
_FAULTS = {
    Fault.OLD_FORMAT: ("is in the format of Word 97 to 2003", "Open it in Word and save it as .docx."),
    Fault.PASSWORD: (
        "is protected by a password",
        "Open it in Word, take the password away under File, Info, and save.",
    ),
    Fault.STRICT: ("is saved as Strict Open XML", "Open it in Word and save it as Word Document (.docx)."),
    Fault.DAMAGED: ("is damaged, or no Word document at all", _SAVE),
    Fault.DOCUMENT_TYPE: (
        "declares a document type, which no Office program writes",
        "Ask whoever sent it what it is.",
    ),
    Fault.TOO_LARGE: ("would unpack to far more than a worksheet holds", "Ask whoever sent it what it is."),
}
_BEGINNINGS = (
    (b"%PDF", "is a PDF", "Ask for the Word file, or type the answers into a worksheet."),
    (b"{\\rtf", "is in Rich Text Format", _SAVE),
)
_OPENDOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
"""What stands behind the first 30 bytes of an OpenDocument file (OpenDocument 1.3, part 2, 3.3)."""
_OTHER_PROGRAMS = {"presentationml": "is a PowerPoint presentation", "spreadsheetml": "is an Excel workbook"}


class Opened(Struct, frozen=True):
    """A Word document that came back."""

    package: Package
    main: str
    """The name of the main document's part."""
    body: etree._Element

    def related(self, kind: str) -> etree._Element | None:
        """Give the root of a part beside the main document, by the kind of its relationship."""
        return self._root(self.main, kind)

    def properties(self, kind: str) -> etree._Element | None:
        """Give the root of a part with properties, by the kind of its relationship."""
        return self._root("/", kind)

    def _root(self, source: str, kind: str) -> etree._Element | None:
        """Give a part's root; None where it is missing or damaged: the answers can be read without it."""
        for item in self.package.relationships.get(source, ()):
            if item.type.rpartition("/")[2] == kind and not item.external:
                return _harmless_tree(self.package.parts.get(item.target, b""))
        return None


def opened(file: ReturnedFile, diagnostics: Diagnostics) -> Opened | None:
    """Open a file; None, with a warning, when it is no Word document that can be read."""
    package = _unpacked(file, diagnostics)
    if package is None:
        return None
    if has_macros(package):
        _skip(file, "holds macros", "Open it in Word with macros turned off, and save it as .docx.", diagnostics)
        return None
    own = package.relationships.get("/", ())
    main = next((item.target for item in own if item.type.endswith("/officeDocument")), "")
    for family, what in _OTHER_PROGRAMS.items():
        if family in package.types.get(main, ""):
            warn_of_other(file, what, "Name the worksheets only.", diagnostics)
            return None
    document = _harmless_tree(package.parts.get(main, b""))
    body = child(document, "body") if document is not None and document.tag == w("document") else None
    if body is None:
        _skip(file, *_FAULTS[Fault.DAMAGED], diagnostics)
        return None
    return Opened(package, main, body)


def warn_of_other(file: ReturnedFile, what: str, hint: str, diagnostics: Diagnostics) -> None:
    """Report a file that can be read, and is no worksheet."""
    diagnostics.warn("not-a-worksheet", f"This file {what}, so it is left out.", file.origin, hint)


def _skip(file: ReturnedFile, what: str, hint: str, diagnostics: Diagnostics) -> None:
    diagnostics.warn("unreadable-worksheet", f"This file {what}, so it is left out.", file.origin, hint)


def _unpacked(file: ReturnedFile, diagnostics: Diagnostics) -> Package | None:
    if not file.data:
        _skip(file, "is empty (0 bytes)", "Something went wrong on its way: ask for it again.", diagnostics)
        return None
    if file.data[30:].startswith(_OPENDOCUMENT):
        _skip(
            file, "is an OpenDocument file (.odt)", "Open it in LibreOffice or Word and save it as .docx.", diagnostics
        )
        return None
    for beginning, what, hint in _BEGINNINGS:
        if file.data.startswith(beginning):
            _skip(file, what, hint, diagnostics)
            return None
    try:
        return unpacked(file.data)
    except RefusedError as error:
        _skip(file, *_FAULTS[error.fault], diagnostics)
        return None


def _harmless_tree(content: bytes) -> etree._Element | None:
    """Parse a part; None when it is damaged, or declares entities, which no Office program writes."""
    try:
        root = tree(content)
    except etree.XMLSyntaxError:
        return None
    return None if root.getroottree().docinfo.doctype else root

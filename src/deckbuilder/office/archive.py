"""Reading an Office template that somebody sent: into a `Package`, or refused with the reason.

Beyond what cannot be unpacked safely, a template is refused that could do harm in the documents made of it.
"""

import re
from typing import NoReturn

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.package import Package
from deckbuilder.office.unpacking import Fault, RefusedError, has_macros, parsed, unpacked
from deckbuilder.theme import WORD_SUFFIXES, TemplateFile

__all__ = ["parsed", "read_package"]

_HARMLESS_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)


def read_package(file: TemplateFile, diagnostics: Diagnostics) -> Package | None:
    """Read an Office file; None, with a diagnostic, when it is refused."""
    reader = _Reader(file, diagnostics)
    try:
        return reader.read()
    except _RefusedError:
        return None


class _RefusedError(Exception):
    """Ends the reading; the reason stands among the diagnostics."""


class _Reader:
    def __init__(self, file: TemplateFile, diagnostics: Diagnostics) -> None:
        self._file = file
        self._diagnostics = diagnostics

    def read(self) -> Package:
        word = self._file.name.lower().endswith(WORD_SUFFIXES)
        program, ending = ("Word", ".dotx") if word else ("PowerPoint", ".potx")
        try:
            package = unpacked(self._file.data)
        except RefusedError as error:
            self._cannot_be_unpacked(error.fault, program, ending)
        self._look_for_harm(package, program, ending)
        return package

    def _cannot_be_unpacked(self, fault: Fault, program: str, ending: str) -> NoReturn:
        if fault is Fault.TOO_LARGE:
            self._refuse(
                "template-too-large",
                "would unpack to far more than a template holds",
                "Ask whoever sent it where it comes from; a large film or picture in it has to go.",
            )
        if fault is Fault.DOCUMENT_TYPE:
            self._refuse(
                "unsafe-template",
                "declares a document type, which can make other programs read files or grow beyond all bounds",
                f"No Office program writes one: ask whoever sent it, or save it again in {program}.",
            )
        what, hint = {
            Fault.OLD_FORMAT: (
                f"is a file of {program} 97 to 2003, whatever its name says",
                f"Open it in {program} and save it as {ending}.",
            ),
            Fault.PASSWORD: (
                "is protected by a password",
                f"Open it in {program}, take the password away under File, Info, and save it.",
            ),
            Fault.STRICT: (
                "is saved in the Strict Open XML format, which few programs read",
                "Save it in the usual format, which Office offers first.",
            ),
            Fault.DAMAGED: (
                "is damaged, or no Office file at all",
                f"Open it in {program}, and if that works, save it again as {ending}.",
            ),
        }[fault]
        self._refuse("unreadable-template", what, hint)

    def _refuse(self, code: str, what: str, hint: str) -> NoReturn:
        self._diagnostics.error(code, f"“{self._file.name}” {what}.", self._file.name.origin, hint)
        raise _RefusedError

    def _look_for_harm(self, package: Package, program: str, ending: str) -> None:
        """Refuse what could run, or fetch something, on the computers of those who open the documents."""
        kinds = {item.type.rpartition("/")[2] for own in package.relationships.values() for item in own}
        if has_macros(package):
            self._refuse(
                "unsafe-template", "holds macros", f"Open it in {program} and save it as {ending}, without macros."
            )
        embedded = kinds & {"oleObject", "control", "activeXControlBinary", "ctrlProp", "mediaEmbedded"}
        if embedded:
            self._refuse(
                "unsafe-template",
                "holds an embedded object of another program, or a control",
                "Take it out, or put a picture in its place; a chart made in the program itself may stay.",
            )
        for source, own in package.relationships.items():
            for item in own:
                kind = item.type.rpartition("/")[2]
                if not item.external or kind == "attachedTemplate":
                    continue
                if kind != "hyperlink" or not _HARMLESS_LINK.match(item.target):
                    self._refuse(
                        "unsafe-template",
                        f"links to “{item.target[:80]}” outside it (in {source[1:]})",
                        "Embed what is linked, or take it out: readers have no access to it.",
                    )

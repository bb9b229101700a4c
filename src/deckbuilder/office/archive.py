"""Reading an Office file that somebody sent: into a `Package`, or refused with the reason.

Nothing of the file is run, no entity is resolved, and nothing outside it is fetched. What is unpacked is bounded, so
that a small file cannot fill the memory.
"""

import re
import zlib
from io import BytesIO
from lzma import LZMAError
from posixpath import dirname, join, normpath, splitext
from typing import NoReturn
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.package import Package, Relationship
from deckbuilder.theme import WORD_SUFFIXES, TemplateFile

MAX_PARTS = 5_000
MAX_UNPACKED = 400 * 1024 * 1024
"""The most bytes that all parts may have together once unpacked."""
MAX_RATIO = 250
"""How many times larger than packed a part of more than `_SMALL` bytes may be; XML rarely reaches 50."""
_SMALL = 8 * 1024 * 1024

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""What files of Office 97 to 2003 begin with (MS-CFB, 2.2), and those that a password protects (MS-OFFCRYPTO, 2.3)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/"

_DAMAGED = (
    BadZipFile, zlib.error, LZMAError, EOFError, OSError, NotImplementedError, etree.XMLSyntaxError, ValueError,
)  # fmt: skip
"""What reading a damaged file may raise."""

_HARMLESS_LINK = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def parsed(content: bytes) -> etree._Element:
    """Parse a part, resolving nothing.

    Raises `etree.XMLSyntaxError` when it is not well-formed.
    """
    return etree.fromstring(content, _PARSER)


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
        data = self._file.data
        word = self._file.name.lower().endswith(WORD_SUFFIXES)
        program, ending = ("Word", ".dotx") if word else ("PowerPoint", ".potx")
        if data.startswith(_COMPOUND_FILE):
            if _ENCRYPTED in data:
                self._protected(program)
            self._refuse(
                "unreadable-template",
                f"is a file of {program} 97 to 2003, whatever its name says",
                f"Open it in {program} and save it as {ending}.",
            )
        try:
            parts = self._parts(data, program)
            package = self._package(parts)
        except _DAMAGED:
            self._refuse(
                "unreadable-template",
                "is damaged, or no Office file at all",
                f"Open it in {program}, and if that works, save it again as {ending}.",
            )
        self._look_for_harm(package, program, ending)
        return package

    def _protected(self, program: str) -> NoReturn:
        self._refuse(
            "unreadable-template",
            "is protected by a password",
            f"Open it in {program}, take the password away under File, Info, and save it.",
        )

    def _refuse(self, code: str, what: str, hint: str) -> NoReturn:
        self._diagnostics.error(code, f"“{self._file.name}” {what}.", self._file.name.origin, hint)
        raise _RefusedError

    def _parts(self, data: bytes, program: str) -> dict[str, bytes]:
        with ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if any(entry.flag_bits & 1 for entry in entries):
                self._protected(program)
            self._look_for_bombs(entries)
            parts: dict[str, bytes] = {}
            for entry in entries:
                name = "/" + entry.filename.replace("\\", "/").lstrip("/")
                if ".." in name.split("/"):
                    raise BadZipFile
                with archive.open(entry) as stream:
                    content = stream.read(entry.file_size + 1)
                if len(content) > entry.file_size:  # the directory of the zip lies
                    raise BadZipFile
                parts.setdefault(name, content)
            return parts

    def _look_for_bombs(self, entries: list[ZipInfo]) -> None:
        swollen = any(
            entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
        )
        if swollen or len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            self._refuse(
                "template-too-large",
                "would unpack to far more than a template holds",
                "Ask whoever sent it where it comes from; a large film or picture in it has to go.",
            )

    def _package(self, parts: dict[str, bytes]) -> Package:
        package = Package()
        types = parsed(parts.pop("/[Content_Types].xml", b""))
        defaults = {
            str(item.get("Extension", "")).lower(): str(item.get("ContentType", ""))
            for item in types.iter(_TYPES + "Default")
        }
        overrides = {
            str(item.get("PartName", "")).lower(): str(item.get("ContentType", ""))
            for item in types.iter(_TYPES + "Override")
        }
        names = {name.lower(): name for name in parts}
        for name, content in parts.items():
            if name.lower().endswith(".rels"):
                continue
            extension = splitext(name)[1][1:].lower()
            kind = overrides.get(name.lower()) or defaults.get(extension, "")
            package.add(name, content, kind)
        for name, content in parts.items():
            if name.lower().endswith(".rels"):
                folder, _, base = name.rpartition("/")
                source = f"{folder.removesuffix('_rels').rstrip('/')}/{base[: -len('.rels')]}"
                package.relationships[source] = self._relationships(content, source, names)
        package.read = frozenset(package.relationships)
        return package

    def _relationships(self, content: bytes, source: str, names: dict[str, str]) -> list[Relationship]:
        found: list[Relationship] = []
        for item in parsed(content).iter(_RELATIONSHIPS + "Relationship"):
            kind, target = str(item.get("Type", "")), str(item.get("Target", ""))
            if kind.startswith(_STRICT):
                self._refuse(
                    "unreadable-template",
                    "is saved in the Strict Open XML format, which few programs read",
                    "Save it in the usual format, which Office offers first.",
                )
            external = item.get("TargetMode") == "External"
            if not external:
                path = normpath(join(dirname(source), unquote(target.partition("#")[0])))
                target = names.get(path.lower(), path)
            found.append(Relationship(str(item.get("Id", "")), kind, target, external))
        return found

    def _look_for_harm(self, package: Package, program: str, ending: str) -> None:
        """Refuse what could run, or fetch something, on the computers of those who open the documents."""
        kinds = {item.type.rpartition("/")[2] for own in package.relationships.values() for item in own}
        if "vbaProject" in kinds or any("macroEnabled" in kind for kind in package.types.values()):
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

"""Unpacking an Office file that somebody sent, whatever it is meant for: into a `Package`, or not at all.

Nothing of the file is run, no entity is resolved, and nothing outside it is fetched. What is unpacked, and what its XML
grows to once parsed, is bounded, so that a small file can fill neither the memory nor the day.
"""

import re
import struct
import zlib
from collections.abc import Iterable
from enum import Enum
from io import BytesIO
from lzma import LZMAError
from posixpath import dirname, join, normpath, splitext
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.office.package import Package, Relationship

MAX_PARTS = 5_000
MAX_UNPACKED = 160 * 1024 * 1024
"""The most bytes that all parts may have together once unpacked."""
MAX_MARKS = 500_000
"""The most tags and attributes that all parts may have together: each takes about 100 bytes once parsed, however short
it is. A deck of 40 slides with its notes has about 40,000."""
MAX_RATIO = 250
"""How many times larger than packed a part of more than `_SMALL` bytes may be; XML rarely reaches 50."""
_SMALL = 8 * 1024 * 1024

_COMPOUND_FILE = bytes.fromhex("D0CF11E0A1B11AE1")
"""What files of Office 97 to 2003 begin with (MS-CFB, 2.2), and those that a password protects (MS-OFFCRYPTO, 2.3)."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_ENTRY = b"PK\x01\x02"
"""What an entry of a zip's directory begins with (APPNOTE.TXT, 4.3.12)."""
_EBCDIC = bytes.fromhex("4C6FA794")
"""How XML begins in an encoding of mainframes, in which no sign looks as it does elsewhere (XML 1.0, F.1)."""
_ENCODING = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([^"']{0,40})""")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii", b"iso-8859-1"})
"""The encodings in which a tag begins with the byte of `<`; Office files have the first two (ECMA-376 Part 2, 8.2)."""

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_STRICT = "http://purl.oclc.org/ooxml/"

DAMAGED = (
    BadZipFile, zlib.error, LZMAError, EOFError, OSError, RuntimeError, etree.XMLSyntaxError, ValueError, IndexError,
    KeyError, struct.error, OverflowError,
)  # fmt: skip
"""What reading a damaged file may raise."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class Fault(Enum):
    """Why a file is not unpacked."""

    OLD_FORMAT = "a file of Office 97 to 2003"
    PASSWORD = "protected by a password"  # noqa: S105  # the reason, not the password
    DAMAGED = "damaged, or no Office file at all"
    STRICT = "saved in the Strict Open XML format"
    TOO_LARGE = "would unpack to far more than a document holds"
    DOCUMENT_TYPE = "declares a document type, which can hold entities and which no Office program writes"


class RefusedError(Exception):
    """A file is not unpacked. What is said of it depends on what the file was meant for."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def parsed(content: bytes) -> etree._Element:
    """Parse a part, resolving nothing.

    Raises `etree.XMLSyntaxError` when it is not well-formed.
    """
    return etree.fromstring(content, _PARSER)


def unpacked(data: bytes) -> Package:
    """Unpack an Office file.

    Raises `RefusedError` when it cannot be read, or had better not be.
    """
    if data.startswith(_COMPOUND_FILE):
        raise RefusedError(Fault.PASSWORD if _ENCRYPTED in data else Fault.OLD_FORMAT)
    try:
        return _package(_parts(data))
    except DAMAGED as error:
        raise RefusedError(Fault.DAMAGED) from error


def has_macros(package: Package) -> bool:
    """Say whether a file holds macros."""
    kinds = {item.type.rpartition("/")[2] for own in package.relationships.values() for item in own}
    types = (kind for kind in package.types.values() if "macroEnabled" in kind or "vbaProject" in kind)
    parts = (name for name in package.parts if name.lower().rpartition("/")[2].startswith("vbaproject"))
    return "vbaProject" in kinds or any(types) or any(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    if data.count(_ENTRY) > 4 * MAX_PARTS:  # the directory alone would fill the memory
        raise RefusedError(Fault.TOO_LARGE)
    with ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if any(entry.flag_bits & 1 for entry in entries):
            raise RefusedError(Fault.PASSWORD)
        _look_for_bombs(entries)
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
    _look_for_swelling(parts.values())
    return parts


def _look_for_bombs(entries: list[ZipInfo]) -> None:
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if swollen or len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise RefusedError(Fault.TOO_LARGE)
    if any(entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for entry in entries):
        raise BadZipFile  # Office files have no other (ECMA-376 Part 2, B.2), and these can ask for much memory


def _look_for_swelling(contents: Iterable[bytes]) -> None:
    """Refuse XML that would be far more once parsed, or that says things beside its elements."""
    marks = 0
    for content in contents:
        if content.startswith(_EBCDIC):
            raise BadZipFile
        beginning = content[:200].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
        if not beginning.startswith(b"<"):
            continue
        encoding = _ENCODING.match(beginning)
        if encoding and encoding.group(1).lower() not in _ENCODINGS:
            raise BadZipFile
        wide = b"\0" in content[:200]
        if b"<!DOCTYPE" in (content.replace(b"\0", b"") if wide else content):
            raise RefusedError(Fault.DOCUMENT_TYPE)
        marks += content.count(b"<") + content.count(b"=")
        if marks > MAX_MARKS:
            raise RefusedError(Fault.TOO_LARGE)


def _package(parts: dict[str, bytes]) -> Package:
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
            package.relationships[source] = _relationships(content, source, names)
    package.read = frozenset(package.relationships)
    return package


def _relationships(content: bytes, source: str, names: dict[str, str]) -> list[Relationship]:
    found: list[Relationship] = []
    for item in parsed(content).iter(_RELATIONSHIPS + "Relationship"):
        kind, target = str(item.get("Type", "")), str(item.get("Target", ""))
        if kind.startswith(_STRICT):
            raise RefusedError(Fault.STRICT)
        external = item.get("TargetMode", "").lower() == "external"
        if not external:
            path = normpath(join(dirname(source), unquote(target.partition("#")[0])))
            target = names.get(path.lower(), path)
        found.append(Relationship(str(item.get("Id", "")), kind, target, external))
    return found

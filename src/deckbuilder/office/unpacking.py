"""Unpacking an Office file that somebody sent, whatever it is meant for: into a `Package`, or not at all.

Nothing of the file is run, no entity is resolved, and nothing outside it is fetched. What is unpacked is bounded, so
that a small file cannot fill the memory.
"""

import zlib
from enum import Enum
from io import BytesIO
from lzma import LZMAError
from posixpath import dirname, join, normpath, splitext
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from deckbuilder.office.package import Package, Relationship

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

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


class Fault(Enum):
    """Why a file is not unpacked."""

    OLD_FORMAT = "a file of Office 97 to 2003"
    PASSWORD = "protected by a password"  # noqa: S105  # the reason, not the password
    DAMAGED = "damaged, or no Office file at all"
    STRICT = "saved in the Strict Open XML format"
    TOO_LARGE = "would unpack to far more than a document holds"


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
    except _DAMAGED as error:
        raise RefusedError(Fault.DAMAGED) from error


def has_macros(package: Package) -> bool:
    """Say whether a file holds macros."""
    kinds = (item.type.rpartition("/")[2] for own in package.relationships.values() for item in own)
    return "vbaProject" in kinds or any("macroEnabled" in kind for kind in package.types.values())


def _parts(data: bytes) -> dict[str, bytes]:
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
        return parts


def _look_for_bombs(entries: list[ZipInfo]) -> None:
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if swollen or len(entries) > MAX_PARTS or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
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
        external = item.get("TargetMode") == "External"
        if not external:
            path = normpath(join(dirname(source), unquote(target.partition("#")[0])))
            target = names.get(path.lower(), path)
        found.append(Relationship(str(item.get("Id", "")), kind, target, external))
    return found

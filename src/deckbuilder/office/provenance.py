"""What a built file says of its origin, and whether it is still as it was built."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile, ZipInfo

from msgspec import Struct

from deckbuilder.office.fingerprint import CUSTOM_PART, fingerprint
from deckbuilder.office.properties import FINGERPRINT
from deckbuilder.office.unpacking import DAMAGED, parsed

_LARGEST = 1024 * 1024
"""The most bytes of custom properties that are read; ours have two thousand."""


class Provenance(Struct, frozen=True):
    """The custom properties of a file that this tool wrote."""

    properties: Mapping[str, str]
    intact: bool
    """Whether every part is as it was built; False once a program has saved the file again."""


def read_provenance(file: Path | BinaryIO) -> Provenance | None:
    """Read where a file comes from; None when this tool did not write it, or it is damaged.

    Raises `OSError` when it cannot be opened.
    """
    if isinstance(file, Path):
        with file.open("rb") as stream:
            return read_provenance(stream)
    try:
        with ZipFile(file) as archive:
            entries = archive.infolist()
            own = next((entry for entry in entries if entry.filename == CUSTOM_PART[1:]), None)
            if own is None or own.file_size > _LARGEST:
                return None
            properties = _properties(archive.read(own))
    except DAMAGED:
        return None
    if FINGERPRINT not in properties:
        return None
    return Provenance(properties, properties[FINGERPRINT] == _fingerprint(entries))


def _fingerprint(entries: Iterable[ZipInfo]) -> str:
    return fingerprint((entry.filename, entry.CRC, entry.file_size) for entry in entries)


def _properties(content: bytes) -> dict[str, str]:
    """Give custom properties by name (ECMA-376 Part 1, 22.3)."""
    return {
        str(item.get("name", "")): "".join(str(text) for text in item.itertext()).strip()
        for item in parsed(content).iterfind("{*}property")
    }

"""The fingerprint of an Office file: what all its parts hold, apart from the part in which it is written down."""

from collections.abc import Iterable
from hashlib import sha256

CUSTOM_PART = "/docProps/custom.xml"
"""The part that carries the custom properties, and among them the fingerprint."""


def fingerprint(entries: Iterable[tuple[str, int, int]]) -> str:
    """Give the fingerprint of a package, in hexadecimal digits, by the directory of its zip: names, checksums (CRC-32), sizes.

    It comes from the parts' names, checksums and sizes, so that nothing has to be unpacked, and the order of the parts
    and how they are compressed do not matter.
    """
    parts = sorted(entry for entry in entries if entry[0] != CUSTOM_PART[1:])
    return sha256("\n".join(f"{name}\t{checksum}\t{size}" for name, checksum, size in parts).encode()).hexdigest()

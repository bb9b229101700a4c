"""Writing a zip that is the same bytes each time (APPNOTE.TXT 6.3.10, as ECMA-376 Part 2, annex B, restricts it).

The standard library's writer spends more time on a small part's bookkeeping than on compressing it, and a deck has
four parts a slide. What is written here is what Office wants: no encryption, no comments, sizes before the data.
"""

import struct
import zlib
from functools import lru_cache

_EARLIEST = (1 << 5) | 1
"""The first of January 1980, the earliest date a zip can hold, in the form of MS-DOS; the time is midnight."""
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UNIX = 3
"""The system that is said to have written it: the same on every one."""
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_MOST_ENTRIES, _MOST_BYTES = 0xFFFF, 0xFFFF_FFFF
_MODE = 0o644 << 16


@lru_cache(maxsize=4096)
def _deflated(data: bytes) -> bytes:
    """Compress a part. The decks of two agencies have most of their parts in common."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


class ZipArchive:
    """A zip in the making. Entries stand in the order they are added."""

    def __init__(self) -> None:
        self.entries: list[tuple[str, int, int]] = []
        """The name, the checksum (CRC-32) and the size of each."""
        self._chunks: list[bytes] = []
        self._central: list[bytes] = []
        self._size = 0

    def store(self, name: str, data: bytes) -> None:
        """Add an entry as it is: one that is compressed already, such as a picture."""
        self._add(name, data, data, _STORED)

    def deflate(self, name: str, data: bytes) -> None:
        """Add an entry, compressed."""
        self._add(name, data, _deflated(data), _DEFLATED)

    def to_bytes(self) -> bytes:
        """Give the whole. A ValueError where it is more than a zip without the extensions of ZIP64 can hold."""
        central = b"".join(self._central)
        count = len(self._central)
        if count >= _MOST_ENTRIES or self._size + len(central) >= _MOST_BYTES:
            raise ValueError("a package of more than 65,534 parts or 4 GiB cannot be written")
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(central), self._size, 0)
        return b"".join((*self._chunks, central, end))

    def _add(self, name: str, data: bytes, packed: bytes, method: int) -> None:
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8
        checksum = zlib.crc32(data)
        self.entries.append((name, checksum, len(data)))
        fields = (flags, method, 0, _EARLIEST, checksum, len(packed), len(data), len(encoded), 0)
        self._chunks += (_LOCAL.pack(b"PK\3\4", _VERSION, *fields), encoded, packed)
        made_by = _UNIX << 8 | _VERSION
        self._central.append(_CENTRAL.pack(b"PK\1\2", made_by, _VERSION, *fields, 0, 0, 0, _MODE, self._size) + encoded)
        self._size += _LOCAL.size + len(encoded) + len(packed)

"""Font files of an agency: what they are called, how wide their characters are and how high their lines.

A file is only read; nothing of it goes into a document. It may come from anywhere, so what a small file could make
large is looked at before fontTools reads it, and whatever goes wrong in it is one error.
"""

import logging
import struct
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from deckbuilder.fit.metrics.kerning import UNKERNED, Kerning
from deckbuilder.fit.metrics.lacking import is_unseen

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true")
"""How font files begin (OpenType, chapter “OpenType font file”)."""
_COLLECTION = b"ttcf"
_MOST_FONTS = 32
"""The most fonts taken from a collection."""
_MOST_BYTES = {"cmap": 2**21, "name": 2**20, "GPOS": 2**21}
"""The largest tables read."""
_MOST_MAPS = 64
"""The most maps of characters taken: they may share their bytes, and each is read by itself."""
_ALL_CHARACTERS = 0x110000
_EMS = range(16, 16385)
"""Units of an em that a font may have (OpenType, table `head`)."""
_WIDEST = 4.0
"""The widest character believed, as a share of the text size."""
_HIGHEST = 4.0
"""The highest line believed, likewise."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16
_ITALIC, _BOLD, _TYPOGRAPHIC_LINES = 1, 1 << 5, 1 << 7
"""Bits of `fsSelection` in the table `OS/2`."""

# It writes what it finds odd in a font to the log, and a log that nobody reads to the terminal.
logging.getLogger("fontTools").addHandler(logging.NullHandler())


class FontFileError(Exception):
    """A file is no font, or a damaged one; its text says what is wrong, as the end of a sentence."""


class FileFace(Struct, frozen=True, eq=False):
    """A font of a file; lengths are shares of the text size."""

    families: tuple[str, ...]
    """What its family is called: first the name by which Office knows it, then others that the file has."""
    bold: bool
    italic: bool
    widths: Mapping[str, float]
    line_height: float
    """From baseline to baseline, as Windows has it."""
    ascent: float
    kerning: Kerning


@lru_cache(maxsize=64)
def faces_in(data: bytes) -> tuple[FileFace, ...]:
    """Read the fonts of a .ttf or .otf file, one, or of a .ttc file, several; raises FontFileError."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 60 ms, which only themes with such files should pay

    faces = []
    for number in _numbers(data):
        try:
            with TTFont(BytesIO(data), fontNumber=number, lazy=True) as font:
                _refuse_large(font)
                faces.append(_face(font))
        except FontFileError:
            raise
        except Exception as error:  # fontTools raises whatever a damaged table leads it to
            raise FontFileError("it is damaged") from error
    return tuple(faces)


def _numbers(data: bytes) -> Iterator[int]:
    """Give the numbers of the fonts in a file, as fontTools counts them."""
    if data[:4] in _BEGINNINGS:
        return iter([-1])
    if data[:4] != _COLLECTION or len(data) < 12:
        raise FontFileError("it is no font, whatever its name says")
    return iter(range(min(struct.unpack(">L", data[8:12])[0], _MOST_FONTS)))


def _refuse_large(font: "TTFont") -> None:
    """Refuse tables that would take long, or a great deal of memory: ranges of characters are short in a file."""
    for tag, most in _MOST_BYTES.items():
        if tag in font and font.reader.tables[tag].length > most:
            raise FontFileError(f"its table {tag} is larger than {most // 2**20} MiB")
    data = font.reader["cmap"]
    (count,) = struct.unpack(">H", data[2:4])
    if count > _MOST_MAPS:
        raise FontFileError(f"it has {count} maps of characters")
    names = font.reader["name"] if "name" in font else b""
    (records,) = struct.unpack(">H", names[2:4]) if names else (0,)
    # Names may share their bytes too.
    if sum(record[4] for record in struct.iter_unpack(">6H", names[6 : 6 + 12 * records])) > _MOST_BYTES["name"]:
        raise FontFileError("its names are longer than its file")
    characters = 0
    for index in range(count):
        (start,) = struct.unpack(">L", data[8 * index + 8 : 8 * index + 12])
        (kind,) = struct.unpack(">H", data[start : start + 2])
        characters += _ranged(data, start, kind)
    if characters > 4 * _ALL_CHARACTERS:
        raise FontFileError("it has more characters than there are")


def _ranged(data: bytes, start: int, kind: int) -> int:
    """Give for how many characters a table of characters stands, where it may be more than the table has bytes."""
    if kind == 4:
        (doubled,) = struct.unpack(">H", data[start + 6 : start + 8])
        ends = struct.unpack(f">{doubled // 2}H", data[start + 14 : start + 14 + doubled // 2 * 2])
        after = start + 16 + doubled // 2 * 2
        starts = struct.unpack(f">{doubled // 2}H", data[after : after + doubled // 2 * 2])
        return sum(max(end - first + 1, 0) for first, end in zip(starts, ends, strict=True))
    if kind in {8, 10, 12, 13}:
        (groups,) = struct.unpack(">L", data[start + 12 : start + 16])
        read = struct.iter_unpack(">3L", data[start + 16 : start + 16 + 12 * groups])
        return sum(max(last - first + 1, 0) for first, last, _ in read)
    return 0


def _face(font: "TTFont") -> FileFace:
    em = font["head"].unitsPerEm
    if em not in _EMS:
        raise FontFileError(f"its em has {em} units")
    glyphs, advances = font.getBestCmap() or {}, font["hmtx"]
    shown = {chr(code): glyph for code, glyph in glyphs.items() if code >= 0x20}
    widths = {
        character: min(advances[glyph][0] / em, _WIDEST)
        for character, glyph in shown.items()
        if not is_unseen(character)
    }
    if not any(widths.values()) or sum(widths.get(letter, 1.0) for letter in _LETTERS) < 1:
        raise FontFileError("its characters have no widths")
    ascent, height = _line(font, em)
    bold, italic = _style(font)
    return FileFace(_families(font), bold, italic, widths, height, ascent, _kerning(font, shown, em))


def _line(font: "TTFont", em: int) -> tuple[float, float]:
    """Give a line's ascent and its height: Windows takes its own measures, and a larger gap where `hhea` has one.

    (OpenType, “Recommendations for OpenType fonts”, baseline to baseline distances.)
    """
    head, own = font["hhea"], font.get("OS/2")
    ascent, descent = head.ascent, -head.descent
    height = ascent + descent + max(head.lineGap, 0)
    if own is not None and own.fsSelection & _TYPOGRAPHIC_LINES:
        ascent, descent = own.sTypoAscender, -own.sTypoDescender
        height = max(height, ascent + descent + max(own.sTypoLineGap, 0))
    elif own is not None:
        ascent, descent = own.usWinAscent, own.usWinDescent
        height = max(height, ascent + descent)
    if not 0 < height / em <= _HIGHEST or not 0 < ascent <= height:
        raise FontFileError(f"its lines would be {height / em:.1f} times as high as its text")
    return ascent / em, height / em


def _style(font: "TTFont") -> tuple[bool, bool]:
    """Say whether a font is bold, and whether it is italic."""
    if "OS/2" in font:
        selection = font["OS/2"].fsSelection
        return bool(selection & _BOLD), bool(selection & _ITALIC)
    style = font["head"].macStyle
    return bool(style & 1), bool(style & 2)


def _families(font: "TTFont") -> tuple[str, ...]:
    """Give the names of the family, that of Office first: it puts at most four faces in a family (table `name`)."""
    records = [record for record in font["name"].names if record.nameID in {_FAMILY, _TYPOGRAPHIC_FAMILY}]
    records.sort(key=lambda record: (record.nameID, not record.isUnicode(), record.langID != 0x409))
    names = [_name(record) for record in records]
    found = tuple(dict.fromkeys(name for name in names if name))
    if not found:
        raise FontFileError("it has no name")
    return found


def _name(record: Any) -> str:
    return " ".join(str(record.toUnicode(errors="replace")).split())[:100]


def _kerning(font: "TTFont", shown: Mapping[str, str], em: int) -> Kerning:
    from deckbuilder.fit.metrics.pair_tables import TooManyPairsError, kerning_of  # noqa: PLC0415

    try:
        return kerning_of(font, shown, em)
    except TooManyPairsError:
        return UNKERNED

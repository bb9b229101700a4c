"""How wide characters are and how high lines are, without the fonts being installed.

The numbers are made by `tools/font_metrics.py` from fonts with the same widths.
"""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.fit.metrics.arabic import joined_forms
from deckbuilder.fit.metrics.kerning import UNKERNED, Kerning
from deckbuilder.fit.metrics.lacking import Widths, is_borrowed, is_unseen
from deckbuilder.fit.metrics.own_family import own_metrics
from deckbuilder.ir.text import JOINED_EMOJI, JOINER

_ARABIC = re.compile("[\u0600-\u08ff]")


class Face(Struct, frozen=True, eq=False):
    """One face of a family; lengths are shares of the text size."""

    widths: Widths
    line_height: float
    """Ascent, descent and the gap between lines, as the font's table `hhea` has them."""
    ascent: float
    kerning: Kerning = UNKERNED
    dots: int = 2**16
    """How many dots the renderer gives an em: it rounds the size to one, and then every advance."""
    dot: float = 2**-16
    """The size of a dot, as a share of the text size."""

    def width(self, text: str) -> float:
        """Give the width of a text at size 1, kerned; an emoji that is made of several counts as one."""
        if JOINER in text:
            text = JOINED_EMOJI.sub(lambda emoji: emoji[0][0], text)
        if _ARABIC.search(text):
            text = joined_forms(text)
        widths, first, second, rows = self.widths, self.kerning.first, self.kerning.second, self.kerning.rows
        dots, total = self.dots, 0
        advance: float | None = None
        row: int | None = None
        for character in text:
            if advance is not None:
                column = None if row is None else second.get(character)
                total += round((advance if column is None or row is None else advance + rows[row][column]) * dots)
            advance, row = widths[character], first.get(character)
        return (total + round((advance or 0.0) * dots)) * self.dot

    def between(self, one: str, other: str) -> float:
        """Give how much further apart two characters stand than their widths say; mostly it is less than 0."""
        kerning = self.kerning.between(one, other)
        return round(kerning * self.dots) * self.dot if kerning else 0.0


class FontMetrics(Struct, frozen=True, eq=False):
    """A family's four faces."""

    family: str
    regular: Face
    bold: Face
    italic: Face
    bold_italic: Face

    def face(self, *, bold: bool, italic: bool = False) -> Face:
        """Give a face."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular

    def at(self, size: float) -> "FontMetrics":
        """Give the family as it is set at a size in points: LibreOffice lays text out at 600 dots an inch."""
        return _at(self, size)


_DOT = 72 / 600
"""One of LibreOffice's dots, in points."""


@lru_cache(maxsize=200)
def _at(metrics: FontMetrics, size: float) -> FontMetrics:
    dots, dot = round(size / _DOT), _DOT / size
    faces = (metrics.regular, metrics.bold, metrics.italic, metrics.bold_italic)
    return FontMetrics(metrics.family, *(replace(face, dots=dots, dot=dot) for face in faces))


_DEFAULT = "verdana"
"""What an unknown font is measured as: the widest of the fonts known, so that the error is on the safe side."""


@cache
def known_fonts() -> dict[str, str]:
    """Give the file of each known family by its name in small letters."""
    folder = files("deckbuilder.fit.metrics")
    return {file.name.removesuffix(".json"): file.name for file in folder.iterdir() if file.name.endswith(".json")}


def is_known(family: str) -> bool:
    """Say whether a family's widths are known."""
    return _key(family) in known_fonts()


_SAME = {
    "calibri-light": "calibri",
    "carlito": "calibri",
    "helvetica": "arial",
    "liberation-sans": "arial",
    "caladea": "cambria",
    "liberation-serif": "times-new-roman",
    "times": "times-new-roman",
    "dejavu-sans": "verdana",
}
"""Families with the widths of another, or so nearly that it does not matter."""


def _key(family: str) -> str:
    name = family.casefold().replace(" ", "-")
    return _SAME.get(name, name)


@cache
def font_metrics(family: str, fallback: str = "", files: tuple[bytes, ...] = ()) -> FontMetrics:
    """Give the metrics of a family: those of the font files that have it, else those that are known.

    For a family that is not known they are those of its fallback, else of the widest font known.
    """
    own = own_metrics(family, files)
    if own is not None:
        return own
    known = known_fonts()
    data = _data(known.get(_key(family)) or known.get(_key(fallback)) or known[_DEFAULT])
    return FontMetrics(
        data["family"], *(_face(data[name], name) for name in ("regular", "bold", "italic", "bold_italic"))
    )


@cache
def _data(file: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((files("deckbuilder.fit.metrics") / file).read_text(encoding="utf-8"))
    return data


def _face(data: dict[str, Any], name: str) -> Face:
    em = data["em"]
    own = {character: width for character, width in _listed(data).items() if not is_borrowed(character)}
    widths = Widths(own, _substitute_bold if "bold" in name else _substitute)
    kerned = data["kerning"]
    kerning = Kerning(
        {character: row for row, characters in enumerate(kerned["first"]) for character in characters},
        {character: column for column, characters in enumerate(kerned["second"]) for character in characters},
        [[value / em for value in row] for row in kerned["rows"]],
    )
    return Face(widths, (data["ascent"] + data["descent"] + data["gap"]) / em, data["ascent"] / em, kerning)


def _listed(data: dict[str, Any]) -> dict[str, float]:
    em = data["em"]
    return {chr(start + index): width / em for start, row in data["widths"] for index, width in enumerate(row)}


@cache
def _substitute() -> Mapping[str, float]:
    """Give the widths of DejaVu Sans: which free programs take for what a font lacks, and which is wide."""
    return _substitute_widths("regular")


@cache
def _substitute_bold() -> Mapping[str, float]:
    """Give those of its bold face."""
    return _substitute_widths("bold")


def _substitute_widths(face: str) -> dict[str, float]:
    listed = _listed(_data(known_fonts()[_DEFAULT])[face])
    return {character: width for character, width in listed.items() if not is_unseen(character)}

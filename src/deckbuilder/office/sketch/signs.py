"""Single characters in pixels, from the font that Pillow brings: the same on every machine.

It has the letters of English and little more. Accents, dashes and a few signs are drawn here; for any other character
a quiet bar is shown.
"""

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw, ImageFont

_MEASURED = 200
"""The size at which widths are taken."""
_BOLDER = 0.022
"""How much is added around a bold letter, as a share of its size; the font has no bold of its own."""
_SPACED = 0.06
"""How much wider than the font's own a space is: small letters run together otherwise."""
_OWN = frozenset(
    "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~©«°±·»‘’“”…™ "
    "\N{ACUTE ACCENT}\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
"""The signs that the font has besides letters and figures."""
_ALIKE = str.maketrans("\u00a0\u2009\u202f\u2010\u2011\u2212", "   --–")
"""Spaces, hyphens and the minus sign, and what is shown for them."""
_BASES = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "\N{LATIN SMALL LETTER DOTLESS I}": "i"}
)
"""Letters that Unicode does not take apart, and those that are most like them."""
_DRAWN = {"–": 0.5, "—": 0.95, "•": 0.36, "£": 0.55, "€": 0.62, "→": 0.9}
"""The signs that are drawn here, and how wide they are at size 1."""
_ACCENTS = {"\u0300": "`", "\u0301": "\N{ACUTE ACCENT}", "\u0308": "..", "\u030a": "°"}
"""The signs of the font that stand for accents; letters with others are shown bare."""
_BAR = 0.6
"""How wide a character that is not drawn is taken to be."""
_QUIET = 90
"""How much ink is in its bar, of 255."""


@cache
def advance(character: str, *, bold: bool) -> float:
    """Give the width that a character takes at size 1."""
    return _bare(character.translate(_ALIKE)) + (1.5 * _BOLDER if bold else 0.0)


@cache
def _bare(character: str) -> float:
    if _has(character):
        wide = float(_font(_MEASURED).getlength(character)) / _MEASURED
        return wide + _SPACED if character == " " else wide
    base = _base(character)
    if base:
        return _bare(base)
    return _DRAWN.get(character, 0.0 if unicodedata.combining(character) else _BAR)


def above(size: float) -> int:
    """Give how far a character's mask reaches above the baseline, in pixels."""
    return round(size * 1.05)


def margin(size: float) -> int:
    """Give how far a character's mask reaches to the left of where it begins, in pixels."""
    return round(size * 0.15) + 1


@cache
def sign(character: str, size: float, *, bold: bool) -> "Image.Image":
    """Draw a character as a mask, at a size in pixels."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    character = character.translate(_ALIKE)
    wide = round(_bare(character) * size) + 2 * margin(size)
    mask = Image.new("L", (wide, above(size) + round(size * 0.4)))
    draw = ImageDraw.Draw(mask)
    pen = _Pen(draw, size, max(round(size * _BOLDER), 1) if bold else 0)
    base = _base(character)
    if _has(character):
        pen.write(character)
    elif base:
        pen.write(base)
        pen.accent(_ACCENTS.get(unicodedata.normalize("NFD", character)[-1], ""), base)
    elif character in "–—":
        pen.bar(0, 0.25, _DRAWN[character], 0.32)
    elif character == "•":
        pen.polygon(*((0.18 + 0.13 * x, 0.36 + 0.13 * y) for x, y in _ROUND))
    elif character == "→":
        pen.bar(0.05, 0.3, 0.6, 0.37)
        pen.polygon((0.55, 0.52), (0.85, 0.335), (0.55, 0.15))
    elif character in "£€":
        pen.write("L" if character == "£" else "C")
        pen.bar(0, 0.33, 0.42, 0.39)
    elif not unicodedata.combining(character):
        pen.bar(0, 0.15, _BAR - 0.04, 0.37, ink=_QUIET)
    return mask


_ROUND = ((1, 0), (0.92, 0.38), (0.71, 0.71), (0.38, 0.92), (0, 1), (-0.38, 0.92), (-0.71, 0.71), (-0.92, 0.38),
          (-1, 0), (-0.92, -0.38), (-0.71, -0.71), (-0.38, -0.92), (0, -1), (0.38, -0.92), (0.71, -0.71),
          (0.92, -0.38))  # fmt: skip


class _Pen:
    """Draws a character; places are shares of its size from the beginning of its baseline, to the right and up."""

    def __init__(self, draw: "ImageDraw.ImageDraw", size: float, bolder: int) -> None:
        self._draw = draw
        self._size = size
        self._bolder = bolder

    def _at(self, across: float, up: float) -> tuple[float, float]:
        return margin(self._size) + across * self._size + self._bolder, above(self._size) - up * self._size

    def write(self, text: str, across: float = 0.0, up: float = 0.0) -> None:
        font = _font(self._size)
        self._draw.text(self._at(across, up), text, fill=255, font=font, anchor="ls", stroke_width=self._bolder)

    def accent(self, accent: str, base: str) -> None:
        wide = sum(_bare(character) for character in accent)
        up = (0.2 if base.isupper() else 0.0) + (0.6 if accent == ".." else 0.0)
        if accent:
            self.write(accent, (_bare(base) - wide) / 2, up)

    def bar(self, left: float, low: float, right: float, high: float, ink: int = 255) -> None:
        self._draw.rectangle((self._at(left, high), self._at(right, low)), fill=ink)

    def polygon(self, *corners: tuple[float, float]) -> None:
        self._draw.polygon([self._at(*corner) for corner in corners], fill=255)


def _has(character: str) -> bool:
    return character in _OWN or (character.isascii() and character.isalnum())


def _base(character: str) -> str:
    """Give the letter under an accent; empty for a character that is none."""
    base = unicodedata.normalize("NFD", character.translate(_BASES))[0]
    return base if base != character and _has(base) else ""


@cache
def _font(size: float) -> "ImageFont.FreeTypeFont":
    """Give the font at a size in pixels, laid out letter by letter whatever else is installed."""
    from PIL import ImageFont  # noqa: PLC0415

    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):
        raise TypeError("Pillow was built without FreeType")
    return font.font_variant(layout_engine=ImageFont.Layout.BASIC)

"""Words in pixels."""

from functools import cache, lru_cache

from msgspec import Struct

from deckbuilder.ir.drawing import SAMPLE, Typeface
from deckbuilder.office.sketch import signs
from deckbuilder.office.sketch.canvas import Stencil

_FINE = 3
"""How many times as large letters are drawn as they are shown, so that they stand where they should."""
_SLANT = 0.2
"""How far italic letters lean, as a share of their height."""


class Lettering(Struct, frozen=True):
    """A word in pixels."""

    stencil: Stencil
    above: int
    """From the stencil's upper edge to the baseline."""
    before: int
    """From the stencil's left edge to where the word begins."""


@cache
def breadth(typeface: Typeface, *, bold: bool) -> float:
    """Give how large our letters are for those of a font at size 1, so that texts are as wide."""
    return (typeface.bold if bold else typeface.regular) / natural_width(SAMPLE, bold=bold)


@lru_cache(maxsize=20_000)
def natural_width(text: str, *, bold: bool) -> float:
    """Give the width of a text in our letters at size 1."""
    return sum(signs.advance(character, bold=bold) for character in text)


@lru_cache(maxsize=10_000)
def lettered(word: str, size: float, stretch: float, *, bold: bool, italic: bool) -> Lettering | None:
    """Draw a word without spaces at a size in pixels, its letters so much further apart; None where nothing is seen."""
    from PIL import Image  # noqa: PLC0415

    fine = size * _FINE
    margin = -(-(signs.margin(fine) + round(fine * _SLANT)) // _FINE) * _FINE
    above = -(-signs.above(fine) // _FINE) * _FINE
    width = round(natural_width(word, bold=bold) * stretch * fine) + 2 * margin
    mask = Image.new("L", (-(-width // _FINE) * _FINE, above + -(-round(fine * 0.4) // _FINE) * _FINE))
    x = float(margin - signs.margin(fine))
    for character in word:
        drawn = signs.sign(character, fine, bold=bold)
        mask.paste(255, (round(x), above - signs.above(fine)), drawn)
        x += signs.advance(character, bold=bold) * stretch * fine
    if italic:
        mask = mask.transform(mask.size, Image.Transform.AFFINE, (1, _SLANT, -_SLANT * above, 0, 1, 0))
    small = mask.reduce(_FINE)
    seen = small.getbbox()
    if seen is None:
        return None
    return Lettering(Stencil.of(small.crop(seen)), above // _FINE - seen[1], margin // _FINE - seen[0])

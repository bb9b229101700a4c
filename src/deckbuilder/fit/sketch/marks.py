"""The marks before points, drawn as shapes: what their fonts show of them, without the fonts."""

from collections.abc import Callable

from deckbuilder.fit.sketch.geometry import circle
from deckbuilder.ir.drawing import Shape, Stroke, rectangle
from deckbuilder.ir.template import Bullet
from deckbuilder.units import Pt

_SYMBOLS = {
    "Wingdings": {"ü": "✓", "û": "✗", "§": "■", "n": "■", "q": "■", "l": "●", "v": "♦", "u": "♦", "Ø": "▶"},
    "Symbol": {"·": "•"},
}
"""What fonts of symbols show for a character."""


def shown(bullet: Bullet) -> str:
    """Give the character that is seen."""
    return _SYMBOLS.get(bullet.font, {}).get(bullet.character, bullet.character)


def mark(character: str, x: float, baseline: float, size: Pt, colour: str) -> Shape | Stroke | None:
    """Draw a mark with its left edge at x; None for a character that is a letter like any other.

    `size` is that of the mark, not of the text it stands before.
    """
    make = _MARKS.get(character)
    return make(x, baseline, size, colour) if make else None


def _disc(x: float, baseline: float, size: Pt, colour: str, radius: float, middle: float) -> Shape:
    return Shape(circle(x + (middle + radius) * size, baseline - 0.36 * size, radius * size), colour)


def _dot(x: float, baseline: float, size: Pt, colour: str) -> Shape:
    return _disc(x, baseline, size, colour, 0.13, 0.05)


def _full(x: float, baseline: float, size: Pt, colour: str) -> Shape:
    return _disc(x, baseline, size, colour, 0.23, 0.07)


def _square(x: float, baseline: float, size: Pt, colour: str) -> Shape:
    return Shape(rectangle(x + 0.07 * size, baseline - 0.52 * size, 0.42 * size, 0.42 * size), colour)


def _dash(x: float, baseline: float, size: Pt, colour: str) -> Shape:
    return Shape(rectangle(x, baseline - 0.32 * size, 0.52 * size, 0.07 * size), colour)


def _polygon(*corners: tuple[float, float]) -> Callable[[float, float, Pt, str], Shape]:
    def make(x: float, baseline: float, size: Pt, colour: str) -> Shape:
        return Shape(tuple((x + across * size, baseline - up * size) for across, up in corners), colour)

    return make


def _lines(*points: tuple[float, float]) -> Callable[[float, float, Pt, str], Stroke]:
    def make(x: float, baseline: float, size: Pt, colour: str) -> Stroke:
        places = tuple((x + across * size, baseline - up * size) for across, up in points)
        return Stroke(places, Pt(0.09 * size), colour)

    return make


_MARKS: dict[str, Callable[[float, float, Pt, str], Shape | Stroke]] = {
    "•": _dot,
    "●": _full,
    "■": _square,
    "▪": _square,
    "–": _dash,
    "-": _dash,
    "♦": _polygon((0.03, 0.33), (0.25, 0.62), (0.47, 0.33), (0.25, 0.04)),
    "▲": _polygon((0.03, 0.08), (0.53, 0.08), (0.28, 0.58)),
    "▶": _polygon((0.07, 0.08), (0.07, 0.6), (0.5, 0.34)),
    "✓": _lines((0.1, 0.36), (0.28, 0.1), (0.66, 0.68)),
    "✗": _lines((0.12, 0.1), (0.62, 0.62), (0.37, 0.36), (0.12, 0.62), (0.62, 0.1)),
}

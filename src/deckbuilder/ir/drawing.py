"""A slide drawn: shapes, pictures and lines of text in their places, for programs that show no PowerPoint file.

Lengths are in points from the slide's top left corner; colours are six hexadecimal digits.
"""

from collections.abc import Iterator

from msgspec import Struct

from deckbuilder.units import Pt

Outline = tuple[tuple[float, ...], ...]
"""A closed line: its first point, then for each piece the point that a straight one leads to, or the two control points
and the end of a cubic Bézier curve."""

SAMPLE = "of the children and young people we work with, what was it that they said about us and to whom"
"""A text with letters as frequent as in English, by which the widths of fonts are compared."""


class Typeface(Struct, frozen=True):
    """A font by its name, and how wide it runs."""

    name: str
    regular: float
    """The width of `SAMPLE` at size 1."""
    bold: float
    """The same in bold."""


class Shape(Struct, frozen=True):
    """A filled shape."""

    outline: Outline
    fill: str


class Stroke(Struct, frozen=True):
    """A line from point to point, with round ends."""

    points: tuple[tuple[float, float], ...]
    width: Pt
    colour: str


class DrawnPicture(Struct, frozen=True):
    """A picture stretched over its box."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt
    data: bytes
    format: str
    """`png` or `jpeg`."""


class Span(Struct, frozen=True):
    """Characters of a line that look the same."""

    text: str
    width: Pt
    """As measured in the fonts of the template."""
    colour: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


class Line(Struct, frozen=True):
    """A line of text; its spans follow one another."""

    x: Pt
    """Where the first span begins."""
    baseline: Pt
    size: Pt
    typeface: Typeface
    spans: tuple[Span, ...]
    align: str = "l"
    """Which point stays where it is when another font is wider: `l`, `ctr` or `r`."""
    leftwards: bool = False
    """Whether it is read from right to left; its spans are in the order of reading."""

    @property
    def width(self) -> Pt:
        """The measured width of all spans."""
        return Pt(sum(span.width for span in self.spans))

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(span.text for span in self.spans)


class SlideDrawing(Struct, frozen=True):
    """A slide drawn."""

    width: Pt
    height: Pt
    title: str
    """What the slide is called, for those who do not see it."""
    background: str
    ground: tuple[Shape | DrawnPicture, ...]
    """What stands behind, in the order of painting; slides of a layout mostly have the same."""
    front: tuple[Shape | Stroke | Line, ...]
    """What stands before it, in the order of painting."""

    @property
    def lines(self) -> Iterator[Line]:
        """The lines of text."""
        return (mark for mark in self.front if isinstance(mark, Line))


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """Give the outline of a rectangle."""
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))

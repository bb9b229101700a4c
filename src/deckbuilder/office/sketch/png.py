"""A drawing as PNG, for programs that show no SVG."""

import re

from deckbuilder.ir.drawing import Line, Shape, SlideDrawing, Span
from deckbuilder.office.sketch.canvas import Canvas, Stencil
from deckbuilder.office.sketch.ground import Ground
from deckbuilder.office.sketch.lettering import breadth, lettered, natural_width
from deckbuilder.office.sketch.shapes import Soft, soft_shape, soft_stroke, whole_pixels

_WORDS = re.compile(r"\S+")
_SIZES = 4
"""Letters are drawn at sizes of a quarter of a pixel's steps, and"""
_STRETCHES = 25
"""apart in steps of a twenty-fifth, so that a word that was drawn once is used again."""

_LOOSE = 0.08
"""The most that letters are moved apart or together, as a share of their widths; spaces take up the rest."""


def to_png(drawing: SlideDrawing, width: int) -> bytes:
    """Draw in pixels, so many in width; the letters are those that Pillow brings, as wide as the template's were measured."""
    scale = width / drawing.width
    canvas = Ground(drawing.background, drawing.ground, drawing.width, drawing.height, scale).canvas()
    for mark in drawing.front:
        if isinstance(mark, Line):
            _line(canvas, mark, scale)
        elif isinstance(mark, Shape):
            edges = whole_pixels(mark.outline, scale)
            if edges:
                canvas.fill(edges, mark.fill)
            else:
                _ink(canvas, soft_shape(mark.outline, scale), mark.fill)
        else:
            _ink(canvas, soft_stroke(mark, scale), mark.colour)
    return canvas.png()


def _ink(canvas: Canvas, soft: Soft, colour: str) -> None:
    canvas.ink(Stencil.of(soft.mask), soft.left, soft.top, colour)


def _line(canvas: Canvas, line: Line, scale: float) -> None:
    x = line.x * scale
    for span in reversed(line.spans) if line.leftwards else line.spans:
        _span(canvas, span, (x, line.baseline * scale), line, scale)
        x += span.width * scale
        if span.underline:
            low = round(line.baseline * scale + line.size * scale * 0.1)
            canvas.fill((round(x - span.width * scale), low, round(x), low + 1), span.colour)


def _span(canvas: Canvas, span: Span, at: tuple[float, float], line: Line, scale: float) -> None:
    """Draw a span word by word, its letters so far apart that the whole is as wide as it was measured."""
    x, baseline = at
    bold = span.bold
    size = round(line.size * scale * breadth(line.typeface, bold=bold) * _SIZES) / _SIZES
    stretch = span.width * scale / (natural_width(span.text, bold=bold) * size or 1)
    apart = round(min(max(stretch, 1 - _LOOSE), 1 + _LOOSE) * _STRETCHES) / _STRETCHES
    for word in _WORDS.finditer(span.text):
        drawn = lettered(word[0], size, apart, bold=bold, italic=span.italic)
        if drawn:
            before = span.text[word.end() :] if line.leftwards else span.text[: word.start()]
            start = natural_width(before, bold=bold) * size * stretch
            canvas.ink(drawn.stencil, round(x + start) - drawn.before, round(baseline) - drawn.above, span.colour)

"""A drawing as SVG 1.1: one file with everything in it, which Word from 2016 on and browsers show.

How things look stands in presentation attributes only: Word knows little of style sheets.
"""

import re
from base64 import b64encode
from functools import lru_cache
from io import BytesIO

from deckbuilder.ir.drawing import DrawnPicture, Line, Outline, Shape, SlideDrawing, Span, Stroke
from deckbuilder.office import xml

_ANCHORS = {"l": ("start", 0.0), "ctr": ("middle", 0.5), "r": ("end", 1.0)}
_RELATIVES = {
    "calibri": "Carlito, sans-serif",
    "cambria": "Caladea, serif",
    "arial": "Liberation Sans, Helvetica, sans-serif",
    "times new roman": "Liberation Serif, Times, serif",
    "georgia": "serif",
    "garamond": "serif",
    "book antiqua": "serif",
    "palatino linotype": "serif",
    "verdana": "DejaVu Sans, sans-serif",
}
"""What is shown where a font is not installed: the ones of the same widths, then any of its kind."""
_PIXELS = 2
"""The most pixels of a picture to a point; a drawing is not looked at closer."""
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_svg(drawing: SlideDrawing) -> bytes:
    """Write a drawing as SVG; its measures are in points."""
    width, height = _number(drawing.width), _number(drawing.height)
    marks = "".join(_mark(mark) for mark in (*drawing.ground, *drawing.front))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}"><title>{_text(drawing.title)}</title>'
        f'<rect width="{width}" height="{height}" fill="#{drawing.background}"/>{marks}</svg>'
    ).encode()


def _mark(mark: Shape | DrawnPicture | Stroke | Line) -> str:
    if isinstance(mark, Line):
        return _line(mark)
    if isinstance(mark, Shape):
        return f'<path d="{_path(mark.outline)}" fill="#{mark.fill}"/>'
    if isinstance(mark, Stroke):
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in mark.points)
        return (
            f'<polyline points="{points}" fill="none" stroke="#{mark.colour}" stroke-width="{_number(mark.width)}" '
            'stroke-linecap="round" stroke-linejoin="round"/>'
        )
    kind, data = _kept(mark.data, mark.format, round(mark.width * _PIXELS), round(mark.height * _PIXELS))
    return (
        f'<image x="{_number(mark.x)}" y="{_number(mark.y)}" width="{_number(mark.width)}" '
        f'height="{_number(mark.height)}" preserveAspectRatio="none" xlink:href="data:image/{kind};base64,{data}"/>'
    )


def _path(outline: Outline) -> str:
    pieces = []
    for index, piece in enumerate(outline):
        letter = "M" if not index else "L" if len(piece) == 2 else "C"
        pieces.append(letter + " ".join(_number(value) for value in piece))
    return "".join(pieces) + "Z"


def _line(line: Line) -> str:
    """Write a line as one text, whose spans follow one another in whatever font the reader has."""
    anchor, share = _ANCHORS.get(line.align, _ANCHORS["l"])
    if line.leftwards:  # a text begins at its right then (SVG 2, 11.9.1)
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor) + '" direction="rtl'
    name = line.typeface.name
    families = f"{name}, {_RELATIVES.get(name.casefold(), 'sans-serif')}"
    where = f'x="{_number(line.x + line.width * share)}" y="{_number(line.baseline)}" text-anchor="{anchor}"'
    font = f'font-family="{xml.attribute(families)}" font-size="{_number(line.size)}"'
    if len(line.spans) == 1:
        return f'<text {where} {font} {_look(line.spans[0])} xml:space="preserve">{_text(line.spans[0].text)}</text>'
    spans = "".join(f"<tspan {_look(span)}>{_text(span.text)}</tspan>" for span in line.spans)
    return f'<text {where} {font} xml:space="preserve">{spans}</text>'


def _look(span: Span) -> str:
    look = f'fill="#{span.colour}"'
    if span.bold:
        look += ' font-weight="bold"'
    if span.italic:
        look += ' font-style="italic"'
    if span.underline:
        look += ' text-decoration="underline"'
    return look


@lru_cache(maxsize=64)
def _kept(data: bytes, kind: str, width: int, height: int) -> tuple[str, str]:
    """Give a picture's format and its bytes in base 64, made smaller where it has many more pixels than are seen."""
    from PIL import Image  # noqa: PLC0415

    with Image.open(BytesIO(data)) as picture:
        if picture.width > 1.5 * width > 0 and picture.height > 1.5 * height > 0:
            smaller = picture.convert("RGBA" if kind == "png" else "RGB").resize((width, height))
            buffer = BytesIO()
            smaller.save(buffer, kind.upper(), optimize=True)
            data = min(data, buffer.getvalue(), key=len)
    return kind, b64encode(data).decode()


def _text(value: str) -> str:
    return xml.text(_NOT_XML.sub("", value))


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")

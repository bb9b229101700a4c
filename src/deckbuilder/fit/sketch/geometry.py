"""The outlines of preset shapes (ECMA-376 Part 1, 20.1.10.56, and its presetShapeDefinitions.xml).

Each is made in its box from 0, in points; a shape that no design of ours uses is drawn as a rectangle.
"""

from collections.abc import Callable, Iterable

from deckbuilder.ir.drawing import Outline, rectangle
from deckbuilder.ir.template import Box, Decoration
from deckbuilder.units import points

_ARC = 0.5522847498
"""How far the control points of a quarter circle are from its ends, as a share of its radius."""


def of_decoration(shape: Decoration) -> Outline:
    """Give the outline of a decoration."""
    flips = shape.flip_horizontal, shape.flip_vertical
    if shape.corners:
        return _placed(tuple((points(x), points(y)) for x, y in shape.corners), shape.box, flips)
    return preset(shape.geometry, shape.adjust, shape.box, flips)


def preset(name: str, adjust: int | None, box: Box, flips: tuple[bool, bool] = (False, False)) -> Outline:
    """Give the outline of a preset shape in a box, mirrored left to right, or upside down, where flips say so."""
    width, height = points(box.cx), points(box.cy)
    make = _PRESETS.get(name, _rect)
    return _placed(make(width, height, adjust), box, flips)


def circle(x: float, y: float, radius: float) -> Outline:
    """Give the outline of a circle around a point."""
    return _moved(_ellipse(2 * radius, 2 * radius), x - radius, y - radius)


def _placed(outline: Outline, box: Box, flips: tuple[bool, bool]) -> Outline:
    width, height = points(box.cx), points(box.cy)
    across, down = flips
    if across or down:
        outline = tuple(
            tuple(
                (height - value if down else value) if index % 2 else (width - value if across else value)
                for index, value in enumerate(piece)
            )
            for piece in outline
        )
    return _moved(outline, points(box.x), points(box.y))


def _moved(outline: Outline, x: float, y: float) -> Outline:
    return tuple(tuple(value + (y if index % 2 else x) for index, value in enumerate(piece)) for piece in outline)


def _rect(width: float, height: float, _adjust: int | None) -> Outline:
    return rectangle(0, 0, width, height)


def _radius(width: float, height: float, adjust: int | None) -> float:
    return min(width, height) * min(16_667 if adjust is None else adjust, 50_000) / 100_000


def _rounded(width: float, height: float, radii: Iterable[float]) -> Outline:
    """Make a rectangle with a radius at each corner, from the left upper one clockwise."""
    left, right, low_right, low_left = radii
    made: list[tuple[float, ...]] = [(left, 0), (width - right, 0)]
    made += _corner((width - right, 0), (width, 0), (width, right))
    made.append((width, height - low_right))
    made += _corner((width, height - low_right), (width, height), (width - low_right, height))
    made.append((low_left, height))
    made += _corner((low_left, height), (0, height), (0, height - low_left))
    made.append((0, left))
    made += _corner((0, left), (0, 0), (left, 0))
    return tuple(made)


def _corner(start: tuple[float, float], tip: tuple[float, float], end: tuple[float, float]) -> list[tuple[float, ...]]:
    """Make a quarter of an ellipse that touches the two edges of a corner; nothing where the corner is sharp."""
    if start == end:
        return []
    (x0, y0), (x1, y1), (x2, y2) = start, tip, end
    first = x0 + (x1 - x0) * _ARC, y0 + (y1 - y0) * _ARC
    second = x2 + (x1 - x2) * _ARC, y2 + (y1 - y2) * _ARC
    return [(*first, *second, x2, y2)]


def _round_rect(width: float, height: float, adjust: int | None) -> Outline:
    return _rounded(width, height, [_radius(width, height, adjust)] * 4)


def _round_two_same(width: float, height: float, adjust: int | None) -> Outline:
    radius = _radius(width, height, adjust)
    return _rounded(width, height, (radius, radius, 0, 0))


def _round_two_diagonal(width: float, height: float, adjust: int | None) -> Outline:
    radius = _radius(width, height, adjust)
    return _rounded(width, height, (radius, 0, radius, 0))


def _snip_one(width: float, height: float, adjust: int | None) -> Outline:
    cut = _radius(width, height, adjust)
    return ((0, 0), (width - cut, 0), (width, cut), (width, height), (0, height))


def _ellipse(width: float, height: float, _adjust: int | None = None) -> Outline:
    middle, centre = width / 2, height / 2
    return (
        (middle, 0),
        *_corner((middle, 0), (width, 0), (width, centre)),
        *_corner((width, centre), (width, height), (middle, height)),
        *_corner((middle, height), (0, height), (0, centre)),
        *_corner((0, centre), (0, 0), (middle, 0)),
    )


def _triangle(width: float, height: float, adjust: int | None) -> Outline:
    tip = width * (50_000 if adjust is None else adjust) / 100_000
    return ((tip, 0), (width, height), (0, height))


def _wedge(width: float, height: float, _adjust: int | None) -> Outline:
    """Make a quarter of an ellipse whose centre is the right lower corner."""
    return ((0, height), *_corner((0, height), (0, 0), (width, 0)), (width, height))


def _delay(width: float, height: float, _adjust: int | None) -> Outline:
    """Make a rectangle whose right half is half an ellipse."""
    middle, centre = width / 2, height / 2
    return (
        (0, 0),
        (middle, 0),
        *_corner((middle, 0), (width, 0), (width, centre)),
        *_corner((width, centre), (width, height), (middle, height)),
        (0, height),
    )


_PRESETS: dict[str, Callable[[float, float, int | None], Outline]] = {
    "rect": _rect,
    "roundRect": _round_rect,
    "round2SameRect": _round_two_same,
    "round2DiagRect": _round_two_diagonal,
    "snip1Rect": _snip_one,
    "ellipse": _ellipse,
    "triangle": _triangle,
    "pieWedge": _wedge,
    "flowChartDelay": _delay,
}

"""What is behind a place of a slide, as far as the template knows: fills, shapes, the slide's ground."""

from collections.abc import Iterator
from functools import lru_cache

from deckbuilder.ir.template import Box, Decoration, Layout, Placeholder, Template
from deckbuilder.theme.colour import named

_STEPS = 8
"""A place is looked at in so many rows and columns of points."""


def grounds_behind(place: Placeholder, layout: Layout, template: Template) -> frozenset[str]:
    """Give every colour behind a placeholder's text, as six hexadecimal digits; none where it is not known."""
    if place.fill is not None:
        return frozenset({named(place.fill, template.colours)})
    shapes = (*(template.decorations if layout.master_shapes else ()), *layout.decorations)
    return frozenset(named(name, template.colours) for name in _names_behind(place, layout.background, shapes))


@lru_cache(maxsize=1_000)
def _names_behind(place: Placeholder, ground: str | None, shapes: tuple[Decoration, ...]) -> frozenset[str]:
    """Give the names of the colours, which are the same in every brand of a design."""
    tops = (
        next((shape.fill for shape in reversed(shapes) if _covers(shape, x, y)), ground)
        for x, y in _points(_text_box(place))
    )
    # An agency's own master may hold a picture or a gradient, of which the template knows no colours.
    return frozenset(name for name in tops if name is not None)


def _text_box(place: Placeholder) -> Box:
    left, top, right, bottom = place.inset
    box = place.box
    return Box(
        type(box.x)(box.x + left),
        type(box.y)(box.y + top),
        type(box.cx)(box.cx - left - right),
        type(box.cy)(box.cy - top - bottom),
    )


def _points(box: Box) -> Iterator[tuple[float, float]]:
    for row in range(_STEPS):
        for column in range(_STEPS):
            yield box.x + box.cx * (column + 0.5) / _STEPS, box.y + box.cy * (row + 0.5) / _STEPS


def _covers(shape: Decoration, x: float, y: float) -> bool:
    box = shape.box
    right, down = x - box.x, y - box.y
    if not (0 <= right <= box.cx and 0 <= down <= box.cy):
        return False
    if shape.flip_horizontal:
        right = box.cx - right
    if shape.flip_vertical:
        down = box.cy - down
    if shape.corners:
        return _inside(shape.corners, right, down)
    if shape.geometry == "ellipse":
        return (2 * right / box.cx - 1) ** 2 + (2 * down / box.cy - 1) ** 2 <= 1
    if shape.geometry == "pieWedge":  # a quarter of an ellipse around the bottom right corner
        return (right / box.cx - 1) ** 2 + (down / box.cy - 1) ** 2 <= 1
    return True


def _inside(corners: tuple[tuple[int, int], ...], x: float, y: float) -> bool:
    """Say whether a point is in a polygon, by how often a ray from it crosses the outline."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, (*corners[1:], corners[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1

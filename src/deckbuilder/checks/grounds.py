"""What is behind a place of a slide, as far as the template knows: fills, shapes, the slide's ground."""

from collections.abc import Iterator

from deckbuilder.ir.template import Box, Decoration, Layout, Placeholder, Template
from deckbuilder.theme.colour import named

_STEPS = 8
"""A place is looked at in so many rows and columns of points."""


def grounds_behind(place: Placeholder, layout: Layout, template: Template) -> frozenset[str]:
    """Give every colour behind a placeholder's text, as six hexadecimal digits; none where it is not known."""
    if place.fill is not None:
        return frozenset({named(place.fill, template.colours)})
    # An agency's own master may hold a picture or a gradient, of which the template knows no colours.
    ground = named(layout.background, template.colours) if layout.background else None
    shapes = (*(template.decorations if layout.master_shapes else ()), *layout.decorations)
    found = set()
    for x, y in _points(_text_box(place)):
        over = [shape for shape in shapes if _covers(shape, x, y)]
        colour = named(over[-1].fill, template.colours) if over else ground
        if colour is not None:
            found.add(colour)
    return frozenset(found)


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

"""Shapes and lines in pixels, with soft edges."""

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from deckbuilder.ir.drawing import Outline, Stroke

if TYPE_CHECKING:
    from PIL import Image

_FINE = 4
"""How many times as large shapes are drawn as they are shown."""
_CURVE = 24
"""The straight pieces that a curve is drawn as."""

Point = tuple[float, float]


class Soft(Struct, frozen=True):
    """A shape in pixels."""

    mask: "Image.Image"
    """How much of each pixel it covers."""
    left: int
    top: int


def whole_pixels(outline: Outline, scale: float) -> tuple[int, int, int, int] | None:
    """Give the left, upper, right and lower edge of a rectangle, which are at least a pixel apart; None for any other."""
    if len(outline) != 4 or any(len(piece) != 2 for piece in outline):
        return None
    across, down = {piece[0] for piece in outline}, {piece[1] for piece in outline}
    if len(across) > 2 or len(down) > 2:
        return None
    left, top = round(min(across) * scale), round(min(down) * scale)
    return left, top, max(round(max(across) * scale), left + 1), max(round(max(down) * scale), top + 1)


@lru_cache(maxsize=1000)
def soft_shape(outline: Outline, scale: float) -> Soft:
    """Draw a shape; `scale` is pixels to a point."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    corners = [(x * scale, y * scale) for x, y in _corners(outline)]
    left, top, width, height = _around(corners, 0)
    mask = Image.new("L", (width * _FINE, height * _FINE))
    # Pillow counts the pixel at each corner as inside.
    fine = [((x - left) * _FINE - 0.5, (y - top) * _FINE - 0.5) for x, y in corners]
    ImageDraw.Draw(mask).polygon(fine, fill=255)
    return Soft(mask.reduce(_FINE), left, top)


def soft_stroke(stroke: Stroke, scale: float) -> Soft:
    """Draw a line; `scale` is pixels to a point."""
    from PIL import Image, ImageDraw  # noqa: PLC0415

    places = [(x * scale, y * scale) for x, y in stroke.points]
    left, top, width, height = _around(places, stroke.width * scale)
    mask = Image.new("L", (width * _FINE, height * _FINE))
    draw = ImageDraw.Draw(mask)
    fine = [((x - left) * _FINE, (y - top) * _FINE) for x, y in places]
    thick = max(stroke.width * scale * _FINE, 1.0)
    draw.line(fine, fill=255, width=round(thick))
    for x, y in fine:
        draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=255)
    return Soft(mask.reduce(_FINE), left, top)


def _around(points: list[Point], margin: float) -> tuple[int, int, int, int]:
    """Give the whole pixels around points: left, top, width and height."""
    left, top = (int(min(point[axis] for point in points) - margin) for axis in (0, 1))
    right, bottom = (int(max(point[axis] for point in points) + margin) + 1 for axis in (0, 1))
    return left, top, right - left, bottom - top


def _corners(outline: Outline) -> list[Point]:
    """Give the corners of a shape whose curves are cut into straight pieces."""
    corners: list[Point] = []
    for piece in outline:
        if len(piece) == 2:
            corners.append((piece[0], piece[1]))
            continue
        start, end = corners[-1], (piece[4], piece[5])
        for step in range(1, _CURVE + 1):
            t = step / _CURVE
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            knots = (start, (piece[0], piece[1]), (piece[2], piece[3]), end)
            corners.append(
                (
                    sum(share * knot[0] for share, knot in zip(shares, knots, strict=True)),
                    sum(share * knot[1] for share, knot in zip(shares, knots, strict=True)),
                )
            )
    return corners

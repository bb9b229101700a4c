"""What stands behind the text of a slide, in pixels; slides of a layout mostly share it, so it is kept."""

import sys
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from deckbuilder.ir.drawing import DrawnPicture, Shape
from deckbuilder.office.sketch.canvas import Canvas, Rgb, rgb
from deckbuilder.office.sketch.shapes import soft_shape, whole_pixels

if TYPE_CHECKING:
    from PIL import Image

_OF_SHAPES, _OF_PICTURES = 64, 192
"""How many colours a ground may have: shapes have few, pictures many; text needs some of the 256 there are."""
_FEW = 0.02
"""The most of the slide that pictures cover where they are taken to be logos."""


class Ground(Struct, frozen=True):
    """What is behind."""

    background: str
    marks: tuple[Shape | DrawnPicture, ...]
    width: float
    """In points."""
    height: float
    scale: float
    """Pixels to a point."""

    def canvas(self) -> Canvas:
        """Give a canvas to paint the rest on."""
        image, palette = _painted(self)
        return Canvas(image.copy(), list(palette))


@lru_cache(maxsize=32)
def _painted(ground: Ground) -> tuple["Image.Image", tuple[Rgb, ...]]:
    """Paint a ground; gives the number of the colour of each pixel, and the colours."""
    from PIL import Image  # noqa: PLC0415

    size = round(ground.width * ground.scale), round(ground.height * ground.scale)
    image = Image.new("RGB", size, rgb(ground.background))
    covered = 0.0
    for mark in ground.marks:
        if isinstance(mark, DrawnPicture):
            covered += mark.width * mark.height / (ground.width * ground.height)
            _paste(image, mark, ground.scale)
            continue
        edges = whole_pixels(mark.outline, ground.scale)
        if edges:
            image.paste(rgb(mark.fill), edges)
        else:
            soft = soft_shape(mark.outline, ground.scale)
            image.paste(rgb(mark.fill), (soft.left, soft.top), soft.mask)
    return _numbered(image, _OF_PICTURES if covered > _FEW else _OF_SHAPES)


def _paste(image: "Image.Image", picture: DrawnPicture, scale: float) -> None:
    from PIL import Image  # noqa: PLC0415

    left, top = round(picture.x * scale), round(picture.y * scale)
    right, bottom = round((picture.x + picture.width) * scale), round((picture.y + picture.height) * scale)
    size = max(right - left, 1), max(bottom - top, 1)
    with Image.open(BytesIO(picture.data)) as opened:
        opened.draft("RGB", size)
        shown = opened.convert("RGBA").resize(size, Image.Resampling.BOX, reducing_gap=3.0)
    image.paste(shown, (left, top), shown)


def _numbered(image: "Image.Image", most: int) -> tuple["Image.Image", tuple[Rgb, ...]]:
    """Reduce an image to so many colours: the most frequent as they are, each of the others to the nearest."""
    from PIL import Image  # noqa: PLC0415

    counted = image.getcolors(image.width * image.height) or []
    flat: list[Rgb] = [each for _, each in sorted(counted, reverse=True) if isinstance(each, tuple)]
    if len(flat) > most:
        # Of a picture's colours, which are many, those in between are what is wanted, after the shapes' own.
        own, rest = flat[:16], image.quantize(most - 16, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        between = rest.getpalette() or []
        flat = [*own, *((between[at], between[at + 1], between[at + 2]) for at in range(0, len(between) // 3 * 3, 3))]
    palette = tuple(dict.fromkeys(flat))[:most]
    table = Image.new("P", (1, 1))
    # The table is filled up with its first colour, so that no other is nearest.
    table.putpalette([value for colour in (*palette, *(palette[:1] * (256 - len(palette)))) for value in colour])
    near = image.quantize(palette=table, dither=Image.Dither.NONE).tobytes()
    return Image.frombytes("L", image.size, _exact(image, near, palette)), palette


def _exact(image: "Image.Image", near: bytes, palette: tuple[Rgb, ...]) -> bytes:
    """Give each pixel whose colour is in the palette the number of just that; Pillow's nearest is only near."""
    own = {int.from_bytes((*colour, 255), sys.byteorder): number for number, colour in enumerate(palette)}
    pixels = memoryview(image.convert("RGBA").tobytes()).cast("I")
    wide = image.width
    known: dict[tuple[bytes, bytes], bytes] = {}
    rows = []
    for start in range(0, len(pixels), wide):
        # Most rows of a slide are like the one above.
        row, guess = pixels[start : start + wide], near[start : start + wide]
        key = row.tobytes(), guess
        if key not in known:
            known[key] = bytes(map(own.get, row, guess))
        rows.append(known[key])
    return b"".join(rows)

"""The colours of a picture that text stands on."""

from io import BytesIO

from deckbuilder.ir.template import Box
from deckbuilder.office.reader.parts import Element, Parts, every, find, local, name, whole

_CELLS = (16, 9)
"""Into how many columns and rows the part behind a text is averaged: a cell is about as large as a letter's strokes."""
_MOST_PIXELS = 40_000_000
"""A larger picture is not opened."""
_WHOLE = 100_000
"""What `a:srcRect` calls the whole width or height (ECMA-376 Part 1, 20.1.8.55)."""


def picture_colours(parts: Parts, part: str, fill: Element | None, box: Box, over: Box) -> tuple[str, ...]:
    """Give the colours that the picture of a `blipFill`, shown in a box, has where another box lies over it.

    Empty where they cannot be known: the picture is a drawing, is recoloured, or is transparent.
    """
    blip = find(fill, "a:blip")
    target = parts.by_id(part, blip.get(name("r:embed"), "")) if blip is not None else None
    if blip is None or target is None or any(local(change) not in {"extLst", ""} for change in blip):
        return ()
    crop = find(fill, "a:srcRect")
    cut = [whole(crop.get(side), 0) / _WHOLE if crop is not None else 0.0 for side in ("l", "t", "r", "b")]
    across, down = 1 - cut[0] - cut[2], 1 - cut[1] - cut[3]
    if box.cx <= 0 or box.cy <= 0 or across <= 0 or down <= 0 or every(fill, "a:tile"):
        return ()
    left, right = ((edge - box.x) / box.cx for edge in (over.x, over.x + over.cx))
    top, bottom = ((edge - box.y) / box.cy for edge in (over.y, over.y + over.cy))
    shown = (
        cut[0] + min(max(left, 0.0), 1.0) * across,
        cut[1] + min(max(top, 0.0), 1.0) * down,
        cut[0] + min(max(right, 0.0), 1.0) * across,
        cut[1] + min(max(bottom, 0.0), 1.0) * down,
    )
    return _averaged(parts.package.parts.get(target, b""), shown)


def _averaged(data: bytes, shown: tuple[float, float, float, float]) -> tuple[str, ...]:
    # Pillow takes 30 ms to import, and few texts stand on pictures.
    from PIL import Image  # noqa: PLC0415

    try:
        # Other formats have decoders that run programs, or are little tried.
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return ()
            clear = "A" in picture.getbands() or "transparency" in picture.info
            if clear and picture.convert("RGBA").getchannel("A").getextrema() != (255, 255):
                return ()
            size = (picture.width, picture.height, picture.width, picture.height)
            left, top, right, bottom = (round(share * edge) for share, edge in zip(shown, size, strict=True))
            if right <= left or bottom <= top:
                return ()
            small = picture.convert("RGB").resize(_CELLS, Image.Resampling.BOX, (left, top, right, bottom))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return ()
    cells = small.tobytes().hex().upper()
    return tuple(dict.fromkeys(cells[start : start + 6] for start in range(0, len(cells), 6)))

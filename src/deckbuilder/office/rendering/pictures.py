"""Pages of a PDF as pictures that are small and sharp."""

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Any

from deckbuilder.ir.template import Image

if TYPE_CHECKING:
    from PIL import Image as Pillow

_BLOCK = 4
"""The side, in pixels, of the squares that colours are compared in: as the eye does, it evens out single pixels at the
edges of letters, where a change of colour does not show, and leaves flat grounds, shades and photographs."""
_SEEN = 3
"""How far a square's colour may be off, of 255, before a reader sees a band or another shade."""
_SHARE = 0.0035
"""The share of squares that may be further off. Pages of text stay below 0.003; a photograph of a centimetre comes to
0.007, on a page of 11."""
_QUALITY = 90
"""Of JPEG. With colour at full resolution, so that letters beside a photograph stay sharp."""


def page_pictures(pdf: bytes, width: int) -> list[Image]:
    """Draw the pages of a PDF, so many pixels wide, in order; none for what is no PDF.

    A page becomes a PNG of 256 colours where nobody sees the difference, and otherwise, as with a photograph on it, a
    JPEG. The same PDF gives the same bytes. The pictures come without a description, which only the caller knows.
    """
    # The library takes 50 ms to import, and most commands make no pictures.
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415

    try:
        opened = PdfDocument(pdf)
    except PdfiumError:
        return []
    with closing(opened) as document:
        return [_picture(document[number], width) for number in range(len(document))]


def _picture(page: Any, width: int) -> Image:
    """Draw a page of pypdfium2, which has no types, and close it."""
    # The renderer rounds up; half a pixel less gives the very width, whatever floating point makes of it.
    with closing(page), closing(page.render(scale=(width - 0.5) / page.get_width())) as bitmap:
        return _packed(bitmap.to_pil().convert("RGB"))


def _packed(drawn: "Pillow.Image") -> Image:
    """Pack a drawn page into the format that suits it."""
    from PIL import Image as Pillow  # noqa: PLC0415

    buffer = BytesIO()
    # The first takes 5 ms, and is all that most pages need; the second, 40 ms, keeps a soft shade.
    for method in (Pillow.Quantize.FASTOCTREE, Pillow.Quantize.MEDIANCUT):
        reduced = drawn.quantize(256, method=method, dither=Pillow.Dither.NONE)
        if _looks_the_same(drawn, reduced.convert("RGB")):
            reduced.save(buffer, "PNG")
            return Image(buffer.getvalue(), "png", drawn.width, drawn.height, "")
    drawn.save(buffer, "JPEG", quality=_QUALITY, subsampling="4:4:4", optimize=True)
    return Image(buffer.getvalue(), "jpeg", drawn.width, drawn.height, "")


def _looks_the_same(drawn: "Pillow.Image", reduced: "Pillow.Image") -> bool:
    """Say whether a page with fewer colours looks to a reader as it did."""
    from PIL import ImageChops  # noqa: PLC0415

    red, green, blue = ImageChops.difference(drawn.reduce(_BLOCK), reduced.reduce(_BLOCK)).split()
    squares = ImageChops.lighter(ImageChops.lighter(red, green), blue).histogram()
    return sum(squares[_SEEN + 1 :]) <= _SHARE * sum(squares)

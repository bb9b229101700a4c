"""The page of a Word document: what `fit` needs to know of it to say what stays together."""

from collections.abc import Mapping

from msgspec import Struct

from deckbuilder.ir.template import Fonts
from deckbuilder.units import Pt


class StyleLook(Struct, frozen=True):
    """How much room a paragraph style takes. Lengths are in points."""

    size: Pt
    before: Pt
    after: Pt
    line: float
    """A multiple of the font's own line height."""
    left: Pt
    bold: bool = False
    heading_font: bool = False


class PageLook(Struct, frozen=True):
    """A page. Lengths are in points."""

    width: Pt
    """Between the margins."""
    height: Pt
    """Between the margins."""
    opening: Pt
    """The height of what stands above the text of the first page, such as a logo."""
    fonts: Fonts
    styles: Mapping[str, StyleLook]
    """By our names for them."""
    indent: Pt
    """Of a list's level."""
    answer_line: Pt
    """The height of a line for handwriting."""
    slide_width: Pt
    """The width of a slide's picture."""

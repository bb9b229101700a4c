"""Drawings of slides, written as SVG and as PNG."""

from deckbuilder.office.sketch.image import slide_image
from deckbuilder.office.sketch.png import to_png
from deckbuilder.office.sketch.svg import to_svg

__all__ = ["slide_image", "to_png", "to_svg"]

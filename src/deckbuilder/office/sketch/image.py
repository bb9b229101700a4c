"""A drawing as a picture for a document."""

from deckbuilder.ir.drawing import SlideDrawing
from deckbuilder.ir.template import Image
from deckbuilder.office.sketch.png import to_png
from deckbuilder.office.sketch.svg import to_svg

WIDTH = 800
"""How many pixels wide the PNG is: enough for half a page's width in print."""


def slide_image(drawing: SlideDrawing, description: str) -> Image:
    """Make a picture of a drawing: PNG for every program, SVG for those that show it."""
    height = round(drawing.height * WIDTH / drawing.width)
    return Image(to_png(drawing, WIDTH), "png", WIDTH, height, description, to_svg(drawing))

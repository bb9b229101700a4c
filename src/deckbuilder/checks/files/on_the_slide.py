"""What a slide shows is on the slide."""

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile
from deckbuilder.units import EMU_PER_POINT

_SLACK = 2 * EMU_PER_POINT
"""How far over the edge nobody sees."""


def on_the_slide(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of shapes with words that are partly off the slide; a title may be hidden by standing wholly off it."""
    for slide in file.slides:
        for shape in slide.shapes:
            box = shape.box
            if box is None or not any(paragraph.text.strip() for paragraph in shape.paragraphs):
                continue
            over = max(-box.x, -box.y, box.x + box.cx - file.width, box.y + box.cy - file.height)
            outside = box.x >= file.width or box.y >= file.height or box.x + box.cx <= 0 or box.y + box.cy <= 0
            if over > _SLACK and not (shape.title and outside):
                diagnostics.warn(
                    "off-the-slide",
                    f"{shape.place}: it is {'off' if outside else 'partly off'} the slide.",
                    origin,
                    "Move it, or make it smaller; delete it if it is not wanted.",
                )

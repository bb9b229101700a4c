"""Where the figures of slides stand inside their placeholders."""

from msgspec.structs import replace

from deckbuilder.ir.presentation import Picture, Table
from deckbuilder.ir.template import Box, Layout, Placeholder
from deckbuilder.units import Emu


def picture_box(picture: Picture, layout: Layout) -> Box:
    """Give the largest box of a picture's own shape inside its placeholder.

    It begins at the left edge, beside the caption; on a layout that has no caption it stands in the middle.
    """
    box = layout.slots("picture")[0].box
    scale = min(box.cx / picture.width, box.cy / picture.height)
    width, height = Emu(round(picture.width * scale)), Emu(round(picture.height * scale))
    left = box.x if layout.slots("caption") else Emu(box.x + (box.cx - width) // 2)
    return Box(left, box.y, width, height)


def table_box(table: Table, place: Placeholder) -> Box:
    """Give the box of a table at the upper edge of its placeholder, as high as its rows."""
    height = round(sum(table.row_heights) * 12_700)
    return replace(place.box, cy=Emu(min(height, place.box.cy)) if height else place.box.cy)

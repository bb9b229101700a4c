"""What stands on a slide, piece by piece: each shape with what it says, in coordinates of the slide."""

from msgspec import Struct

from deckbuilder.ir.outline import OutlineBlock
from deckbuilder.ir.template import Box
from deckbuilder.ir.text import Paragraph
from deckbuilder.units import Emu


class Piece(Struct, frozen=True, eq=False):
    """A shape with text, a table, a chart or a picture."""

    box: Box
    blocks: tuple[OutlineBlock, ...]
    holder: str | None = None
    """The type of the placeholder it fills, empty for one of any content; None where it fills none."""
    index: int = 0
    """The placeholder's index."""
    size: float = 0.0
    """The size of its text in points; 0 without text."""
    strong: bool = False
    """Whether the text is bold by its layout or throughout."""

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its text; none where it is no text alone."""
        found = tuple(block for block in self.blocks if isinstance(block, Paragraph))
        return found if len(found) == len(self.blocks) else ()

    @property
    def text(self) -> str:
        """Its words on one line."""
        return " ".join(" ".join(paragraph.text.split()) for paragraph in self.paragraphs)


NOWHERE = Box(Emu(0), Emu(0), Emu(0), Emu(0))
"""The box of a shape that neither slide nor layout gives one."""

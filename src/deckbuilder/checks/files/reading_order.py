"""Shapes are read in the order they stand in the file: the title first, then from top to bottom (WCAG 2.2, 1.3.2)."""

from itertools import pairwise

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile, OfficeShape, OfficeSlide


def reading_order(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn where something with words is read before the title; advise where a lower shape is read first."""
    for slide in file.slides:
        read = [shape for shape in slide.shapes if any(paragraph.text.strip() for paragraph in shape.paragraphs)]
        if any(shape.title for shape in read[1:]) and not read[0].title:
            diagnostics.warn(
                "reading-order",
                f"{read[0].place}: it is read before the title.",
                origin,
                "In PowerPoint: Review, Check Accessibility, Reading Order.",
            )
        _downwards(slide, origin, diagnostics)


def _downwards(slide: OfficeSlide, origin: Origin, diagnostics: Diagnostics) -> None:
    body = [shape for shape in slide.shapes if _in_body(shape)]
    for one, next_one in pairwise(body):
        # Beside each other is in order; wholly above, and over the same columns, is not.
        if (
            one.box
            and next_one.box
            and next_one.box.y + next_one.box.cy <= one.box.y
            and (next_one.box.x < one.box.x + one.box.cx and one.box.x < next_one.box.x + next_one.box.cx)
        ):
            diagnostics.advise(
                "reading-order",
                f"{next_one.place}: it stands above what is read before it.",
                origin,
                "In PowerPoint: Review, Check Accessibility, Reading Order.",
            )
            return


def _in_body(shape: OfficeShape) -> bool:
    words = [paragraph for paragraph in shape.paragraphs if paragraph.text.strip()]
    return not shape.title and bool(words) and all(paragraph.smallest for paragraph in words)

"""How much text an outline holds."""

from collections.abc import Iterable

from deckbuilder.ir.outline import (
    Outline,
    OutlineBlock,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineTable,
)
from deckbuilder.ir.text import Paragraph, Run

MAX_CHARACTERS = 5_000_000
"""The most characters that are read; a book of 500 pages has one million."""


def characters_of(outline: Outline) -> int:
    """Count the characters of all texts."""
    return sum(
        _runs((*slide.title, *slide.subtitle)) + sum(_block(block) for block in (*slide.body, *slide.notes))
        for slide in outline.slides
    )


def _block(block: OutlineBlock) -> int:
    match block:
        case OutlineTable():
            return sum(_runs(cell) for row in (block.header, *block.rows) for cell in row)
        case OutlineColumn():
            return _runs(block.heading) + sum(_runs(each.runs) for each in block.paragraphs)
        case OutlineChart():
            return sum(map(len, block.categories))
        case OutlinePicture():
            return len(block.description)
        case Paragraph() | OutlineQuote():
            return _runs(block.runs)


def _runs(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)

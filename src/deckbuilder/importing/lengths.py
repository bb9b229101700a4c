"""How long a document is: more than anybody shows in a day is refused before it takes the day."""

from collections.abc import Iterable

from deckbuilder.ir.outline import Outline, OutlineBlock, OutlineColumn, OutlineQuote, OutlineTable
from deckbuilder.ir.text import Paragraph, Run


def length_of(outline: Outline) -> int:
    """Count the characters of a document's slides and notes."""
    total = 0
    for slide in outline.slides:
        total += _characters((*slide.title, *slide.subtitle)) + sum(_characters(each.runs) for each in slide.notes)
        total += sum(_length(block) for block in slide.body)
    return total


def slides_in(outline: Outline) -> int:
    """Count the slides that will come of a document, those of its tables, pictures and charts with them."""
    return sum(1 + sum(not isinstance(block, Paragraph) for block in slide.body) for slide in outline.slides)


def _length(block: OutlineBlock) -> int:
    if isinstance(block, Paragraph):
        return _characters(block.runs)
    if isinstance(block, OutlineQuote):
        return _characters((*block.runs, *block.attribution))
    if isinstance(block, OutlineColumn):
        return _characters(block.heading) + sum(_characters(each.runs) for each in block.paragraphs)
    if isinstance(block, OutlineTable):
        return sum(_characters(cell) for row in (block.header, *block.rows) for cell in row)
    return len(block.description)


def _characters(runs: Iterable[Run]) -> int:
    return sum(len(run.text) for run in runs)

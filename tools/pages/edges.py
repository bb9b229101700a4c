"""Faults of clipped text: words that were not printed, or that stand outside the text area or their cell."""

from collections.abc import Iterator

from pages.fault import Fault, short
from pages.matching import Match

_TOLERANCE = 3.0
"""How far in points a letter may reach over the edge: an italic overhangs, and so does a mark in the margin."""
_CELL_TOLERANCE = 8.0
"""Likewise over its cell; Word and LibreOffice count a table's left edge with and without the cell's own margin."""


def faults(match: Match) -> Iterator[Fault]:
    """Look for each word, and at where it stands."""
    for index, block in enumerate(match.written.blocks):
        found = match.found[index]
        pages = match.pages(index)
        if found.missing:
            words = short(" ".join(found.missing))
            page = pages[0] + 1 if pages else _near(match, index)
            yield Fault(page, "text-missing", f"{words} of {short(block.text)} is not printed ({block.style})")
        for page in pages:
            yield from _place(match, index, page)
    for number, leaf in enumerate(match.printed.leaves):
        for left, bottom, right, top in leaf.pictures:
            if left < -1 or bottom < -1 or right > leaf.width + 1 or top > leaf.height + 1:
                size = f"from {left:.0f}, {bottom:.0f} to {right:.0f}, {top:.0f} points"
                yield Fault(number + 1, "picture-over-edge", f"a picture, {size}, reaches over the page")


def _place(match: Match, index: int, page: int) -> Iterator[Fault]:
    block, box = match.block(index), match.box(index, page)
    if box is None:
        return
    leaf, area = match.printed.leaves[page], match.written.area(block)
    left, bottom, right, top = (0.0, 0.0, leaf.width, leaf.height)
    if not block.floating:
        left, bottom, right, top = area.left, area.bottom, area.right, area.top
    over = max(left - box[0], bottom - box[1], box[2] - right, box[3] - top)
    if over > _TOLERANCE:
        detail = f"{short(block.text)} reaches {over:.0f} points over the text area ({block.style})"
        yield Fault(page + 1, "text-over-edge", detail)
        return
    cell = block.cell
    if cell is not None and not block.floating:
        if cell.left is not None and cell.right is not None:
            over = max(area.left + cell.left - box[0], box[2] - area.left - cell.right)
            if over > _CELL_TOLERANCE:
                yield Fault(page + 1, "text-over-edge", f"{short(block.text)} reaches {over:.0f} points over its cell")
        if cell.exact and box[3] - box[1] > cell.exact + 1:
            detail = f"{short(block.text)} is higher than its row, which is {cell.exact:.0f} points exactly"
            yield Fault(page + 1, "text-clipped", detail)
    if block.line:
        letters = [match.printed.boxes[at] for at in match.found[index].characters if match.printed.pages[at] == page]
        highest = max(letter[3] - letter[1] for letter in letters)
        if highest > block.line + 0.5:
            detail = f"{short(block.text)} has lines of {block.line:.0f} points exactly and letters of {highest:.0f}"
            yield Fault(page + 1, "text-clipped", detail)


def _near(match: Match, index: int) -> int | None:
    """Give the page of the last block before this one that was found."""
    return next((match.pages(i)[-1] + 1 for i in range(index - 1, -1, -1) if match.pages(i)), None)

"""Bullets and numbers that stand in the text of list items: a conversion wrote them there, or somebody typed them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.ir.outline import Loss, OutlineBlock, OutlineSlide
from deckbuilder.ir.text import ListKind, Paragraph, Run

_MARK = re.compile(r"[*•·◦‣▪●○][ \t]{1,20}")
_TYPED = re.compile(r"[•·◦‣▪●○][ \t]{1,20}")
"""A bullet at the beginning of a paragraph that is no item: somebody typed the list."""
_NUMBER = re.compile(r"(\d{1,2})[.)][ \t]{1,20}(?=\S)")


def without_marks(slides: Sequence[OutlineSlide]) -> tuple[list[OutlineSlide], list[Loss]]:
    """Take the bullets and numbers out of the texts of list items, on all slides; gives these, and says so."""
    found: list[OutlineSlide] = []
    total = 0
    for slide in slides:
        blocks, count = _without_marks(slide.body)
        total += count
        found.append(replace(slide, body=tuple(blocks)) if count else slide)
    marks = "1 bullet or number was" if total == 1 else f"{total} bullets and numbers were"
    said = f"{marks} written into the text of list items as well; the list shows its own, so they were taken out."
    return found, [Loss("lists", said)] if total else []


def _without_marks(blocks: Sequence[OutlineBlock]) -> tuple[list[OutlineBlock], int]:
    """Take the marks out of one slide's items; gives its blocks, and how many there were.

    Numbers become those of the list, where all items beside one another have them, from 1 upwards.
    """
    found, count = list(blocks), 0
    for index, block in enumerate(found):
        if isinstance(block, Paragraph) and block.runs:
            typed = block.list is ListKind.NONE
            mark = (_TYPED if typed else _MARK).match(block.runs[0].text)
            if mark and len(block.text) > mark.end():
                found[index] = replace(_cut(block, mark.end()), list=ListKind.BULLET if typed else block.list)
                count += 1
    for group in _beside_one_another(found):
        items = [found[index] for index in group]
        numbers = [_NUMBER.match(item.runs[0].text) for item in items if isinstance(item, Paragraph)]
        if len(numbers) > 1 and [int(each[1]) if each else 0 for each in numbers] == list(range(1, len(numbers) + 1)):
            for position, (index, item, number) in enumerate(zip(group, items, numbers, strict=True)):
                if isinstance(item, Paragraph) and number:
                    cut = _cut(item, number.end())
                    start = 1 if position == 0 else None
                    found[index] = Paragraph(cut.runs, cut.level, ListKind.NUMBER, start)
                    count += 1
    return found, count


def _cut(paragraph: Paragraph, length: int) -> Paragraph:
    first = paragraph.runs[0]
    runs = (Run(first.text[length:], first.strong, first.emphasis, first.link), *paragraph.runs[1:])
    return Paragraph(runs, paragraph.level, paragraph.list, paragraph.start)


def _beside_one_another(blocks: list[OutlineBlock]) -> list[list[int]]:
    """Group the places of items of a list with bullets that have the same item above them."""
    groups: dict[tuple[int, int], list[int]] = {}
    above: list[int] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.list is ListKind.NONE:
            above = [index]
            continue
        del above[block.level + 1 :]
        above += [index] * (block.level + 1 - len(above))
        if block.list is ListKind.BULLET and block.runs:
            groups.setdefault((block.level, above[block.level]), []).append(index)
        above += [index]
    return list(groups.values())

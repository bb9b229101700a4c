"""Choosing text sizes: the layout's own where they fit, else smaller ones in steps, never under the minimum."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckbuilder.fit.measure import Measure
from deckbuilder.ir.presentation import Fill, Item
from deckbuilder.ir.template import Placeholder
from deckbuilder.ir.text import Paragraph
from deckbuilder.units import Pt, points

STEP = 2
"""How much smaller each step is, in points."""


def size_steps(placeholder: Placeholder) -> Iterator[tuple[Pt, ...] | None]:
    """Give the sizes to try, level by level: first None for the layout's own, then smaller and smaller ones.

    A level that the layout itself sets below the minimum keeps its size.
    """
    yield None
    previous = tuple(level.size for level in placeholder.levels)
    while True:
        sizes = tuple(
            Pt(max(size - STEP, placeholder.minimum)) if size > placeholder.minimum else size for size in previous
        )
        if sizes == previous:
            return
        yield sizes
        previous = sizes


def fits(
    paragraphs: Sequence[Paragraph], placeholder: Placeholder, sizes: tuple[Pt, ...] | None, measure: Measure
) -> bool:
    """Say whether paragraphs stay inside a placeholder, and within its number of lines."""
    room = points(placeholder.box.cy) - points(placeholder.inset[1]) - points(placeholder.inset[3])
    if measure.height(paragraphs, placeholder, sizes) > room:
        return False
    if placeholder.max_lines is None:
        return True
    level = placeholder.levels[0]
    size = sizes[0] if sizes else level.size
    width = Pt(points(placeholder.box.cx) - points(placeholder.inset[0]) - points(placeholder.inset[2]))
    lines = sum(measure.lines(paragraph.runs, width, size, level) for paragraph in paragraphs)
    return lines <= placeholder.max_lines


def fill_slots(items: Sequence[Item], slots: Sequence[Placeholder], measure: Measure) -> tuple[list[Fill], Item | None]:
    """Put items into a role's slots, all at the same sizes.

    A role with one slot takes all items; one with several takes an item each. Gives the fills, and the first item
    that does not fit even at the smallest size, or None when all fit.
    """
    if len(slots) == 1:
        contents: list[Item] = [tuple(paragraph for item in items for paragraph in item)]
    else:
        contents = list(items)
    pairs = [(_within(item, slot), slot) for item, slot in zip(contents, slots, strict=False)]
    sizes: tuple[Pt, ...] | None = None
    failing: Item | None = None
    for sizes in size_steps(slots[0]):
        failing = next((item for item, slot in pairs if not fits(item, slot, sizes, measure)), None)
        if failing is None:
            break
    fills = [Fill(slot.role, slot.slot, item, sizes) for item, slot in pairs]
    return fills, failing


def _within(item: Item, slot: Placeholder) -> Item:
    """Give paragraphs the levels that a placeholder has: those below its last are shown as its last."""
    last = len(slot.levels) - 1
    return tuple(replace(each, level=last) if each.level > last else each for each in item)

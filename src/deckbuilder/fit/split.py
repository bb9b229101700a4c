"""Where a slide that is too full is cut: as evenly as can be, and not between a lead-in and what it leads in."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.ir.presentation import Item

NOWHERE: frozenset[int] = frozenset()


def balanced(weights: Sequence[float], count: int, joined: frozenset[int] = NOWHERE) -> list[tuple[int, int]]:
    """Cut a row of weights into `count` runs, in order, so that the heaviest run is as light as can be.

    No run but the first begins at an index of `joined`; empty where it cannot be cut so.
    """
    total = len(weights)
    sums = [0.0]
    for weight in weights:
        sums.append(sums[-1] + weight)
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for runs in range(1, count + 1):
        for stop in range(runs, total - (count - runs) + 1):
            options = [
                (max(best[runs - 1, start][0], sums[stop] - sums[start]), start)
                for start in range(runs - 1, stop)
                if (runs - 1, start) in best and start not in joined
            ]
            if options:
                best[runs, stop] = min(options)
    if (count, total) not in best:
        return []
    cuts: list[tuple[int, int]] = []
    stop = total
    for runs in range(count, 0, -1):
        start = best[runs, stop][1]
        cuts.append((start, stop))
        stop = start
    return cuts[::-1]


def led_in(items: Sequence[Item]) -> frozenset[int]:
    """Give the indices of items that the item before them leads in: it is one paragraph and ends with a colon."""
    return frozenset(
        index
        for index, before in enumerate(items[:-1], 1)
        if len(before) == 1 and before[0].text.rstrip().endswith((":", "\N{FULLWIDTH COLON}"))
    )


def first_level(paragraphs: Item) -> list[Item]:
    """Cut paragraphs into points of the first level, each with its own points."""
    points: list[Item] = []
    for paragraph in paragraphs:
        if points and paragraph.level > 0:
            points[-1] = (*points[-1], paragraph)
        else:
            points.append((paragraph,))
    return points


def weight(items: Sequence[Item]) -> float:
    """Guess how much room items take: their characters, and something for each paragraph."""
    return float(sum(len(paragraph.text) + 40 for item in items for paragraph in item))


def some_of(items: Sequence[Item], start: int, stop: int) -> tuple[Item, ...]:
    """Take some of the items; a numbered list goes on counting."""
    part = tuple(items[start:stop])
    first = items[0][0]
    if start and part and first.start is not None:
        number = first.start + start
        part = ((replace(part[0][0], start=number), *part[0][1:]), *part[1:])
    return part

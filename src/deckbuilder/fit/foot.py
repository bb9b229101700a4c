"""The footer: where a layout's box for it is small, it is shortened at a word, so that it stays in its place."""

from collections.abc import Iterable

from deckbuilder.fit.measure import Measure
from deckbuilder.ir.template import Layout, Placeholder
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt, points


def footers(text: str, layouts: Iterable[Layout], measure: Measure) -> dict[str, str]:
    """Give the footer of each layout that does not hold the whole of it, by the layout's name."""
    short: dict[str, str] = {}
    for layout in layouts:
        place = next(iter(layout.slots("foot-footer")), None)
        if place is not None and not _holds(text, place, measure):
            words = text.split(" ")
            kept = next(
                (count for count in range(len(words) - 1, 1, -1) if _holds(_cut(words, count), place, measure)), 1
            )
            short[layout.name] = _cut(words, kept)
    return short


def _cut(words: list[str], count: int) -> str:
    return " ".join(words[:count]).rstrip(",;:·–- ") + "…"


def _holds(text: str, place: Placeholder, measure: Measure) -> bool:
    """Say whether a footer stays on one line of its box."""
    level = place.levels[0]
    width = points(place.box.cx) - points(place.inset[0]) - points(place.inset[2])
    return measure.lines([Run(text)], Pt(width), level.size, level) == 1

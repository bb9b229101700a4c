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
            short[layout.name] = _shortened(text, place, measure)
    return short


def _shortened(text: str, place: Placeholder, measure: Measure) -> str:
    """Cut a footer at a word; one that begins with a word too long for the box is cut inside it."""
    words = text.split(" ")
    cuts = [_cut(" ".join(words[:count])) for count in range(len(words) - 1, 0, -1)]
    cuts += [_cut(words[0][:count]) for count in range(len(words[0]) - 1, 0, -1)]
    return next((cut for cut in cuts if _holds(cut, place, measure)), "…")


def _cut(text: str) -> str:
    return text.rstrip(",;:·–- ") + "…"


def _holds(text: str, place: Placeholder, measure: Measure) -> bool:
    """Say whether a footer stays on one line of its box."""
    level = place.levels[0]
    width = points(place.box.cx) - points(place.inset[0]) - points(place.inset[2])
    return measure.lines([Run(text)], Pt(width), level.size, level) == 1

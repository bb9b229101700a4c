"""A slide is not a page: with too much on it, an audience reads and does not listen."""

import re

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck, PlacedSlide, Table
from deckbuilder.ir.text import Paragraph

MOST_WORDS = 90
MOST_POINTS = 7

_POINTS = {"points", "columns"}
"""The roles that hold points."""

_LOOKED_UP = {"support"}
"""Families of layouts from which people take down what they need, and which nobody reads through."""


def dense_slides(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Warn of a slide, as shown, with over 90 words or over 7 points; a column's points are counted for themselves."""
    # What does not fit is placed whole, and reported already.
    if any(item.code == "does-not-fit" for item in diagnostics):
        return
    for placed in deck.slides:
        if placed.slide.layout in _LOOKED_UP:
            continue
        words = sum(len(re.findall(r"\w[\w’'-]*", text)) for text in _texts(placed))
        points = max((_points(fill.paragraphs) for fill in placed.fills if fill.role in _POINTS), default=0)
        if words > MOST_WORDS:
            fault = f"shows {words} words; over {MOST_WORDS}, people read instead of listening"
        elif points > MOST_POINTS:
            fault = f"shows {points} points; nobody keeps more than {MOST_POINTS} in mind"
        else:
            continue
        which = f"Part {placed.part} of this slide" if placed.parts > 1 else "This slide"
        diagnostics.warn(
            "dense-slide",
            f"{which} {fault}.",
            placed.slide.origin,
            "Make two slides of it, or move what is said anyway into the notes.",
        )


def _texts(placed: PlacedSlide) -> list[str]:
    texts = [paragraph.text for fill in (placed.title, *placed.fills) for paragraph in fill.paragraphs]
    if placed.figure and isinstance(placed.figure.content, Table):
        table = placed.figure.content
        texts += ["".join(run.text for run in cell) for row in (table.header, *table.rows) for cell in row]
    return texts


def _points(paragraphs: tuple[Paragraph, ...]) -> int:
    """Count points of the first level; those below one explain it."""
    least = min((paragraph.level for paragraph in paragraphs), default=0)
    return sum(paragraph.level == least for paragraph in paragraphs)

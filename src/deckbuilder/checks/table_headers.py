"""Every column of a table has words in its header: a screen reader says them before each cell (WCAG 2.2, 1.3.1)."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck, Table


def table_headers(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Warn of a column whose header holds neither letter nor digit."""
    for placed in deck.slides:
        if placed.figure is None or not isinstance(placed.figure.content, Table):
            continue
        for number, cell in enumerate(placed.figure.content.header, 1):
            if not any(character.isalnum() for run in cell for character in run.text):
                diagnostics.warn(
                    "header-without-words",
                    f"The header of column {number} has no words.",
                    placed.slide.origin,
                    "Say what the column holds, such as “Step” or “When”.",
                )

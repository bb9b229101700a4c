"""No two slides have the same title: screen readers and the outline tell slides apart by it (WCAG 2.2, 2.4.2)."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck, PlacedSlide


def unique_titles(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Report a title that an earlier slide has."""
    seen: dict[str, PlacedSlide] = {}
    for placed in deck.slides:
        first = seen.setdefault(placed.title_text.casefold(), placed)
        if first is not placed:
            diagnostics.error(
                "duplicate-title",
                f"Slide {first.number} has this title already.",
                placed.slide.origin,
                "Say what this slide adds, or number the two: “(1 of 2)” and “(2 of 2)”.",
            )

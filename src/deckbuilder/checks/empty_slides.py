"""A slide shows more than its title: an audience takes an empty one for a mistake."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck

_TITLE_IS_ENOUGH = {"title", "section"}


def empty_slides(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Warn of a slide with nothing under its title, such as a support slide for which nobody gives a contact."""
    for placed in deck.slides:
        if not placed.fills and not placed.figure and placed.slide.layout not in _TITLE_IS_ENOUGH:
            diagnostics.warn(
                "empty-slide",
                "This slide shows nothing but its title.",
                placed.slide.origin,
                "Give it contacts, here, under “support” in pack.yaml, or in the theme; or leave the slide out.",
            )

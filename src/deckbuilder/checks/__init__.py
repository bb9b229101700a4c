"""Rules over ir, template and written files; one rule a file."""

from deckbuilder.checks.empty_slides import empty_slides
from deckbuilder.checks.links_left_out import links_left_out
from deckbuilder.checks.release import check_release
from deckbuilder.checks.unique_titles import unique_titles
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck

__all__ = ["RULES", "check_deck", "check_release"]

RULES = (unique_titles, empty_slides, links_left_out)
"""Every rule over a placed deck."""


def check_deck(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Hold a placed deck against every rule."""
    for rule in RULES:
        rule(deck, diagnostics)

"""The template of a deck: generated from the theme's brand, or the agency's own."""

from dataclasses import dataclass

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Template
from deckbuilder.office.powerpoint.design import generate_template
from deckbuilder.theme import Theme


@dataclass(frozen=True, slots=True)
class DeckTemplate:
    """What decks of a theme are put into."""

    look: Template
    """What `fit` and the writers read."""


def deck_template(theme: Theme, diagnostics: Diagnostics) -> DeckTemplate | None:
    """Make the template of a theme; None when it cannot be made, with errors among the diagnostics."""
    mine = Diagnostics()
    made = DeckTemplate(generate_template(theme, mine))
    diagnostics.extend(mine)
    return None if mine.has_errors else made

"""The template of a deck: generated from the theme's brand, or the agency's own."""

from collections.abc import Callable

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Template
from deckbuilder.office.powerpoint.adopted import AdoptedPackage
from deckbuilder.office.powerpoint.design import generate_template
from deckbuilder.theme import Theme


class DeckTemplate(Struct, frozen=True):
    """What decks of a theme are put into."""

    look: Template
    """What `fit` and the writers read."""
    adopted: AdoptedPackage | None = None
    """The package of the agency's own template; None where the template is generated."""


def deck_template(
    theme: Theme, diagnostics: Diagnostics, is_known: Callable[[str], bool] | None = None
) -> DeckTemplate | None:
    """Make the template of a theme; None when it cannot be made, with errors among the diagnostics.

    `is_known` says whether a font's widths are known: of the agency's own template, those that are not are named.
    """
    mine = Diagnostics()
    if theme.deck_template is not None:
        # Only themes with a template of their own need lxml, which takes 20 ms to import.
        from deckbuilder.office.powerpoint.adopt import adopt  # noqa: PLC0415

        own = adopt(theme, mine, is_known)
        diagnostics.extend(mine)
        return None if own is None or mine.has_errors else DeckTemplate(*own)
    made = DeckTemplate(generate_template(theme, mine))
    diagnostics.extend(mine)
    return None if mine.has_errors else made

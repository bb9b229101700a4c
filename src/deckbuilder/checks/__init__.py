"""Rules over packs, ir and template; one rule a file."""

from deckbuilder.checks.capitals import capitals
from deckbuilder.checks.contacts_not_shown import contacts_not_shown
from deckbuilder.checks.dense_slides import dense_slides
from deckbuilder.checks.descriptions import descriptions
from deckbuilder.checks.emphasis import emphasis
from deckbuilder.checks.empty_slides import empty_slides
from deckbuilder.checks.link_words import link_words
from deckbuilder.checks.links_left_out import links_left_out
from deckbuilder.checks.missing_minutes import missing_minutes
from deckbuilder.checks.open_checks import open_checks
from deckbuilder.checks.picture_sizes import picture_sizes
from deckbuilder.checks.quotation_marks import quotation_marks
from deckbuilder.checks.reading_ease import reading_ease
from deckbuilder.checks.release import check_release
from deckbuilder.checks.table_headers import table_headers
from deckbuilder.checks.terms import terms
from deckbuilder.checks.text_contrast import text_contrast
from deckbuilder.checks.text_sizes import text_sizes
from deckbuilder.checks.unique_titles import unique_titles
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.theme import Theme

__all__ = [
    "PACK_RULES",
    "RULES",
    "TEMPLATE_RULES",
    "THEME_RULES",
    "check_deck",
    "check_issue",
    "check_pack",
    "check_release",
]

PACK_RULES = (
    quotation_marks,
    terms,
    descriptions,
    link_words,
    missing_minutes,
    reading_ease,
    capitals,
    emphasis,
    open_checks,
)
"""Every rule over the text of a pack, before an agency's words are put in."""

THEME_RULES = (contacts_not_shown,)
"""Every rule over a pack and the theme it is issued under."""

RULES = (unique_titles, empty_slides, links_left_out, dense_slides, table_headers)
"""Every rule over a placed deck alone."""

TEMPLATE_RULES = (text_contrast, text_sizes, picture_sizes)
"""Every rule over a placed deck and the template it was placed in."""


def check_pack(pack: Pack, diagnostics: Diagnostics) -> None:
    """Hold a pack's text against every rule."""
    for rule in PACK_RULES:
        rule(pack, diagnostics)


def check_issue(pack: Pack, theme: Theme, diagnostics: Diagnostics) -> None:
    """Hold a pack against every rule over it and the theme it is issued under."""
    for rule in THEME_RULES:
        rule(pack, theme, diagnostics)


def check_deck(deck: PlacedDeck, template: Template, diagnostics: Diagnostics) -> None:
    """Hold a placed deck against every rule."""
    for rule in RULES:
        rule(deck, diagnostics)
    for template_rule in TEMPLATE_RULES:
        template_rule(deck, template, diagnostics)

"""Whom an agency's people can turn to is seen in the room: a slide of the kind “support” shows it."""

from deckbuilder.content import Pack
from deckbuilder.content.slides import SupportSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.theme import Theme


def contacts_not_shown(pack: Pack, theme: Theme, diagnostics: Diagnostics) -> None:
    """Advise to add a support slide where the theme names contacts and the pack has no slide for them."""
    agency = theme.agency
    named = agency.contacts or (agency.referral and agency.referral.contacts)
    if named and not any(isinstance(slide, SupportSlide) for slide in pack.slides):
        diagnostics.advise(
            "contacts-not-shown",
            "No slide shows the agency’s contacts: this pack has no slide of the kind “support”.",
            pack.about.id.origin,
            "Add one; the theme’s contacts come onto it by themselves.",
        )

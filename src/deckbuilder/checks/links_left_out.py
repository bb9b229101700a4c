"""A link inside the deck leads to a slide of the deck.

A session of a series leaves slides out; a link to one of those has nowhere to go and is written as plain text.
"""

from collections.abc import Iterator

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck, PlacedSlide
from deckbuilder.ir.text import Paragraph


def links_left_out(deck: PlacedDeck, diagnostics: Diagnostics) -> None:
    """Warn of a link to a slide that this session does not show."""
    shown = {placed.slide.id for placed in deck.slides}
    for placed in deck.slides:
        for paragraph in _paragraphs(placed):
            for run in paragraph.runs:
                if run.link and run.link.startswith("#") and run.link[1:] not in shown:
                    diagnostics.warn(
                        "link-left-out",
                        f"This links to the slide “{run.link[1:]}”, which the session does not show; "
                        "the words are written without the link.",
                        paragraph.origin,
                        "Include that slide in the session, or take the link out.",
                    )


def _paragraphs(placed: PlacedSlide) -> Iterator[Paragraph]:
    for fill in (placed.title, *placed.fills):
        yield from fill.paragraphs
    yield from placed.notes

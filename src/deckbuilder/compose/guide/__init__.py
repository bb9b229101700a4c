"""The facilitator guide of one session, in the order in which the trade expects it."""

from deckbuilder.compose.deck import properties, spelled_out
from deckbuilder.compose.guide.activities import activities
from deckbuilder.compose.guide.agenda import agenda, schedule
from deckbuilder.compose.guide.back import back_matter
from deckbuilder.compose.guide.front import front_matter
from deckbuilder.compose.guide.parts import slide_parts
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery
from deckbuilder.content import Pack
from deckbuilder.ir.document import Block, Document
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.theme import Theme

__all__ = ["compose_guide"]


def compose_guide(
    pack: Pack, theme: Theme, delivery: Delivery, placed: PlacedDeck, start: int | None, markup: Markup
) -> Document:
    """Make the facilitator guide. The deck must be placed: the guide names its slides by their numbers there.

    `start` is when the session begins, in minutes from midnight; the clock runs from zero when it is None.
    """
    title = markup.plain(pack.about.title)
    times = schedule(delivery, start)
    blocks: list[Block] = [
        *front_matter(pack, theme, delivery, placed, times, markup),
        *agenda(pack, delivery, placed, times, markup),
        *slide_parts(pack, delivery, placed, times, markup),
        *activities(pack, delivery, placed, markup),
        *back_matter(pack, theme, markup),
    ]
    return Document(
        properties=properties(pack, theme, delivery, f"{title}: facilitator guide", "facilitator guide", markup),
        header=f"{title} · Facilitator guide",
        footer=footer(pack, theme),
        blocks=tuple(blocks),
    )


def footer(pack: Pack, theme: Theme) -> str:
    """Say what stands at the foot of each page before its number; the protective marking is the template's."""
    version = f"Version {pack.about.version}" if pack.about.version else ""
    review = f"Review by {spelled_out(theme.control.next_review)}" if theme.control.next_review else ""
    return " · ".join(str(part) for part in (theme.agency.name, version, review) if part)

"""Building again, in memory, the document that a file was before somebody changed it."""

from pathlib import Path

from msgspec import Struct

from deckbuilder.compose import Delivery, Markup, values_of
from deckbuilder.content import Pack, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import write_deck
from deckbuilder.pipeline.compiling import compile_pack
from deckbuilder.pipeline.fonts import templates_of
from deckbuilder.pipeline.ordering import Order
from deckbuilder.pipeline.pulling.opening import Came, issued_pack
from deckbuilder.pipeline.writing import Issue, Templates, written
from deckbuilder.source import Workspace


class Made(Struct, frozen=True):
    """A document as the pack gives it now."""

    pack: Pack
    """In the agency's words."""
    delivery: Delivery
    markup: Markup
    data: bytes


def made_again(came: Came, folder: Path, start: int | None, around: Workspace, diagnostics: Diagnostics) -> Made | None:
    """Build a document again of a pack's folder; None, with diagnostics, when the pack has errors.

    `start` is when the session begins, in minutes from midnight, where the document was built with that.
    """
    mine = Diagnostics()
    found = _made(came, folder, start, around, mine)
    # What the pack is warned of, `check` says.
    diagnostics.extend(Diagnostics([each for each in mine if each.severity == "error"]))
    return None if mine.has_errors else found


def _made(came: Came, folder: Path, start: int | None, around: Workspace, diagnostics: Diagnostics) -> Made | None:
    pack = load_pack(folder, around, diagnostics)
    issued = issued_pack(pack, came, around, diagnostics) if pack is not None else None
    deck, word = templates_of(came.theme, diagnostics)
    if issued is None or deck is None or word is None:
        return None
    order = Order(issued[1], only=(came.received.document,), start=start, pictures="none")
    compiled = compile_pack(issued[0], came.theme, order, deck.look, diagnostics)
    title = came.said.get("Session", "")
    session = next((each for each in compiled if each.delivery.title == title), None)
    if session is None:
        if not diagnostics.has_errors:
            diagnostics.error(
                "built-of-what-is-not-here",
                f"This file was built for the session “{title}”, which the plan does not have now.",
                came.received.origin,
                "Give the session its title and place back until the changes are pulled.",
            )
        return None
    if came.received.document == "deck":
        data = write_deck(session.deck, deck)
    else:
        files = written([Issue((session,), None)], Templates(deck, word), order, Path(), diagnostics)
        data = files[0].data
    markup = Markup(values_of(session.pack, came.theme), session.pack.ids, Diagnostics(), session.pack.omitted)
    return Made(session.pack, session.delivery, markup, data)

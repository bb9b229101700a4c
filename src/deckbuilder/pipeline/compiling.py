"""From a pack, a theme and an order to what is to be written: compose, fit, check."""

from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from deckbuilder.checks import check_deck, check_issue, check_pack
from deckbuilder.compose import (
    Delivery,
    Markup,
    compose_cover_note,
    compose_deck,
    compose_guide,
    compose_worksheet,
    deliveries,
    in_agencys_words,
    values_of,
)
from deckbuilder.content import Pack, check_silences, silenced, unused_silences
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.fit import place_deck
from deckbuilder.ir.document import Document
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.pipeline.ordering import Order
from deckbuilder.theme import Theme

_FILES = {"deck": "deck.pptx", "guide": "facilitator-guide.docx", "worksheet": "worksheet.docx"}


class Compiled(Struct, frozen=True):
    """A session, compiled and checked, not yet written."""

    pack: Pack
    delivery: Delivery
    deck: PlacedDeck
    guide: Document | None
    """None where neither it nor a page is wanted; likewise the worksheet."""
    worksheet: Document | None


def compile_pack(
    pack: Pack, theme: Theme, order: Order, template: Template, diagnostics: Diagnostics
) -> list[Compiled]:
    """Compile a pack's sessions; what is wrong stands among the diagnostics."""
    if order.plan is not None and order.plan not in pack.about.plans:
        known = [str(name) for name in pack.about.plans]
        diagnostics.error(
            "unknown-plan",
            f"The pack “{pack.about.id}” has no plan “{order.plan}”.",
            pack.about.id.origin,
            did_you_mean(order.plan, known),
        )
        return []
    mine = Diagnostics()
    if pack.edition:
        check_silences(pack, mine)  # those of the pack itself were looked at when it was read
    mine.extend(_said_of(pack))
    check_issue(pack, theme, mine)
    compiled = _sessions(in_agencys_words(pack, theme, mine), theme, order, template, mine)
    shown = frozenset(placed.slide.id for each in compiled for placed in each.deck.slides)
    mine, answered = silenced(pack, mine)
    if not mine.has_errors:
        unused_silences(pack, answered | pack.answered, shown, mine)
    diagnostics.extend(mine)
    return compiled


@lru_cache(maxsize=64)
def _said_of(pack: Pack) -> Diagnostics:
    """Give what the rules say of a pack, which most agencies take as it is."""
    said = Diagnostics()
    check_pack(pack, said)
    return said


def _sessions(pack: Pack, theme: Theme, order: Order, template: Template, diagnostics: Diagnostics) -> list[Compiled]:
    markup = Markup(values_of(pack, theme), pack.ids, diagnostics, pack.omitted)
    compiled = []
    for delivery in deliveries(pack, order.plan):
        deck = place_deck(compose_deck(pack, theme, delivery, markup), template, diagnostics)
        check_deck(deck, template, diagnostics)
        with_guide, with_worksheet = order.pages or order.wants("guide"), order.pages or order.wants("worksheet")
        guide = compose_guide(pack, theme, delivery, deck, order.start, markup) if with_guide else None
        worksheet = compose_worksheet(pack, theme, delivery, markup) if with_worksheet else None
        compiled.append(Compiled(pack, delivery, deck, guide, worksheet))
    return compiled


def cover_note(compiled: Sequence[Compiled], theme: Theme, order: Order, diagnostics: Diagnostics) -> Document | None:
    """Make the cover note of a plan's sessions, all compiled of one pack; None where there is only one."""
    if len(compiled) < 2:
        return None
    pack = compiled[0].pack
    markup = Markup(values_of(pack, theme), pack.ids, diagnostics, pack.omitted)
    wanted = [name for name in _FILES if order.wants(name)]
    files = [[file_name(each, name) for name in wanted] for each in compiled]
    sessions = [(each.delivery, each.deck) for each in compiled]
    return compose_cover_note(pack, theme, sessions, files, order.start, markup)


def file_name(compiled: Compiled, document: str) -> str:
    """Name the file of a session's document, one of `DOCUMENTS`."""
    if document == "cover-note":
        return f"{compiled.pack.about.id}-cover-note.docx"
    return f"{file_stem(compiled)}-{_FILES[document]}"


def file_stem(compiled: Compiled) -> str:
    """Give what the names of a session's files begin with: the pack's id, and the session's in a series."""
    return "-".join(str(part) for part in (compiled.pack.about.id, compiled.delivery.name) if part)

"""The participant worksheet of one session."""

from deckbuilder.compose.blocks import (
    body,
    compare_grid,
    contacts_grid,
    heading,
    leading,
    privacy,
    referral_blocks,
)
from deckbuilder.compose.deck import properties
from deckbuilder.compose.guide import footer
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery
from deckbuilder.compose.worksheet.activities import activity
from deckbuilder.compose.worksheet.personal import about_you, action_plan, confidence, reflection
from deckbuilder.content import Pack
from deckbuilder.content.pack import PackFile
from deckbuilder.content.slides import CompareSlide, WorkshopSlide
from deckbuilder.ir.document import Block, Document, Heading, Listing, Text, Together
from deckbuilder.ir.text import ListKind, Run
from deckbuilder.theme import Theme

__all__ = ["compose_worksheet"]


def compose_worksheet(pack: Pack, theme: Theme, delivery: Delivery, markup: Markup) -> Document:
    """Make the worksheet."""
    about = pack.about
    title = markup.plain(about.title)
    rated = confidence(about, delivery, markup)
    # At the end of a series, confidence is rated after all the rest.
    before, after = (rated, []) if delivery.number == 1 else ([], rated)
    blocks: list[Block] = [*_top(about, theme, delivery, markup), *_key_points(about, markup), *before]
    for slide in delivery.slides:
        if isinstance(slide, WorkshopSlide):
            blocks += activity(slide, markup)
    for slide in delivery.slides:
        if isinstance(slide, CompareSlide):
            blocks += [Heading(1, markup.runs(slide.title), new_page=True), compare_grid(slide, markup)]
    blocks += action_plan(about)
    blocks += reflection(about, delivery, markup)
    blocks += after
    blocks += _support(pack, theme, markup)
    return Document(
        properties=properties(pack, theme, delivery, f"{title}: worksheet", "worksheet", markup),
        header=f"{title} · Worksheet",
        footer=footer(pack, theme),
        blocks=tuple(blocks),
        locked=theme.worksheet.protect,
    )


def _top(about: PackFile, theme: Theme, delivery: Delivery, markup: Markup) -> list[Block]:
    blocks: list[Block] = [Text("Title", markup.runs(about.title))]
    if delivery.title:
        blocks.append(body(f"Meeting {delivery.title}", "Subtitle"))
    blocks += [
        body("Worksheet", "Kind"),
        about_you(theme),
        heading(1, "How to use this worksheet"),
        body(
            "Use it on your own or with your group during the activities. Type into the fields in Word, where the Tab "
            "key or a click takes you from one to the next, or print it and write by hand. It is yours to keep."
            if theme.worksheet.protect
            else "Use it on your own or with your group during the activities. Click a field in Word and type, or "
            "print the worksheet and write by hand. It is yours to keep."
        ),
        privacy(),
    ]
    if about.content_note:
        blocks.append(Text("Body Text", markup.runs(about.content_note.summary)))
    return blocks


def _key_points(about: PackFile, markup: Markup) -> list[Block]:
    if not about.outcomes:
        return []
    items = tuple(markup.paragraph(outcome.text, 0, ListKind.BULLET) for outcome in about.outcomes)
    lead = leading("By the end, you will be able to:")
    return [Together((heading(1, "What this session is for"), lead, Listing(items)))]


def _support(pack: Pack, theme: Theme, markup: Markup) -> list[Block]:
    agency = theme.agency
    referral = referral_blocks(theme, markup)
    contacts = (*agency.contacts, *agency.support, *pack.about.support)
    if not referral and not contacts:
        return []
    blocks: list[Block] = [heading(1, "Where to refer and find support", new_page=True)]
    if pack.about.content_note:
        blocks.append(
            Text(
                "Support",
                (Run("This subject can stay with you. It is all right to step out, and to ask for help."),),
            )
        )
    return [*blocks, *referral, *contacts_grid(contacts, "Where to find support", markup)]

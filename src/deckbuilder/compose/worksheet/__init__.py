"""The participant worksheet of one session."""

from deckbuilder.compose import words
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
from deckbuilder.compose.worksheet.fields import tag, text_field
from deckbuilder.compose.worksheet.personal import about_you, action_plan, confidence, reflection
from deckbuilder.content import Pack
from deckbuilder.content.pack import PackFile
from deckbuilder.content.slides import CompareSlide, WorkshopSlide
from deckbuilder.ir.document import Block, Document, Grid, Heading, Listing, Single, Text, Together
from deckbuilder.ir.text import ListKind, Run
from deckbuilder.source.fields import Contact
from deckbuilder.theme import Theme

__all__ = ["compose_worksheet"]


def compose_worksheet(pack: Pack, theme: Theme, delivery: Delivery, markup: Markup) -> Document:
    """Make the worksheet."""
    about = pack.about
    title = markup.plain(about.title)
    rated = confidence(about, delivery, markup)
    # At the end of a series, confidence is rated after all the rest.
    before, after = (rated, []) if delivery.number == 1 else ([], rated)
    blocks: list[Block] = [*_top(about, theme, delivery, markup), *_key_points(about, delivery, markup), *before]
    # What people read comes before what they write, since each activity begins a page.
    blocks += [
        Together((Heading(1, markup.runs(slide.title)), compare_grid(slide, markup)))
        for slide in delivery.slides
        if isinstance(slide, CompareSlide)
    ]
    for slide in delivery.slides:
        if isinstance(slide, WorkshopSlide):
            blocks += activity(slide, markup)
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


def _key_points(about: PackFile, delivery: Delivery, markup: Markup) -> list[Block]:
    if not about.outcomes:
        return []
    items = tuple(markup.paragraph(outcome.text, 0, ListKind.BULLET) for outcome in about.outcomes)
    whole, end = ("series", "By the end of the series") if delivery.count > 1 else ("session", "By the end")
    lead = leading(f"{end}, you will be able to:")
    return [Together((heading(1, f"What this {whole} is for"), lead, Listing(items)))]


def _local_contacts() -> Together:
    """Leave room for the contacts of the place, where the theme names none."""
    rows = tuple(
        (
            text_field(tag("local", f"r{number}", "who"), f"Local contact {number}: who", "Who"),
            text_field(tag("local", f"r{number}", "how"), f"Local contact {number}: how", "Write here"),
        )
        for number in (1, 2)
    )
    table = Grid(("Who", "How"), rows, (0.5, 0.5), "Your local contacts, to be filled in", row_height=34)
    return Together((heading(2, "Your local contacts"), table))


def _support(pack: Pack, theme: Theme, markup: Markup) -> list[Block]:
    agency = theme.agency
    referral = referral_blocks(theme, markup)
    support = (*agency.support, *pack.about.support)
    blocks: list[Block] = [heading(1, "Where to refer and find support", new_page=True)]
    if pack.about.content_note:
        blocks.append(
            Text(
                "Support",
                (Run("This subject can stay with you. It is all right to step out, and to ask for help."),),
            )
        )
    if not agency.contacts:
        blocks.append(_local_contacts())
    if referral:
        blocks.append(Together((heading(2, "If you are worried about a child"), *referral)))
    people = [
        *_contacts(words.ADVICE, words.ADVICE, agency.contacts, markup),
        *_contacts("If you need somebody to talk to", "Where to find support", support, markup),
    ]
    return [*blocks, Together(tuple(people))] if people else blocks


def _contacts(title: str, description: str, contacts: tuple[Contact, ...], markup: Markup) -> list[Single]:
    """List contacts under a heading of their own; nothing where there are none."""
    listed = contacts_grid(contacts, description, markup)
    return [heading(2, title), *listed] if listed else []

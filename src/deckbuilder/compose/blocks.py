"""Pieces that both Word documents are made of."""

from collections.abc import Iterable

from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.slides import address_run, point_items
from deckbuilder.content.slides import CompareSlide
from deckbuilder.ir.document import Grid, Heading, Listing, Single, Text
from deckbuilder.ir.presentation import Item
from deckbuilder.ir.text import ListKind, Paragraph, Run, labelled, plain
from deckbuilder.source import Text as Written
from deckbuilder.source.fields import Contact
from deckbuilder.theme import Theme


def heading(level: int, text: str, anchor: str = "", *, new_page: bool = False) -> Heading:
    """Make a heading of plain words."""
    # Two hyphens, which no slide id has, keep the parts of a document apart from its slides.
    return Heading(level, (Run(text),), f"part--{anchor}" if anchor else "", new_page)


def body(text: str, style: str = "Body Text") -> Text:
    """Make a paragraph of plain words."""
    return Text(style, (Run(text),))


def leading(text: str) -> Text:
    """Make a paragraph that leads to what follows, and stays on a page with it."""
    return Text("Body Text", (Run(text),), keep_next=True)


def bullets(texts: Iterable[Written], markup: Markup, style: str = "List") -> list[Single]:
    """Make a bulleted list; nothing when there are no texts."""
    items = tuple(markup.paragraph(text, 0, ListKind.BULLET) for text in texts)
    return [Listing(items, style)] if items else []


def numbers(texts: Iterable[Written], markup: Markup) -> list[Single]:
    """Make a numbered list; nothing when there are no texts."""
    items = tuple(markup.paragraph(text, 0, ListKind.NUMBER) for text in texts)
    return [Listing(items)] if items else []


def passages(paragraphs: Iterable[Paragraph], style: str) -> list[Single]:
    """Put paragraphs and lists into a style, in order."""
    blocks: list[Single] = []
    for paragraph in paragraphs:
        if paragraph.list is ListKind.NONE:
            blocks.append(Text(style, paragraph.runs))
        elif blocks and isinstance(blocks[-1], Listing) and (paragraph.start is None or paragraph.level):
            blocks[-1] = Listing((*blocks[-1].items, paragraph), style, blocks[-1].start)
        else:
            if blocks and isinstance(blocks[-1], Text):
                # What leads to a list stays with it.
                blocks[-1] = replace(blocks[-1], keep_next=True)
            blocks.append(Listing((paragraph,), style, paragraph.start or 1))
    return blocks


def labelled_group(label: str, texts: tuple[Written, ...], style: str, markup: Markup) -> list[Single]:
    """Make a group that its style and its word tell from the rest: one text beside the label, several below it."""
    if not texts:
        return []
    if len(texts) == 1:
        return [Text(style, labelled(label + ":", markup.runs(texts[0])))]
    return [Text(style, (Run(label, strong=True),), keep_next=True), *bullets(texts, markup, style)]


def comparison(columns: Iterable[tuple[str, Item]], description: str) -> Grid:
    """Show two headed columns side by side, a row for each pair of points."""
    sides = tuple(columns)
    length = max(len(points) for _, points in sides)
    rows = tuple(
        tuple(((points[index],) if index < len(points) else (plain(""),)) for _, points in sides)
        for index in range(length)
    )
    share = 1 / len(sides)
    return Grid(tuple(name for name, _ in sides), rows, tuple(share for _ in sides), description)


def compare_grid(slide: CompareSlide, markup: Markup) -> Grid:
    """Show a comparison of the pack side by side."""
    sides = [
        (
            markup.plain(column.heading),
            tuple(paragraph for item in point_items(column.points, markup) for paragraph in item),
        )
        for column in slide.columns
    ]
    names = " and ".join(name for name, _ in sides)
    return comparison(sides, f"{markup.plain(slide.title)}: {names} side by side")


def contact_rows(contacts: Iterable[Contact], markup: Markup) -> list[tuple[tuple[Paragraph, ...], ...]]:
    """Make a row of each contact: who, how, what for."""
    rows: list[tuple[tuple[Paragraph, ...], ...]] = []
    for contact in contacts:
        how = []
        if contact.phone:
            how.append(Paragraph((Run(markup.plain(contact.phone), strong=True),)))
        if contact.hours:
            how.append(markup.paragraph(contact.hours))
        if contact.link:
            how.append(Paragraph((address_run(contact.link, markup),)))
        what = (markup.paragraph(contact.text),) if contact.text else (plain(""),)
        rows.append(((markup.paragraph(contact.name),), tuple(how) or (plain(""),), what))
    return rows


def contacts_grid(contacts: tuple[Contact, ...], description: str, markup: Markup) -> list[Single]:
    """Show contacts as a table; nothing when there are none."""
    if not contacts:
        return []
    rows = tuple(contact_rows(contacts, markup))
    return [Grid(("Who", "How", "What for"), rows, (0.3, 0.3, 0.4), description, heading_column=True)]


def referral_blocks(theme: Theme, markup: Markup) -> list[Single]:
    """Say how to raise a concern where the agency works; nothing when the theme does not say it."""
    referral = theme.agency.referral
    if not referral:
        return []
    return [
        Text("Body Text", markup.runs(referral.summary)),
        *numbers(referral.steps, markup),
        *contacts_grid(referral.contacts, "Whom to contact with a concern about a child", markup),
    ]


def privacy() -> Text:
    """Say that nothing may be written that identifies a child."""
    return Text("Caution", labelled(words.CAUTION + ":", (Run(words.PRIVACY),)))

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
from deckbuilder.content import Pack
from deckbuilder.content.pack import PackFile
from deckbuilder.content.slides import CompareSlide, WorkshopSlide
from deckbuilder.ir.document import Answer, Block, Document, Grid, Heading, Listing, Text
from deckbuilder.ir.text import ListKind, Paragraph, Run, labelled, plain
from deckbuilder.theme import Theme


def compose_worksheet(pack: Pack, theme: Theme, delivery: Delivery, markup: Markup) -> Document:
    """Make the worksheet."""
    about = pack.about
    title = markup.plain(about.title)
    blocks: list[Block] = [
        *_top(about, delivery, markup),
        *_key_points(about, markup),
    ]
    for slide in delivery.slides:
        if isinstance(slide, WorkshopSlide):
            blocks += _activity(slide, markup)
    for slide in delivery.slides:
        if isinstance(slide, CompareSlide):
            blocks += [Heading(1, markup.runs(slide.title), new_page=True), compare_grid(slide, markup)]
    blocks += _actions(about)
    blocks += _reflection(about, markup)
    blocks += _confidence(about, markup)
    blocks += _support(pack, theme, markup)
    return Document(
        properties=properties(pack, theme, delivery, f"{title}: worksheet", "worksheet", markup),
        header=f"{title} · Worksheet",
        footer=footer(pack, theme),
        blocks=tuple(blocks),
    )


def _top(about: PackFile, delivery: Delivery, markup: Markup) -> list[Block]:
    blocks: list[Block] = [Text("Title", markup.runs(about.title))]
    if delivery.title:
        blocks.append(body(f"Meeting {delivery.title}", "Subtitle"))
    blocks.append(body("Worksheet", "Kind"))
    blocks.append(
        Grid(
            ("About you", "Your answer"),
            tuple(((plain(name),), (plain(""),)) for name in ("Name (optional)", "Agency and role", "Date")),
            (0.3, 0.7),
            "Your name, agency and role, and the date",
            row_height=26,
            heading_column=True,
            fillable="about",
        )
    )
    blocks += [
        heading(1, "How to use this worksheet"),
        body(
            "Use it on your own or with your group during the activities. Type into the boxes in Word, or print it "
            "and write by hand. It is yours to keep."
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
    return [heading(1, "What this session is for"), leading("By the end, you will be able to:"), Listing(items)]


def _activity(slide: WorkshopSlide, markup: Markup) -> list[Block]:
    activity = slide.activity
    blocks: list[Block] = [Heading(1, markup.runs(slide.title), f"activity-{slide.id}", new_page=True)]
    if activity.purpose:
        blocks.append(Text("Body Text", labelled("Purpose:", markup.runs(activity.purpose))))
    for number, question in enumerate(activity.questions, 1):
        item = markup.paragraph(question.text, 0, ListKind.NUMBER)
        blocks.append(Listing((item,), "Question", start=number))
        blocks.append(
            Answer(
                tag=f"{slide.id}.q{number}",
                title=f"{markup.plain(slide.title)}, question {number}",
                lines=question.lines,
            )
        )
    return blocks


def _actions(about: PackFile) -> list[Block]:
    if not about.action_rows:
        return []
    blocks: list[Block] = [
        heading(1, "Action plan", new_page=True),
        body("What will you, and what will your team, do differently because of this session?"),
    ]
    for who, name in (("my", "My actions"), ("team", "Our team’s actions")):
        rows = tuple(((plain(""),), (plain(""),), (plain(""),)) for _ in range(about.action_rows))
        blocks += [
            heading(2, name),
            Grid(
                ("What", "Who", "By when"),
                rows,
                (0.56, 0.24, 0.2),
                f"{name}: what, who, by when",
                row_height=44,
                fillable=f"action-{who}",
            ),
        ]
    return [*blocks, privacy()]


def _reflection(about: PackFile, markup: Markup) -> list[Block]:
    if not about.reflection:
        return []
    blocks: list[Block] = [
        heading(1, "Reflection and development log", new_page=True),
        body("For you alone. It can go into your record of continuing professional development."),
    ]
    for number, text in enumerate(about.reflection, 1):
        blocks.append(Listing((markup.paragraph(text, 0, ListKind.NUMBER),), "Question", start=number))
        blocks.append(Answer(f"reflection.q{number}", f"Reflection, question {number}", 5))
    return blocks


def _confidence(about: PackFile, markup: Markup) -> list[Block]:
    if not about.confidence:
        return []
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...] = tuple(
        ((markup.paragraph(text),), (plain(""),), (plain(""),)) for text in about.confidence
    )
    return [
        heading(1, "How confident are you?"),
        body("Give each statement a number from 1 (not at all) to 5 (very), before the session and after it."),
        Grid(
            ("Statement", "Before", "After"),
            rows,
            (0.64, 0.18, 0.18),
            "Your confidence before and after the session, from 1 to 5",
            row_height=34,
            heading_column=True,
            fillable="confidence",
        ),
    ]


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

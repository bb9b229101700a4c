"""The cover note of a series: one or two pages for whoever gets all its files, such as a team's manager."""

from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.compose.blocks import body, bullets, heading, leading
from deckbuilder.compose.deck import properties, spelled_out, version_date
from deckbuilder.compose.guide import footer
from deckbuilder.compose.guide.agenda import schedule
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, Moment
from deckbuilder.compose.slides import address_run
from deckbuilder.content import Pack
from deckbuilder.content.pack import PackFile, Plan
from deckbuilder.content.slides import SectionSlide, SupportSlide, TitleSlide, WorkshopSlide
from deckbuilder.ir.document import Block, Document, Grid, Text
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.text import Paragraph, Run, labelled, plain
from deckbuilder.source import Text as Written
from deckbuilder.theme import Theme


def compose_cover_note(
    pack: Pack,
    theme: Theme,
    sessions: Sequence[tuple[Delivery, PlacedDeck]],
    files: Sequence[Sequence[str]],
    start: int | None,
    markup: Markup,
) -> Document:
    """Make the cover note of a plan. The decks must be placed: the note says how many slides each has.

    `sessions` are all those of the plan, in order, and not empty; `files` are the names of each one's files, in the
    same order. `start` is when each session begins, in minutes from midnight; None where no time of day is known.
    """
    about = pack.about
    title = markup.plain(about.title)
    whole = replace(sessions[0][0], name="", session=None, entries=())
    blocks: list[Block] = [
        *_top(about, whole.plan, markup),
        _series(about, sessions, start, markup),
        *_outcomes(about, markup),
        heading(1, "The meetings", "meetings"),
        _meetings(pack, sessions, files, markup),
        *_contacts(theme, markup),
        *_control(pack, theme),
    ]
    return Document(
        properties=properties(pack, theme, whole, f"{title}: cover note", "cover note", markup),
        header=f"{title} · Cover note",
        footer=footer(pack, theme),
        blocks=tuple(blocks),
    )


def _top(about: PackFile, plan: Plan | None, markup: Markup) -> list[Block]:
    blocks: list[Block] = [Text("Title", markup.runs(about.title))]
    if plan:
        blocks.append(Text("Subtitle", markup.runs(plan.title)))
    blocks.append(body("Cover note", "Kind"))
    if plan and plan.description:
        blocks.append(Text("Body Text", markup.runs(plan.description)))
    if about.content_note:
        label = "Tell everyone beforehand, with the invitation:"
        blocks.append(Text("Caution", labelled(label, markup.runs(about.content_note.summary))))
    return blocks


def _series(
    about: PackFile, sessions: Sequence[tuple[Delivery, PlacedDeck]], start: int | None, markup: Markup
) -> Grid:
    many = (markup.paragraph(about.group_size),) if about.group_size else ()
    rows: list[tuple[str, tuple[Paragraph, ...]]] = [
        ("Who it is for", (*_together(about.audience, markup), *many)),
        ("How long", (plain(_how_long(sessions, start)),)),
        ("What it is for", (markup.paragraph(about.aim),) if about.aim else ()),
        ("Have ready", (plain(words.READY),) if about.materials or about.room else ()),
    ]
    return Grid(
        ("The series", "Detail"),
        tuple(((plain(name),), value) for name, value in rows if value),
        (0.22, 0.78),
        "The series: who it is for, how long it takes, what it is for and what to have ready",
        heading_column=True,
    )


def _how_long(sessions: Sequence[tuple[Delivery, PlacedDeck]], start: int | None) -> str:
    lengths = [_length(delivery) for delivery, _ in sessions]
    said = f"{len(sessions)} meeting" + ("s" if len(sessions) > 1 else "")
    if all(lengths):
        said += f", {words.minutes(sum(lengths))} in all"
    if start is not None:
        said += f", each from {words.time_of_day(start)}"
    return said


def _length(delivery: Delivery) -> int:
    """Give a session's length in minutes: the planned, else the sum of its parts; 0 where neither is known whole."""
    session = delivery.session
    times = schedule(delivery, None)
    return (session.minutes if session else None) or (times.end if times.has_clock else 0)


def _outcomes(about: PackFile, markup: Markup) -> list[Block]:
    listed = bullets((outcome.text for outcome in about.outcomes), markup)
    return [leading("By the end, participants will be able to:"), *listed] if listed else []


def _together(texts: Sequence[Written], markup: Markup) -> tuple[Paragraph, ...]:
    """Put a list into one paragraph: the note must stay short."""
    return (plain("; ".join(markup.plain(text).rstrip(".") for text in texts)),) if texts else ()


def _contacts(theme: Theme, markup: Markup) -> list[Block]:
    """Say who they are and how to reach them; the guides say what for."""
    runs: list[Run] = []
    for contact in theme.agency.contacts:
        how = [Run(markup.plain(text)) for text in (contact.phone, contact.hours) if text]
        if contact.link:
            how.append(address_run(contact.link, markup))
        runs += [Run("; ")] if runs else []
        runs.append(Run(markup.plain(contact.name)))
        for index, run in enumerate(how):
            runs += [Run(", " if index else ": "), run]
    return [Text("Body Text", labelled("Whom to contact:", tuple(runs)))] if runs else []


def _meetings(
    pack: Pack, sessions: Sequence[tuple[Delivery, PlacedDeck]], files: Sequence[Sequence[str]], markup: Markup
) -> Grid:
    rows = []
    for (delivery, placed), names in zip(sessions, files, strict=True):
        length = _length(delivery)
        about = [words.minutes(length)] if length else []
        slides = len(placed.slides)
        about.append(f"{slides} slide" + ("s" if slides != 1 else ""))
        first = plain(delivery.title or markup.plain(pack.about.title), strong=True)
        rows.append(
            (
                (first, *(plain(text) for text in about)),
                (*_covered(pack, delivery, markup), *_named(names, f"{pack.about.id}-{delivery.name}-")),
            )
        )
    return Grid(
        ("Meeting", "What it covers"),
        tuple(rows),
        (0.25, 0.75),
        "The meetings: how long each is, how many slides it has, what it covers and which files belong to it",
    )


def _covered(pack: Pack, delivery: Delivery, markup: Markup) -> tuple[Paragraph, ...]:
    """Name the sections that a session teaches from, and its activities."""
    told = [
        entry.section
        for entry in delivery.entries
        if entry.moment is Moment.MAIN
        and entry.slide
        and not isinstance(entry.slide, TitleSlide | SectionSlide | WorkshopSlide | SupportSlide)
    ]
    names = [markup.plain(pack.sections[index].section) for index in dict.fromkeys(told)]
    activities = [markup.plain(slide.title) for slide in delivery.slides if isinstance(slide, WorkshopSlide)]
    sections = (plain("; ".join(names)),) if names else ()
    return (*sections, *(Paragraph(labelled("Activity:", (Run(name),))) for name in activities)) or (plain(""),)


def _named(names: Sequence[str], beginning: str) -> tuple[Paragraph, ...]:
    """Name a session's files: the first in full, the others without what their names begin with as well."""
    if not names:
        return ()
    others = (f"…-{name.removeprefix(beginning)}" if name.startswith(beginning) else name for name in names[1:])
    return (Paragraph(labelled("Files:", (Run(", ".join((names[0], *others))),))),)


def _control(pack: Pack, theme: Theme) -> list[Block]:
    about, control = pack.about, theme.control
    source = about.source
    parts = (
        f"Issued by {theme.agency.name}",
        " of ".join(part for part in (f"Version {about.version}" if about.version else "", version_date(pack)) if part),
        f"Owner: {control.owner}" if control.owner else "",
        f"Approved by: {control.approved_by}" if control.approved_by else "",
        f"Review by {spelled_out(control.next_review)}" if control.next_review else "",
        "Made from " + ", ".join(str(part) for part in (source.publisher, source.title, source.year) if part)
        if source
        else "",
    )
    said = " · ".join(part for part in parts if part)
    added = [key.replace("_", " ") for key in _SHOWN if key in about.additions]
    if added and about.show_additions:
        said += f" · {words.ADDITION}: {', '.join(added)}"
    return [body(said, "Small")]


_SHOWN = ("audience", "group_size", "aim", "outcomes", "content_note", "plans")
"""The keys of the pack that the note shows, and that the pack may have added to its source."""

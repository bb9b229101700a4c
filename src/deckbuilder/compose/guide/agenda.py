"""The agenda with its running clock."""

from msgspec import Struct

from deckbuilder.compose import words
from deckbuilder.compose.blocks import heading
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, Entry, Moment
from deckbuilder.content import Pack
from deckbuilder.content.slides import SupportSlide, WorkshopSlide
from deckbuilder.ir.document import Block, Grid, Single, Text, Together
from deckbuilder.ir.presentation import PlacedDeck, PlacedSlide
from deckbuilder.ir.text import Paragraph, Run, labelled, plain


class Schedule(Struct, frozen=True):
    """When what begins, in minutes from the session's start."""

    starts: tuple[int, ...]
    """For each entry of the session."""
    close: int
    """For the close, whether or not a slide is shown at it."""
    end: int
    begin: int | None
    """When the session begins, in minutes from midnight; None where the clock runs from zero."""

    def clock(self, minutes: int) -> str:
        """Say when so many minutes of the session have gone."""
        return words.clock(minutes) if self.begin is None else words.time_of_day(self.begin + minutes)


def schedule(delivery: Delivery, begin: int | None) -> Schedule:
    """Add up the minutes of a session."""
    clock = _welcome(delivery)
    close: int | None = None
    starts = []
    for entry in delivery.entries:
        if entry.moment is Moment.OPENING:
            starts.append(0)
            continue
        if entry.moment is Moment.CLOSING:
            close = clock
        starts.append(clock)
        clock += length(entry)
    if close is not None or delivery.session is None:
        return Schedule(tuple(starts), clock if close is None else close, clock, begin)
    return Schedule(tuple(starts), clock, clock + delivery.session.close_minutes, begin)


def _welcome(delivery: Delivery) -> int:
    """Give the minutes of the welcome, with those of the pack's own title slide where that is shown during it."""
    opening = sum(length(entry) for entry in delivery.entries if entry.moment is Moment.OPENING)
    return opening + (delivery.session.welcome_minutes if delivery.session else 0)


def length(entry: Entry) -> int:
    """Give the length of an entry in minutes; the closing slide has those of the close."""
    return entry.pause if entry.slide is None else entry.slide.length or 0


class _Row(Struct):
    start: int
    name: tuple[Run, ...]
    minutes: int
    slides: list[PlacedSlide]


def agenda(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[Block]:
    """Make the agenda: welcome, each run of slides of a section, each activity, each break, close and end."""
    session = delivery.session
    blocks: list[Single] = [heading(1, "Agenda", "agenda")]
    if session and session.opener:
        blocks.append(Text("Body Text", labelled("To open:", markup.runs(session.opener))))
    if session and session.recap:
        recap = "; ".join(markup.plain(text).rstrip(".") for text in session.recap)
        blocks.append(Text("Body Text", labelled("Recap of the last meeting:", (Run(recap + "."),))))
    blocks.append(
        Grid(
            ("Clock", "What", "Slides", "Minutes"),
            tuple(_cells(row, times) for row in _rows(pack, delivery, placed, times, markup)),
            (0.14, 0.54, 0.16, 0.16),
            "The agenda: when each part begins, its slides and its length",
            right_aligned=(False, False, False, True),
        )
    )
    blocks.append(Text("Small", (Run(f"{_about_the_clock(times)} In all: {words.minutes(times.end)}."),)))
    difference = _difference(delivery, times)
    if difference:
        blocks.append(Text("Body Text", labelled("Time:", (Run(difference),))))
    if session and session.close:
        blocks.append(Text("Body Text", labelled("To close:", markup.runs(session.close))))
    return [Together(tuple(blocks))]


def _rows(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[_Row]:
    session = delivery.session
    opening = [
        part
        for entry in delivery.entries
        if entry.slide and entry.moment is Moment.OPENING
        for part in placed.parts_of(str(entry.slide.id))
    ]
    rows: list[_Row] = []
    if session and (session.welcome_minutes or opening):
        rows.append(_Row(0, (Run("Welcome"),), _welcome(delivery), opening))
    begun: set[int] = set()
    section: int | None = None
    for entry, start in zip(delivery.entries, times.starts, strict=True):
        if entry.moment is Moment.OPENING:
            continue
        if entry.slide is None:
            rows.append(_Row(start, (Run(markup.plain(entry.title)),), entry.pause, []))
            section = None
            continue
        parts = placed.parts_of(str(entry.slide.id))
        own = _name_of_its_own(entry, markup)
        if own:
            rows.append(_Row(start, own, length(entry), [*parts]))
            section = None
            continue
        if entry.section != section:
            section = entry.section
            name = markup.plain(pack.sections[section].section)
            rows.append(_Row(start, (Run(f"{name}, continued" if section in begun else name),), 0, []))
            begun.add(section)
        rows[-1].slides += parts
        rows[-1].minutes += length(entry)
    if session and session.close_minutes and not any(entry.moment is Moment.CLOSING for entry in delivery.entries):
        rows.append(_Row(times.close, (Run("Close"),), session.close_minutes, []))
    return [*rows, _Row(times.end, (Run("End"),), 0, [])]


def _name_of_its_own(entry: Entry, markup: Markup) -> tuple[Run, ...]:
    """Name a slide that has a row to itself, because a facilitator must know when it begins; nothing for others."""
    if entry.moment is Moment.CLOSING:
        return (Run("Close"),)
    if isinstance(entry.slide, WorkshopSlide):
        return labelled("Activity:", (Run(markup.plain(entry.slide.title)),))
    if isinstance(entry.slide, SupportSlide):
        return (Run(markup.plain(entry.slide.title)),)
    return ()


def _about_the_clock(times: Schedule) -> str:
    if times.begin is None:
        return "The clock runs from the start of the session."
    return f"The times are for a start at {times.clock(0)}."


def _difference(delivery: Delivery, times: Schedule) -> str:
    """Say how the sum differs from the session's planned length; empty where it does not, or neither is known."""
    planned = delivery.session.minutes if delivery.session else None
    slides = [entry.slide for entry in delivery.entries if entry.slide]
    if planned is None or not any(slide.length for slide in slides):
        return ""
    return words.against_plan(planned, times.end, all_timed=all(slide.length is not None for slide in slides))


def _cells(row: _Row, times: Schedule) -> tuple[tuple[Paragraph, ...], ...]:
    slides = plain("")
    if row.slides:
        first, last = row.slides[0], row.slides[-1]
        numbers = str(first.number) if first is last else f"{first.number}–{last.number}"
        slides = Paragraph((Run(numbers, link=f"#{first.slide.id}"),))
    length_text = str(row.minutes) if row.minutes else ""
    return (plain(times.clock(row.start)),), (Paragraph(row.name),), (slides,), (plain(length_text),)

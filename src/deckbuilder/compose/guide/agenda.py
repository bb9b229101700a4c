"""The agenda with its running clock."""

from dataclasses import dataclass

from deckbuilder.compose import words
from deckbuilder.compose.blocks import heading
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, Entry
from deckbuilder.content import Pack
from deckbuilder.ir.document import Block, Grid, Text
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.text import Paragraph, Run, labelled, plain


@dataclass(frozen=True, slots=True)
class Schedule:
    """When what begins, in minutes from the session's start."""

    starts: tuple[int, ...]
    """For each entry of the session."""
    close: int
    end: int
    begin: int | None
    """When the session begins, in minutes from midnight; None where the clock runs from zero."""

    def clock(self, minutes: int) -> str:
        """Say when so many minutes of the session have gone."""
        return words.clock(minutes) if self.begin is None else words.time_of_day(self.begin + minutes)


def schedule(delivery: Delivery, begin: int | None) -> Schedule:
    """Add up the minutes of a session."""
    clock = delivery.session.welcome_minutes if delivery.session else 0
    starts = []
    for entry in delivery.entries:
        starts.append(clock)
        clock += length(entry)
    end = clock + (delivery.session.close_minutes if delivery.session else 0)
    return Schedule(tuple(starts), clock, end, begin)


def length(entry: Entry) -> int:
    """Give the length of an entry in minutes."""
    return entry.pause if entry.slide is None else entry.slide.length or 0


@dataclass(slots=True)
class _Row:
    start: int
    name: str
    first: int
    last: int
    minutes: int


def agenda(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[Block]:
    """Make the agenda: a row for each run of slides of a section, and for each break."""
    session = delivery.session
    rows: list[_Row] = []
    if session and session.welcome_minutes:
        rows.append(_Row(0, "Welcome", 0, 0, session.welcome_minutes))
    previous: int | None = None
    for entry, start in zip(delivery.entries, times.starts, strict=True):
        if entry.slide is None:
            rows.append(_Row(start, markup.plain(entry.title), 0, 0, entry.pause))
            previous = None
            continue
        parts = placed.parts_of(str(entry.slide.id))
        if entry.section != previous:
            name = markup.plain(pack.sections[entry.section].section)
            rows.append(_Row(start, name, parts[0].number, parts[-1].number, 0))
            previous = entry.section
        rows[-1].last = parts[-1].number
        rows[-1].minutes += length(entry)
    if session and session.close_minutes:
        rows.append(_Row(times.close, "Close", 0, 0, session.close_minutes))
    rows.append(_Row(times.end, "End", 0, 0, 0))
    blocks: list[Block] = [heading(1, "Agenda", "agenda")]
    if session and session.opener:
        blocks.append(Text("Body Text", labelled("To open:", markup.runs(session.opener))))
    if session and session.recap:
        recap = "; ".join(markup.plain(text).rstrip(".") for text in session.recap)
        blocks.append(Text("Body Text", labelled("Recap of the last meeting:", (Run(recap + "."),))))
    blocks.append(
        Grid(
            ("Clock", "What", "Slides", "Minutes"),
            tuple(_cells(row, times) for row in rows),
            (0.14, 0.54, 0.16, 0.16),
            "The agenda: when each part begins, its slides and its length",
            right_aligned=(False, False, False, True),
        )
    )
    blocks.append(
        Text(
            "Small",
            (Run(f"{_about_the_clock(times)} In all: {words.minutes(times.end)}."),),
        )
    )
    if session and session.close:
        blocks.append(Text("Body Text", labelled("To close:", markup.runs(session.close))))
    return blocks


def _about_the_clock(times: Schedule) -> str:
    if times.begin is None:
        return "The clock runs from the start of the session."
    return f"The times are for a start at {times.clock(0)}."


def _cells(row: _Row, times: Schedule) -> tuple[tuple[Paragraph, ...], ...]:
    slides = "" if not row.first else str(row.first) if row.first == row.last else f"{row.first}–{row.last}"
    length_text = str(row.minutes) if row.minutes else ""
    return tuple((plain(text),) for text in (times.clock(row.start), row.name, slides, length_text))

"""The agenda with its running clock."""

from msgspec import Struct

from deckbuilder.compose import words
from deckbuilder.compose.blocks import heading
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, Entry, Moment
from deckbuilder.content import Pack
from deckbuilder.content.slides import SectionSlide, SupportSlide, TitleSlide, WorkshopSlide
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
    """What all parts take that have minutes."""
    begin: int | None
    """When the session begins, in minutes from midnight; None where the clock runs from zero."""
    untimed: int = 0
    """How many slides have no minutes yet; while there is one, nobody knows when what comes after it begins."""

    @property
    def has_clock(self) -> bool:
        """Whether it is known when each part begins."""
        return self.end > 0 and not self.untimed

    def clock(self, minutes: int) -> str:
        """Say when so many minutes of the session have gone."""
        return words.clock(minutes) if self.begin is None else words.time_of_day(self.begin + minutes)

    def total(self) -> str:
        """Say how long the parts take in all, as far as it is known; empty where none has minutes."""
        if not self.end:
            return ""
        return words.at_least(self.end, self.untimed) if self.untimed else words.minutes(self.end)


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
    ends = clock
    if close is None:
        close = clock
        ends += delivery.session.close_minutes if delivery.session else 0
    untimed = sum(is_untimed(entry) for entry in delivery.entries)
    return Schedule(tuple(starts), close, ends, begin, untimed)


def _welcome(delivery: Delivery) -> int:
    """Give the minutes of the welcome, with those of the pack's own title slide where that is shown during it."""
    opening = sum(length(entry) for entry in delivery.entries if entry.moment is Moment.OPENING)
    return opening + (delivery.session.welcome_minutes if delivery.session else 0)


def length(entry: Entry) -> int:
    """Give the length of an entry in minutes; the closing slide has those of the close."""
    return entry.pause if entry.slide is None else entry.slide.length or 0


def is_untimed(entry: Entry) -> bool:
    """Say whether an entry is a slide that still needs minutes.

    The slides of a meeting's opening and close have those of the welcome and the close; slides of title and sections
    may do without, since they are shown in passing.
    """
    if entry.slide is None or entry.moment is not Moment.MAIN:
        return False
    return entry.slide.length is None and not isinstance(entry.slide, TitleSlide | SectionSlide)


class _Row(Struct):
    start: int
    name: tuple[Run, ...]
    minutes: int
    slides: list[PlacedSlide]
    untimed: bool = False
    """Whether some of its slides have no minutes yet."""


def agenda(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[Block]:
    """Make the agenda: welcome, each run of slides of a section, each activity, each break, close and end.

    It has a clock where every part has minutes, and no minutes where none has any.
    """
    session = delivery.session
    blocks: list[Single] = [heading(1, "Agenda", "agenda")]
    if session and session.opener:
        blocks.append(Text("Body Text", labelled("To open:", markup.runs(session.opener))))
    if session and session.recap:
        recap = "; ".join(markup.plain(text).rstrip(".") for text in session.recap)
        blocks.append(Text("Body Text", labelled("Recap of the last meeting:", (Run(recap + "."),))))
    blocks.append(_table(_rows(pack, delivery, placed, times, markup), times))
    below = _below(times)
    if below:
        blocks.append(Text("Small", (Run(below),)))
    difference = _difference(delivery, times)
    if difference:
        blocks.append(Text("Body Text", labelled("Time:", (Run(difference),))))
    if session and session.close:
        blocks.append(Text("Body Text", labelled("To close:", markup.runs(session.close))))
    return [Together(tuple(blocks))]


def _table(rows: list[_Row], times: Schedule) -> Grid:
    header: tuple[str, ...]
    widths: tuple[float, ...]
    if times.has_clock:
        header, widths = ("Clock", "What", "Slides", "Minutes"), (0.14, 0.54, 0.16, 0.16)
        description = "The agenda: when each part begins, its slides and its length"
    elif times.end:
        header, widths = ("What", "Slides", "Minutes"), (0.62, 0.16, 0.22)
        description = "The agenda: each part, its slides and its length as far as it is known"
    else:
        header, widths = ("What", "Slides"), (0.8, 0.2)
        description = "The agenda: each part and its slides"
    return Grid(
        header,
        tuple(tuple(_cell(name, row, times) for name in header) for row in rows),
        widths,
        description,
        right_aligned=tuple(name == "Minutes" for name in header),
    )


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
            rows.append(_Row(start, own, length(entry), [*parts], is_untimed(entry)))
            section = None
            continue
        if entry.section != section:
            section = entry.section
            name = markup.plain(pack.sections[section].section)
            rows.append(_Row(start, (Run(f"{name}, continued" if section in begun else name),), 0, []))
            begun.add(section)
        rows[-1].slides += parts
        rows[-1].minutes += length(entry)
        rows[-1].untimed |= is_untimed(entry)
    if session and session.close_minutes and not any(entry.moment is Moment.CLOSING for entry in delivery.entries):
        rows.append(_Row(times.close, (Run("Close"),), session.close_minutes, []))
    return [*rows, _Row(times.end, (Run("End"),), 0, [])] if times.has_clock else rows


def _name_of_its_own(entry: Entry, markup: Markup) -> tuple[Run, ...]:
    """Name a slide that has a row to itself, because a facilitator must know when it begins; nothing for others."""
    if entry.moment is Moment.CLOSING:
        return (Run("Close"),)
    if isinstance(entry.slide, WorkshopSlide):
        return labelled("Activity:", (Run(markup.plain(entry.slide.title)),))
    if isinstance(entry.slide, SupportSlide):
        return (Run(markup.plain(entry.slide.title)),)
    return ()


def _below(times: Schedule) -> str:
    """Say what the table's times count from and how long it takes in all, as far as it is known."""
    if times.has_clock:
        start = "The clock runs from the start of the session."
        if times.begin is not None:
            start = f"The times are for a start at {times.clock(0)}."
        return f"{start} In all: {times.total()}."
    said = [f"The session starts at {times.clock(0)}."] if times.begin is not None else []
    if times.end:
        said.append(f"In all: {times.total()}.")
    return " ".join(said)


def _difference(delivery: Delivery, times: Schedule) -> str:
    """Say how the sum differs from the session's planned length; empty where it does not, or neither is known."""
    planned = delivery.session.minutes if delivery.session else None
    if planned is None or not any(slide.length for slide in delivery.slides):
        return ""
    return words.against_plan(planned, times.end, all_timed=not times.untimed)


def _cell(column: str, row: _Row, times: Schedule) -> tuple[Paragraph, ...]:
    match column:
        case "Clock":
            return (plain(times.clock(row.start)),)
        case "What":
            return (Paragraph(row.name),)
        case "Slides" if row.slides:
            first, last = row.slides[0], row.slides[-1]
            numbers = str(first.number) if first is last else f"{first.number}–{last.number}"
            return (Paragraph((Run(numbers, link=f"#{first.slide.id}"),)),)
        case "Minutes" if row.minutes:
            return (plain(f"at least {row.minutes}" if row.untimed else str(row.minutes)),)
        case _:
            return (plain(""),)

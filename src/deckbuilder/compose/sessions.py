"""From a plan to its sessions: which slides, in which order, under which section, with what between them."""

from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.content import Pack
from deckbuilder.content.fields import Note, Point
from deckbuilder.content.pack import PackFile, Plan, Session
from deckbuilder.content.slides import PointsSlide, Slide, SupportSlide, TitleSlide
from deckbuilder.source import Text


class Moment(Enum):
    """When in a session something is shown."""

    OPENING = "opening"
    """During the welcome of a meeting of a series."""
    MAIN = "main"
    CLOSING = "closing"
    """During the close of a meeting of a series."""


class Entry(Struct, frozen=True):
    """A line of the agenda: a slide, or a break."""

    slide: Slide | None
    section: int
    """Index of the pack's section that the slide stands in; for a break, of the one before it."""
    pause: int = 0
    """The break's length in minutes."""
    title: Text = Text("Break")  # never changed
    """The break's name."""
    moment: Moment = Moment.MAIN


class Delivery(Struct, frozen=True):
    """One session as it is built: a deck, a guide and a worksheet."""

    name: str
    """What tells its files from the other sessions'; empty where the plan has only one session."""
    number: int
    count: int
    """How many sessions the plan has."""
    plan: Plan | None
    session: Session | None
    """None for a pack without plans."""
    entries: tuple[Entry, ...]

    @property
    def slides(self) -> tuple[Slide, ...]:
        """The session's slides, in order."""
        return tuple(entry.slide for entry in self.entries if entry.slide is not None)

    @property
    def title(self) -> str:
        """The session's own title; empty where the plan has only one session."""
        return f"{self.number}. {self.session.title}" if self.session and self.count > 1 else ""


def deliveries(pack: Pack, plan_name: str | None) -> tuple[Delivery, ...]:
    """Give the sessions of a plan: the one named, else the pack's default, else all slides as one session.

    The name must be one of the pack's plans.
    """
    about = pack.about
    name = plan_name or (about.default_plan or next(iter(about.plans), None))
    if name is None:
        return (Delivery("", 1, 1, None, None, _all(pack)),)
    plan = next(plan for key, plan in about.plans.items() if key == name)
    count = len(plan.sessions)
    return tuple(
        Delivery(
            str(session.id) if count > 1 else "", number, count, plan, session, tuple(_entries(pack, plan, number))
        )
        for number, session in enumerate(plan.sessions, 1)
    )


def _opened(pack: Pack, session: Session, entries: list[Entry]) -> list[Entry]:
    """Give a meeting of a series what it begins with: a title slide of its own, and what is recalled from the last.

    What is recalled comes after a title slide of the pack that stands first, which then is part of the welcome.
    """
    first = next(entry.section for entry in entries if entry.slide is not None)
    opening: list[Entry] = []
    if not any(isinstance(entry.slide, TitleSlide) for entry in entries):
        title = TitleSlide(
            id=Text("opening"),
            kind="title",
            title=pack.about.title,
            notes=(Note(text=session.opener),) if session.opener else (),
            origin=_OURS,
        )
        opening.append(Entry(_own(title, session), first, moment=Moment.OPENING))
    elif session.recap and isinstance(entries[0].slide, TitleSlide):
        opening.append(replace(entries[0], moment=Moment.OPENING))
        entries = entries[1:]
    if session.recap:
        recap = PointsSlide(
            id=Text("recap"),
            kind="points",
            title=Text(words.RECAP, session.recap[0].origin),
            points=tuple(Point(text=text) for text in session.recap),
            notes=(Note(text=Text(words.RECAP_NOTES)),),
            origin=_OURS,
        )
        opening.append(Entry(_own(recap, session), first, moment=Moment.OPENING))
    return [*opening, *entries]


def _closed(about: PackFile, plan: Plan, number: int, entries: list[Entry]) -> list[Entry]:
    """Give a meeting of a series the slide that it ends with.

    Support slides at its end come after that, since they stay up while people leave.
    """
    session = plan.sessions[number - 1]
    end = len(entries)
    while end and isinstance(entries[end - 1].slide, SupportSlide):
        end -= 1
    points = _closing_points(about, plan, number, supported=end < len(entries))
    close = PointsSlide(
        id=Text("close"),
        kind="points",
        title=Text(words.CLOSE, session.title.origin),
        points=tuple(Point(text=text) for text in points),
        notes=(Note(text=session.close or Text(words.CLOSE_NOTES)),),
        minutes=session.close_minutes or None,
        origin=_OURS,
    )
    beside = entries[end - 1] if end else entries[0]
    closing = Entry(_own(close, session), beside.section, moment=Moment.CLOSING)
    return [*entries[:end], closing, *entries[end:]]


def _closing_points(about: PackFile, plan: Plan, number: int, *, supported: bool) -> list[Text]:
    """Say what the closing slide says; where to find support only if no support slide follows."""
    points = list(plan.sessions[number - 1].next_steps)
    if not points and about.action_rows:
        points.append(Text(words.CLOSE_ACTION))
    if about.confidence and number == len(plan.sessions):
        points.append(Text(words.CLOSE_RATING))
    if number < len(plan.sessions):
        title = plan.sessions[number].title
        points.append(Text(words.next_meeting(number + 1, title), title.origin))
    if not supported and about.support:
        points.append(Text(words.CLOSE_CONTACTS))
    elif not supported and about.content_note:
        points.append(Text(words.CLOSE_SUPPORT))
    return points or [Text(words.CLOSE_ROUND)]


_OURS = (Text("addition"),)
"""The origin of slides that no section file holds."""


def _own(slide: Slide, session: Session) -> Slide:
    """Give a slide of a meeting's own its id: the session's, two hyphens, which no author may write, and its part."""
    return slide.model_copy(update={"id": Text(f"{session.id}--{slide.id}")})


def _all(pack: Pack) -> tuple[Entry, ...]:
    return tuple(Entry(slide, index) for index, section in enumerate(pack.sections) for slide in section.slides)


def _entries(pack: Pack, plan: Plan, number: int) -> list[Entry]:
    session = plan.sessions[number - 1]
    everything = _all(pack)
    entries: list[Entry] = []
    for part in session.include:
        if part.slide:
            entries += [entry for entry in everything if entry.slide and entry.slide.id == part.slide]
        elif part.section:
            index = pack.section_ids.index(part.section)
            entries += [entry for entry in everything if entry.section == index]
        else:
            before = entries[-1].section if entries else 0
            entries.append(Entry(None, before, part.pause or 0, part.title or Text("Break")))
    if len(plan.sessions) == 1:
        return entries
    return _opened(pack, session, _closed(pack.about, plan, number, entries))

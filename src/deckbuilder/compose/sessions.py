"""From a plan to its sessions: which slides, in which order, under which section, with what between them."""

from dataclasses import dataclass

from deckbuilder.compose import words
from deckbuilder.content import Pack
from deckbuilder.content.fields import Note, Point
from deckbuilder.content.pack import Plan, Session
from deckbuilder.content.slides import PointsSlide, Slide, TitleSlide
from deckbuilder.source import Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the agenda: a slide, or a break."""

    slide: Slide | None
    section: int
    """Index of the pack's section that the slide stands in; for a break, of the one before it."""
    pause: int = 0
    """The break's length in minutes."""
    title: Text = Text("Break")  # never changed
    """The break's name."""


@dataclass(frozen=True, slots=True)
class Delivery:
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
            str(session.id) if count > 1 else "", number, count, plan, session, tuple(_entries(pack, session, count))
        )
        for number, session in enumerate(plan.sessions, 1)
    )


def _opening(pack: Pack, session: Session, entries: list[Entry]) -> list[Entry]:
    """Give a meeting of a series what it begins with: a title slide of its own, and what is recalled from the last.

    Their ids hold two hyphens, which no author may write, so that they are nobody else's.
    """
    first = next(entry.section for entry in entries if entry.slide is not None)
    opening: list[Entry] = []
    if not any(isinstance(entry.slide, TitleSlide) for entry in entries):
        notes = (Note(text=session.opener),) if session.opener else ()
        title = TitleSlide(
            id=Text("opening"),
            kind="title",
            title=pack.about.title,
            notes=notes,
            origin=(Text("addition"),),
        )
        opening.append(Entry(title.model_copy(update={"id": Text(f"{session.id}--opening")}), first))
    if session.recap:
        recap = PointsSlide(
            id=Text("recap"),
            kind="points",
            title=Text(words.RECAP),
            points=tuple(Point(text=text) for text in session.recap),
            notes=(Note(text=Text(words.RECAP_NOTES)),),
            origin=(Text("addition"),),
        )
        opening.append(Entry(recap.model_copy(update={"id": Text(f"{session.id}--recap")}), first))
    return opening


def _all(pack: Pack) -> tuple[Entry, ...]:
    return tuple(Entry(slide, index) for index, section in enumerate(pack.sections) for slide in section.slides)


def _entries(pack: Pack, session: Session, count: int) -> list[Entry]:
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
    return [*_opening(pack, session, entries), *entries] if count > 1 else entries

"""Making of a pack and an edition the pack that an agency gets: its sections, its plans and its outcomes."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.content.edition import EditionFile
from deckbuilder.content.pack import Include, Outcome, Pack, Session
from deckbuilder.content.slides import Section, SectionSlide, Slide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text


def changed(pack: Pack, edition: EditionFile, diagnostics: Diagnostics) -> Pack:
    """Change a pack as an edition says; what that leaves without slides stands among the diagnostics.

    What the edition says twice or of no slide of the pack is reported elsewhere, and passed over here.
    """
    change = _change(pack, edition)
    if not change.sections and not pack.about.plans:
        first = next(iter(change.gone.values()))
        diagnostics.error(
            "session-without-slides", "This edition omits every slide of the pack.", first.origin, _KEEP_ONE
        )
    plans = {
        name: plan.model_copy(
            update={
                "sessions": tuple(_sessions(plan.sessions, change, diagnostics)),
                "leaves_out": tuple(_left_out(plan.leaves_out, change)),
            }
        )
        for name, plan in pack.about.plans.items()
    }
    outcomes = tuple(_outcome(outcome, change, diagnostics) for outcome in pack.about.outcomes)
    about = pack.about.model_copy(update={"plans": plans, "outcomes": outcomes})
    return replace(pack, about=about, sections=tuple(change.sections.values()))


def _left_out(names: Iterable[Text], change: "_Change") -> Iterable[Text]:
    """Give the slides that a plan leaves out on purpose, with those that come in beside one of them."""
    for name in names:
        yield from (slide.id for slide in (*change.before.get(name, ()), *change.after.get(name, ())))
        if name in change.present:
            yield name


_KEEP_ONE = "Keep one of its slides, or replace one instead."


class _Change(Struct, frozen=True):
    """What becomes of the pack's slides and sections."""

    gone: dict[str, Text]
    """Each slide of the pack that is no longer there, and the `omit` that it goes back to."""
    sections: dict[str, Section]
    """The sections that are left, by their ids."""
    before: dict[str, list[Slide]]
    """The slides that come in before a slide of the pack."""
    after: dict[str, list[Slide]]
    """The slides that follow a slide of the pack."""
    first_slides: dict[str, str]
    """The first slide of each section of the unchanged pack."""

    @property
    def present(self) -> frozenset[str]:
        """The ids of the slides that are left or come in."""
        return frozenset(str(slide.id) for section in self.sections.values() for slide in section.slides)


def _change(pack: Pack, edition: EditionFile) -> _Change:
    omitted = {str(name): name for name in edition.omit}
    replaced = {str(slide.id): slide for slide in edition.replace}
    taken = {str(slide.id) for slide in pack.slides} - set(omitted)
    before: dict[str, list[Slide]] = {}
    after: dict[str, list[Slide]] = {}
    for insertion in edition.insert:
        side = before if insertion.before is not None else after
        for slide in insertion.slides:
            if slide.id not in taken:
                taken.add(str(slide.id))
                side.setdefault(str(insertion.anchor), []).append(slide)
    change = _Change({}, {}, before, after, {})
    for name, section in zip(pack.section_ids, pack.sections, strict=True):
        change.first_slides[name] = str(section.slides[0].id)
        slides: list[Slide] = []
        for slide in section.slides:
            own = () if slide.id in omitted else (replaced.get(slide.id, slide),)
            slides += [*before.get(slide.id, ()), *own, *after.get(slide.id, ())]
        lost = [omitted[slide.id] for slide in section.slides if slide.id in omitted]
        if lost and all(isinstance(slide, SectionSlide) for slide in slides):
            # A section slide alone would open nothing.
            change.gone.update({str(slide.id): omitted.get(slide.id, lost[0]) for slide in section.slides})
        else:
            change.gone.update({str(place): place for place in lost})
            change.sections[name] = section.model_copy(update={"slides": tuple(slides)})
    return change


def _sessions(sessions: Iterable[Session], change: _Change, diagnostics: Diagnostics) -> Iterable[Session]:
    """Give a plan's sessions, apart from those that have lost all their slides."""
    come_in: set[str] = set()
    for session in sessions:
        include = tuple(part for old in session.include for part in _included(old, change, come_in))
        if any(part.pause is None for part in include):
            yield session.model_copy(update={"include": include})
            continue
        first = next(part for part in session.include if part.pause is None)
        slide = str(first.slide) if first.slide else change.first_slides[str(first.section)]
        diagnostics.error(
            "session-without-slides",
            f"This edition omits every slide of the session “{session.title}”.",
            change.gone[slide].origin,
            _KEEP_ONE,
        )


def _included(part: Include, change: _Change, come_in: set[str]) -> tuple[Include, ...]:
    """Give what becomes of a part of a session.

    A slide that comes in does so in the first session that shows its neighbour, though others show that too.
    """
    if part.section is not None:
        section = change.sections.get(part.section)
        if section is None:
            return ()
        come_in.update(str(slide.id) for slide in section.slides)
        return (part,)
    if part.slide is None:
        return (part,)
    if part.slide in change.gone:
        return ()
    before = [slide for slide in change.before.get(part.slide, ()) if slide.id not in come_in]
    after = [slide for slide in change.after.get(part.slide, ()) if slide.id not in come_in]
    come_in.update(str(slide.id) for slide in (*before, *after))
    return (*(Include(slide=slide.id) for slide in before), part, *(Include(slide=slide.id) for slide in after))


def _outcome(outcome: Outcome, change: _Change, diagnostics: Diagnostics) -> Outcome:
    slides = tuple(name for name in outcome.slides if name in change.present)
    if outcome.slides and not slides:
        diagnostics.warn(
            "outcome-without-slides",
            f"This edition omits every slide that leads to the outcome “{outcome.text}”.",
            change.gone[outcome.slides[0]].origin,
            "Keep one of them, or replace it instead.",
        )
    return outcome.model_copy(update={"slides": slides})

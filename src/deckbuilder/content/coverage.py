"""Whether a plan covers the pack: each slide in one session, an activity in each meeting, minutes that add up."""

from deckbuilder.content.pack import Pack, Plan, Session
from deckbuilder.content.slides import SectionSlide, Slide, SupportSlide, TitleSlide, WorkshopSlide
from deckbuilder.diagnostics import Diagnostics

_SHOWN_AGAIN = (TitleSlide, SectionSlide, SupportSlide)
"""The kinds that each meeting may show anew."""


def check_coverage(pack: Pack, diagnostics: Diagnostics) -> None:
    """Warn of what a facilitator would only find out in the room. The pack's references must be sound."""
    for plan in pack.about.plans.values():
        shown = [(session, _slides(session, pack)) for session in plan.sessions]
        _check_slides(plan, shown, pack, diagnostics)
        for session, slides in shown:
            if len(plan.sessions) > 1 and not any(isinstance(slide, WorkshopSlide) for slide in slides):
                diagnostics.warn(
                    "session-without-activity",
                    f"The meeting “{session.title}” has no activity.",
                    session.title.origin,
                    "Include a workshop slide that belongs to what the meeting is about.",
                )
            _check_minutes(session, slides, diagnostics)


def _slides(session: Session, pack: Pack) -> list[Slide]:
    by_id = {str(slide.id): slide for slide in pack.slides}
    sections = dict(zip(pack.section_ids, pack.sections, strict=True))
    found: list[Slide] = []
    for part in session.include:
        if part.slide:
            found.append(by_id[part.slide])
        elif part.section:
            found += sections[part.section].slides
    return found


def _check_slides(plan: Plan, shown: list[tuple[Session, list[Slide]]], pack: Pack, diagnostics: Diagnostics) -> None:
    meetings: dict[str, list[str]] = {}
    for session, slides in shown:
        for slide in slides:
            meetings.setdefault(str(slide.id), []).append(f"“{session.title}”")
    for slide in pack.slides:
        # Each meeting of a series gets a title slide of its own.
        titled = isinstance(slide, TitleSlide) and len(plan.sessions) > 1
        if slide.id not in meetings and slide.id not in plan.leaves_out and not titled:
            diagnostics.warn(
                "slide-in-no-session",
                f"The plan “{plan.title}” shows the slide “{slide.id}” in no session.",
                plan.title.origin,
                "Include it in one, or name it under the plan's “leaves_out”.",
            )
        found = meetings.get(str(slide.id), [])
        if len(found) > 1 and not isinstance(slide, _SHOWN_AGAIN):
            named = f"{', '.join(found[:-1])} and {found[-1]}"
            diagnostics.warn(
                "slide-in-two-sessions",
                f"The plan “{plan.title}” shows the slide “{slide.id}” in more than one session: {named}.",
                plan.title.origin,
                "Include it in one of them.",
            )


def _check_minutes(session: Session, slides: list[Slide], diagnostics: Diagnostics) -> None:
    if session.minutes is None or not any(slide.length for slide in slides):
        return
    pauses = sum(part.pause or 0 for part in session.include)
    total = session.welcome_minutes + sum(slide.length or 0 for slide in slides) + pauses + session.close_minutes
    every = all(slide.length is not None for slide in slides)
    if total > session.minutes or (every and total < session.minutes):
        more = "more" if total > session.minutes else "fewer"
        diagnostics.warn(
            "minutes-do-not-add-up",
            f"The parts of “{session.title}” take {total} minutes, {abs(total - session.minutes)} {more} than its "
            f"{session.minutes}.",
            session.title.origin,
            "Change the minutes of slides, breaks, welcome or close, or those of the session.",
        )

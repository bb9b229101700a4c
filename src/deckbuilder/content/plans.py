"""What plans and outcomes say of the slides must hold."""

from deckbuilder.content.pack import Pack, Session
from deckbuilder.content.unique import unique
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source import Text


def check_plans(pack: Pack, diagnostics: Diagnostics) -> None:
    """Report what a plan or an outcome names and the pack does not have, and what a session shows twice or never."""
    about = pack.about
    slides = [str(slide.id) for slide in pack.slides]
    if about.default_plan and about.default_plan not in about.plans:
        diagnostics.error(
            "unknown-plan",
            f"There is no plan “{about.default_plan}”.",
            about.default_plan.origin,
            did_you_mean(about.default_plan, [str(name) for name in about.plans]),
        )
    for plan in about.plans.values():
        unique(
            "session of this plan",
            (session.id for session in plan.sessions),
            "duplicate-session",
            diagnostics,
        )
        for name in plan.leaves_out:
            _known_slide(name, "A plan", slides, diagnostics)
        for session in plan.sessions:
            _check_session(session, pack, slides, diagnostics)
    for outcome in about.outcomes:
        for name in outcome.slides:
            _known_slide(name, "An outcome", slides, diagnostics)


def _check_session(session: Session, pack: Pack, slides: list[str], diagnostics: Diagnostics) -> None:
    sections = dict(zip(pack.section_ids, pack.sections, strict=True))
    shown: set[str] = set()
    for part in session.include:
        named: list[str] = []
        if part.slide:
            _known_slide(part.slide, "A plan", slides, diagnostics)
            named = [str(part.slide)]
        elif part.section and part.section in sections:
            named = [str(slide.id) for slide in sections[part.section].slides]
        elif part.section:
            diagnostics.error(
                "unknown-section",
                f"A plan names the section “{part.section}”, which the pack does not have.",
                part.section.origin,
                did_you_mean(part.section, tuple(sections)),
            )
        twice = [name for name in named if name in shown]
        if twice:
            place = part.slide or part.section
            diagnostics.error(
                "slide-twice",
                f"This session shows the slide “{twice[0]}” already.",
                place.origin if place else None,
                "Include it once: by its own id, or with its section.",
            )
        shown.update(named)
    if all(part.pause is not None for part in session.include):
        diagnostics.error("session-without-slides", "This session includes breaks and no slide.", session.id.origin)


def _known_slide(name: Text, who: str, slides: list[str], diagnostics: Diagnostics) -> None:
    if name not in slides:
        diagnostics.error(
            "unknown-slide",
            f"{who} names the slide “{name}”, which the pack does not have.",
            name.origin,
            did_you_mean(name, slides),
        )

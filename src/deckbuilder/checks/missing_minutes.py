"""Where a session has a length, each of its slides has one: the guide's clock adds them up."""

from deckbuilder.content import Pack
from deckbuilder.content.pack import Session
from deckbuilder.content.slides import SectionSlide, Slide, TitleSlide
from deckbuilder.diagnostics import Diagnostics


def missing_minutes(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise to give minutes where only some slides of a session of a given length have them."""
    for plan in pack.about.plans.values():
        for session in plan.sessions:
            if session.minutes is None:
                continue
            slides = [slide for slide in _shown(session, pack) if not isinstance(slide, TitleSlide | SectionSlide)]
            # Where no slide has minutes, the author plans by the session alone.
            if not any(slide.length is not None for slide in slides):
                continue
            for slide in slides:
                if slide.length is None:
                    diagnostics.advise(
                        "missing-minutes",
                        "This slide has no minutes, and a session that shows it has a length.",
                        slide.id.origin,
                        "Add “minutes”; 0 for a slide that is only passed.",
                    )


def _shown(session: Session, pack: Pack) -> list[Slide]:
    sections = dict(zip(pack.section_ids, pack.sections, strict=True))
    slides = {str(slide.id): slide for slide in pack.slides}
    shown: list[Slide] = []
    for part in session.include:
        if part.slide is not None and part.slide in slides:
            shown.append(slides[part.slide])
        elif part.section is not None and part.section in sections:
            shown.extend(sections[part.section].slides)
    return shown

"""What one part of a pack says of another must hold: ids, plans, rows and columns."""

from collections.abc import Iterable
from datetime import date
from math import isfinite

from deckbuilder.content.activity import Activity
from deckbuilder.content.pack import Pack, PackFile, Session
from deckbuilder.content.slides import ChartSlide, PictureSlide, Slide, TableSlide, WorkshopSlide
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source import Text


def check_references(pack: Pack, diagnostics: Diagnostics) -> None:
    """Report every reference that leads nowhere, and every name given twice."""
    _unique("slide", (slide.id for slide in pack.slides), "duplicate-slide-id", diagnostics)
    _unique(
        "section",
        (section.id or section.section for section in pack.sections),
        "duplicate-section",
        diagnostics,
    )
    for slide in pack.slides:
        _check_slide(slide, diagnostics)
    _check_additions("the pack", pack.about.additions, list(PackFile.model_fields), diagnostics)
    _check_plans(pack, diagnostics)
    _check_date(pack.about.date, diagnostics)


def _unique(what: str, names: Iterable[Text], code: str, diagnostics: Diagnostics) -> None:
    seen: dict[str, Text] = {}
    for name in names:
        first = seen.setdefault(name, name)
        if first is not name:
            where = f" in {first.origin.path}, line {first.origin.line}" if first.origin else ""
            diagnostics.error(code, f"Another {what} is named “{name}” already{where}.", name.origin, "Rename one.")


def _check_slide(slide: Slide, diagnostics: Diagnostics) -> None:
    keys = list(type(slide).model_fields)
    if isinstance(slide, WorkshopSlide):
        keys += [f"activity.{name}" for name in Activity.model_fields] + ["activity.prompts"]
    _check_additions("this slide", slide.additions, keys, diagnostics)
    if isinstance(slide, TableSlide):
        for row in slide.rows:
            if len(row) != len(slide.columns):
                diagnostics.error(
                    "uneven-table",
                    f"This row has {len(row)} cells; the table has {len(slide.columns)} columns.",
                    row[0].origin if row else slide.id.origin,
                )
    elif isinstance(slide, ChartSlide):
        for series in slide.series:
            if len(series.values) != len(slide.categories):
                diagnostics.error(
                    "uneven-chart",
                    f"“{series.name}” has {len(series.values)} values, not {len(slide.categories)} as the categories.",
                    series.name.origin,
                )
            if not all(isfinite(value) for value in series.values):
                diagnostics.error("wrong-value", f"“{series.name}” has a value that is no number.", series.name.origin)
    elif isinstance(slide, PictureSlide) and (slide.description is None) != slide.decorative:
        diagnostics.error(
            "picture-description",
            "A picture needs a “description” of what it shows, or “decorative: true” when it shows nothing of weight.",
            slide.picture.origin,
        )


def _check_additions(what: str, names: tuple[Text, ...], known: list[str], diagnostics: Diagnostics) -> None:
    for name in names:
        if name not in known:
            diagnostics.error(
                "unknown-addition",
                f"“{name}” is no key of {what}, so it cannot be marked as an addition.",
                name.origin,
                did_you_mean(name, known),
            )


def _check_plans(pack: Pack, diagnostics: Diagnostics) -> None:
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
        _unique(
            "session of this plan",
            (session.id for session in plan.sessions),
            "duplicate-session",
            diagnostics,
        )
        for session in plan.sessions:
            _check_session(session, slides, pack.section_ids, diagnostics)
    for outcome in about.outcomes:
        for name in outcome.slides:
            _known_slide(name, "An outcome", slides, diagnostics)


def _check_session(session: Session, slides: list[str], sections: tuple[str, ...], diagnostics: Diagnostics) -> None:
    for part in session.include:
        if part.slide:
            _known_slide(part.slide, "A plan", slides, diagnostics)
        elif part.section and part.section not in sections:
            diagnostics.error(
                "unknown-section",
                f"A plan names the section “{part.section}”, which the pack does not have.",
                part.section.origin,
                did_you_mean(part.section, sections),
            )


def _known_slide(name: Text, who: str, slides: list[str], diagnostics: Diagnostics) -> None:
    if name not in slides:
        diagnostics.error(
            "unknown-slide",
            f"{who} names the slide “{name}”, which the pack does not have.",
            name.origin,
            did_you_mean(name, slides),
        )


def _check_date(value: Text | None, diagnostics: Diagnostics) -> None:
    if value is None:
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        diagnostics.error("wrong-value", f"“{value}” is no date.", value.origin, "Write it as 2026-11-24.")

"""What one part of a pack says of another must hold: ids, plans, rows and columns."""

from datetime import date
from math import isfinite

from deckbuilder.content.activity import Activity
from deckbuilder.content.coverage import check_coverage
from deckbuilder.content.pack import Pack, PackFile, slug
from deckbuilder.content.plans import check_plans
from deckbuilder.content.slides import ChartSlide, PictureSlide, Slide, TableSlide, WorkshopSlide
from deckbuilder.content.unique import unique
from deckbuilder.diagnostics import Diagnostics, did_you_mean
from deckbuilder.source import Text
from deckbuilder.source.pictures import is_device


def check_references(pack: Pack, diagnostics: Diagnostics) -> None:
    """Report every reference that leads nowhere, and every name given twice."""
    if len(set(pack.about.slides)) < len(pack.about.slides):
        # All that stands in the file would be reported twice otherwise.
        unique("section file", pack.about.slides, "duplicate-file", diagnostics)
        return
    if is_device(pack.about.id):
        diagnostics.error(
            "bad-id",
            f"“{pack.about.id}” means a device on Windows, where no file can be called so.",
            pack.about.id.origin,
            "Name the pack otherwise.",
        )
    unique("slide", (slide.id for slide in pack.slides), "duplicate-slide-id", diagnostics)
    unique(
        "section",
        (section.id or section.section for section in pack.sections),
        "duplicate-section",
        diagnostics,
        slug,
    )
    for slide in pack.slides:
        _check_slide(slide, diagnostics)
    _check_additions("the pack", pack.about.additions, list(PackFile.model_fields), diagnostics)
    mine = Diagnostics()
    check_plans(pack, mine)
    if not mine.has_errors:
        check_coverage(pack, mine)
    diagnostics.extend(mine)
    _check_date(pack.about.date, diagnostics)


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


def _check_date(value: Text | None, diagnostics: Diagnostics) -> None:
    if value is None:
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        diagnostics.error("wrong-value", f"“{value}” is no date.", value.origin, "Write it as 2026-11-24.")

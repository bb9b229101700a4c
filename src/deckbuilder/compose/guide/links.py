"""Cross-references: from outcomes to slides and activities, and back."""

from collections.abc import Iterable, Sequence

from deckbuilder.compose.sessions import Delivery
from deckbuilder.content.slides import WorkshopSlide
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.text import Run

OUTCOMES = "outcomes"
"""The part that lists the outcomes, as `heading` is told."""


def slide_links(names: Iterable[str], placed: PlacedDeck) -> list[Run]:
    """Say on which slides something is, each a link; nothing when it is on none."""
    links = [part for name in names for part in placed.parts_of(name)[:1]]
    if not links:
        return []
    runs = [Run("slides " if len(links) > 1 else "slide ")]
    for index, part in enumerate(links):
        runs += [Run(", ")] if index else []
        runs.append(Run(str(part.number), link=f"#{part.slide.id}"))
    return runs


def activity_links(names: Sequence[str], delivery: Delivery, placed: PlacedDeck) -> list[Run]:
    """Name the activities among slides, each a link to where the guide describes it; nothing when there is none."""
    runs: list[Run] = []
    for slide in delivery.slides:
        if isinstance(slide, WorkshopSlide) and slide.id in names:
            runs += [Run(", ")] if runs else []
            title = placed.parts_of(str(slide.id))[0].slide.title
            runs.append(Run(f"activity “{''.join(run.text for run in title)}”", link=f"#activity-{slide.id}"))
    return runs


def bracketed(runs: Sequence[Run]) -> list[Run]:
    """Put a remark into brackets behind a text; nothing when there is none."""
    return [Run(" ("), *runs, Run(")")] if runs else []


def outcome_links(numbers: Sequence[int]) -> list[Run]:
    """Name outcomes by their numbers, as a link to where they stand."""
    runs = [Run("leads to outcome " if len(numbers) == 1 else "leads to outcomes ")]
    for index, number in enumerate(numbers):
        runs += [Run(", ")] if index else []
        runs.append(Run(str(number), link=f"#part--{OUTCOMES}"))
    return runs

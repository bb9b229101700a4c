"""Placing a deck: which layout each slide gets, at which sizes, on how many slides.

A slide's text is first tried on layouts for little text, if the template has any, then on the others at the layout's
own sizes, at smaller ones down to the placeholder's minimum, on two slides, on three, and so on; an item that is too
large for a slide of its own is an error.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.fit.chart import name_without_room
from deckbuilder.fit.figure_boxes import picture_box, table_box
from deckbuilder.fit.foot import footers
from deckbuilder.fit.measure import CAUTION, Measure
from deckbuilder.fit.sizes import fill_slots
from deckbuilder.fit.split import NOWHERE, balanced, first_level, led_in, some_of, weight
from deckbuilder.fit.table import fit_table
from deckbuilder.ir.direction import kept_in_order
from deckbuilder.ir.presentation import (
    Area,
    Deck,
    Figure,
    Fill,
    Item,
    Picture,
    PlacedDeck,
    PlacedFigure,
    PlacedSlide,
    Slide,
    Table,
)
from deckbuilder.ir.template import Layout, Template
from deckbuilder.ir.text import Paragraph, Run, plain
from deckbuilder.units import Pt

__all__ = ["balanced", "place_deck"]

FEW = "-few"
"""What follows a family's name in that of its layouts for slides with little on them: they are taken by slides whose
text fits there in the layout's own sizes, and never by the parts of one that was cut."""


def place_deck(deck: Deck, template: Template, diagnostics: Diagnostics) -> PlacedDeck:
    """Place every slide; what does not fit stands among the diagnostics."""
    placer = _Placer(template, diagnostics)
    placed: list[PlacedSlide] = []
    for slide in deck.slides:
        parts = placer.place(slide)
        for number, part in enumerate(parts, 1):
            title = slide.title
            if len(parts) > 1:
                numbered = "".join(run.text for run in title).endswith(")")
                suffix = deck.part_suffix_after if numbered else deck.part_suffix
                said = suffix.format(part=number, parts=len(parts))
                title = (*title, Run(kept_in_order(said, beside="".join(run.text for run in title))))
            placed.append(
                PlacedSlide(
                    slide=slide,
                    number=len(placed) + 1,
                    part=number,
                    parts=len(parts),
                    layout=part.layout.name,
                    title=placer.title(slide, title, part.layout),
                    fills=part.fills,
                    figure=part.figure,
                    notes=slide.notes if number == 1 else (plain(deck.continued),),
                )
            )
    used = [template.layout(name) for name in dict.fromkeys(slide.layout for slide in placed)]
    return PlacedDeck(deck, tuple(placed), footers(deck.footer, used, Measure(template.fonts, caution=CAUTION)))


class _Part(Struct, frozen=True):
    layout: Layout
    fills: tuple[Fill, ...]
    figure: PlacedFigure | None = None


class _Placer:
    def __init__(self, template: Template, diagnostics: Diagnostics) -> None:
        self._template = template
        self._diagnostics = diagnostics
        self._measure = Measure(template.fonts, caution=CAUTION)
        self._refused: set[str] = set()
        """The slides whose title is too long: said once, however many parts they have."""

    def place(self, slide: Slide) -> list[_Part]:
        """Place a slide on as few slides as it needs."""
        if slide.figure:
            return self._with_figure(slide, slide.figure)
        return self._with_text(slide.layout, slide.areas, slide.origin)

    def title(self, slide: Slide, runs: tuple[Run, ...], layout: Layout) -> Fill:
        """Fit the title of a part of a slide, which may take two lines."""
        slots = layout.slots("title")
        item: Item = (Paragraph(runs, origin=slide.origin),)
        fills, failing = fill_slots([item], slots, self._measure)
        if failing is not None and slide.id not in self._refused:
            self._refused.add(slide.id)
            self._diagnostics.error(
                "title-too-long",
                f"This title takes more than {slots[0].max_lines} lines at {slots[0].minimum:g} points.",
                slide.origin,
                "Say it in fewer words; what explains it belongs in the notes.",
            )
        return fills[0]

    def _with_text(self, family: str, areas: tuple[Area, ...], origin: Origin | None) -> list[_Part]:
        few = self._on_one(family + FEW, areas)
        if few.failing is None and few.part and all(fill.sizes is None for fill in few.part.fills):
            return [few.part]
        one = self._on_one(family, areas)
        if one.failing is None and one.part:
            return [one.part]
        parallel = [area for area in areas if area.splits]
        if len({len(area.items) for area in parallel}) > 1 or _differ_in_kind(parallel):
            return self._separately(areas, parallel, origin)
        joined = led_in(parallel[0].items) if len(parallel) == 1 else NOWHERE
        # A lead-in that does not fit on one slide with what it leads in is parted from it.
        for together in dict.fromkeys((joined, NOWHERE)):
            for count in range(2, (len(parallel[0].items) if parallel else 0) + 1):
                tries = [self._on_one(family, part) for part in self._split(areas, parallel, count, together)]
                if tries and all(attempt.failing is None and attempt.part for attempt in tries):
                    return _evened([attempt.part for attempt in tries if attempt.part])
        return self._too_large(family, areas, parallel, origin)

    def _separately(self, areas: tuple[Area, ...], parallel: list[Area], origin: Origin | None) -> list[_Part]:
        """Put areas that do not belong together item by item, such as points and quotations, on slides of their own."""
        others = tuple(area for area in areas if not area.splits)
        return [part for area in parallel for part in self._with_text(area.role, (*others, area), origin)]

    def _split(
        self, areas: tuple[Area, ...], parallel: list[Area], count: int, joined: frozenset[int] = NOWHERE
    ) -> Iterator[tuple[Area, ...]]:
        heights = [weight(items) for items in zip(*(area.items for area in parallel), strict=True)]
        for start, stop in balanced(heights, count, joined):
            yield tuple(
                replace(area, items=some_of(area.items, start, stop)) if area.splits else area for area in areas
            )

    def _too_large(
        self, family: str, areas: tuple[Area, ...], parallel: list[Area], origin: Origin | None
    ) -> list[_Part]:
        """Report what does not fit even on a slide of its own."""
        count = len(parallel[0].items) if parallel else 1
        pieces = list(self._split(areas, parallel, count)) if count > 1 else [areas]
        placed: list[_Part] = []
        for piece in pieces:
            attempt = self._on_one(family, piece)
            column = self._cut_column(family, piece) if attempt.failing is not None else []
            if column:
                placed += column
                continue
            if attempt.part:
                placed.append(attempt.part)
            if attempt.failing is not None or not attempt.part:
                found = next((paragraph.origin for paragraph in attempt.failing or () if paragraph.origin), origin)
                self._diagnostics.error(
                    "does-not-fit",
                    "This text does not fit on a slide of its own, even in the smallest size allowed.",
                    found,
                    "Say it in fewer words, or make two of it.",
                )
        return placed

    def _cut_column(self, family: str, areas: tuple[Area, ...]) -> list[_Part]:
        """Let a column that is too long for a slide go on to the next, under the same heading; empty if none is."""
        column = next((area for area in areas if area.role == "columns" and len(area.items) == 1), None)
        if column is None:
            return []
        points = first_level(column.items[0])
        for together in dict.fromkeys((led_in(points), NOWHERE)):
            for count in range(2, len(points) + 1):
                cuts = balanced([weight((point,)) for point in points], count, together)
                runs = [tuple(paragraph for point in points[start:stop] for paragraph in point) for start, stop in cuts]
                tries = [
                    self._on_one(
                        family, tuple(replace(area, items=(run,)) if area is column else area for area in areas)
                    )
                    for run in runs
                ]
                if tries and all(attempt.failing is None and attempt.part for attempt in tries):
                    return _evened([attempt.part for attempt in tries if attempt.part])
        return []

    def _on_one(self, family: str, areas: tuple[Area, ...]) -> "_Attempt":
        """Try to put areas on one slide: the layout of the family with the fewest slots that takes them all."""
        needed = {area.role for area in areas if area.needed}
        best = _Attempt(None, None)
        for layout in self._layouts(family, areas):
            if not all(layout.slots(role) for role in needed) or not _takes(layout, areas):
                continue
            fills: list[Fill] = []
            failing: Item | None = None
            for area in areas:
                slots = layout.slots(area.role)
                if slots:
                    found, missing = fill_slots(area.items, slots, self._measure)
                    fills += found
                    failing = failing or missing
            best = _Attempt(_Part(layout, tuple(fills)), failing)
            if failing is None:
                return best
        return best

    def _layouts(self, family: str, areas: tuple[Area, ...]) -> list[Layout]:
        """Give the layouts of a family, in order, but first those that have a place for every area."""
        return sorted(
            self._template.family(family), key=lambda layout: sum(not layout.slots(area.role) for area in areas)
        )

    def _with_figure(self, slide: Slide, figure: Figure) -> list[_Part]:
        layout = self._layouts(slide.layout, slide.areas)[0]
        place = layout.slots(figure.role)[0]
        fills: list[Fill] = []
        for area in slide.areas:
            if not layout.slots(area.role):
                continue
            found, failing = fill_slots(area.items, layout.slots(area.role), self._measure)
            fills += found
            if failing is not None:
                self._diagnostics.error(
                    "does-not-fit",
                    "This text does not fit in its place, even in the smallest size allowed.",
                    next((paragraph.origin for paragraph in failing if paragraph.origin), slide.origin),
                    "Say it in fewer words.",
                )
        content = figure.content
        if isinstance(content, Picture):
            placed = PlacedFigure(figure.role, content, picture_box(content, layout))
            return [_Part(layout, tuple(fills), placed)]
        if not isinstance(content, Table):
            name = name_without_room(content, place, self._measure)
            if name is not None:
                self._diagnostics.error(
                    "does-not-fit",
                    f"The name “{name}” has no room in this chart of {len(content.categories)} categories.",
                    slide.origin,
                    "Shorten it, show fewer categories, or make it a bar chart: its names stand beside the bars.",
                )
            return [_Part(layout, tuple(fills), PlacedFigure(figure.role, content, place.box))]
        tables, too_high = fit_table(content, place, self._measure)
        if too_high is not None:
            self._diagnostics.error(
                "does-not-fit",
                f"Row {too_high + 1} of this table is too high for a slide, even in the smallest size allowed.",
                slide.origin,
                "Say it in fewer words, or make two rows of it.",
            )
        return [
            _Part(layout, tuple(fills), PlacedFigure(figure.role, table, table_box(table, place)))
            for table in tables or [content]
        ]


class _Attempt(Struct, frozen=True):
    part: _Part | None
    failing: Item | None
    """The first item that does not fit; None when all do."""


def _evened(parts: list[_Part]) -> list[_Part]:
    """Set the parts of a slide that share a layout in the same sizes, the smallest that one of them needs."""
    least: dict[tuple[str, str], tuple[Pt, ...]] = {}
    for part in parts:
        for fill in part.fills:
            key = part.layout.name, fill.role
            if fill.sizes and (key not in least or fill.sizes < least[key]):
                least[key] = fill.sizes
    return [
        replace(
            part,
            fills=tuple(replace(fill, sizes=least.get((part.layout.name, fill.role))) for fill in part.fills),
        )
        for part in parts
    ]


def _differ_in_kind(parallel: list[Area]) -> bool:
    return len(parallel) > 1 and {area.role for area in parallel} == {"points", "voices"}


def _takes(layout: Layout, areas: tuple[Area, ...]) -> bool:
    """Say whether a layout's roles are the areas' roles and have slots for their items."""
    for area in areas:
        slots = layout.slots(area.role)
        if area.role in _ONE_A_SLOT and slots and len(slots) != len(area.items):
            return False
        if 1 < len(slots) < len(area.items):
            return False
    roles = {area.role for area in areas}
    return all(placeholder.role in roles for placeholder in layout.placeholders if placeholder.role in _ONE_A_SLOT)


_ONE_A_SLOT = {"voices", "headings", "columns"}
"""Roles of which an item never shares a placeholder with another."""

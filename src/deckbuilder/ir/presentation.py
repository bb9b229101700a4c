"""The deck: slides of areas, each area of items that stay together.

`compose` says what is on a slide and which family of layouts it wants; `fit` chooses the layout, the sizes and the
splits, and gives `PlacedSlide`s, which the writers put down as they are.
"""

from datetime import date
from functools import cached_property

from msgspec import Struct, field

from deckbuilder.diagnostics import Origin
from deckbuilder.ir.template import Box
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.units import Pt

Item = tuple[Paragraph, ...]
"""Paragraphs that stay on one slide: a point with its own points, a quotation with its speaker."""


class Area(Struct, frozen=True):
    """Text for one role of a layout. A role with several slots (cards, columns) takes one item a slot."""

    role: str
    items: tuple[Item, ...]
    splits: bool = False
    """Whether the items may go on to further slides."""
    needed: bool = True
    """Whether a layout must have the role; what is not needed is left out where a layout has no place for it."""


class Picture(Struct, frozen=True):
    """A picture, shown whole."""

    name: str
    """The file's name in the pack; it tells two pictures apart."""
    data: bytes
    format: str
    """`png` or `jpeg`."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    description: str
    """The alternative text; empty for a decorative picture."""


class Table(Struct, frozen=True):
    """A table with a header row."""

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    right_aligned: tuple[bool, ...]
    """For each column, whether it holds numbers."""
    description: str
    row_heights: tuple[Pt, ...] = ()
    """The heights of header and rows, set by `fit`."""
    widths: tuple[float, ...] = ()
    """The columns' shares of the width, which add up to 1, set by `fit`."""
    size: Pt = Pt(20)
    """The text size, set by `fit`."""


class Chart(Struct, frozen=True):
    """A chart that stays a chart."""

    kind: str
    """`bar`, `column` or `line`."""
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    """Names and values; each has a value for every category."""
    unit: str
    description: str


class Figure(Struct, frozen=True):
    """A picture, table or chart in its role."""

    role: str
    content: Picture | Table | Chart


class Slide(Struct, frozen=True):
    """A slide as the pack says it, before it is placed."""

    id: str
    layout: str
    """The family of layouts it wants, such as `voices`."""
    title: tuple[Run, ...]
    areas: tuple[Area, ...] = ()
    figure: Figure | None = None
    notes: tuple[Paragraph, ...] = ()
    section: int = 0
    """Which of the deck's sections it stands in."""
    origin: Origin | None = None


class Fill(Struct, frozen=True):
    """What a placeholder of the chosen layout holds."""

    role: str
    slot: int
    paragraphs: tuple[Paragraph, ...]
    sizes: tuple[Pt, ...] | None = None
    """The text size of each level where it differs from the layout's; None where the layout's hold."""


class PlacedFigure(Struct, frozen=True):
    """A picture, table or chart and where it goes."""

    role: str
    content: Picture | Table | Chart
    box: Box
    """Within the placeholder's box: a picture keeps its shape."""


class PlacedSlide(Struct, frozen=True):
    """A slide as it is written."""

    slide: Slide
    number: int
    """From 1, as PowerPoint shows it."""
    part: int
    """Which part of a slide that was split, from 1."""
    parts: int
    layout: str
    """The name of the layout."""
    title: Fill
    fills: tuple[Fill, ...]
    figure: PlacedFigure | None
    notes: tuple[Paragraph, ...]

    @property
    def title_text(self) -> str:
        """The title as the slide shows it."""
        return " ".join(paragraph.text.replace("\n", " ") for paragraph in self.title.paragraphs)


class Properties(Struct, frozen=True):
    """What the file says of itself."""

    title: str
    subject: str
    creator: str
    language: str
    version: str
    date: date | None
    """The date of the pack's version: the only date the file carries, so that a build can be repeated."""
    keywords: str = ""
    custom: tuple[tuple[str, str], ...] = ()
    """Names and values of the custom properties: the pack, the theme, the tool."""


class Deck(Struct, frozen=True):
    """A deck before it is placed."""

    properties: Properties
    sections: tuple[str, ...]
    slides: tuple[Slide, ...]
    footer: str
    date_text: str
    """The date in the footer; empty for none."""
    part_suffix: str
    """What a split slide's title ends with, with `{part}` and `{parts}`."""
    part_suffix_after: str
    """The same where the title ends with a number of its own, such as “(1 of 3)”."""
    continued: str
    """The speaker note of the second and later parts."""


class PlacedDeck(Struct, frozen=True, dict=True):
    """A deck as it is written."""

    deck: Deck
    slides: tuple[PlacedSlide, ...] = ()
    footers: dict[str, str] = field(default_factory=dict)
    """The footer of each layout that does not hold the whole of the deck's, by the layout's name."""

    def parts_of(self, slide_id: str) -> tuple[PlacedSlide, ...]:
        """Give the written slides that came of one slide of the pack."""
        return tuple(self._by_slide.get(slide_id, ()))

    @cached_property
    def _by_slide(self) -> dict[str, list[PlacedSlide]]:
        found: dict[str, list[PlacedSlide]] = {}
        for placed in self.slides:
            found.setdefault(placed.slide.id, []).append(placed)
        return found

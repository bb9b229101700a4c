"""The kinds of slide. A new kind is a class here, its composition in `compose`, and a layout in the template."""

from typing import Annotated, Literal

from pydantic import Field

from deckbuilder.content.activity import Activity
from deckbuilder.content.fields import Minutes, Notes, Points, Silence, Speaker
from deckbuilder.source import Text
from deckbuilder.source.fields import Contact, Flag, Id, Model, Shorthand, Texts


class SlideBase(Model):
    """What every slide may have."""

    id: Id
    """Stable: plans, editions and links name the slide by it, and it survives a change of title."""
    title: Text
    """What the slide says, in a line or two; no two slides of a pack have the same."""
    notes: Notes = ()
    """What the presenter says, in Markdown paragraphs and lists."""
    minutes: Minutes | None = None
    """How long the slide takes; the agenda's clock adds them up."""
    audience: Text | None = None
    """For whom the slide matters most, when not for everyone."""
    ask: Texts = ()
    """Questions for the room."""
    watch_for: Texts = ()
    """What the facilitator keeps an eye on."""
    caution: Texts = ()
    """What could hurt or mislead on this slide, and how to handle it."""
    origin: Texts = ()
    """The source's slide or page; `addition` when the whole slide is the pack's own."""
    additions: Texts = ()
    """The keys of this slide whose text is the pack's own and not the source's, such as `ask` or `activity.steps`."""
    silence: tuple[Silence, ...] = ()
    """The warnings and advice that do not hold for this slide, each with the reason."""

    @property
    def length(self) -> int | None:
        """How many minutes the slide takes; None where nobody said."""
        return self.minutes


class TitleSlide(SlideBase):
    """The first slide."""

    kind: Literal["title"]
    subtitle: Text | None = None


class SectionSlide(SlideBase):
    """Opens a section of the day."""

    kind: Literal["section"]
    subtitle: Text | None = None


class PointsSlide(SlideBase):
    """A list of points."""

    kind: Literal["points"]
    points: Annotated[Points, Field(min_length=1)]
    numbered: Flag = False


class Voice(Model):
    """A quotation: evidence, carried over exactly."""

    quote: Text
    """The words as spoken, without the outer quotation marks."""
    speaker: Speaker
    attribution: Text | None = None
    """Who spoke, when the source says more than the speaker's role."""
    strong_language: Flag = False
    context: Text | None = None
    """A word of introduction in our own words, when the quotation alone would not be understood."""


class VoicesSlide(SlideBase):
    """Quotations, and the points that they speak to."""

    kind: Literal["voices"]
    voices: Annotated[tuple[Voice, ...], Field(min_length=1)]
    points: Points = ()


class Column(Model):
    """One side of a comparison."""

    heading: Text
    mark: Literal["do", "dont", "none"] = "none"
    """Whether the side shows a tick or a cross, or neither."""
    points: Annotated[Points, Field(min_length=1)]


class CompareSlide(SlideBase):
    """Two headed columns, such as do and don't."""

    kind: Literal["compare"]
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=2)]


class TableColumn(Model):
    """A column of a table."""

    heading: Text
    align: Literal["left", "right"] = "left"
    """`right` for numbers."""


class TableSlide(SlideBase):
    """A table with one header row."""

    kind: Literal["table"]
    columns: Annotated[tuple[TableColumn, ...], Field(min_length=1, max_length=8), Shorthand("heading")]
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]
    description: Text
    """What the table shows, for people who cannot see it."""


class PictureSlide(SlideBase):
    """One picture, whole."""

    kind: Literal["picture"]
    picture: Text
    """The file, PNG or JPEG, by its path inside the pack."""
    description: Text | None = None
    """What the picture shows, for people who cannot see it. Only a decorative picture has none."""
    decorative: Flag = False
    caption: Text | None = None


class Series(Model):
    """A row of numbers in a chart."""

    name: Text
    values: Annotated[tuple[float, ...], Field(min_length=1)]


class ChartSlide(SlideBase):
    """A native, editable chart."""

    kind: Literal["chart"]
    chart: Literal["bar", "column", "line"]
    """`bar` lies, `column` stands."""
    categories: Annotated[tuple[Text, ...], Field(min_length=1)]
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=6)]
    unit: Text | None = None
    """What is counted, such as “children”."""
    description: Text
    """What the chart shows, for people who cannot see it."""
    caption: Text | None = None


class WorkshopSlide(SlideBase):
    """An activity."""

    kind: Literal["workshop"]
    activity: Activity

    @property
    def length(self) -> int | None:
        """How many minutes the activity takes, by the slide's minutes or else its own; None where nobody said."""
        return self.minutes if self.minutes is not None else self.activity.minutes


class SupportSlide(SlideBase):
    """Who to turn to."""

    kind: Literal["support"]
    contacts: tuple[Contact, ...] = ()
    """Those named here; the pack's and the agency's own follow."""


Slide = (
    TitleSlide
    | SectionSlide
    | PointsSlide
    | VoicesSlide
    | CompareSlide
    | TableSlide
    | PictureSlide
    | ChartSlide
    | WorkshopSlide
    | SupportSlide
)

AnySlide = Annotated[Slide, Field(discriminator="kind")]

KINDS: dict[str, type[SlideBase]] = {
    "title": TitleSlide,
    "section": SectionSlide,
    "points": PointsSlide,
    "voices": VoicesSlide,
    "compare": CompareSlide,
    "table": TableSlide,
    "picture": PictureSlide,
    "chart": ChartSlide,
    "workshop": WorkshopSlide,
    "support": SupportSlide,
}
"""Every kind by its name in YAML."""


class Section(Model):
    """A file under `slides/`."""

    section: Text
    """The section's name: what PowerPoint and the agenda show."""
    id: Id | None = None
    """For plans to name the section by; made from its name when not given."""
    slides: Annotated[tuple[AnySlide, ...], Field(min_length=1)]

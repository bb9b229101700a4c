"""What a document that somebody wrote elsewhere says, slide by slide: what importing reads and packs are made of.

Every text stands as it was written. A place is what names it to the person who has the document open: “slide 7”,
“line 12”, “heading “Background””.
"""

from msgspec import Struct

from deckbuilder.ir.text import Paragraph, Run


class SlideTag(Struct, frozen=True):
    """What a deck that this tool built says of one of its slides."""

    id: str
    """The slide's in the pack."""
    kind: str
    """The kind of slide it is in the pack, such as `voices`."""
    part: int = 1
    """Which part of a slide that was split, from 1."""
    parts: int = 1


class OutlineTable(Struct, frozen=True):
    """A table."""

    header: tuple[tuple[Run, ...], ...]
    """Empty where no row is marked as a header."""
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    description: str = ""
    right_aligned: tuple[bool, ...] = ()
    """For each column, whether its text stands at the right, as numbers do; empty where the document does not say."""


class OutlinePicture(Struct, frozen=True):
    """A picture."""

    name: str
    """A file name for it, without folders; no two pictures of a document share one."""
    data: bytes
    format: str
    """`png` or `jpeg`."""
    description: str = ""
    """The alternative text; empty where the document has none."""
    decorative: bool = False


class OutlineChart(Struct, frozen=True):
    """A chart with its numbers."""

    kind: str
    """`bar`, `column` or `line`."""
    categories: tuple[str, ...]
    series: tuple[tuple[str, tuple[float, ...]], ...]
    """Names and values; each has a value for every category."""
    unit: str = ""
    description: str = ""


class OutlineColumn(Struct, frozen=True):
    """One of several texts that stand side by side, such as the sides of a comparison."""

    heading: tuple[Run, ...]
    """Empty where it has none."""
    paragraphs: tuple[Paragraph, ...]


class OutlineQuote(Struct, frozen=True):
    """A quotation that the document itself marks as one, by a layout, a style or Markdown's `>`."""

    runs: tuple[Run, ...]
    """Without the outer quotation marks where the document writes them around the whole."""
    attribution: tuple[Run, ...] = ()
    """Who spoke, as the document says; empty where it does not."""


OutlineBlock = Paragraph | OutlineTable | OutlinePicture | OutlineChart | OutlineColumn | OutlineQuote
"""What stands on a slide. Paragraphs follow one another flat, each with its list level and kind."""


class OutlineSlide(Struct, frozen=True):
    """A slide, or what will be one: a heading with what follows it."""

    place: str
    title: tuple[Run, ...] = ()
    """Empty where it has none."""
    subtitle: tuple[Run, ...] = ()
    body: tuple[OutlineBlock, ...] = ()
    """In reading order."""
    notes: tuple[Paragraph, ...] = ()
    section: str = ""
    """The name of the section it stands in; empty where the document has none."""
    hidden: bool = False
    """Whether it is passed over when the deck is shown."""
    layout: str = ""
    """What the document's own layout makes of it: `title`, `section`, or empty where that says nothing."""
    tag: SlideTag | None = None
    """What a deck of ours says of it."""
    texts: tuple[tuple[Paragraph, ...], ...] = ()
    """Of a slide with a tag: what each of its placeholders holds but the title's, in the order they were written."""


class Loss(Struct, frozen=True):
    """Something of the document that a pack cannot carry, or carries in another way."""

    place: str
    what: str
    """A sentence that says what it is and what became of it."""


class Outline(Struct, frozen=True):
    """A document."""

    slides: tuple[OutlineSlide, ...]
    title: str = ""
    """The document's own title; empty where it has none."""
    language: str = ""
    """A language tag; empty where the document does not say."""
    subject: str = ""
    """What the document says it is about; in a deck of ours the pack's subtitle."""
    creator: str = ""
    """Who made it, as the document says; in a deck of ours the agency."""
    created: str = ""
    """The day it was begun, as 2027-03-31; in a deck of ours the date of the pack's version."""
    lost: tuple[Loss, ...] = ()
    """In reading order."""
    properties: tuple[tuple[str, str], ...] = ()
    """Custom properties by name: what a document of ours says of its pack, theme and plan."""

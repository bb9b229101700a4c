"""A Word document: blocks in order, which name styles and never say how a style looks."""

from dataclasses import dataclass

from deckbuilder.ir.presentation import Properties
from deckbuilder.ir.text import Paragraph, Run


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading."""

    level: int
    """From 1."""
    runs: tuple[Run, ...]
    anchor: str = ""
    """The name links lead to; empty where none does."""
    new_page: bool = False

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph in a style."""

    style: str
    """A name of the template's styles, such as `Body Text` or `Say`."""
    runs: tuple[Run, ...]
    keep_next: bool = False
    """Whether it stays on a page with what follows."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list; each counts from 1 for itself."""

    items: tuple[Paragraph, ...]
    style: str = "List"
    """`List`, or the style of the passage that it belongs to, such as `Ask`."""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    widths: tuple[float, ...]
    """The columns' shares of the text width, which add up to 1."""
    description: str
    """The alternative text."""
    right_aligned: tuple[bool, ...] = ()
    row_height: float = 0
    """The least height of a row, in points; 0 for that of its text."""
    heading_column: bool = False
    """Whether the first column names the rows."""
    fillable: str = ""
    """The tag that begins the names of the answer fields in empty cells; empty where the table is only read."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Room for an answer, which a content control fills."""

    tag: str
    """Stable, made of the pack's ids."""
    title: str
    """What a screen reader calls it."""
    lines: int
    """How many lines of handwriting it leaves room for."""
    prompt: str = "Write your answer here"


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents table, made of the headings down to a level."""

    levels: int
    title: str = "Contents"


Block = Heading | Text | Listing | Grid | Answer | Contents


@dataclass(frozen=True, slots=True)
class Document:
    """A Word document."""

    properties: Properties
    header: str
    footer: str
    """What the footer says before the page number."""
    blocks: tuple[Block, ...]

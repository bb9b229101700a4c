"""A Word document: blocks in order, which name styles and never say how a style looks."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from deckbuilder.ir.presentation import Properties
from deckbuilder.ir.text import Paragraph, Run


class Heading(Struct, frozen=True):
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


class Text(Struct, frozen=True):
    """A paragraph in a style."""

    style: str
    """A name of the template's styles, such as `Body Text` or `Say`."""
    runs: tuple[Run, ...]
    keep_next: bool = False
    """Whether it stays on a page with what follows."""


class Listing(Struct, frozen=True):
    """A list; each counts from 1 for itself."""

    items: tuple[Paragraph, ...]
    style: str = "List"
    """`List`, or the style of the passage that it belongs to, such as `Ask`."""
    start: int = 1


class FieldKind(Enum):
    """What a field takes."""

    TEXT = "text"
    """Text of several lines."""
    DATE = "date"
    CHOICE = "choice"
    """One of a list."""
    TICK = "tick"
    """A check box."""


class Field(Struct, frozen=True):
    """A field that is filled in Word, or with a pen: a content control."""

    tag: str
    """Stable, made of the pack's ids: answers are read back by it. At most 64 characters."""
    title: str
    """What Word and a screen reader call it. At most 64 characters."""
    kind: FieldKind = FieldKind.TEXT
    prompt: str = " "
    """What stands in it until somebody writes; a check box has none."""
    choices: tuple[tuple[str, str], ...] = ()
    """Of a choice: what the list shows, and the value that stands for it."""


Cell = tuple[Paragraph, ...] | Field
"""What a cell of a table holds: text, or room for an answer."""


class Grid(Struct, frozen=True):
    """A table with a header row."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    """The columns' shares of the text width, which add up to 1."""
    description: str
    """The alternative text."""
    right_aligned: tuple[bool, ...] = ()
    row_height: float = 0
    """The least height of a row, in points; 0 for that of its text."""
    heading_column: bool = False
    """Whether the first column names the rows."""

    @property
    def is_form(self) -> bool:
        """Whether it is filled in."""
        return any(isinstance(cell, Field) for row in self.rows for cell in row)


class Answer(Struct, frozen=True):
    """Room for a written answer: a field, and ruled lines for a pen."""

    field: Field
    lines: int
    """How many lines of handwriting it leaves room for."""


class Ticks(Struct, frozen=True):
    """Options with a check box before each."""

    options: tuple[tuple[Field, tuple[Run, ...]], ...]


class SlidePicture(Struct, frozen=True):
    """The place of a slide's picture, which is there once the deck has been drawn."""

    number: int
    """The slide's, in the deck that goes with the document."""
    description: str
    """The alternative text."""
    scale: float = 1.0
    """How large it is, as a share of its usual size, set by `fit`."""


class Contents(Struct, frozen=True):
    """The contents table, made of the headings down to a level."""

    levels: int
    title: str = "Contents"


Single = Heading | Text | Listing | Grid | Answer | Ticks | SlidePicture | Contents
"""A block of one kind."""


class Together(Struct, frozen=True):
    """Blocks that stay on one page where they fit on one."""

    blocks: tuple[Single, ...]


Block = Single | Together


class Document(Struct, frozen=True):
    """A Word document."""

    properties: Properties
    header: str
    footer: str
    """What the footer says before the page number."""
    blocks: tuple[Block, ...]
    locked: bool = False
    """Whether only its fields can be changed."""

    @property
    def singles(self) -> Iterator[Single]:
        """Every block in order, also those that stay together."""
        for block in self.blocks:
            if isinstance(block, Together):
                yield from block.blocks
            else:
                yield block

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in order."""
        return tuple(block for block in self.singles if isinstance(block, Heading))

    @property
    def has_contents(self) -> bool:
        """Whether it has a contents table."""
        return any(isinstance(block, Contents) for block in self.singles)

"""An Office file as a checker sees it, whoever made it: what a reader meets, and where.

A place is the words that name it in a message: “slide 7, “Picture 4””, “table 3”.
"""

from msgspec import Struct, field

from deckbuilder.ir.template import Box, TextLevel
from deckbuilder.units import Emu, Pt


class OfficeRun(Struct, frozen=True):
    """Characters that look the same, with what styles, layouts and masters say of them resolved."""

    text: str
    size: Pt
    bold: bool = False
    colour: str | None = None
    """Six hexadecimal digits; None where it cannot be known."""
    language: str = ""
    """A language tag; empty where neither the run nor a default has one."""
    font: str = ""
    """The family; empty where it cannot be known."""
    link: bool = False
    italic: bool = False
    capitals: bool = False
    """Whether a style shows it in capitals, whatever is written."""


class OfficeParagraph(Struct, frozen=True):
    """A paragraph."""

    place: str
    runs: tuple[OfficeRun, ...]
    grounds: tuple[str, ...] = ()
    """The colours behind it, or, of a picture, those that may be; empty where they cannot be known."""
    on_picture: bool = False
    """Whether a picture is behind it."""
    smallest: Pt = Pt(0)
    """The least size that text has here; 0 where any will do, as in a footer."""
    heading: int = 0
    """The heading level from 1; 0 for no heading."""
    spacer: bool = False
    """Whether it holds nothing at all, not even a picture or a break."""
    level: TextLevel | None = None
    """How it is set in its shape."""
    justified: bool = False
    """Whether its lines are stretched to both edges."""

    @property
    def text(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)

    @property
    def links(self) -> tuple[str, ...]:
        """The words of each link; neighbouring runs of a link are one."""
        found: list[str] = []
        inside = False
        for run in self.runs:
            if run.link:
                found[len(found) - inside :] = [(found[-1] if inside else "") + run.text]
            inside = run.link
        return tuple(found)


class OfficeObject(Struct, frozen=True):
    """A picture, chart, table or drawing that needs alternative text."""

    place: str
    description: str
    decorative: bool = False
    floating: bool = False
    """Whether it lies over or under text."""


class OfficeTable(Struct, frozen=True):
    """A table."""

    place: str
    header: bool
    """Whether its first row is marked as a header."""
    regular: bool = True
    """Whether no cell is merged, split or holds a table."""
    named: bool = True
    """Whether a caption or a title says what it shows; of a slide's table, its alternative text does."""


class OfficeShape(Struct, frozen=True):
    """A shape of a slide, groups opened."""

    place: str
    box: Box | None
    """None where no part of the file says where it is."""
    title: bool = False
    paragraphs: tuple[OfficeParagraph, ...] = ()
    inset: tuple[Emu, Emu, Emu, Emu] = (Emu(91440), Emu(45720), Emu(91440), Emu(45720))
    """Left, top, right and bottom."""
    wrap: bool = True
    grows: bool = False
    """Whether the shape grows with its text."""
    scale: float = 1.0
    """What the sizes of the text are multiplied by to fit, as the file says."""
    measurable: bool = True
    """Whether text runs from left to right in one column."""


class OfficeSlide(Struct, frozen=True):
    """A slide."""

    place: str
    title: str | None
    """None where there is no title at all."""
    shapes: tuple[OfficeShape, ...] = ()


class OfficeFile(Struct, frozen=True):
    """What a .pptx or .docx holds."""

    path: str
    """As the user named it."""
    title: str = ""
    """The document's title among its properties."""
    paragraphs: tuple[OfficeParagraph, ...] = ()
    """In reading order."""
    objects: tuple[OfficeObject, ...] = ()
    tables: tuple[OfficeTable, ...] = ()
    slides: tuple[OfficeSlide, ...] = ()
    sections: tuple[str, ...] = ()
    """The names of a deck's sections."""
    untitled_controls: tuple[str, ...] = ()
    """The places of form fields without a title."""
    embedded: frozenset[str] = field(default_factory=frozenset)
    """The fonts that the file brings along, in small letters."""
    width: Emu = Emu(0)
    """Of a slide; 0 for a document."""
    height: Emu = Emu(0)

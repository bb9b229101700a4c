"""A Word document as it is written: its paragraphs in reading order, and where each stands (ECMA-376 Part 1, 17)."""

from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS = 20
"""Twentieths of a point, in which Word measures."""
Element = etree._Element  # noqa: SLF001 - lxml has no other name for the type


@dataclass(frozen=True, slots=True)
class Area:
    """The page of a section and the text area between its margins, in points from the bottom left, as in a PDF."""

    width: float
    height: float
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table: how many rows it has and how many of the first are its header.

    `answer` says that it is a field to write in: one column, text in the first row only. `row_height` is the least
    height of a ruled row in points, 0 where none is given.
    """

    number: int
    rows: int
    header_rows: int
    answer: bool
    row_height: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its row from 0, and its edges in points, measured from the left edge of the text area.

    The edges are None where only the program that prints knows them. `exact` is a height in points that cuts what is
    higher, 0 where there is none.
    """

    table: Table
    row: int
    left: float | None
    right: float | None
    exact: float

    @property
    def header(self) -> bool:
        """Whether the cell stands in a header row that is followed by others."""
        return self.row < self.table.header_rows < self.table.rows


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph.

    `text` keeps tabs, and leaves out what is hidden, deleted, or counted when the document is printed. `level` is that
    of a heading, from 1. `keeps_next` says that it is kept with the next, `style_keeps` that its style does so, as
    those of lines that lead do, `new_page` that it asks for a page of its own, `bold` that its runs are bold, whatever
    its style says. `line` is a line height in points that cuts what is higher, 0 where there is none. `contents` is the
    number of the contents table to which it belongs, and None elsewhere.
    """

    text: str
    style: str
    level: int | None
    keeps_next: bool
    style_keeps: bool
    new_page: bool
    bold: bool
    line: float
    cell: Cell | None
    picture: bool
    floating: bool
    contents: int | None
    section: int


@dataclass(frozen=True, slots=True)
class Written:
    """A document: its blocks, the areas of its sections, the instructions of its contents tables, and its parts as XML.

    `parts` holds the body and whatever else is printed: headers, footers, notes, by their names.
    """

    blocks: tuple[Block, ...]
    areas: tuple[Area, ...]
    contents: tuple[str, ...]
    parts: dict[str, Element]

    def area(self, block: Block) -> Area:
        """Give the text area of the section in which a block stands."""
        return self.areas[min(block.section, len(self.areas) - 1)]


def number(element: Element | None, name: str, default: float = 0) -> float:
    """Give the number in an attribute of Word's, or the default where there is none that can be read."""
    try:
        return float(element.get(W + name, default)) if element is not None else default
    except ValueError:
        return default


def is_on(parent: Element | None, name: str) -> bool | None:
    """Say whether a property is switched on; None where nothing is said (17.17.4)."""
    found = parent.find(W + name) if parent is not None else None
    return None if found is None else found.get(f"{W}val", "true") not in {"0", "false", "off"}


def area_of(section: Element | None) -> Area:
    """Measure a section; what it does not say is as Word has it for a new document."""
    size = section.find(f"{W}pgSz") if section is not None else None
    margins = section.find(f"{W}pgMar") if section is not None else None
    width, height = number(size, "w", 11906) / TWIPS, number(size, "h", 16838) / TWIPS
    top, right, bottom, left = (abs(number(margins, side, 1440)) / TWIPS for side in ("top", "right", "bottom", "left"))
    gutter = number(margins, "gutter") / TWIPS
    return Area(width, height, left + gutter, bottom, width - right, height - top)

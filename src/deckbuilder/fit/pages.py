"""What stays together on a page of a Word document: groups of blocks that fit on one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuilder.fit.measure import Measure
from deckbuilder.ir.document import (
    Answer,
    Block,
    Cell,
    Document,
    Field,
    Grid,
    Heading,
    Listing,
    Single,
    SlidePicture,
    Text,
    Ticks,
    Together,
)
from deckbuilder.ir.page import PageLook, StyleLook
from deckbuilder.ir.template import Image, TextLevel
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.units import Pt

_FULL = 1.0
"""How much of a page a group may fill; ours is some five per cent above what LibreOffice measures."""
_CELL_SIDES, _CELL_EDGES = 12.0, 8.5
"""What a cell takes beside its text in width and in height, in points, with its rule."""
_TABLE_END = 8.0
"""The height of what stands after a table, in points."""


def kept_together(document: Document, page: PageLook, pictures: Mapping[int, Image]) -> Document:
    """Let go of the groups that are higher than a page: what is meant to stay together would leave a gap before it.

    `pictures` are those of the slides, by their numbers.
    """
    measure = _PageMeasure(page, pictures)
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Together) and measure.height(block.blocks) > page.height * _FULL:
            blocks += block.blocks
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


class _PageMeasure:
    """Measures blocks on a page. Lengths are in points."""

    def __init__(self, page: PageLook, pictures: Mapping[int, Image]) -> None:
        self._page = page
        self._pictures = pictures
        self._measure = Measure(page.fonts)

    def height(self, blocks: Sequence[Single]) -> float:
        return sum(self._block(block) for block in blocks)

    def _block(self, block: Single) -> float:  # a line for each kind of block
        match block:
            case Heading():
                return self._paragraph(block.runs, f"heading {block.level}")
            case Text():
                return self._paragraph(block.runs, block.style)
            case Listing():
                return sum(self._item(item, block.style) for item in block.items)
            case Grid():
                return self._grid(block)
            case Answer():
                return block.lines * (self._page.answer_line + 1) + _TABLE_END
            case Ticks():
                return sum(self._paragraph(runs, "Option", self._page.indent) for _, runs in block.options)
            case SlidePicture():
                return self._picture(block)
            case _:
                return 0.0

    def _paragraph(self, runs: Sequence[Run], style: str, indent: float = 0, width: float | None = None) -> float:
        look = self._page.styles[style]
        wide = (self._page.width if width is None else width) - look.left - indent
        return self._lines(runs, look, wide) + look.before + look.after

    def _lines(self, runs: Sequence[Run], look: StyleLook, width: float) -> float:
        level = TextLevel(look.size, bold=look.bold, heading_font=look.heading_font, line_spacing=look.line)
        lines = self._measure.lines(runs, Pt(width), look.size, level)
        return lines * look.size * self._measure.line_height(level)

    def _item(self, item: Paragraph, style: str) -> float:
        if item.list is ListKind.NONE:
            return self._paragraph(item.runs, "Body Text" if style == "List" else style)
        name = style if style != "List" else "List Number" if item.list is ListKind.NUMBER else "List Bullet"
        return self._paragraph(item.runs, name, self._page.indent * (item.level + 1))

    def _grid(self, grid: Grid) -> float:
        header = tuple((Paragraph((Run(name),)),) for name in grid.header)
        rows = [max(self._row(row, grid), grid.row_height) for row in grid.rows]
        return self._row(header, grid, "Table Heading") + sum(rows) + _TABLE_END

    def _row(self, row: Sequence[Cell], grid: Grid, style: str = "Table Text") -> float:
        heights = [
            self._cell(cell, self._page.width * share - _CELL_SIDES, style)
            for cell, share in zip(row, grid.widths, strict=True)
        ]
        return max(heights) + _CELL_EDGES

    def _cell(self, cell: Cell, width: float, style: str) -> float:
        paragraphs = (Paragraph((Run(cell.prompt),)),) if isinstance(cell, Field) else cell
        return sum(self._paragraph(paragraph.runs, style, width=width) for paragraph in paragraphs)

    def _picture(self, picture: SlidePicture) -> float:
        image = self._pictures.get(picture.number)
        if image is None:
            return 0.0
        look = self._page.styles["Slide Picture"]
        return self._page.slide_width * image.height / image.width + look.before + look.after

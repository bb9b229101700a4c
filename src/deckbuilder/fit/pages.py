"""What stays together on a page of a Word document: groups of blocks that fit on one."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from deckbuilder.fit.measure import CAUTION, Measure
from deckbuilder.ir.document import (
    Answer,
    Block,
    Cell,
    Contents,
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

_UNDER = 0.12
"""How much of a page stands under a heading at least, where there is so much."""
_SMALLEST_PICTURE = 0.6
"""How small a slide's picture may become so that its part fits on a page: its title can still be read."""
_SHARED_PICTURE = 0.75
"""How small it may become so that two parts share a page, with two pictures of one size."""
_CELL_SIDES, _CELL_EDGES = 12.0, 8.5
"""What a cell takes beside its text in width and in height, in points, with its rule."""
_TABLE_END = 8.0
"""The height of what stands after a table, in points."""


def kept_together(document: Document, page: PageLook, pictures: Mapping[int, Image]) -> Document:
    """Decide where a document's groups stand: on one page each, on a new one where the last has no room for them.

    Word would find that out by itself from paragraphs that are kept with the next; other programs give up in a long
    chain of these, and leave a heading alone at the foot of a page. `pictures` are those of the slides, by their
    numbers.
    """
    measure = _PageMeasure(document, page, pictures)
    placed = _Placing(measure, page)
    blocks = document.blocks
    for index, block in enumerate(blocks):
        placed.put(block, blocks[index + 1] if index + 1 < len(blocks) else None)
    header = _on_one_line(document.header, page.styles["header"], page, measure)
    return replace(document, blocks=tuple(placed.blocks), header=header)


def _on_one_line(header: str, look: StyleLook, page: PageLook, measure: "_PageMeasure") -> str:
    """Shorten what comes before the kind of document in a header, at a word, until the header stays on one line."""
    title, dot, kind = header.rpartition(" · ")
    words = title.split(" ")
    for count in range(len(words), 0, -1):
        short = title if count == len(words) else " ".join(words[:count]).rstrip(",;:·–- ") + "…"
        if measure.is_one_line(short + dot + kind, look, page.width):
            return short + dot + kind
    return header


class _Placing:
    """Puts blocks on pages, one after the other, and knows how far the last page is filled."""

    def __init__(self, measure: "_PageMeasure", page: PageLook) -> None:
        self.blocks: list[Block] = []
        self._measure = measure
        self._height = page.height
        self._used: float = page.opening
        """Of the last page, in points."""
        self._alone: float = 0.0
        """The height of the picture of a group that is the only one on the page so far; 0 where there is none."""
        self._headings: list[Heading] = []
        """Those that wait for what they lead to."""

    def put(self, block: Block, following: Block | None) -> None:
        if isinstance(block, Heading) and isinstance(following, Heading | Together):
            self._headings.append(block)
        elif isinstance(block, Together):
            self._unit(self._with_room((*self._waiting(), *block.blocks)), keep=True)
        elif isinstance(block, Heading):
            self._unit((*self._waiting(), block), under=self._under(following))
        else:
            self._unit((block,))

    def _with_room(self, blocks: tuple[Single, ...]) -> tuple[Single, ...]:
        """Make the picture in a group smaller where the group then fits on what is left of a page, or on one."""
        height = self._measure.height(blocks)
        high = self._measure.pictures(blocks)
        if not high:
            return blocks
        if self._alone and not _begins_page(blocks):
            shared = 1 - (self._used + height - self._height) / (high + self._alone)
            if _SHARED_PICTURE <= shared < 1:
                self._make_smaller(shared)
                return _scaled(blocks, shared)
        whole = 1 - (height - self._height) / high
        return _scaled(blocks, whole) if _SMALLEST_PICTURE <= whole < 1 else blocks

    def _make_smaller(self, scale: float) -> None:
        """Make the picture of the last group smaller, so that it is as large as that of the next on the same page."""
        last = self.blocks[-1]
        if isinstance(last, Together):
            self.blocks[-1] = Together(_scaled(last.blocks, scale))
            self._used -= self._alone * (1 - scale)

    def _under(self, following: Block | None) -> float:
        if following is None or isinstance(following, Together):
            return 0.0
        return min(self._measure.height((following,)), self._height * _UNDER)

    def _waiting(self) -> list[Heading]:
        waiting, self._headings = self._headings, []
        return waiting

    def _unit(self, blocks: tuple[Single, ...], *, under: float = 0.0, keep: bool = False) -> None:
        """Put blocks on the page, or on a new one where there is no room for them and for `under`."""
        height = self._measure.height(blocks)
        first = blocks[0]
        if isinstance(first, Heading):
            if self._used and self._used + height + under > self._height:
                first = replace(first, new_page=True)
            if first.new_page:
                self._used = 0.0
        elif isinstance(first, Contents) or (keep and self._used + height > self._height):
            self._used = 0.0
        blocks = (first, *blocks[1:])
        self._alone = 0.0 if self._used else self._measure.pictures(blocks)
        if keep and height <= self._height:
            self.blocks.append(Together(blocks))
        else:
            self._alone = 0.0
            self.blocks += _let_go(blocks) if keep else blocks
        self._used = (self._used + height) % self._height


def _begins_page(blocks: tuple[Single, ...]) -> bool:
    first = blocks[0]
    return isinstance(first, Heading) and first.new_page


def _scaled(blocks: tuple[Single, ...], scale: float) -> tuple[Single, ...]:
    return tuple(replace(block, scale=scale) if isinstance(block, SlidePicture) else block for block in blocks)


def _let_go(blocks: tuple[Single, ...]) -> tuple[Single, ...]:
    """Let a group break across pages, but not before its last line alone."""
    if len(blocks) < 2:
        return blocks
    *first, leading, last = blocks
    if isinstance(leading, Text) and isinstance(last, Text):
        return (*first, replace(leading, keep_next=True), last)
    return blocks


class _PageMeasure:
    """Measures blocks on a page. Lengths are in points."""

    def __init__(self, document: Document, page: PageLook, pictures: Mapping[int, Image]) -> None:
        self._headings = document.headings
        self._page = page
        self._pictures = pictures
        self._measure = Measure(page.fonts, least_line=0.0, caution=CAUTION)
        self._lines_of: dict[str, tuple[StyleLook, TextLevel, float]] = {}
        """By style: its look, as a level of text, and the height of a line."""
        self._heights: dict[int, tuple[Single, float]] = {}
        """The blocks measured so far, by their identities: a group is asked for more than once."""

    def is_one_line(self, text: str, look: StyleLook, width: float) -> bool:
        level = TextLevel(look.size, bold=look.bold, heading_font=look.heading_font)
        return self._measure.lines((Run(text),), Pt(width), look.size, level) == 1

    def height(self, blocks: Iterable[Single]) -> float:
        total = 0.0
        for block in blocks:
            known = self._heights.get(id(block))
            if known is None:
                known = self._heights[id(block)] = (block, self._block(block))
            total += known[1]
        return total

    def pictures(self, blocks: Iterable[Single]) -> float:
        """Give the height of the pictures among blocks, without the space around them."""
        look = self._page.styles["Slide Picture"]
        found = (self.height((block,)) for block in blocks if isinstance(block, SlidePicture))
        return sum(max(height - look.before - look.after, 0.0) for height in found)

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
            case Contents():
                return self._contents(block)

    def _contents(self, contents: Contents) -> float:
        entries = [heading for heading in self._headings if heading.level <= contents.levels]
        title = self._paragraph((Run(contents.title),), "TOC Heading")
        return title + sum(self._paragraph(heading.runs, f"toc {heading.level}") for heading in entries)

    def _paragraph(self, runs: Sequence[Run], style: str, indent: float = 0, width: float | None = None) -> float:
        known = self._lines_of.get(style)
        if known is None:
            look = self._page.styles[style]
            level = TextLevel(look.size, bold=look.bold, heading_font=look.heading_font, line_spacing=look.line)
            known = self._lines_of[style] = (look, level, look.size * self._measure.line_height(level))
        look, level, height = known
        wide = (self._page.width if width is None else width) - look.left - indent
        return self._measure.lines(runs, Pt(wide), look.size, level) * height + look.before + look.after

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
        return self._page.slide_width * picture.scale * image.height / image.width + look.before + look.after

"""From blocks to the body of a document."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from deckbuilder.ir.document import (
    Answer,
    Block,
    Contents,
    Document,
    Grid,
    Heading,
    Listing,
    SlidePicture,
    Text,
    Ticks,
    Together,
)
from deckbuilder.ir.template import Image
from deckbuilder.ir.text import ListKind, Paragraph
from deckbuilder.office.word.contents import contents_table, toc_bookmark
from deckbuilder.office.word.controls import ControlWriter
from deckbuilder.office.word.numbering import Numbering
from deckbuilder.office.word.paragraphs import ParagraphWriter, bookmark_name
from deckbuilder.office.word.picture import slide_picture
from deckbuilder.office.word.styles import RULED
from deckbuilder.office.word.tables import TableWriter
from deckbuilder.office.word.template import ListLevel


class BodyWriter(Struct, dict=True):
    """Writes the blocks of one document."""

    document: Document
    paragraphs: ParagraphWriter
    controls: ControlWriter
    numbering: Numbering
    pictures: Mapping[int, Image]
    """Those of the slides, by their numbers."""
    pages: Sequence[int]
    """On which page each heading stands; empty where nobody knows."""
    _headings: int = 0

    @cached_property
    def _tables(self) -> TableWriter:
        return TableWriter(self.paragraphs, self.controls)

    def write(self) -> str:
        """Give the body's XML."""
        return "".join(self._block(block) for block in self.document.blocks)

    def _block(self, block: Block) -> str:  # noqa: PLR0911  # a line for each kind of block
        match block:
            case Heading():
                return self._heading(block)
            case Text():
                return self.paragraphs.paragraph(self._style(block.style), block.runs, keep=block.keep_next)
            case Listing():
                return self._listing(block)
            case Grid():
                return self._tables.grid(block)
            case Answer():
                return self._tables.answer(block)
            case Ticks():
                return self._ticks(block)
            case SlidePicture():
                return self._picture(block)
            case Contents():
                return contents_table(block, self.document.headings, self.pages, self.paragraphs)
            case Together():
                self.paragraphs.begin_group()
                return self.paragraphs.end_group("".join(self._block(each) for each in block.blocks))

    def _heading(self, heading: Heading) -> str:
        self._headings += 1
        before = "<w:pageBreakBefore/>" if heading.new_page else ""
        names = [toc_bookmark(self._headings)] + ([bookmark_name(heading.anchor)] if heading.anchor else [])
        content = self.paragraphs.bookmarked(names, self.paragraphs.runs(heading.runs))
        return self.paragraphs.written(self._style(f"heading {heading.level}"), content, before)

    def _style(self, name: str) -> str:
        return self.paragraphs.style(name)

    def _listing(self, listing: Listing) -> str:
        """Write a list: each level of numbers counts for itself, and again under each item above it."""
        numbers: dict[int, int] = {}
        written = []
        for item in listing.items:
            numbers = {level: number for level, number in numbers.items() if level <= item.level}
            if item.list is ListKind.NONE:
                style = "Body Text" if listing.style == "List" else listing.style
                written.append(self.paragraphs.paragraph(self._style(style), item.runs))
                continue
            place = self._place(listing, item)
            number = place.list
            if item.list is ListKind.NUMBER:
                if item.level not in numbers:
                    start = listing.start if item.level == 0 else 1
                    numbers[item.level] = self.numbering.numbered(place.list, place.level, start)
                number = numbers[item.level]
            properties = (
                f'<w:numPr><w:ilvl w:val="{place.level}"/><w:numId w:val="{number}"/></w:numPr>' if number else ""
            )
            written.append(self.paragraphs.paragraph(place.style, item.runs, properties + place.indent))
        return "".join(written)

    def _place(self, listing: Listing, item: Paragraph) -> ListLevel:
        """Say how an item is set: in the lists of the text, or in those of the passage it belongs to."""
        lists = self.paragraphs.template.lists
        numbered = item.list is ListKind.NUMBER
        if listing.style == "List":
            levels = lists.numbers if numbered else lists.bullets
            return levels[min(item.level, len(levels) - 1)]
        own = lists.passage_numbers if numbered else lists.passage_bullets
        edge = 567 if listing.style == "Prompt" else 200 if listing.style in RULED else 0
        left = edge + lists.indent * (item.level + 1)
        indent = f'<w:ind w:left="{left}" w:hanging="{lists.indent}"/>' if edge else ""
        return ListLevel(self._style(listing.style), own, item.level, indent)

    def _ticks(self, ticks: Ticks) -> str:
        """Write a line for each option: they stay together, and with what asks for them."""
        last = len(ticks.options) - 1
        indent = self.paragraphs.template.lists.indent
        properties = (
            f'<w:tabs><w:tab w:val="left" w:pos="{indent}"/></w:tabs><w:ind w:left="{indent}" w:hanging="{indent}"/>'
        )
        return "".join(
            self.paragraphs.written(
                self._style("Option"),
                f"{self.controls.control(option)}<w:r><w:tab/></w:r>{self.paragraphs.runs(runs)}",
                properties,
                keep=index < last,
            )
            for index, (option, runs) in enumerate(ticks.options)
        )

    def _picture(self, picture: SlidePicture) -> str:
        image = self.pictures.get(picture.number)
        if image is None:
            return ""
        content = slide_picture(self.paragraphs.package, image, picture, self.paragraphs.template.page.slide_width)
        return self.paragraphs.written(self._style("Slide Picture"), content, keep=True)

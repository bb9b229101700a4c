"""From blocks to the body of a document."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from zlib import crc32

from deckbuilder.ir.document import Answer, Block, Contents, Document, Grid, Heading, Listing, Text
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.word.controls import text_control
from deckbuilder.office.word.numbering import Numbering
from deckbuilder.office.word.parts import DOCUMENT_PART
from deckbuilder.office.word.styles import RULED
from deckbuilder.office.word.template import ListLevel, WordTemplate


@dataclass(slots=True)
class BodyWriter:
    """Writes the blocks of one document."""

    package: Package
    template: WordTemplate
    document: Document
    numbering: Numbering
    _anchors: frozenset[str] = frozenset()
    _bookmarks: int = 0
    _links: dict[str, str] = field(default_factory=dict)

    def write(self) -> str:
        """Give the body's XML."""
        headings = [block for block in self.document.blocks if isinstance(block, Heading)]
        self._anchors = frozenset(heading.anchor for heading in headings if heading.anchor)
        written = []
        count = 0
        for block in self.document.blocks:
            if isinstance(block, Heading):
                count += 1
                written.append(self._heading(block, count))
            elif isinstance(block, Contents):
                written.append(self._contents(block, headings))
            else:
                written.append(self._block(block))
        return "".join(written)

    def _block(self, block: Block) -> str:
        match block:
            case Text():
                keep = "<w:keepNext/>" if block.keep_next else ""
                return self._paragraph(self._style(block.style), block.runs, keep)
            case Listing():
                return self._listing(block)
            case Grid():
                return self._grid(block)
            case Answer():
                return self._answer(block)
            case _:
                raise AssertionError(f"no block {block!r} is written here")

    def _heading(self, heading: Heading, count: int) -> str:
        before = "<w:pageBreakBefore/>" if heading.new_page else ""
        style = self._style(f"heading {heading.level}")
        names = [toc_bookmark(count)] + ([bookmark_name(heading.anchor)] if heading.anchor else [])
        starts = ends = ""
        for name in names:
            starts += f'<w:bookmarkStart w:id="{self._bookmarks}" w:name="{name}"/>'
            ends += f'<w:bookmarkEnd w:id="{self._bookmarks}"/>'
            self._bookmarks += 1
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}</w:pPr>{starts}{self._runs(heading.runs)}{ends}</w:p>'

    def _paragraph(self, style: str, runs: Sequence[Run], properties: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{self._runs(runs)}</w:p>'

    def _runs(self, runs: Sequence[Run]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        target = self._link(run.link) if run.link else ""
        properties = f'<w:rStyle w:val="{self._style("Hyperlink")}"/>' if target else ""
        properties += "<w:b/><w:bCs/>" if run.strong else ""
        properties += "<w:i/><w:iCs/>" if run.emphasis else ""
        if properties:
            properties = f"<w:rPr>{properties}</w:rPr>"
        lines = [f'<w:t xml:space="preserve">{xml.text(line)}</w:t>' for line in run.text.split("\n")]
        written = f"<w:r>{properties}{'<w:br/>'.join(lines)}</w:r>"
        return f"<w:hyperlink {target}>{written}</w:hyperlink>" if target else written

    def _link(self, target: str) -> str:
        if target.startswith("#"):
            # A slide that this document does not describe is no place to lead to.
            return f'w:anchor="{bookmark_name(target[1:])}"' if target[1:] in self._anchors else ""
        if target not in self._links:
            self._links[target] = self.package.relate(DOCUMENT_PART, "hyperlink", target, external=True)
        return f'r:id="{self._links[target]}"'

    def _style(self, name: str) -> str:
        return self.template.styles[name]

    def _listing(self, listing: Listing) -> str:
        """Write a list: each level of numbers counts for itself, and again under each item above it."""
        numbers: dict[int, int] = {}
        written = []
        for item in listing.items:
            numbers = {level: number for level, number in numbers.items() if level <= item.level}
            if item.list is ListKind.NONE:
                style = "Body Text" if listing.style == "List" else listing.style
                written.append(self._paragraph(self._style(style), item.runs))
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
            written.append(self._paragraph(place.style, item.runs, properties + place.indent))
        return "".join(written)

    def _place(self, listing: Listing, item: Paragraph) -> ListLevel:
        """Say how an item is set: in the lists of the text, or in those of the passage it belongs to."""
        lists = self.template.lists
        numbered = item.list is ListKind.NUMBER
        if listing.style == "List":
            levels = lists.numbers if numbered else lists.bullets
            return levels[min(item.level, len(levels) - 1)]
        own = lists.passage_numbers if numbered else lists.passage_bullets
        edge = 567 if listing.style == "Prompt" else 200 if listing.style in RULED else 0
        left = edge + lists.indent * (item.level + 1)
        indent = f'<w:ind w:left="{left}" w:hanging="{lists.indent}"/>' if edge else ""
        return ListLevel(self._style(listing.style), own, item.level, indent)

    def _grid(self, grid: Grid) -> str:
        widths = [round(self.template.text_width * share) for share in grid.widths]
        style = self._style("Form Table" if grid.fillable else "Reading Table")
        header = "".join(
            self._cell((Paragraph((Run(name),)),), width, self._style("Table Heading"), right=self._right(grid, column))
            for column, (name, width) in enumerate(zip(grid.header, widths, strict=True))
        )
        height = f'<w:trHeight w:val="{round(grid.row_height * 20)}" w:hRule="atLeast"/>' if grid.row_height else ""
        rows = []
        for number, row in enumerate(grid.rows, 1):
            cells = []
            for column, (cell, width) in enumerate(zip(row, widths, strict=True)):
                if grid.fillable and not any(paragraph.text for paragraph in cell):
                    name = (
                        grid.header[column]
                        if not grid.heading_column or column > 1 or len(grid.header) > 2
                        else row[0][0].text
                    )
                    title = f"{name}, row {number}" if name == grid.header[column] else name
                    control = text_control(f"{grid.fillable}.r{number}.c{column + 1}", title, " ", *self._field_styles)
                    cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{control}</w:tc>')
                else:
                    cells.append(self._cell(cell, width, self._style("Table Text"), right=self._right(grid, column)))
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>")
        first_column = int(grid.heading_column)
        look = 0x0420 + 0x0080 * first_column + 0x0200 * bool(grid.fillable)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{look:04X}" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="{int(bool(grid.fillable))}" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{xml.attribute(grid.description)}"/><w:tblDescription w:val="{xml.attribute(grid.description)}"/></w:tblPr>'
            f"{_columns(widths)}<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>{''.join(rows)}</w:tbl>{self._after_table()}"
        )

    @staticmethod
    def _right(grid: Grid, column: int) -> bool:
        return bool(grid.right_aligned) and grid.right_aligned[column]

    def _cell(self, content: Sequence[Paragraph], width: int, style: str, *, right: bool) -> str:
        align = '<w:jc w:val="right"/>' if right else ""
        paragraphs = []
        for paragraph in content:
            listed = ""
            if paragraph.list is ListKind.BULLET and paragraph.level:
                listed = (
                    f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self.template.lists.passage_bullets}"/></w:numPr>'
                )
            paragraphs.append(self._paragraph(style, paragraph.runs, listed + align))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'

    def _answer(self, answer: Answer) -> str:
        """Write room for an answer: the control, and below it ruled lines for a pen."""
        width = self.template.text_width
        cell = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        height = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{self.template.answer_line}" w:hRule="atLeast"/>'
        style = self._style("Answer")
        keep = f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:keepNext/></w:pPr></w:p>'
        last = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
        control = text_control(answer.tag, answer.title, answer.prompt, *self._field_styles)
        rows = f"<w:tr>{height}<w:tblHeader/></w:trPr><w:tc>{cell}{control}</w:tc></w:tr>"
        for line in range(1, answer.lines):
            content = last if line == answer.lines - 1 else keep
            rows += f"<w:tr>{height}</w:trPr><w:tc>{cell}{content}</w:tc></w:tr>"
        title = xml.attribute(answer.title)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._style("Answer Lines")}"/><w:tblW w:w="{width}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{title}"/>'
            f'<w:tblDescription w:val="Room for the answer"/></w:tblPr>{_columns([width])}{rows}</w:tbl>{self._after_table()}'
        )

    @property
    def _field_styles(self) -> tuple[str, str]:
        return self._style("Answer"), self._style("Placeholder Text")

    def _after_table(self) -> str:
        """Write what stands after a table: it must not touch the next one, or Word makes one table of the two."""
        return f'<w:p><w:pPr><w:pStyle w:val="{self._style("Table End")}"/></w:pPr></w:p>'

    def _contents(self, contents: Contents, headings: list[Heading]) -> str:
        """Write the contents table with its entries, so that it is full when the file opens, and asks nothing."""
        entries = [(count, heading) for count, heading in enumerate(headings, 1) if heading.level <= contents.levels]
        if not entries:
            return ""
        outline = " \\u" if self.template.outline_contents else ""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-'
            f'{contents.levels}" \\h \\z \\n{outline} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        lines = [self._paragraph(self._style("TOC Heading"), (Run(contents.title),), "<w:pageBreakBefore/>")]
        for index, (count, heading) in enumerate(entries):
            style = self._style(f"toc {heading.level}")
            link = (
                f'<w:hyperlink w:anchor="{toc_bookmark(count)}" w:history="1"><w:r><w:t xml:space="preserve">'
                f"{xml.text(heading.text)}</w:t></w:r></w:hyperlink>"
            )
            lines.append(
                f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{begin if index == 0 else ""}{link}'
                f"{end if index == len(entries) - 1 else ''}</w:p>"
            )
        return "".join(lines)


def _columns(widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def toc_bookmark(count: int) -> str:
    """Name the bookmark of a heading by its number in the document, as Word does."""
    return f"_Toc{count:09d}"


def bookmark_name(anchor: str) -> str:
    """Make a bookmark's name of an anchor: Word allows letters, digits and underscores, forty at most."""
    name = "a_" + anchor.replace("-", "_")
    return name if len(name) <= 40 else f"{name[:31]}_{crc32(anchor.encode()):08x}"

"""Tables that are read, tables that are filled in, and ruled room for answers."""

from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.ir.document import Answer, Cell, Field, FieldKind, Grid
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office import xml
from deckbuilder.office.word.controls import ControlWriter
from deckbuilder.office.word.paragraphs import ParagraphWriter


class TableWriter(Struct, frozen=True):
    """Writes the tables of one document's body. No row breaks across pages."""

    paragraphs: ParagraphWriter
    controls: ControlWriter

    def grid(self, grid: Grid) -> str:
        """Write a table with a header row that is repeated on each page."""
        style = self.paragraphs.style
        widths = [round(self.paragraphs.template.text_width * share) for share in grid.widths]
        header = "".join(
            self._cell((Paragraph((Run(name),)),), width, style("Table Heading"), right=_right(grid, column))
            for column, (name, width) in enumerate(zip(grid.header, widths, strict=True))
        )
        height = f'<w:trHeight w:val="{round(grid.row_height * 20)}" w:hRule="atLeast"/>' if grid.row_height else ""
        rows = []
        for row in grid.rows:
            cells = "".join(
                self._content(cell, width, right=_right(grid, column))
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            rows.append(f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>")
        first_column, form = int(grid.heading_column), int(grid.is_form)
        look = (
            f'<w:tblLook w:val="{0x0420 + 0x0080 * first_column + 0x0200 * form:04X}" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="{first_column}" w:lastColumn="0" w:noHBand="{form}" w:noVBand="1"/>'
        )
        first = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{header}</w:tr>"
        kind = "Form Table" if grid.is_form else "Reading Table"
        return self._table(kind, widths, look, (grid.description, grid.description), first + "".join(rows))

    def answer(self, answer: Answer) -> str:
        """Write room for an answer: the control, and below it ruled lines for a pen, all on one page."""
        style = self.paragraphs.style("Answer")
        width = self.paragraphs.template.text_width
        cell = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        height = f'<w:trHeight w:val="{round(self.paragraphs.template.page.answer_line * 20)}" w:hRule="atLeast"/>'
        contents = [self.controls.control(answer.field), *[""] * (answer.lines - 1)]
        rows = ""
        for line, content in enumerate(contents, 1):
            header = "<w:tblHeader/>" if line == 1 else ""
            paragraph = self.paragraphs.written(style, content, keep=line < answer.lines)
            rows += f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr><w:tc>{cell}{paragraph}</w:tc></w:tr>"
        look = (
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            'w:noVBand="1"/>'
        )
        return self._table("Answer Lines", [width], look, (answer.field.title, "Room for the answer"), rows)

    def _table(self, kind: str, widths: Sequence[int], look: str, description: tuple[str, str], rows: str) -> str:
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        title, text = (xml.attribute(part) for part in description)
        # It must not touch the next table, or Word makes one of the two.
        after = self.paragraphs.written(self.paragraphs.style("Table End"), "")
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.paragraphs.style(kind)}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}<w:tblCaption w:val="{title}"/><w:tblDescription w:val="{text}"/></w:tblPr>'
            f"<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>{after}"
        )

    def _content(self, cell: Cell, width: int, *, right: bool) -> str:
        if not isinstance(cell, Field):
            return self._cell(cell, width, self.paragraphs.style("Table Text"), right=right)
        align = '<w:jc w:val="center"/>' if cell.kind is FieldKind.TICK else ""
        paragraph = self.paragraphs.written(self.paragraphs.style("Answer"), self.controls.control(cell), align)
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'

    def _cell(self, content: Sequence[Paragraph], width: int, style: str, *, right: bool) -> str:
        align = '<w:jc w:val="right"/>' if right else ""
        paragraphs = []
        for paragraph in content:
            listed = ""
            if paragraph.list is ListKind.BULLET and paragraph.level:
                bullets = self.paragraphs.template.lists.passage_bullets
                listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{bullets}"/></w:numPr>'
            paragraphs.append(self.paragraphs.paragraph(style, paragraph.runs, listed + align))
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def _right(grid: Grid, column: int) -> bool:
    return bool(grid.right_aligned) and grid.right_aligned[column]

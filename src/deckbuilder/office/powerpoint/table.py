"""A table on a slide (ECMA-376 Part 1, 21.1.3)."""

from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.presentation import Table
from deckbuilder.ir.template import Box
from deckbuilder.ir.text import Run
from deckbuilder.office.powerpoint.master import TABLE_STYLE
from deckbuilder.office.powerpoint.text import Linker, direction, runs
from deckbuilder.units import emu_of_points


def table_frame(table: Table, box: Box, language: str, link: Linker) -> str:
    """Write a table's graphic: header row first, widths and heights as `fit` chose them."""
    widths = [round(box.cx * share) for share in table.widths]
    grid = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    rows = (table.header, *table.rows)
    written = "".join(
        f'<a:tr h="{emu_of_points(height)}">{"".join(_cell(cell, index, table, language, link) for index, cell in enumerate(row))}</a:tr>'
        for row, height in zip(rows, table.row_heights, strict=True)
    )
    # The first column of a table whose header runs from right to left is the one at the right.
    way = 'rtl="1" ' if runs_leftwards("".join(run.text for cell in table.header for run in cell)) else ""
    return (
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr {way}firstRow="1">'
        f"<a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{grid}</a:tblGrid>{written}</a:tbl></a:graphicData>"
    )


def _cell(cell: tuple[Run, ...], column: int, table: Table, language: str, link: Linker) -> str:
    # A table's text has no placeholder to take its size from, so the size stands on the runs.
    sized = runs(cell, language, link).replace("<a:rPr ", f'<a:rPr sz="{round(table.size * 100)}" ')
    sized = sized.replace("<a:endParaRPr ", f'<a:endParaRPr sz="{round(table.size * 100)}" ')
    text = "".join(run.text for run in cell)
    way = direction(text, text)
    if table.right_aligned[column] and "algn" not in way:
        way = f' algn="r"{way}'
    align = f"<a:pPr{way}/>" if way else ""
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>{align}{sized}</a:p></a:txBody>"
        f'<a:tcPr marL="91440" marR="91440" marT="{emu_of_points(5)}" marB="{emu_of_points(5)}" anchor="ctr"/></a:tc>'
    )

"""Tables of a Word document: what they are, and what their styles say of a cell (ECMA-376 Part 1, 17.7.6)."""

import re

from deckbuilder.ir.office_file import OfficeTable
from deckbuilder.office.reader.parts import Element, every, find, is_on, name
from deckbuilder.office.reader.word_styles import WordStyles, is_set, shading, value_of

_HEX = re.compile(r"[0-9A-Fa-f]{1,4}")
_FLAGS = {
    "firstRow": 0x20,
    "lastRow": 0x40,
    "firstColumn": 0x80,
    "lastColumn": 0x100,
    "noHBand": 0x200,
    "noVBand": 0x400,
}
"""The bits of `w:tblLook`'s value (17.4.55)."""


def table_of(item: Element, place: str, styles: WordStyles) -> OfficeTable:
    """Describe a table."""
    header = is_set(find(find(item, "w:tr"), "w:trPr/w:tblHeader"))
    merged = any(
        find(cell, f"w:tcPr/w:{kind}") is not None
        for cell in every(item, "w:tr/w:tc")
        for kind in ("gridSpan", "vMerge", "hMerge")
    )
    nested = next(iter(item.iterfind(".//" + name("w:tbl"))), None) is not None
    return OfficeTable(place, header, not (merged or nested), _named(item, styles))


def _named(item: Element, styles: WordStyles) -> bool:
    own = (value_of(find(item, f"w:tblPr/w:{kind}")).strip() for kind in ("tblCaption", "tblDescription"))
    if any(own):
        return True
    beside = (item.getprevious(), item.getnext())
    return any(
        other is not None
        and other.tag == name("w:p")
        and any("caption" in value_of(find(style, "w:name")).lower() for style in styles.paragraph_chain(other))
        for other in beside
    )


def style_parts(cell: Element | None, styles: WordStyles) -> list[Element]:
    """Give what the style of a cell's table says of the cell, the strongest first; empty outside tables."""
    row = cell.getparent() if cell is not None else None
    table = next(cell.iterancestors(name("w:tbl")), None) if cell is not None else None
    if row is None or table is None or cell is None:
        return []
    kinds = _kinds(cell, row, table)
    chain = styles.chain(value_of(find(table, "w:tblPr/w:tblStyle")))
    parts = [
        part
        for kind in kinds
        for style in chain
        for part in every(style, "w:tblStylePr")
        if part.get(name("w:type")) == kind
    ]
    return parts + chain


def cell_shading(cell: Element | None, parts: list[Element]) -> str | None:
    """Give the colour of a cell, its own or its style's; None where neither says one."""
    holders = [find(cell, "w:tcPr"), *(find(part, "w:tcPr") for part in parts)]
    return next((found for holder in holders if (found := shading(holder)) is not None), None)


def _kinds(cell: Element, row: Element, table: Element) -> list[str]:
    rows, cells = every(table, "w:tr"), every(row, "w:tc")
    if row not in rows or cell not in cells:  # within a content control: nothing is known of its place
        return []
    look = find(table, "w:tblPr/w:tblLook")
    down, across = rows.index(row), cells.index(cell)
    first_row, first_column = _says(look, "firstRow"), _says(look, "firstColumn")
    kinds = {
        "firstCol": first_column and across == 0,
        "lastCol": _says(look, "lastColumn") and across == len(cells) - 1,
        "firstRow": first_row and down == 0,
        "lastRow": _says(look, "lastRow") and down == len(rows) - 1,
        f"band{(down - first_row) % 2 + 1}Horz": not _says(look, "noHBand"),
        f"band{(across - first_column) % 2 + 1}Vert": not _says(look, "noVBand"),
    }
    return [kind for kind, holds in kinds.items() if holds]


def _says(look: Element | None, flag: str) -> bool:
    if look is None:
        return flag in {"noHBand", "noVBand"}
    own = look.get(name(f"w:{flag}"))
    if own is not None:
        return is_on(own)
    bits = look.get(name("w:val"), "")
    return bool(int(bits, 16) & _FLAGS[flag]) if _HEX.fullmatch(bits) else False

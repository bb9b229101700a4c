"""How cells of a slide's table look: their own fill, or that of the table's style (ECMA-376 Part 1, 20.1.4.2)."""

from lxml import etree
from msgspec import Struct

from deckbuilder.office.reader.inheritance import Lineage
from deckbuilder.office.reader.parts import NS, Element, every, find, is_on, local

_MEDIUM = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
"""The styles that PowerPoint gives new tables, “Medium Style 2”; it knows them without their being in the file."""
_PLAIN = {"{5940675A-B579-460E-94D1-54222C63F5DA}", "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"}
"""Styles without fills: “Table Grid” and “No Grid”."""


class CellLook(Struct, frozen=True):
    """What the style of a table says of a cell."""

    fill: Element | None
    """The holder of a fill; None for none."""
    colour: Element | None
    """The colour of its text, such as `a:schemeClr`; None where the style says none."""
    bold: bool = False
    known: bool = True
    """Whether the style is known."""


class TableLooks:
    """The looks of the cells of one table."""

    def __init__(self, table: Element, lineage: Lineage) -> None:
        self._properties = find(table, "a:tblPr")
        named = find(self._properties, "a:tableStyleId")
        self._name = (named.text or "").strip().upper() if named is not None else ""
        root = lineage.parts.xml(lineage.parts.target(lineage.deck, "tableStyles"))
        held = {style.get("styleId", "").upper(): style for style in every(root, "a:tblStyle")}
        style = held.get(self._name)
        self._style = _medium(_MEDIUM[self._name]) if style is None and self._name in _MEDIUM else style
        self._rows = len(every(table, "a:tr"))
        self._columns = len(every(table, "a:tblGrid/a:gridCol"))

    def of(self, row: int, column: int) -> CellLook:
        """Give the look of a cell, rows and columns counted from 0."""
        if self._style is None:
            return CellLook(None, None, known=not self._name or self._name in _PLAIN)
        parts = [part for kind in self._kinds(row, column) if (part := find(self._style, f"a:{kind}")) is not None]
        fills = (find(part, "a:tcStyle/a:fill") for part in parts)
        texts = [text for part in parts if (text := find(part, "a:tcTxStyle")) is not None]
        colours = (child for text in texts for child in text if local(child).endswith("Clr"))
        bold = next((text.get("b") for text in texts if text.get("b")), None)
        return CellLook(next((fill for fill in fills if fill is not None), None), next(colours, None), is_on(bold))

    def _kinds(self, row: int, column: int) -> list[str]:
        """Give the parts of a style that a cell is in, the strongest first."""
        first_row, first_column = self._is_on("firstRow"), self._is_on("firstCol")
        kinds = {
            "firstRow": first_row and row == 0,
            "lastRow": self._is_on("lastRow") and row == self._rows - 1,
            "firstCol": first_column and column == 0,
            "lastCol": self._is_on("lastCol") and column == self._columns - 1,
            f"band{(row - first_row) % 2 + 1}H": self._is_on("bandRow"),
            f"band{(column - first_column) % 2 + 1}V": self._is_on("bandCol"),
            "wholeTbl": True,
        }
        return [kind for kind, holds in kinds.items() if holds]

    def _is_on(self, mark: str) -> bool:
        return self._properties is not None and is_on(self._properties.get(mark))


def _medium(accent: str) -> Element:
    """Make the definition of a “Medium Style 2”: bands in tints of a colour, edges in the colour itself."""
    text = '<a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle>'
    strong = '<a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle>'
    parts = {
        "wholeTbl": text + _filled(accent, 20_000),
        **dict.fromkeys(("band1H", "band1V"), _filled(accent, 40_000)),
        **dict.fromkeys(("firstRow", "lastRow", "firstCol", "lastCol"), strong + _filled(accent, 100_000)),
    }
    inner = "".join(f"<a:{kind}>{part}</a:{kind}>" for kind, part in parts.items())
    return etree.fromstring(f'<a:tblStyle xmlns:a="{NS["a"]}">{inner}</a:tblStyle>')


def _filled(accent: str, tint: int) -> str:
    colour = f'<a:schemeClr val="{accent}"><a:tint val="{tint}"/></a:schemeClr>'
    return f"<a:tcStyle><a:fill><a:solidFill>{colour}</a:solidFill></a:fill></a:tcStyle>"

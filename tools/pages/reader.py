"""Reading the body of a Word document into blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from lxml import etree

from pages.written import TWIPS, Block, Cell, Element, Table, W, Written, area_of, is_on, number

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_COUNTED = {"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "DATE", "TIME", "FILENAME", "AUTHOR", "REF", "NOTEREF"}
"""Fields whose results the program that prints makes anew."""
_PASSED = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sdtPr", "rubyPr")}


_PRINTED = {"document", "hdr", "ftr", "footnotes", "endnotes"}
"""The parts that are printed, by their first elements."""


def read_document(file: Path) -> Written:
    """Read a .docx file. Raises `BadZipFile`, `KeyError` or `XMLSyntaxError` where it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/") and name.endswith(".xml")]
        trees = {name: etree.fromstring(archive.read(name), parser) for name in names}
    printed = {name: tree for name, tree in trees.items() if etree.QName(tree).localname in _PRINTED}
    body = trees["word/document.xml"].find(f"{W}body")
    if body is None:
        raise KeyError("body")
    reader = BodyReader(Styles.read(trees.get("word/styles.xml")))
    blocks = reader.read(body)
    areas = tuple(area_of(section) for section in body.iter(f"{W}sectPr"))
    return Written(blocks, areas or (area_of(None),), tuple(reader.contents), printed)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document by their ids."""

    by_id: dict[str, Element]
    default: str

    @staticmethod
    def read(part: Element | None) -> "Styles":
        """Read the styles part, where there is one."""
        styles = part.findall(f"{W}style") if part is not None else []
        default = next((s for s in styles if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1"), None)
        by_id = {style.get(f"{W}styleId", ""): style for style in styles}
        return Styles(by_id, default.get(f"{W}styleId", "") if default is not None else "")

    def chain(self, identifier: str) -> Iterator[Element]:
        """Give a style and those it is based on."""
        seen: set[str] = set()
        while identifier in self.by_id and identifier not in seen:
            seen.add(identifier)
            style = self.by_id[identifier]
            yield style
            based = style.find(f"{W}basedOn")
            identifier = based.get(f"{W}val", "") if based is not None else ""

    def name(self, identifier: str) -> str:
        """Give a style's name; its id where it is not defined."""
        style = self.by_id.get(identifier)
        named = style.find(f"{W}name") if style is not None else None
        return named.get(f"{W}val", identifier) if named is not None else identifier


@dataclass(slots=True)
class BodyReader:
    """Reads blocks in order, and keeps the fields that are open from one paragraph to the next."""

    styles: Styles
    contents: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _fields: list[list[str]] = field(default_factory=list)
    _section: int = 0
    _tables: int = 0
    _after_break: bool = False

    def read(self, body: Element) -> tuple[Block, ...]:
        """Read a document's body."""
        self._container(body, None)
        return tuple(self._blocks)

    def _container(self, parent: Element, cell: Cell | None, *, floating: bool = False) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, cell, floating=floating)
            elif child.tag == f"{W}tbl":
                self._table(child, nested=cell is not None or floating)
            elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
                self._container(child, cell, floating=floating)
            elif child.tag == f"{_MC}AlternateContent" and len(child):
                self._container(child[0], cell, floating=floating)

    def _table(self, table: Element, *, nested: bool) -> None:
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
        headers = 0
        while headers < len(rows) and is_on(rows[headers].find(f"{W}trPr"), "tblHeader"):
            headers += 1
        if not headers and len(rows) > 1 and len(rows[0].findall(f"{W}tc")) > 1 and _first_row(table):
            headers = 1
        heights = [row.find(f"{W}trPr/{W}trHeight") for row in rows]
        columns = [number(column, "w") for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        self._tables += 1
        least = min((number(height, "val") for height in heights), default=0) / TWIPS
        found = Table(self._tables, len(rows), headers, _is_answer(rows), least)
        properties = table.find(f"{W}tblPr")
        indent = number(properties.find(f"{W}tblInd"), "w") if properties is not None else 0
        placed = not nested and bool(columns) and (properties is None or properties.find(f"{W}jc") is None)
        for index, row in enumerate(rows):
            before = row.find(f"{W}trPr/{W}gridBefore")
            column = int(number(before, "val"))
            height = heights[index]
            exact = number(height, "val") / TWIPS if height is not None and height.get(f"{W}hRule") == "exact" else 0
            for cell in row.iter(f"{W}tc"):
                if next(cell.iterancestors(f"{W}tr")) is not row:
                    continue
                span = int(number(cell.find(f"{W}tcPr/{W}gridSpan"), "val", 1))
                left = (indent + sum(columns[:column])) / TWIPS if placed else None
                right = (indent + sum(columns[: column + span])) / TWIPS if placed else None
                column += span
                self._container(cell, Cell(found, index, left, right, exact))

    def _paragraph(self, paragraph: Element, cell: Cell | None, *, floating: bool) -> None:
        properties = paragraph.find(f"{W}pPr")
        named = properties.find(f"{W}pStyle") if properties is not None else None
        style = named.get(f"{W}val", "") if named is not None else self.styles.default
        said = [properties, *(own.find(f"{W}pPr") for own in self.styles.chain(style))]
        pieces: list[str] = []
        boxes: list[Element] = []
        bold: list[bool] = []
        contents = self._open_contents()
        self._inline(paragraph, pieces, boxes, bold)
        level = int(number(_first(said, "outlineLvl", "val"), "val", 9)) + 1
        spacing = _first(said, "spacing", "line")
        exact = spacing is not None and spacing.get(f"{W}lineRule") == "exact"
        picture = any(True for _ in paragraph.iter(f"{W}drawing", f"{W}pict", f"{W}object"))
        self._blocks.append(
            Block(
                text="".join(pieces),
                style=self.styles.name(style),
                level=level if level <= 9 else None,
                keeps_next=_switched(said, "keepNext"),
                style_keeps=_switched(said[1:], "keepNext"),
                new_page=_switched(said, "pageBreakBefore") or self._after_break,
                bold=bool(bold) and all(bold),
                line=number(spacing, "line") / TWIPS if exact else 0,
                cell=cell,
                picture=picture,
                floating=floating or (properties is not None and properties.find(f"{W}framePr") is not None),
                contents=self._open_contents() if contents is None else contents,
                section=self._section,
            )
        )
        for box in boxes:
            self._container(box, None, floating=True)
        ends_section = properties is not None and properties.find(f"{W}sectPr") is not None
        self._section += ends_section
        self._after_break = ends_section or any(b.get(f"{W}type") == "page" for b in paragraph.iter(f"{W}br"))

    def _open_contents(self) -> int | None:
        return len(self.contents) - 1 if any(names[:1] == ["TOC"] for names in self._fields) else None

    def _inline(self, parent: Element, pieces: list[str], boxes: list[Element], bold: list[bool]) -> None:
        for child in parent:
            if child.tag == f"{W}fldChar":
                self._field(child.get(f"{W}fldCharType", ""))
            elif child.tag == f"{W}instrText" and self._fields and self._fields[-1][-1:] != ["|"]:
                self._instruction(child.text or "")
            elif child.tag == f"{W}fldSimple":
                self._fields.append([])
                self._instruction(child.get(f"{W}instr", ""))
                self._inline(child, pieces, boxes, bold)
                self._fields.pop()
            elif child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{_MC}AlternateContent" and len(child):
                self._inline(child[0], pieces, boxes, bold)
            elif child.tag in {f"{W}t", f"{W}tab", f"{W}br", f"{W}cr", f"{W}noBreakHyphen"}:
                self._piece(child, pieces)
            elif child.tag not in _PASSED and not (child.tag == f"{W}r" and is_on(child.find(f"{W}rPr"), "vanish")):
                if child.tag == f"{W}r" and "".join(child.itertext(f"{W}t")).strip():
                    bold.append(bool(is_on(child.find(f"{W}rPr"), "b")))
                self._inline(child, pieces, boxes, bold)

    def _piece(self, child: Element, pieces: list[str]) -> None:
        in_contents = self._open_contents() is not None
        if not in_contents and any(names[:1] and names[0] in _COUNTED for names in self._fields):
            pieces.append(" ")
        elif child.tag == f"{W}t":
            pieces.append(child.text or "")
        else:
            pieces.append({f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}.get(str(child.tag), "\n"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append([])
        elif kind == "separate" and self._fields:
            self._fields[-1].append("|")
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _instruction(self, text: str) -> None:
        names = self._fields[-1]
        fresh = not names
        names.extend(word.upper() if fresh else word for word in text.split())
        if fresh and names[:1] == ["TOC"]:
            self.contents.append(text)
        elif names[:1] == ["TOC"]:
            self.contents[-1] += text


def _first(said: list[Element | None], name: str, attribute: str) -> Element | None:
    """Give a property where it is first said: by the paragraph, its style, or one that this is based on."""
    found = (properties.find(W + name) for properties in said if properties is not None)
    return next((element for element in found if element is not None and element.get(W + attribute)), None)


def _switched(said: list[Element | None], name: str) -> bool:
    return next((on for on in (is_on(properties, name) for properties in said) if on is not None), False)


def _first_row(table: Element) -> bool:
    """Say whether a table asks for the look of a header row (17.4.55), which is one for the reader."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    try:
        bits = int(look.get(f"{W}val", "0"), 16)
    except ValueError:
        bits = 0
    return look.get(f"{W}firstRow") == "1" or bool(bits & 0x20)


def _is_answer(rows: list[Element]) -> bool:
    """Say whether a table is a field to write in: one column, several rows, and no text below the first."""
    if len(rows) < 2 or any(len(row.findall(f"{W}tc")) != 1 for row in rows):
        return False
    return not any("".join(row.itertext(f"{W}t")).strip() for row in rows[1:])

"""Reads a presentation."""

from collections.abc import Iterator

from deckbuilder.ir.office_file import OfficeFile, OfficeObject, OfficeParagraph, OfficeShape, OfficeSlide, OfficeTable
from deckbuilder.ir.template import Box
from deckbuilder.office.reader.charts import chart_text
from deckbuilder.office.reader.grounds import Grounds, grounds_of
from deckbuilder.office.reader.inheritance import Lineage, kind_of, own_box
from deckbuilder.office.reader.parts import Element, Parts, every, find, is_decorative, is_on, local, name, whole
from deckbuilder.office.reader.slide_text import paragraphs_of
from deckbuilder.office.reader.table_styles import CellLook, TableLooks
from deckbuilder.units import Emu, Pt

_TITLES = {"title", "ctrTitle"}
_FOOT = {"ftr", "dt", "sldNum", "hdr"}
_BODY_SIZE = Pt(18)
"""The least size of text on slides, but for what stands in the foot."""
_INSETS = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))


def read_deck(parts: Parts, main: str, path: str) -> OfficeFile:
    """Read a presentation from its main part."""
    root = parts.xml(main)
    size = find(root, "p:sldSz")
    slides: list[OfficeSlide] = []
    objects: list[OfficeObject] = []
    tables: list[OfficeTable] = []
    labels: list[OfficeParagraph] = []
    for number, item in enumerate(every(root, "p:sldIdLst/p:sldId"), 1):
        part = parts.by_id(main, item.get(name("r:id"), ""))
        if part is not None and parts.xml(part) is not None:
            reader = _SlideReader(Lineage.of(parts, part, main), f"slide {number}")
            slides.append(reader.read())
            objects += reader.objects
            tables += reader.tables
            labels += reader.labels
    return OfficeFile(
        path,
        parts.title(),
        (*(paragraph for slide in slides for shape in slide.shapes for paragraph in shape.paragraphs), *labels),
        tuple(objects),
        tuple(tables),
        tuple(slides),
        tuple(item.get("name", "") for item in (root.iter(name("p14:section")) if root is not None else ())),
        embedded=frozenset(
            item.get("typeface", "").lower() for item in every(root, "p:embeddedFontLst/p:embeddedFont/p:font")
        ),
        width=Emu(whole(size.get("cx"), 0) if size is not None else 0),
        height=Emu(whole(size.get("cy"), 0) if size is not None else 0),
    )


class _SlideReader:
    def __init__(self, lineage: Lineage, place: str) -> None:
        self.lineage = lineage
        self.place = place
        self.objects: list[OfficeObject] = []
        self.tables: list[OfficeTable] = []
        self.labels: list[OfficeParagraph] = []
        """The texts of charts, which are seen and not read aloud: their alternative text is."""

    def read(self) -> OfficeSlide:
        tree = find(self.lineage.parts.xml(self.lineage.slide), "p:cSld/p:spTree")
        shapes = tuple(self._shapes(tree, inside=False)) if tree is not None else ()
        titles = [shape for shape in shapes if shape.title]
        said = " ".join(paragraph.text for shape in titles for paragraph in shape.paragraphs)
        return OfficeSlide(self.place, " ".join(said.split()) if titles else None, shapes)

    def _shapes(self, tree: Element, *, inside: bool) -> Iterator[OfficeShape]:
        for item in tree:
            kind = local(item)
            properties = find(item, "./*/p:cNvPr")
            if properties is None or kind not in {"sp", "pic", "graphicFrame", "grpSp", "cxnSp"}:
                continue
            if is_on(properties.get("hidden")):
                continue
            place = f"{self.place}, “{properties.get('name', '')}”"
            described = properties.get("descr", "").strip()
            if kind == "grpSp":
                if not described and not is_decorative(properties):
                    yield from self._shapes(item, inside=True)
                continue
            if kind in {"pic", "graphicFrame"}:
                self.objects.append(OfficeObject(place, described, is_decorative(properties)))
            box = None if inside else self.lineage.box(item) if kind == "sp" else own_box(item)
            if kind == "sp":
                yield self._shape(item, place, box)
            elif kind == "graphicFrame":
                yield OfficeShape(place, box, paragraphs=tuple(self._frame(item, place, box)), measurable=False)
            else:
                yield OfficeShape(place, box)

    def _shape(self, item: Element, place: str, box: Box | None) -> OfficeShape:
        kind = kind_of(item)
        foot = kind is not None and kind[0] in _FOOT
        grounds = grounds_of(item, box, self.lineage)
        body = find(item, "p:txBody")
        smallest = Pt(0) if foot else _BODY_SIZE
        fitted = self.lineage.autofit(item)
        way = local(fitted) if fitted is not None else ""
        scale = whole(fitted.get("fontScale"), 100_000) / 100_000 if fitted is not None else 1.0
        said = self.lineage.body
        turned = said(item, "vert") not in {None, "horz"} or whole(said(item, "numCol"), 1) > 1
        spin = find(item, "p:spPr/a:xfrm")
        left, top, right, bottom = (Emu(whole(said(item, key), usual)) for key, usual in _INSETS)
        return OfficeShape(
            place,
            box,
            kind is not None and kind[0] in _TITLES,
            tuple(paragraphs_of(body, item, self.lineage, place, grounds, smallest)),
            (left, top, right, bottom),
            said(item, "wrap") != "none",
            way == "spAutoFit",
            scale,
            not turned and not foot and (spin is None or whole(spin.get("rot"), 0) == 0),
        )

    def _frame(self, frame: Element, place: str, box: Box | None) -> Iterator[OfficeParagraph]:
        behind = grounds_of(frame, box, self.lineage)
        table = find(frame, "a:graphic/a:graphicData/a:tbl")
        if table is not None:
            self._note(table, place)
            yield from self._cells(table, frame, place, behind)
        else:
            self.labels += chart_text(frame, self.lineage, place, behind, _BODY_SIZE)

    def _note(self, table: Element, place: str) -> None:
        properties = find(table, "a:tblPr")
        cells = every(table, "a:tr/a:tc")
        merged = ("gridSpan", "rowSpan", "hMerge", "vMerge")
        self.tables.append(
            OfficeTable(
                place,
                properties is not None and is_on(properties.get("firstRow")),
                not any(
                    cell.get(key) not in {None, "0", "1", "false"} or (is_on(cell.get(key)) and "M" in key)
                    for cell in cells
                    for key in merged
                ),
            )
        )

    def _cells(self, table: Element, frame: Element, place: str, behind: Grounds) -> Iterator[OfficeParagraph]:
        looks = TableLooks(table, self.lineage)
        for row, line in enumerate(every(table, "a:tr")):
            for column, cell in enumerate(every(line, "a:tc")):
                look = looks.of(row, column)
                grounds = self._behind_cell(find(cell, "a:tcPr"), look, behind)
                body = find(cell, "a:txBody")
                yield from paragraphs_of(body, frame, self.lineage, place, grounds, _BODY_SIZE, look)

    def _behind_cell(self, own: Element | None, look: CellLook, behind: Grounds) -> Grounds:
        for holder in (own, look.fill):
            kinds = {local(item) for item in holder} if holder is not None else set()
            if "noFill" in kinds:
                return behind
            if "blipFill" in kinds:
                return Grounds(picture=True)
            if kinds & {"solidFill", "gradFill", "pattFill"}:
                return Grounds(self.lineage.palette.grounds(holder))
        return behind if look.known and look.fill is None else Grounds()

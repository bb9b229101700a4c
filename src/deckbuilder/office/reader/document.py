"""Reads a Word document."""

from deckbuilder.ir.office_file import OfficeFile, OfficeObject, OfficeParagraph, OfficeRun, OfficeTable
from deckbuilder.office.reader.parts import Element, Parts, every, find, is_decorative, is_on, local, name
from deckbuilder.office.reader.word_styles import WordStyles, colour_of, is_set, said, shading, size_of, value_of
from deckbuilder.units import Pt

_SMALL_PRINT = Pt(9)
"""The least size of any text."""
_SHOWN = 40
"""How many characters of a paragraph name it."""
_NO_FIELD = ("docPartObj", "picture", "group", "bibliography", "citation", "equation", "docPartList")
"""Content controls that nobody types into, among them contents tables."""


def read_document(parts: Parts, main: str, path: str) -> OfficeFile:
    """Read a document from its main part."""
    root = parts.xml(main)
    body = find(root, "w:body")
    styles = WordStyles(parts.xml(parts.target(main, "styles")), parts.theme_fonts(main))
    ground = find(root, "w:background")
    page = ground.get(name("w:color"), "") if ground is not None else ""
    reader = _DocumentReader(styles, page.upper() if len(page) == 6 else "FFFFFF")  # digits
    if body is not None:
        reader.read(body)
    fonts = parts.xml(parts.target(main, "fontTable"))
    embedded = {
        item.get(name("w:name"), "").lower()
        for item in every(fonts, "w:font")
        if find(item, "w:embedRegular") is not None
    }
    return OfficeFile(
        path,
        parts.title(),
        tuple(reader.paragraphs),
        tuple(reader.objects),
        tuple(reader.tables),
        untitled_controls=tuple(reader.untitled),
        embedded=frozenset(embedded),
    )


class _DocumentReader:
    def __init__(self, styles: WordStyles, page: str) -> None:
        self._styles = styles
        self._page = page
        self._under = ""
        self._paragraph = 0
        self.paragraphs: list[OfficeParagraph] = []
        self.objects: list[OfficeObject] = []
        self.tables: list[OfficeTable] = []
        self.untitled: list[str] = []

    def read(self, body: Element) -> None:
        for item in body.iter(name("w:p"), name("w:tbl"), name("w:sdt"), name("wp:anchor"), name("wp:inline")):
            if any(local(above) == "Fallback" for above in item.iterancestors()):
                continue
            if item.tag == name("w:p"):
                self._read_paragraph(item)
            elif item.tag == name("w:tbl"):
                self._table(item)
            elif item.tag == name("w:sdt"):
                self._control(item)
            else:
                self._drawing(item)

    def _here(self) -> str:
        return f"under “{self._under}”" if self._under else f"at paragraph {max(self._paragraph, 1)}"

    def _read_paragraph(self, item: Element) -> None:
        self._paragraph += 1
        chain = self._styles.paragraph_chain(item)
        grounds = (self._ground(item, chain),)
        runs = tuple(
            self._run(run, chain, grounds)
            for run in item.iter(name("w:r"))
            if next(run.iterancestors(name("w:p")), None) is item
        )
        heading = self._styles.heading(item)
        text = " ".join("".join(run.text for run in runs).split())
        short = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        if heading and text:
            self._under = short
        place = f"heading “{short}”" if heading else f"paragraph {self._paragraph}: “{short}”"
        above = item.getparent()
        alone = above is not None and above.tag == name("w:body")
        held = next(
            item.iter(*map(name, ("w:drawing", "w:br", "w:sectPr", "w:pict", "w:sdt", "w:bookmarkStart"))), None
        )
        bordered = any(find(holder, "w:pPr/w:pBdr") is not None for holder in (item, *chain))
        self.paragraphs.append(
            OfficeParagraph(
                place,
                runs,
                grounds,
                _SMALL_PRINT,
                heading,
                spacer=alone and not text and held is None and not bordered,
            )
        )

    def _run(self, run: Element, chain: list[Element], grounds: tuple[str, ...]) -> OfficeRun:
        looks = self._styles.looks(run, chain)
        link = next(run.iterancestors(name("w:hyperlink")), None)
        language = said(looks, "lang")
        hidden = is_set(said(looks, "vanish")) or run.find(name("w:delText")) is not None
        text = "" if hidden else "".join(part.text or "" for part in every(run, "w:t"))
        own = shading(find(run, "w:rPr"))
        return OfficeRun(
            text,
            size_of(looks),
            is_set(said(looks, "b")),
            colour_of(looks, grounds) if own is None else None,
            value_of(language),
            self._styles.font(looks),
            link is not None and link.get(name("r:id")) is not None,
        )

    def _ground(self, item: Element, chain: list[Element]) -> str:
        for holder in (item, *chain):
            found = shading(find(holder, "w:pPr"))
            if found is not None:
                return found
        cell = next(item.iterancestors(name("w:tc")), None)
        return shading(find(cell, "w:tcPr")) or self._of_table_style(cell) or self._page

    def _of_table_style(self, cell: Element | None) -> str | None:
        table = next(cell.iterancestors(name("w:tbl")), None) if cell is not None else None
        row = cell.getparent() if cell is not None else None
        if table is None or row is None:
            return None
        for style in self._styles.chain(value_of(find(table, "w:tblPr/w:tblStyle"))):
            for part in every(style, "w:tblStylePr"):
                first = row is next(table.iter(name("w:tr")), None)
                if part.get(name("w:type")) == "firstRow" and first and shading(find(part, "w:tcPr")):
                    return shading(find(part, "w:tcPr"))
            if shading(find(style, "w:tcPr")):
                return shading(find(style, "w:tcPr"))
        return None

    def _table(self, item: Element) -> None:
        row = find(item, "w:tr")
        header = is_set(find(row, "w:trPr/w:tblHeader"))
        merged = any(
            find(cell, f"w:tcPr/w:{kind}") is not None
            for cell in every(item, "w:tr/w:tc")
            for kind in ("gridSpan", "vMerge", "hMerge")
        )
        nested = next(iter(item.iterfind(".//" + name("w:tbl"))), None) is not None
        self.tables.append(OfficeTable(f"table {len(self.tables) + 1}, {self._here()}", header, not (merged or nested)))

    def _control(self, item: Element) -> None:
        properties = find(item, "w:sdtPr")
        kinds = (
            {child.tag.rpartition("}")[2] for child in properties if isinstance(child.tag, str)}
            if (properties is not None)
            else set()
        )
        field = not kinds & set(_NO_FIELD) and next(item.iterancestors(name("w:sdt")), None) is None
        if field and kinds and not value_of(find(properties, "w:alias")).strip():
            self.untitled.append(f"form field {self._here()}")

    def _drawing(self, item: Element) -> None:
        properties = find(item, "wp:docPr")
        if properties is None or is_on(properties.get("hidden")):
            return
        self.objects.append(
            OfficeObject(
                f"“{properties.get('name', '')}”, {self._here()}",
                properties.get("descr", "").strip(),
                is_decorative(properties),
                item.tag == name("wp:anchor") and find(item, "wp:wrapTopAndBottom") is None,
            )
        )

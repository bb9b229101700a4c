"""Reads a Word document."""

from deckbuilder.ir.office_file import OfficeFile, OfficeObject, OfficeParagraph, OfficeRun, OfficeTable
from deckbuilder.office.reader.colours import Palette
from deckbuilder.office.reader.parts import Element, Parts, every, find, local, name
from deckbuilder.office.reader.word_objects import box_grounds, object_of
from deckbuilder.office.reader.word_styles import WordStyles, colour_of, is_set, said, shading, size_of, value_of
from deckbuilder.office.reader.word_tables import cell_shading, style_parts, table_of
from deckbuilder.units import Pt

_SMALL_PRINT = Pt(9)
"""The least size of any text."""
_SHOWN = 40
"""How many characters of a paragraph name it."""
_NO_FIELD = ("docPartObj", "picture", "group", "bibliography", "citation", "equation", "docPartList")
"""Content controls that nobody types into, among them contents tables."""
_STORIES = {"header": "header", "footer": "footer", "footnotes": "footnote", "endnotes": "endnote"}
"""Parts beside the body, by the last word of their relationship's type, and what a message calls them."""
_WORD_NAMES = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_READ = ("w:p", "w:tbl", "w:sdt", "wp:anchor", "wp:inline", "w:pict", "w:object")


def read_document(parts: Parts, main: str, path: str) -> OfficeFile:
    """Read a document from its main part."""
    root = parts.xml(main)
    body = find(root, "w:body")
    styles = WordStyles(parts.xml(parts.target(main, "styles")), parts.theme_fonts(main))
    ground = find(root, "w:background")
    page = ground.get(name("w:color"), "") if ground is not None else ""
    palette = Palette(parts.theme_colours(main), _WORD_NAMES)
    reader = _DocumentReader(styles, palette, page.upper() if len(page) == 6 else "FFFFFF")  # digits
    if body is not None:
        reader.read(body)
    for relation in parts.package.relationships.get(main, []):
        story = _STORIES.get(relation.type.rpartition("/")[2])
        beside = parts.xml(relation.target) if story and not relation.external else None
        if story and beside is not None:
            reader.read(beside, story)
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
    def __init__(self, styles: WordStyles, palette: Palette, page: str) -> None:
        self._styles = styles
        self._palette = palette
        self._story = ""
        self._page = page
        self._under = ""
        self._paragraph = 0
        self.paragraphs: list[OfficeParagraph] = []
        self.objects: list[OfficeObject] = []
        self.tables: list[OfficeTable] = []
        self.untitled: list[str] = []

    def read(self, body: Element, story: str = "") -> None:
        """Read the body, or a part beside it, which has no part in the outline."""
        self._story = story
        for item in body.iter(*map(name, _READ)):
            if any(local(above) == "Fallback" for above in item.iterancestors()):
                continue
            if item.tag == name("w:p"):
                self._read_paragraph(item)
            elif item.tag == name("w:tbl"):
                if not story:  # tables of headers and footers lay text out
                    self.tables.append(table_of(item, f"table {len(self.tables) + 1}, {self._here()}", self._styles))
            elif item.tag == name("w:sdt"):
                self._control(item)
            elif (found := object_of(item, self._here())) is not None:
                self.objects.append(found)

    def _here(self) -> str:
        if self._story:
            return f"in a {self._story}"
        return f"under “{self._under}”" if self._under else f"at paragraph {max(self._paragraph, 1)}"

    def _read_paragraph(self, item: Element) -> None:
        self._paragraph += not self._story
        chain = self._styles.paragraph_chain(item)
        cell = next(item.iterancestors(name("w:tc")), None)
        styled = style_parts(cell, self._styles)
        grounds = self._grounds(item, chain, cell, styled)
        runs = tuple(
            self._run(run, chain, styled, grounds)
            for run in item.iter(name("w:r"))
            if next(run.iterancestors(name("w:p")), None) is item
        )
        heading = self._styles.heading(item) if not self._story else 0
        text = " ".join("".join(run.text for run in runs).split())
        short = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        if heading and text:
            self._under = short
        place = f"heading “{short}”" if heading else f"paragraph {self._paragraph}: “{short}”"
        place = f"{self._story}: “{short}”" if self._story else place
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
                smallest=_SMALL_PRINT,
                heading=heading,
                spacer=alone and not text and held is None and not bordered,
                justified=value_of(self._alignment(item, chain)) in {"both", "distribute"},
            )
        )

    def _alignment(self, item: Element, chain: list[Element]) -> Element | None:
        found = (find(holder, "w:pPr/w:jc") for holder in (item, *chain))
        return next((mark for mark in found if mark is not None), None)

    def _run(self, run: Element, chain: list[Element], styled: list[Element], grounds: tuple[str, ...]) -> OfficeRun:
        looks = self._styles.looks(run, chain, styled)
        link = next(run.iterancestors(name("w:hyperlink")), None)
        language = said(looks, "lang")
        hidden = is_set(said(looks, "vanish")) or run.find(name("w:delText")) is not None
        text = "" if hidden else "".join(part.text or "" for part in every(run, "w:t"))
        own = shading(find(run, "w:rPr"))
        return OfficeRun(
            text,
            size_of(looks),
            is_set(said(looks, "b")),
            colour_of(looks, grounds) if own is None and grounds else None,
            value_of(language),
            self._styles.font(looks),
            link is not None and link.get(name("r:id")) is not None,
            is_set(said(looks, "i")),
            is_set(said(looks, "caps")) or is_set(said(looks, "smallCaps")),
        )

    def _grounds(
        self, item: Element, chain: list[Element], cell: Element | None, styled: list[Element]
    ) -> tuple[str, ...]:
        for holder in (item, *chain):
            found = shading(find(holder, "w:pPr"))
            if found is not None:
                return (found,)
        within = cell_shading(cell, styled)
        if within is not None:
            return (within,)
        boxed = box_grounds(item, self._palette)
        return (self._page,) if boxed is None else boxed

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

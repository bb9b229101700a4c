"""Reads a presentation as an outline (ECMA-376 Part 1, 19)."""

from collections import Counter

from msgspec.structs import replace

from deckbuilder.ir.outline import Outline, OutlineBlock, OutlineSlide, SlideTag
from deckbuilder.ir.text import Paragraph
from deckbuilder.office.powerpoint.slide_tags import tags_of
from deckbuilder.office.reader.inheritance import Lineage, kind_of
from deckbuilder.office.reader.outline.arranging import arranged
from deckbuilder.office.reader.outline.beside import note_what_is_beside
from deckbuilder.office.reader.outline.brand import pictures_on_most
from deckbuilder.office.reader.outline.leads import Leads
from deckbuilder.office.reader.outline.losses import Losses
from deckbuilder.office.reader.outline.pictures import Pictures
from deckbuilder.office.reader.outline.pieces import Piece
from deckbuilder.office.reader.outline.properties import (
    created_on,
    custom_properties,
    language_of,
    property_of,
    title_of,
)
from deckbuilder.office.reader.outline.quotations import is_for_quotation, quoted
from deckbuilder.office.reader.outline.slide_runs import SlideText
from deckbuilder.office.reader.outline.slide_shapes import SlideShapes
from deckbuilder.office.reader.outline.titles import titled
from deckbuilder.office.reader.parts import Element, Parts, every, find, is_on, name, whole

MOST_SLIDES = 1_000
"""The most slides that are read."""
_MOST_SHAPES = 500
"""The most shapes of a layout, each of which is looked at for each of a slide's."""
_LAYOUTS = {"title": "title", "secHead": "section"}
_NOTE_FEET = {"hdr", "ftr", "dt", "sldNum", "sldImg"}


def deck_outline(parts: Parts, main: str) -> Outline:
    """Read a presentation from its main part."""
    return _DeckReader(parts, main).read()


class _DeckReader:
    def __init__(self, parts: Parts, main: str) -> None:
        self._parts = parts
        self._main = main
        self._losses = Losses()
        self._pictures = Pictures(parts.package)
        self._leads = Leads(parts)
        self._seen: set[str] = set()
        self._small: dict[str | None, bool] = {}
        self._spoken: Counter[str] = Counter()
        root = parts.xml(main)
        held: list[tuple[int, str]] = []
        for item in every(root, "p:sldIdLst/p:sldId"):
            part = self._leads.part(main, item.get(name("r:id"), ""))
            if part is not None and part not in self._seen and parts.xml(part) is not None:
                self._seen.add(part)
                held.append((whole(item.get("id"), 0), part))
        self._slides = held[:MOST_SLIDES]
        if len(held) > MOST_SLIDES:
            self._losses.add("the whole deck", f"Only the first {MOST_SLIDES:,} of {len(held):,} slides are read.")
        self._places = {part: f"slide {number}" for number, (_, part) in enumerate(self._slides, 1)}

    def read(self) -> Outline:
        branded = pictures_on_most(self._parts, [part for _, part in self._slides], self._leads, self._losses)
        tags, sections = self._tags(), self._sections()
        slides = tuple(
            self._slide(part, branded, sections.get(number, ""), tags.get(number)) for number, part in self._slides
        )
        return Outline(
            slides,
            title_of(self._parts),
            language_of(self._parts, self._spoken),
            property_of(self._parts, "subject"),
            property_of(self._parts, "creator"),
            created_on(self._parts),
            tuple(self._losses.found),
            custom_properties(self._parts),
        )

    def _tags(self) -> dict[int, SlideTag]:
        root = self._parts.xml(self._parts.target(self._main, "tags"))
        return tags_of((item.get("name", ""), item.get("val", "")) for item in every(root, "p:tag"))

    def _sections(self) -> dict[int, str]:
        root = self._parts.xml(self._main)
        return {
            whole(item.get("id"), 0): " ".join(section.get("name", "").split())
            for section in (root.iter(name("p14:section")) if root is not None else ())
            for item in section.iter(name("p14:sldId"))
        }

    def _slide(self, part: str, branded: frozenset[str], section: str, tag: SlideTag | None) -> OutlineSlide:
        place = self._places[part]
        lineage = self._lineage(part)
        text = SlideText(lineage, place, self._places, self._losses, self._leads)
        layout = self._parts.xml(lineage.layout)
        kind = self._kind(part, layout)
        called = find(layout, "p:cSld")
        quoting = called is not None and not tag and is_for_quotation(called.get("name", ""))
        sized = quoting or not self._has_title(part)
        pieces = SlideShapes(lineage, text, self._pictures, branded, sized).read()
        self._count_languages(part)
        body: tuple[OutlineBlock, ...] = ()
        found = quoted(pieces) if quoting else None
        if found is not None:
            body, pieces = (found[0],), list(found[1])
        told = titled(pieces, kind, place, self._losses)
        root = self._parts.xml(part)
        note_what_is_beside(self._parts, part, place, self._losses)
        return OutlineSlide(
            place,
            told.title,
            told.subtitle,
            body + arranged(told.rest),
            self._notes(part, place),
            section,
            root is not None and not is_on(root.get("show", "1")),
            kind if told.title or not told.rest else "",
            tag,
            _texts(pieces) if tag else (),
        )

    def _notes(self, part: str, place: str) -> tuple[Paragraph, ...]:
        page = self._parts.target(part, "notesSlide")
        root = self._parts.xml(page)
        if page is None or root is None or page in self._seen:
            return ()
        self._seen.add(page)
        place += ", notes"
        text = SlideText(self._lineage(page), place, self._places, self._losses, self._leads)
        found: list[Paragraph] = []
        for shape in root.iter(name("p:sp")):
            kind = kind_of(shape)
            if kind is None or kind[0] not in _NOTE_FEET:
                found += text.paragraphs(find(shape, "p:txBody"), shape)
        for frame in root.iter(name("p:graphicFrame")):
            for cell in frame.iter(name("a:tc")):
                found += text.paragraphs(find(cell, "a:txBody"), frame)
        if next(root.iter(name("p:pic")), None) is not None:
            self._losses.add(place, "A picture in the notes is not carried.")
        return tuple(found)

    def _kind(self, part: str, layout: Element | None) -> str:
        """Say what a slide's layout makes of it; LibreOffice writes its title slides as slides of text with a subtitle."""
        said = layout.get("type", "") if layout is not None else ""
        marks = every(self._parts.xml(part), "p:cSld/p:spTree/p:sp/p:nvSpPr/p:nvPr/p:ph") if said == "tx" else []
        return "title" if any(mark.get("type") == "subTitle" for mark in marks) else _LAYOUTS.get(said, "")

    def _has_title(self, part: str) -> bool:
        for shape in every(self._parts.xml(part), "p:cSld/p:spTree/p:sp"):
            kind = kind_of(shape)
            if kind is not None and kind[0] in {"title", "ctrTitle"}:
                return any((item.text or "").strip() for item in shape.iter(name("a:t")))
        return False

    def _lineage(self, part: str) -> Lineage:
        """Follow a slide to its layout and master; one with more shapes than any person made is left out."""
        found = Lineage.of(self._parts, part, self._main)
        above = [each if self._is_small(each) else None for each in (found.layout, found.master)]
        return replace(found, layout=above[0], master=above[1])

    def _is_small(self, part: str | None) -> bool:
        if part not in self._small:
            tree = find(self._parts.xml(part), "p:cSld/p:spTree")
            self._small[part] = tree is None or len(tree) <= _MOST_SHAPES
        return self._small[part]

    def _count_languages(self, part: str) -> None:
        root = self._parts.xml(part)
        for run in root.iter(name("a:r")) if root is not None else ():
            own = find(run, "a:rPr")
            spoken = own.get("lang", "") if own is not None else ""
            if spoken:
                self._spoken[spoken] += sum(len(item.text or "") for item in every(run, "a:t"))


def _texts(pieces: list[Piece]) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple(piece.paragraphs for piece in pieces if piece.holder not in {None, "title", "ctrTitle"} and piece.paragraphs)  # fmt: skip

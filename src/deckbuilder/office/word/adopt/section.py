"""The page of a template: which of its sections our text takes, and what of it would not suit a document."""

from lxml import etree
from msgspec import Struct

from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.source import Source
from deckbuilder.office.word.adopt.wml import ID, attribute, child, descendants, drop, is_on, number, twips, w

_A4 = (11_906, 16_838)
_MARGIN = 1_440
"""What Word takes where a section states no margin, in twips."""
_EDGE = 567
"""A centimetre, in twips."""
_NARROWEST = 4_500
"""The least width of text that our tables can be read in, in twips: eight centimetres."""

_DROPPED = (
    "footnotePr", "endnotePr", "type", "lnNumType", "formProt", "vAlign", "noEndnote", "textDirection", "sectPrChange",
    "printerSettings",
)  # fmt: skip
"""What belongs to the sample, or would hinder reading or filling in."""


class Page(Struct, frozen=True):
    """A page and its margins, in twips."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    gutter: int = 0

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.left - self.right - self.gutter


class Section(Struct, frozen=True):
    """The section that our text takes."""

    element: etree._Element
    page: Page
    references: dict[tuple[str, str], str]
    """The parts in its margins, by `header` or `footer` and `default`, `first` or `even`."""

    @property
    def has_first_page(self) -> bool:
        """Whether its first page has margins of its own."""
        return is_on(child(self.element, "titlePg"))


def chosen_section(source: Source, notes: Notes) -> Section:
    """Take the last section of a template, or the first upright one, made fit for a document."""
    sections = list(descendants(source.body, "sectPr"))
    at = len(sections) - 1
    if at >= 0 and _is_landscape(sections[at]):
        upright = [index for index, one in enumerate(sections) if not _is_landscape(one)]
        at = upright[0] if upright else at
        if not upright:
            notes.mend("its pages lie on their side, and ours do too")
    references = _references(sections[: at + 1], source)
    element = sections[at] if at >= 0 else etree.Element(w("sectPr"))
    page = _page(element, notes)
    _mend(element, page, notes)
    _keep_off_the_edge(element, {tag for tag, _ in references})
    return Section(element, page, references)


def _is_landscape(section: etree._Element) -> bool:
    size = child(section, "pgSz")
    width, height = twips(attribute(size, "w")), twips(attribute(size, "h"))
    return width is not None and height is not None and width > height


def _references(sections: list[etree._Element], source: Source) -> dict[tuple[str, str], str]:
    """Find the parts in the margins: a section that names none has those of the section before (17.10.1)."""
    found: dict[tuple[str, str], str] = {}
    for section in sections:
        for reference in descendants(section, "headerReference", "footerReference"):
            tag = "header" if reference.tag == w("headerReference") else "footer"
            item = source.relationship(reference.get(ID, ""))
            if item is not None and item.target in source.package.parts:
                found[tag, attribute(reference, "type") or "default"] = item.target
    return found


def _page(section: etree._Element, notes: Notes) -> Page:
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width, height = (twips(attribute(size, name)) or usual for name, usual in zip(("w", "h"), _A4, strict=True))
    left, right, top, bottom = (
        abs(_MARGIN if (found := twips(attribute(margins, name))) is None else found)
        for name in ("left", "right", "top", "bottom")
    )
    page = Page(width, height, left, right, top, bottom, twips(attribute(margins, "gutter")) or 0)
    if page.text_width < _NARROWEST and width - 2 * _MARGIN >= _NARROWEST:
        notes.mend("its margins leave too narrow a column, and are an inch wide instead")
        return Page(width, height, _MARGIN, _MARGIN, top, bottom)
    return page


def _keep_off_the_edge(section: etree._Element, filled: set[str]) -> None:
    """Leave room at the paper's edge, which no printer reaches, where header or footer are ours alone."""
    margins = child(section, "pgMar")
    for tag in ("header", "footer"):
        distance = twips(attribute(margins, tag))
        if margins is not None and tag not in filled and (distance is None or distance < _EDGE):
            margins.set(w(tag), str(_EDGE))


def is_wide_enough(page: Page) -> bool:
    """Say whether a page has room for our tables."""
    return page.text_width >= _NARROWEST


def _mend(section: etree._Element, page: Page, notes: Notes) -> None:
    if number(attribute(child(section, "cols"), "num"), 1) > 1:
        notes.mend("its columns became one")
    if child(section, "lnNumType") is not None:
        notes.mend("its line numbers are left out")
    for name in (*_DROPPED, "cols", "pgSz", "headerReference", "footerReference"):
        for element in section.findall(w(name)):
            drop(element)
    margins = child(section, "pgMar")
    if margins is None:
        margins = etree.Element(w("pgMar"))
        for name, length in (("top", page.top), ("bottom", page.bottom), ("header", 708), ("footer", 708)):
            margins.set(w(name), str(length))
        section.insert(0, margins)
    for name, length in (("left", page.left), ("right", page.right), ("gutter", page.gutter)):
        margins.set(w(name), str(length))
    size = etree.Element(w("pgSz"))
    size.set(w("w"), str(page.width))
    size.set(w("h"), str(page.height))
    if page.width > page.height:
        size.set(w("orient"), "landscape")
    section.insert(0, size)

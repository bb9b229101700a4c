"""The margins of an agency's page: its headers and footers stay, with our footer and the marking added to them."""

from collections.abc import Mapping, Sequence

from lxml import etree
from msgspec import Struct

from deckbuilder.office.word import margins
from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.section import Section
from deckbuilder.office.word.adopt.source import Source
from deckbuilder.office.word.adopt.tidy import fields_in, tidied
from deckbuilder.office.word.adopt.wml import fragment, spelled, text_of, tree, w
from deckbuilder.office.word.parts import NAMESPACES

FOOT = "<!--deckbuilder:foot-->"
"""Stands where the footer's text goes once a document is written."""


class Margin(Struct, frozen=True):
    """A header or footer, ready but for what each document says in it."""

    part: str
    """The name of its part; empty for a new one."""
    origin: str
    """The part of the template that it was; empty for one of ours."""
    tag: str
    kind: str
    """`default`, `first` or `even`."""
    content: str
    said: str = ""
    """What it says already, without regard to case."""
    numbered: bool = False
    """Whether its pages are numbered without us."""

    def written(self, foot: str, style: str, right: int, tabs: Sequence[int]) -> str:
        """Give its XML with a document's footer text in it: as much of it as does not stand there already.

        `style` is the id of the footer's, `tabs` its own; `right` is where the text ends.
        """
        new = " · ".join(part for part in foot.split(" · ") if part.casefold() not in self.said)
        wanted = new or not self.numbered
        line = margins.foot_line(new, style, right, numbered=not self.numbered, cleared=tabs) if wanted else ""
        return self.content.replace(FOOT, line)


class Surround(Struct, frozen=True):
    """What is needed to complete the margins."""

    source: Source
    section: Section
    marking: str
    styles: Mapping[str, str]
    even: bool
    """Whether even pages have margins of their own."""
    notes: Notes

    def margins(self) -> list[Margin]:
        """Give every header and footer in use."""
        kinds = ["default", *(["first"] if self.section.has_first_page else []), *(["even"] if self.even else [])]
        roots = {key: self._root(*key) for key in ((tag, kind) for kind in kinds for tag in ("header", "footer"))}
        made = []
        for number, ((tag, kind), root) in enumerate(roots.items()):
            numbered = any("page" in fields_in(roots[other, kind]) for other in ("header", "footer"))
            margin = self._completed(tag, kind, root, number, numbered=numbered)
            if margin is not None:
                made.append(margin)
        return made

    def _root(self, tag: str, kind: str) -> etree._Element | None:
        part = self.section.references.get((tag, kind))
        return tree(self.source.package.parts[part]) if part else None

    def _completed(
        self, tag: str, kind: str, root: etree._Element | None, number: int, *, numbered: bool
    ) -> Margin | None:
        wanted = tag == "footer" and kind != "first"
        origin = self.section.references.get((tag, kind), "")
        # A part that serves two kinds of pages becomes two, since not the same is added to both.
        others = [part for key, part in self.section.references.items() if key != (tag, kind)]
        name = "" if origin in others and kind != "default" else origin
        if root is None:
            if not self.marking and not wanted:
                return None
            root = tree(f"<w:{'hdr' if tag == 'header' else 'ftr'} {NAMESPACES}/>".encode())
        else:
            tidied(root, number, self.notes)
        said = text_of(root)
        if wanted:
            root.append(etree.Comment(FOOT[4:-3]))
        if self.marking and " ".join(self.marking.split()).casefold() not in said:
            (line,) = fragment(margins.line(self.marking, self.styles["Marking"]))
            if tag == "header":
                root.insert(0, line)
            else:
                root.append(line)
        if not any(element.tag in {w("p"), w("tbl"), w("sdt")} for element in root) and not wanted:
            root.append(etree.Element(w("p")))
        if root[-1].tag == w("tbl"):
            root.append(etree.Element(w("p")))
        return Margin(name, origin, tag, kind, spelled(root), said, numbered)

"""The file around the body in an agency's own template: prepared once, completed for each document."""

from collections.abc import Mapping

from msgspec import Struct

from deckbuilder.ir.document import Document
from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.word.adopt.surround import Margin
from deckbuilder.office.word.parts import BODY_NAMESPACES, DOCUMENT_PART, LOCKED, TYPE

LANGUAGE = "x-deckbuilder-language"
"""Stands in the styles where the language of a document goes."""
LISTS = "<!--deckbuilder:lists-->"
"""Stands in the numbering where the lists of a document go."""
REFERENCES = "<!--deckbuilder:references-->"
"""Stands in the section where its headers and footers go."""
PROTECTION = "<!--deckbuilder:protection-->"
"""Stands in the settings where a document says that only its fields can be changed."""


class AdoptedFrame(Struct, frozen=True):
    """An agency's file around our body."""

    base: Package
    """All its parts that stay, but for the main document and the margins."""
    background: str
    """The `w:background`; empty where the page is white."""
    section: str
    """The `w:sectPr`, but for its references."""
    margins: tuple[Margin, ...]
    styles: Mapping[str, str]
    text_width: int
    tabs: tuple[int, ...]
    """Those of the footer's style, in twips."""

    def begin(self) -> Package:
        """Give a copy of the template's package."""
        base = self.base
        relationships = {source: list(own) for source, own in base.relationships.items()}
        taken = frozenset(name.lower() for name in base.parts)
        return Package(dict(base.parts), dict(base.types), relationships, base.read, taken)

    def finish(self, package: Package, body: str, lists: str, document: Document) -> None:
        """Put the body into the template, and into its parts what each document says there."""
        _fill(package, "styles", LANGUAGE, xml.attribute(document.properties.language))
        _fill(package, "numbering", LISTS, lists)
        _fill(package, "settings", PROTECTION, LOCKED if document.locked else "")
        references = "".join(self._reference(package, margin, document.footer) for margin in self.margins)
        section = self.section.replace(REFERENCES, references)
        package.add(
            DOCUMENT_PART,
            f"<w:document {BODY_NAMESPACES}>{self.background}<w:body>{body}{section}</w:body></w:document>",
            TYPE + "document.main+xml",
        )

    def _reference(self, package: Package, margin: Margin, foot: str) -> str:
        content = margin.written(foot, self.styles["footer"], self.text_width, self.tabs)
        part = margin.part
        if part:
            package.add(part, content, f"{TYPE}{margin.tag}+xml")
        else:
            part = package.add(f"/word/deckbuilder-{margin.tag}-{margin.kind}.xml", content, f"{TYPE}{margin.tag}+xml")
            if margin.origin in package.relationships:
                package.relationships[part] = list(package.relationships[margin.origin])
        relation = package.relate(DOCUMENT_PART, margin.tag, part)
        return f'<w:{margin.tag}Reference w:type="{margin.kind}" r:id="{relation}"/>'


def _fill(package: Package, kind: str, slot: str, content: str) -> None:
    """Put something into the part of a kind, where its slot stands."""
    part = next(item.target for item in package.relationships[DOCUMENT_PART] if item.type.rpartition("/")[2] == kind)
    package.parts[part] = package.parts[part].replace(slot.encode(), content.encode())

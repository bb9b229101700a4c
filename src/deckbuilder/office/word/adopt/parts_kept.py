"""Which parts of a template stay: those that its look needs, and what they in turn lead to."""

from collections.abc import Iterable

from msgspec import Struct

from deckbuilder.office import xml
from deckbuilder.office.package import Package
from deckbuilder.office.word.adopt.analysis import Analysis
from deckbuilder.office.word.adopt.source import Source
from deckbuilder.office.word.adopt.surround import Margin
from deckbuilder.office.word.adopt.wml import spelled
from deckbuilder.office.word.parts import DOCUMENT_PART, THEME_TYPE, TYPE

_KEPT = ("theme", "fontTable")
"""What the main document keeps beside styles, numbering, settings and margins. Comments, notes, the glossary, and a
second set of styles (`stylesWithEffects`) that would disagree with the first, go."""
_LEFT = {"attachedTemplate", "aFChunk", "mailMergeSource", "mailMergeHeaderSource", "recipientData", "transform"}
"""Relationships of kept parts that go."""


class BrandParts(Struct, frozen=True):
    """Parts that are made of the theme's brand."""

    theme: str
    font_table: str


def kept_parts(found: Analysis, margins: Iterable[Margin], brand: BrandParts) -> Package:
    """Give the package without its main document, without its margins, and without what only those lead to.

    `brand` has the parts for a template that has none of its own.
    """
    source = found.source
    package = Package()
    for kind, root in (("styles", found.sheet.root), ("numbering", found.lists.root), ("settings", found.settings)):
        name = source.related(kind) or _free(f"/word/{kind}.xml", source)
        package.add(name, xml.HEADER.encode() + spelled(root).encode(), f"{TYPE}{kind}+xml")
        package.relate(DOCUMENT_PART, kind, name)
        _follow(name, source, package)
    for kind in _KEPT:
        name = source.related(kind)
        if name and _keep(name, source, package):
            package.relate(DOCUMENT_PART, kind, name)
    if not source.related("theme"):
        name = package.add(_free("/word/theme/theme1.xml", source), brand.theme, THEME_TYPE)
        package.relate(DOCUMENT_PART, "theme", name)
    if not source.related("fontTable"):
        name = package.add(_free("/word/fontTable.xml", source), brand.font_table, f"{TYPE}fontTable+xml")
        package.relate(DOCUMENT_PART, "fontTable", name)
    margins = tuple(margins)
    for margin in margins:
        _follow(margin.origin, source, package)
    if any("dataBinding" in margin.content for margin in margins):
        for item in source.package.relationships.get(source.main, ()):
            if item.type.endswith("/customXml") and _keep(item.target, source, package):
                package.relate(DOCUMENT_PART, item.type, item.target)
    package.relate("/", "officeDocument", DOCUMENT_PART)
    package.read = frozenset(package.relationships)
    return package


def _free(name: str, source: Source) -> str:
    while name in source.package.parts:
        name = name.replace(".xml", "-deckbuilder.xml")
    return name


def _keep(name: str, source: Source, package: Package) -> bool:
    """Keep a part as it is, and what it leads to; says whether it is there."""
    if name in package.parts:
        return True
    if name not in source.package.parts or name == source.main:
        return False
    package.add(name, source.package.parts[name], source.package.types.get(name, ""))
    _follow(name, source, package)
    return True


def _follow(name: str, source: Source, package: Package) -> None:
    """Keep what a part leads to."""
    if not name or name in package.relationships:
        return
    own = [
        item
        for item in source.package.relationships.get(name, ())
        if item.type.rpartition("/")[2] not in _LEFT and (item.external or item.target in source.package.parts)
    ]
    if own:
        package.relationships[name] = own
    for item in own:
        if not item.external:
            _keep(item.target, source, package)

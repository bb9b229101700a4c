"""Opening a template: its main document, and the parts that stand beside it."""

from lxml import etree
from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.archive import read_package
from deckbuilder.office.package import Package, Relationship
from deckbuilder.office.word.adopt.wml import child, tree, w
from deckbuilder.theme import TemplateFile


class Source(Struct, frozen=True):
    """A template as it was read."""

    package: Package
    main: str
    """The name of the main document's part."""
    document: etree._Element
    body: etree._Element

    def related(self, kind: str, source: str = "") -> str:
        """Give the part that the main document, or another part, has a relationship of a kind to; empty for none."""
        for item in self.package.relationships.get(source or self.main, ()):
            if item.type.rpartition("/")[2] == kind and not item.external and item.target in self.package.parts:
                return item.target
        return ""

    def relationship(self, identifier: str) -> Relationship | None:
        """Give a relationship of the main document."""
        return next((item for item in self.package.relationships.get(self.main, ()) if item.id == identifier), None)

    def root(self, kind: str, empty: str) -> etree._Element:
        """Give the root of a part beside the main document; where there is none, one of that name without content."""
        part = self.related(kind)
        if part:
            found = tree(self.package.parts[part])
            if found.tag == w(empty):
                return found
        return etree.Element(w(empty), nsmap={"w": w("")[1:-1]})


def read_source(file: TemplateFile, diagnostics: Diagnostics) -> Source | None:
    """Open a template; None, with a diagnostic, when it is refused or holds no Word document."""
    package = read_package(file, diagnostics)
    if package is None:
        return None
    main = next(
        (item.target for item in package.relationships.get("/", ()) if item.type.endswith("/officeDocument")), ""
    )
    if main not in package.parts:
        unusable(file, "holds no document at all", diagnostics)
        return None
    try:
        document = tree(package.parts[main])
    except etree.XMLSyntaxError as error:
        unusable(file, f"has a damaged main part ({error.msg})", diagnostics)
        return None
    body = child(document, "body")
    if document.tag != w("document") or body is None:
        unusable(file, "holds something else than a Word document", diagnostics)
        return None
    return Source(package, main, document, body)


def unusable(file: TemplateFile, what: str, diagnostics: Diagnostics) -> None:
    """Report a template that no document can be made in."""
    diagnostics.error(
        "unusable-word-template",
        f"“{file.name}” {what}.",
        file.name.origin,
        "Open it in Word, look whether it is the right file, and save it again as .dotx.",
    )

"""The parts of a package that are looked into and changed, each parsed once and written back only where it changed."""

from lxml import etree
from msgspec import Struct, field

from deckbuilder.office import xml
from deckbuilder.office.archive import parsed
from deckbuilder.office.package import Package

A = f"{{{xml.NS_A}}}"
P = f"{{{xml.NS_P}}}"
R = f"{{{xml.NS_R}}}"


class Parts(Struct):
    """The parts of an adopted package, as trees."""

    package: Package
    _trees: dict[str, etree._Element] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    def tree(self, part: str) -> etree._Element:
        """Give a part's root element."""
        if part not in self._trees:
            self._trees[part] = parsed(self.package.parts[part])
        return self._trees[part]

    def change(self, part: str) -> etree._Element:
        """Give a part's root element to be changed: the part is written anew."""
        self._changed.add(part)
        return self.tree(part)

    def related(self, source: str, kind: str) -> list[str]:
        """Give the parts of a kind (the last word of the relationship's type) that a part leads to and that exist."""
        return [
            item.target
            for item in self.package.relationships.get(source, ())
            if item.type.rpartition("/")[2] == kind and not item.external and item.target in self.package.parts
        ]

    def target(self, source: str, relation: str) -> str | None:
        """Give the part that a relationship leads to; None where there is none."""
        for item in self.package.relationships.get(source, ()):
            if item.id == relation and not item.external and item.target in self.package.parts:
                return item.target
        return None

    def write_back(self) -> None:
        """Put the changed trees into the package."""
        for part in sorted(self._changed):
            self.package.parts[part] = serialised(self.tree(part))


def serialised(root: etree._Element) -> bytes:
    """Write a tree as a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def fragment(text: str) -> etree._Element:
    """Make an element of markup that uses the prefixes a, r and p."""
    wrapper = parsed(f"<wrapper {xml.P_NAMESPACES}>{text}</wrapper>".encode())
    return wrapper[0]


def number(element: etree._Element | None, attribute: str, default: int = 0) -> int:
    """Read a whole number from an attribute; the default where there is none, or something else."""
    value = element.get(attribute) if element is not None else None
    try:
        return int(str(value)) if value is not None else default
    except ValueError:
        return default


def switched_on(element: etree._Element, attribute: str, *, default: bool) -> bool:
    """Read a truth value (22.9.2.7) from an attribute."""
    value = element.get(attribute)
    return default if value is None else str(value) in {"1", "true", "on"}


def add_shape(tree: etree._Element, shape: etree._Element) -> None:
    """Add a shape in front of the others of a master or layout."""
    shapes = tree.find(f"{P}cSld/{P}spTree")
    if shapes is None:
        return
    last = shapes.find(P + "extLst")
    if last is None:
        shapes.append(shape)
    else:
        last.addprevious(shape)

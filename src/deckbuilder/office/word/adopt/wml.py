"""Reading WordprocessingML as a tree."""

import re
from collections.abc import Iterator

from lxml import etree

from deckbuilder.office import xml
from deckbuilder.office.archive import parsed
from deckbuilder.office.word.parts import NAMESPACES

ID = f"{{{xml.NS_R}}}id"
"""The attribute that names a relationship."""

_MEASURES = {"in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def tree(content: bytes) -> etree._Element:
    """Parse a part, without comments and instructions for other programs.

    Raises `etree.XMLSyntaxError` when it is not well-formed.
    """
    root = parsed(content)
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    return root


def hex_colour(text: str) -> str:
    """Give a colour as six hexadecimal digits; empty for what is none, such as `auto`."""
    return text.upper() if re.fullmatch(r"[0-9A-Fa-f]{6}", text) else ""


def w(name: str) -> str:
    """Give the qualified name of an element or attribute of WordprocessingML."""
    return f"{{{xml.NS_W}}}{name}"


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Give the first child on a path of names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: etree._Element | None, *path: str) -> str:
    """Give the `w:val` of the first child on a path; empty where there is none."""
    found = child(element, *path)
    return found.get(w("val"), "") if found is not None else ""


def attribute(element: etree._Element | None, name: str) -> str:
    """Give an attribute; empty where there is none."""
    return element.get(w(name), "") if element is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Say whether a switch is there and not turned off (ECMA-376 Part 1, 17.17.4)."""
    return element is not None and element.get(w("val"), "true") not in {"0", "false", "off", "none"}


def twips(text: str) -> int | None:
    """Read a length, in twips or with a unit (22.9.2.14); None when it is none."""
    match = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?\s*", text)
    return round(float(match.group(1)) * _MEASURES.get(match.group(2) or "", 1.0)) if match else None


def number(text: str, default: int = 0) -> int:
    """Read a whole number."""
    return int(text) if re.fullmatch(r"[+-]?\d{1,10}", text) else default


def descendants(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Give the elements of some names, in the order of the text."""
    return iter(list(element.iter(*(w(name) for name in names))))


def drop(element: etree._Element) -> None:
    """Take an element out of its parent, leaving what follows it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        for index, inner in enumerate(list(element)):
            parent.insert(place + index, inner)
        parent.remove(element)


def fragment(text: str) -> list[etree._Element]:
    """Make elements of XML in our usual prefixes."""
    return list(tree(f"<x {NAMESPACES}>{text}</x>".encode()))


def text_of(element: etree._Element) -> str:
    """Give the text of a part, with single spaces and without regard to case."""
    return " ".join("".join(node.text or "" for node in descendants(element, "t")).split()).casefold()


def spelled(element: etree._Element) -> str:
    """Give an element as text, without a declaration."""
    return etree.tostring(element, encoding="unicode", with_tail=False)

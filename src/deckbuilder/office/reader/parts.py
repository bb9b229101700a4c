"""The parts of an unpacked file, parsed as they are asked for."""

import re
from functools import lru_cache

from lxml import etree

from deckbuilder.office.package import Package
from deckbuilder.office.unpacking import parsed

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "v": "urn:schemas-microsoft-com:vml",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
}

_SHORT = re.compile(r"\b[a-z]{1,5}[0-9]{0,2}:[A-Za-z0-9]+")

Element = etree._Element  # noqa: SLF001  # lxml gives the class no public name


def name(short: str) -> str:
    """Give the full name of an element or attribute written with one of the prefixes of `NS`."""
    prefix, _, local = short.partition(":")
    return f"{{{NS[prefix]}}}{local}"


@lru_cache(maxsize=1_000)
def _full(path: str) -> str:
    """Give a path with full names: lxml would sort the prefixes anew for each element that it looks at."""
    return _SHORT.sub(lambda match: name(match.group()), path)


def find(element: Element | None, path: str) -> Element | None:
    """Give the first element of a path, or None."""
    return None if element is None else element.find(_full(path))


def every(element: Element | None, path: str) -> list[Element]:
    """Give the elements of a path."""
    return [] if element is None else element.findall(_full(path))


def local(element: Element) -> str:
    """Give an element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def is_on(value: str | None) -> bool:
    """Say whether an attribute of type xsd:boolean is true."""
    return value in {"1", "true", "on"}


def is_decorative(properties: Element) -> bool:
    """Say whether an object is marked as decorative."""
    mark = find(properties, ".//adec:decorative")
    return mark is not None and is_on(mark.get("val"))


def whole(value: str | None, default: int) -> int:
    """Read a number; the default where there is none, or none that can be read."""
    try:
        return int(float(value)) if value else default
    except (ValueError, OverflowError):
        return default


class Parts:
    """The parts of a package by name and by relationship."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._read: dict[str, Element] = {}

    def xml(self, part: str | None) -> Element | None:
        """Parse a part; None where it is not in the file."""
        if part is None or part not in self.package.parts:
            return None
        if part not in self._read:
            self._read[part] = parsed(self.package.parts[part])
        return self._read[part]

    def target(self, source: str, kind: str) -> str | None:
        """Give the part that a relationship of this kind leads to, by the last word of its type."""
        own = self.package.relationships.get(source, [])
        return next((item.target for item in own if item.type.rpartition("/")[2] == kind and not item.external), None)

    def by_id(self, source: str, identifier: str) -> str | None:
        """Give the part that a relationship leads to."""
        own = self.package.relationships.get(source, [])
        return next((item.target for item in own if item.id == identifier and not item.external), None)

    def title(self) -> str:
        """Give the title among the file's properties."""
        found = find(self.xml(self.target("/", "core-properties")), "dc:title")
        return (found.text or "").strip() if found is not None else ""

    def theme_colours(self, source: str) -> dict[str, str]:
        """Give the colours of the theme that a part names."""
        found: dict[str, str] = {}
        scheme = find(self.xml(self.target(source, "theme")), "a:themeElements/a:clrScheme")
        for item in scheme if scheme is not None else ():
            if len(item) and isinstance(item.tag, str):
                value = item[0].get("lastClr") or item[0].get("val") or ""
                found[item.tag.rpartition("}")[2]] = value.upper()
        return found

    def theme_fonts(self, source: str) -> dict[str, str]:
        """Give the heading font (`mj`) and the body font (`mn`) of the theme that a part names."""
        theme = self.xml(self.target(source, "theme"))
        pairs = (("mj", "majorFont"), ("mn", "minorFont"))
        found = {short: find(theme, f"a:themeElements/a:fontScheme/a:{long}/a:latin") for short, long in pairs}
        return {short: item.get("typeface", "") for short, item in found.items() if item is not None}

"""What a document says of itself: title, language and custom properties."""

import re
from collections import Counter

from deckbuilder.office.reader.parts import Element, Parts, find

_TERMS = "{http://purl.org/dc/terms/}"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOST = 200
"""The most custom properties that are read."""


def title_of(parts: Parts) -> str:
    """Give the document's title on one line; empty where it has none."""
    return " ".join(parts.title().split())


def property_of(parts: Parts, what: str) -> str:
    """Give one of the properties of the Dublin Core, such as `subject`, on one line; empty where it is missing."""
    found = find(parts.xml(parts.target("/", "core-properties")), f"dc:{what}")
    return " ".join((found.text or "").split()) if found is not None else ""


def created_on(parts: Parts) -> str:
    """Give the day a document was begun, as 2027-03-31; empty where it does not say."""
    root = parts.xml(parts.target("/", "core-properties"))
    found = root.find(_TERMS + "created") if root is not None else None
    match = _DAY.match(found.text or "") if found is not None else None
    return match[0] if match else ""


def language_of(parts: Parts, spoken: Counter[str]) -> str:
    """Give the language: the one most of the text is in, or else the one that the properties say."""
    most = spoken.most_common(1)
    return most[0][0] if most else property_of(parts, "language")


def custom_properties(parts: Parts) -> tuple[tuple[str, str], ...]:
    """Give the custom properties by name (ECMA-376 Part 1, 22.3)."""
    root = parts.xml(parts.target("/", "custom-properties"))
    found: list[Element] = root.findall("{*}property")[:_MOST] if root is not None else []
    return tuple((item.get("name", ""), "".join(map(str, item.itertext())).strip()) for item in found)

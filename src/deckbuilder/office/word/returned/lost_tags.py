"""Tags that a program has dropped, found again: LibreOffice 7.4 loses all of them, and the titles of some fields.

What it keeps is the order of the fields and their kinds, so that another copy of the same worksheet tells the tags.
"""

from collections.abc import Sequence

from lxml import etree

from deckbuilder.ir.answers import NamedField
from deckbuilder.office.word.adopt.wml import child, descendants, value, w
from deckbuilder.office.word.returned.controls import Control, Kind

_LOST = "lost."
"""What the tags begin with that stand for ones that were not found."""


def named_fields(body: etree._Element) -> tuple[NamedField, ...]:
    """Give the fields of a document in its order."""
    return tuple(NamedField(control.alias, control.tag, control.kind.value) for control in _fields(body))


def restore_tags(body: etree._Element, known: Sequence[tuple[NamedField, ...]]) -> bool:
    """Give every field a tag again; say whether all were found.

    `known` are the fields of worksheets that have kept theirs. One with the same fields in the same order gives all
    tags; else a field has that of the only one with its title.
    """
    fields = _fields(body)
    same = next((others for others in known if _are_same(fields, others)), None)
    tags: dict[str, set[str]] = {}
    for other in (other for others in known for other in others):
        tags.setdefault(other.title, set()).add(other.tag)
    found = True
    for index, control in enumerate(fields):
        candidates = {same[index].tag} if same else tags.get(control.alias, set()) if control.alias else set()
        if len(candidates) == 1:
            (tag,) = candidates
        else:
            tag, found = f"{_LOST}{index}", False
        properties = child(control.element, "sdtPr")
        if properties is not None:
            for old in properties.findall(w("tag")):
                properties.remove(old)
            etree.SubElement(properties, w("tag")).set(w("val"), tag)
    return found


def kept(tag: str) -> str:
    """Give a tag as the worksheet had it; empty for one that was not found."""
    return "" if tag.startswith(_LOST) else tag


def _fields(body: etree._Element) -> list[Control]:
    """Give the controls that are fields, not those that only hold one, or are there for a program."""
    controls = []
    for element in descendants(body, "sdt"):
        control = Control.of(element)
        is_plain = control.kind is Kind.TEXT and child(element, "sdtPr", "text") is None
        holds_other = is_plain and next(iter(list(descendants(element, "sdt"))[1:]), None) is not None
        if not holds_other and (control.tag or not is_plain or value(element, "sdtPr", "alias")):
            controls.append(control)
    return controls


def _are_same(fields: Sequence[Control], others: Sequence[NamedField]) -> bool:
    return len(fields) == len(others) and all(
        field.kind.value == other.kind and field.alias in {"", other.title}
        for field, other in zip(fields, others, strict=True)
    )

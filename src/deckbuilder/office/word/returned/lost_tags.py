"""Tags that a program has dropped, found again: LibreOffice 7.4 loses all of them, and the titles of most fields.

What it keeps is what each field asks, and the order of those that ask the same, so that another copy of the same
worksheet tells the tags.
"""

from collections import Counter
from collections.abc import Sequence

from lxml import etree
from msgspec.structs import replace

from deckbuilder.ir.answers import NamedField
from deckbuilder.office.word.adopt.wml import child, descendants, value, w
from deckbuilder.office.word.returned.controls import Control, Kind
from deckbuilder.office.word.returned.headings import Styles
from deckbuilder.office.word.returned.lost_controls import give_controls_back
from deckbuilder.office.word.returned.questions import Questions

_LOST = "lost."
"""What the tags begin with that stand for ones that were not found."""

_Asked = tuple[str, str, int, int]
"""What a field asks: its part, its question, its number among those that ask the same there, and how many these are."""


def named_fields(questions: Questions) -> tuple[NamedField, ...]:
    """Give the fields of a document in its order."""
    return tuple(
        NamedField(control.alias, control.tag, questions.part(control.element), questions.of(control))
        for control in questions.controls.values()
    )


def has_fields(body: etree._Element) -> bool:
    """Say whether a document, not yet settled, holds a field of any kind."""
    return bool(_fields(body))


def mark_fields(body: etree._Element, styles: Styles) -> bool:
    """Give each field of a document without tags one that stands for it until its own is found; say if there are any.

    Fields whose control is taken away are given one again, where the program has kept that of another.
    """
    if not has_fields(body):
        return False
    give_controls_back(body, styles)
    for index, control in enumerate(_fields(body)):
        properties = child(control.element, "sdtPr")
        if properties is not None:
            for old in properties.findall(w("tag")):
                properties.remove(old)
            etree.SubElement(properties, w("tag")).set(w("val"), f"{_LOST}{index}")
    return True


def restored(questions: Questions, known: Sequence[tuple[NamedField, ...]]) -> tuple[list[Control], bool]:
    """Give the controls with their own tags again, and whether all were found.

    `known` are the fields of worksheets that have kept their tags. One that asks all that this document asks gives all
    tags; else a field has that of the only one which asks the same, or has the same title.
    """
    lost = named_fields(questions)
    places = _asked(lost)
    copies = [dict(zip(_asked(others), (other.tag for other in others), strict=True)) for others in known]
    same = next((copy for copy in copies if all(place in copy for place in places)), None)
    if same is not None:
        copies = [same]
    titled: dict[str, set[str]] = {}
    for other in (other for others in known for other in others if other.title):
        titled.setdefault(other.title, set()).add(other.tag)
    found = []
    for control, place in zip(questions.controls.values(), places, strict=True):
        candidates = {copy[place] for copy in copies if place in copy} or titled.get(control.alias, set())
        found.append(replace(control, tag=next(iter(candidates))) if len(candidates) == 1 else control)
    return found, all(kept(control.tag) for control in found)


def kept(tag: str) -> str:
    """Give a tag as the worksheet had it; empty for one that was not found."""
    return "" if tag.startswith(_LOST) else tag


def _asked(fields: Sequence[NamedField]) -> list[_Asked]:
    together = [(field.part, field.question) for field in fields]
    counts = Counter(together)
    numbers: Counter[tuple[str, str]] = Counter()
    asked = []
    for words in together:
        numbers[words] += 1
        asked.append((*words, numbers[words], counts[words]))
    return asked


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

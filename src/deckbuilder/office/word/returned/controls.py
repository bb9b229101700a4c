"""One content control: what kind it is, and what somebody put into it (ECMA-376 Part 1, 17.5.2; MS-DOCX, 2.6)."""

from enum import Enum

from lxml import etree
from msgspec import Struct

from deckbuilder.office.word.adopt.wml import attribute, child, descendants, value, w
from deckbuilder.office.word.returned.dates import iso_date
from deckbuilder.office.word.returned.settled import tag_of
from deckbuilder.office.word.returned.text import text_of, trimmed

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
"""The namespace of check boxes, before the name of an element."""
_TICKS = "☑☒✓✔✗✘✕✖"
_MARKS = _TICKS + "☐□◻❏❑❒▢" + "".join(map(chr, range(0xF020, 0xF100)))
"""What a box looks like, ticked or not; the last are those of fonts of symbols."""


class Kind(Enum):
    """The kinds of control that differ in what is read of them."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    CHECK_BOX = "check box"


class Control(Struct, frozen=True, eq=False):
    """A control with a tag, in a document that is settled."""

    element: etree._Element
    tag: str
    kind: Kind

    @classmethod
    def of(cls, element: etree._Element) -> "Control":
        """Look at a `w:sdt`."""
        properties = child(element, "sdtPr")
        kind = Kind.TEXT
        if properties is not None:
            if properties.find(W14 + "checkbox") is not None:
                kind = Kind.CHECK_BOX
            elif child(properties, "date") is not None:
                kind = Kind.DATE
            elif child(properties, "dropDownList") is not None or child(properties, "comboBox") is not None:
                kind = Kind.CHOICE
        return cls(element, tag_of(element), kind)

    @property
    def alias(self) -> str:
        """What Word shows above the control."""
        return trimmed(value(self.element, "sdtPr", "alias"))

    @property
    def shown(self) -> str:
        """The text in it, without that of other controls within."""
        within = {inner: "" for inner in descendants(self.element, "sdt") if inner is not self.element}
        content = child(self.element, "sdtContent")
        return "" if content is None else trimmed(text_of(content, within))

    @property
    def answer(self) -> str:
        """What somebody put into it; of a check box `yes` where it is ticked. Empty for nothing."""
        if self.kind is Kind.CHECK_BOX:
            return "yes" if self._is_ticked else ""
        if self.kind is Kind.DATE:
            date = child(self.element, "sdtPr", "date")
            return iso_date(self.shown, attribute(date, "fullDate"), value(date, "dateFormat")) if self.shown else ""
        return self._chosen if self.kind is Kind.CHOICE else self.shown

    @property
    def words_within(self) -> str:
        """What stands in a check box beside its mark: a program may have drawn the option's words into it."""
        return trimmed(self.shown.lstrip(_MARKS)) if len(self.shown) > 1 else ""

    @property
    def _is_ticked(self) -> bool:
        """Whether it is ticked: by its state, or by its mark, which a program that does not know the state may change."""
        state = self.element.find(f"{w('sdtPr')}/{W14}checkbox")
        held, on = "", _code("2612")
        if state is not None:
            checked, mark = state.find(W14 + "checked"), state.find(W14 + "checkedState")
            held = checked.get(W14 + "val", "1") if checked is not None else ""
            on = _code(mark.get(W14 + "val", "")) if mark is not None else on
        shown = self.shown
        marked = shown != "" and (shown[0] in _TICKS or shown in {"x", "X"} or _code(f"{ord(shown[0]):X}") == on)
        return held in {"1", "true", "on"} or marked

    @property
    def _chosen(self) -> str:
        """The item that is chosen: its number where it has one, such as 4 for “4, fairly confident”."""
        for item in descendants(self.element, "listItem"):
            number = attribute(item, "value")
            if self.shown == trimmed(attribute(item, "displayText") or number):
                return number if number.isdecimal() else self.shown if number else ""
        return self.shown


def is_mark(text: str) -> bool:
    """Say whether a text is a check box and nothing else, ticked or not."""
    return len(text.strip()) == 1 and text.strip() in _MARKS


def _code(text: str) -> int:
    """Read the number of a character; fonts of symbols have theirs with or without F000."""
    try:
        number = int(text, 16)
    except ValueError:
        return -1
    return number - 0xF000 if 0xF000 <= number <= 0xF0FF else number

"""The lists of a template: which are bulleted, and where ours are put beside them."""

from lxml import etree
from msgspec import Struct

from deckbuilder.office.word.adopt.wml import attribute, number, value, w


class TheirLists(Struct, frozen=True):
    """The numbering part of a template (ECMA-376 Part 1, 17.9)."""

    root: etree._Element

    def definition(self, number_id: int) -> etree._Element | None:
        """Give the `w:abstractNum` of a list, through a numbering style where it names one."""
        own = next((one for one in self.root.findall(w("num")) if _number(one, "numId") == number_id), None)
        wanted = number(value(own, "abstractNumId"), -1)
        found = self._abstract(wanted)
        link = value(found, "numStyleLink")
        if not link:
            return found
        linked = (one for one in self.root.findall(w("abstractNum")) if value(one, "styleLink") == link)
        return next(linked, None)

    def definition_number(self, number_id: int) -> int:
        """Give the number of the `w:abstractNum` of a list."""
        found = self.definition(number_id)
        return 0 if found is None else _number(found, "abstractNumId")

    def _abstract(self, identifier: int) -> etree._Element | None:
        own = (one for one in self.root.findall(w("abstractNum")) if _number(one, "abstractNumId") == identifier)
        return next(own, None)

    def level(self, number_id: int, level: int) -> etree._Element | None:
        """Give a level of a list; None where it has none that shows anything."""
        definition = self.definition(number_id)
        for one in definition.findall(w("lvl")) if definition is not None else ():
            if _number(one, "ilvl") == level:
                return one if value(one, "numFmt") != "none" else None
        return None

    def is_bulleted(self, number_id: int, level: int = 0) -> bool | None:
        """Say whether a list is bulleted; None where it is neither bulleted nor numbered."""
        found = self.level(number_id, level)
        return None if found is None else value(found, "numFmt") == "bullet"

    def free(self, tag: str, attribute_name: str) -> int:
        """Give the first number above all in use, of a `w:num` or a `w:abstractNum`."""
        return max((_number(one, attribute_name) for one in self.root.findall(w(tag))), default=0) + 1

    def add_definitions(self, elements: list[etree._Element]) -> None:
        """Put definitions behind the template's own: all of them stand before the lists (17.9.17)."""
        own = self.root.findall(w("abstractNum")) or self.root.findall(w("numPicBullet"))
        place = self.root.index(own[-1]) + 1 if own else 0
        for index, element in enumerate(elements):
            self.root.insert(place + index, element)

    def add_lists(self, elements: list[etree._Element]) -> None:
        """Put lists behind the template's own."""
        tail = self.root.find(w("numIdMacAtCleanup"))
        place = len(self.root) if tail is None else self.root.index(tail)
        for index, element in enumerate(elements):
            self.root.insert(place + index, element)


def _number(element: etree._Element, name: str) -> int:
    return number(attribute(element, name), -1)

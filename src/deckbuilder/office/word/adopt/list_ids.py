"""The lists of our text in a template: its own where its list styles have them, ours beside them."""

from collections.abc import Mapping

from lxml import etree

from deckbuilder.office.word.adopt.their_lists import TheirLists
from deckbuilder.office.word.adopt.their_styles import StyleSheet, TheirStyle
from deckbuilder.office.word.adopt.wml import child, fragment, spelled
from deckbuilder.office.word.numbering import INDENT, bulleted, definitions
from deckbuilder.office.word.style_xml import Look
from deckbuilder.office.word.template import ListLevel, Lists

_DEPTH = 3
"""How deep the template's own list styles are looked for."""


def add_lists(theirs: TheirLists, sheet: StyleSheet, choice: Mapping[str, TheirStyle | None], look: Look) -> Lists:
    """Add our definitions to the template's, and say which list each level of our text is in."""
    first, definition = theirs.free("num", "numId"), theirs.free("abstractNum", "abstractNumId")
    indent = round(INDENT * max(look.body_size / 12, 1))
    theirs.add_definitions(fragment(definitions(definition, definition + 1, indent, look.colour("accent1"))))
    theirs.add_lists(fragment(bulleted(first, definition)))
    finder = _Finder(theirs, sheet, choice, look)
    return Lists(
        bullets=tuple(finder.level("List Bullet", level, first) for level in range(_DEPTH)),
        numbers=tuple(finder.level("List Number", level, definition + 1) for level in range(_DEPTH)),
        passage_bullets=first,
        passage_numbers=definition + 1,
        first=first + 1,
        indent=indent,
    )


class _Finder:
    def __init__(
        self, theirs: TheirLists, sheet: StyleSheet, choice: Mapping[str, TheirStyle | None], look: Look
    ) -> None:
        self._theirs = theirs
        self._sheet = sheet
        self._choice = choice
        self._look = look

    def level(self, name: str, level: int, ours: int) -> ListLevel:
        """Find the list of a level: that of their style for it, a deeper one of their first style's, or ours."""
        bullets = name == "List Bullet"
        first = self._choice[name]
        deeper = self._sheet.builtin(f"{name} {level + 1}", "paragraph") if level and first is not None else first
        if deeper is not None and self._theirs.is_bulleted(self._sheet.list_of(deeper)) is bullets:
            # A style keeps its own indents and its own bullets as long as the paragraph names no list.
            return ListLevel(deeper.id) if bullets else self._numbered(deeper)
        own = self._sheet.list_of(first)
        if level and self._theirs.is_bulleted(own, level) is bullets:
            number = own if bullets else self._definition(own)
            return ListLevel(self._look.ids[name], number, level)
        return ListLevel(self._look.ids[name], ours, level)

    def _numbered(self, style: TheirStyle) -> ListLevel:
        """Give a numbered level: each list is named, so that it begins anew, and the style's indents are kept."""
        number = self._definition(self._sheet.list_of(style))
        indent = self._own_indent(style)
        return ListLevel(style.id, number, 0, spelled(indent) if indent is not None else "")

    def _own_indent(self, style: TheirStyle) -> etree._Element | None:
        """Give the indents of a list style: those of a style below the one that names the list give way to the list's."""
        for one in self._sheet.chain(style):
            found = child(one.element, "pPr", "ind")
            if found is not None or child(one.element, "pPr", "numPr") is not None:
                return found
        return None

    def _definition(self, number: int) -> int:
        return self._theirs.definition_number(number)

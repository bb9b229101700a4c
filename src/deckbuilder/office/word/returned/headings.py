"""Headings and the other styles that say what a paragraph is for, in a document that another program may have saved."""

import re

from lxml import etree

from deckbuilder.office.word.adopt.wml import attribute, descendants, number, value, w
from deckbuilder.office.word.returned.text import text_of, trimmed

_HEADING = re.compile(r"heading [1-9]")


class Styles:
    """The styles of a document, by the names that all programs keep; their ids may change."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles = (
            {} if root is None else {attribute(style, "styleId"): style for style in descendants(root, "style")}
        )

    def name(self, identifier: str) -> str:
        """Give a style's name in small letters; empty where there is no such style."""
        return value(self._styles.get(identifier), "name").casefold()

    def ends_table(self, element: etree._Element) -> bool:
        """Say whether an element is the paragraph that we put after every table."""
        return self._is(value(element, "pPr", "pStyle"), "table end")

    def is_hint(self, paragraph: etree._Element) -> bool:
        """Say whether a paragraph says how to answer, such as “Tick as many as you like.”, and asks nothing."""
        return self._is(value(paragraph, "pPr", "pStyle"), "small")

    def is_for_answer(self, paragraph: etree._Element) -> bool:
        """Say whether a paragraph is one that we make for an answer."""
        return self._is(value(paragraph, "pPr", "pStyle"), "answer")

    def is_answer_room(self, table: etree._Element) -> bool:
        """Say whether a table is one that we make for a written answer."""
        return self._is(value(table, "tblPr", "tblStyle"), "answer lines")

    def _is(self, identifier: str, ours: str) -> bool:
        """Say whether a style is one of ours, also where an agency's template had one of the same name."""
        return re.fullmatch(rf"(?:pack )?{ours}(?: \d+)?", self.name(identifier)) is not None

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Say whether a paragraph is a heading: by the name of its style, or by a level of the outline."""
        level = value(paragraph, "pPr", "outlineLvl")
        identifier = value(paragraph, "pPr", "pStyle")
        for _ in range(20):  # a style may be based on itself
            if level or not identifier:
                break
            if _HEADING.fullmatch(self.name(identifier)):
                return True
            style = self._styles.get(identifier)
            level, identifier = value(style, "pPr", "outlineLvl"), value(style, "basedOn")
        return level != "" and number(level, 9) < 9


def parts_of(body: etree._Element, styles: Styles) -> dict[etree._Element, str]:
    """Give the heading above each table and each control; those above the first heading have none."""
    heading, parts = "", {}
    for element in descendants(body, "p", "tbl", "sdt"):
        if element.tag != w("p"):
            parts[element] = heading
        elif styles.is_heading(element):
            heading = one_line(text_of(element)) or heading
    return parts


def one_line(text: str) -> str:
    """Put a text on one line."""
    return " ".join(trimmed(text).split())

"""What of a header or footer leads into parts that are gone, or stands twice: taken out, the look left as it is."""

import re

from lxml import etree

from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.wml import attribute, child, descendants, drop, unwrap, w

_REMOVED = (
    "del", "moveFrom", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "tblGridChange",
    "sectPrChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
)  # fmt: skip
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference", "altChunk", "permStart", "permEnd")
_FIRST_BOOKMARK = 900_000
"""From here on bookmarks in margins are numbered, far above those of the text."""


def tidied(root: etree._Element, number: int, notes: Notes) -> None:
    """Tidy a header or footer; `number` tells it from the others."""
    _accept_changes(root, notes)
    for element in descendants(root, *_COMMENTS):
        drop(element)
    for element in descendants(root, "sdtPr"):
        # Word numbers controls itself; a placeholder is kept in the glossary, which is not ours.
        for name in ("id", "placeholder", "lock"):
            found = child(element, name)
            if found is not None:
                drop(found)
    for index, element in enumerate(descendants(root, "bookmarkStart")):
        old, new = attribute(element, "id"), str(_FIRST_BOOKMARK + number * 1000 + index)
        for end in descendants(root, "bookmarkEnd"):
            if attribute(end, "id") == old:
                end.set(w("id"), new)
        element.set(w("id"), new)
        if re.match(r"_Toc0|a_", attribute(element, "name")):
            element.set(w("name"), f"theirs_{new}")


def _accept_changes(root: etree._Element, notes: Notes) -> None:
    changed = False
    for element in descendants(root, *_REMOVED):
        drop(element)
        changed = True
    for element in descendants(root, "ins", "moveTo"):
        unwrap(element)
        changed = True
    if changed:
        notes.mend("tracked changes in its margins are accepted")


def fields_in(root: etree._Element | None) -> set[str]:
    """Give the names of the fields of a part in lower case, such as `page` and `numpages` (ECMA-376 Part 1, 17.16)."""
    if root is None:
        return set()
    codes = [attribute(field, "instr") for field in descendants(root, "fldSimple")]
    codes += [
        "".join(node.text or "" for node in descendants(paragraph, "instrText")) for paragraph in descendants(root, "p")
    ]
    names = set(re.findall(r"[A-Za-z]+", " ".join(codes).casefold()))
    return names | ({"page"} if any(True for _ in descendants(root, "pgNum")) else set())

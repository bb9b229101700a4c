"""A document as it stands when every change is accepted, with nothing around the text but paragraphs, tables and our fields.

Programs wrap text in many ways: tracked changes, smart tags, fields, controls of other makers. Here all of it is
unwrapped, so that what reads the answers need not know of it.
"""

from lxml import etree

from deckbuilder.office.word.adopt.wml import attribute, child, descendants, drop, is_on, unwrap, value, w
from deckbuilder.office.word.returned.text import content_of, text_of

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WRAPPERS = ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "bdo", "dir")
_REMOVED = ("del", "moveFrom", "customXmlPr", "smartTagPr", "fldData")


def settle(document: etree._Element) -> None:
    """Accept the changes that were tracked, and unwrap what holds text; only controls with a tag stay."""
    for element in list(document.iter(_MC + "AlternateContent")):
        _choose(element)
    _accept(document)
    for element in list(descendants(document, *_WRAPPERS)):
        # In the properties of a run or a row, the same names are marks without content.
        if element.getparent() is not None:
            unwrap(element)
    _forget_instructions(document)
    for control in list(descendants(document, "sdt")):
        _unwrap_what_is_not_ours(control)


def tag_of(control: etree._Element) -> str:
    """Give a control's tag; empty where it has none."""
    return value(control, "sdtPr", "tag").strip()


def _choose(element: etree._Element) -> None:
    """Keep what a reader of today shows, or what stands for it where that has no text (Part 3, 7.5)."""
    branches = [inner for inner in element if inner.tag in {_MC + "Choice", _MC + "Fallback"}]
    kept = next((branch for branch in branches if text_of(branch).strip()), branches[0] if branches else None)
    for branch in list(element):
        if branch is not kept:
            element.remove(branch)
    if kept is not None:
        unwrap(kept)
    unwrap(element)


def _accept(document: etree._Element) -> None:
    for row in list(descendants(document, "tr")):
        if child(row, "trPr", "del") is not None:
            drop(row)
    for cell in list(descendants(document, "tc")):
        if child(cell, "tcPr", "cellDel") is not None:
            for paragraph in list(descendants(cell, "p")):
                drop(paragraph)
    for paragraph in list(descendants(document, "p")):
        if child(paragraph, "pPr", "rPr", "del") is not None:
            _join_with_next(paragraph)
    for element in list(descendants(document, *_REMOVED)):
        drop(element)


def _join_with_next(paragraph: etree._Element) -> None:
    """Put a paragraph whose end was deleted before the text of the next."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        return
    properties = child(following, "pPr")
    place = 0 if properties is None else 1
    for inner in reversed([inner for inner in paragraph if inner.tag != w("pPr")]):
        following.insert(place, inner)
    drop(paragraph)


def _forget_instructions(document: etree._Element) -> None:
    """Drop what a field is told; its result stays (ECMA-376 Part 1, 17.16.18)."""
    waiting: list[list[etree._Element] | None] = []  # what an open field is told; None once its result has begun
    for element in descendants(document, "fldChar", "t", "tab", "br", "sym"):
        if element.tag != w("fldChar"):
            told = next((each for each in reversed(waiting) if each is not None), None)
            if told is not None:
                told.append(element)
            continue
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            waiting.append([])
        elif waiting and kind in {"separate", "end"}:
            # Only here, so that a field which never ends costs no text.
            for instruction in waiting.pop() or ():
                drop(instruction)
            if kind == "separate":
                waiting.append(None)


def _unwrap_what_is_not_ours(control: etree._Element) -> None:
    """Put what a control without a tag holds, or one within another of the same tag, in its place."""
    tag = tag_of(control)
    if tag and all(tag_of(outer) != tag for outer in control.iterancestors(w("sdt"))):
        return
    content = child(control, "sdtContent")
    if is_on(child(control, "sdtPr", "showingPlcHdr")):
        for inner in content_of(control):
            for text in list(descendants(inner, "t")):
                drop(text)
    for inner in list(control):
        if inner is not content:
            control.remove(inner)
    if content is not None:
        unwrap(content)
    unwrap(control)

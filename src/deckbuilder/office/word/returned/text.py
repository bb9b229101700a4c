"""The text of a part of a document, as a person sees it (ECMA-376 Part 1, 17.3.3)."""

from collections.abc import Iterable, Mapping

from lxml import etree

from deckbuilder.office.word.adopt.wml import attribute, child, w

PICTURE = "[picture]"
"""What stands for a picture in an answer."""

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NOTHING: Mapping[etree._Element, str] = {}

_SAID = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\N{NON-BREAKING HYPHEN}"}
_SILENT = {
    w(name)
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "trPr", "tcPr", "instrText", "delText", "rt", "rubyPr")
}
_PICTURES = {w("drawing"), w("pict"), w("object")}
_BLOCKS = {w("p"), w("tbl"), w("tr"), w("tc")}
_BLANK = "".join(map(chr, (0x200B, 0x2060, 0xFEFF)))
"""Characters that take no room, which `str.strip` does not know."""


def text_of(element: etree._Element, instead: Mapping[etree._Element, str] = _NOTHING) -> str:
    """Give the text: paragraphs and rows on lines of their own, cells with tabs between them.

    `instead` holds what is said in the place of some elements.
    """
    return "\n".join(_lines(element, instead))


def is_block(element: etree._Element) -> bool:
    """Say whether an element stands between paragraphs, not in one."""
    if element.tag == w("sdt"):
        return any(is_block(inner) for inner in content_of(element))
    return element.tag in _BLOCKS


def content_of(control: etree._Element) -> Iterable[etree._Element]:
    """Give what stands in a content control."""
    content = child(control, "sdtContent")
    return () if content is None else content


def trimmed(text: str) -> str:
    """Take away what is blank before and after a text, and at the ends of its lines."""
    lines = [line.rstrip().strip(_BLANK).rstrip() for line in text.split("\n")]
    return "\n".join(lines).strip("\n").strip()


def joined(texts: Iterable[str]) -> str:
    """Put texts on lines of their own, without those that are blank."""
    return "\n".join(text for text in map(trimmed, texts) if text)


def _lines(element: etree._Element, instead: Mapping[etree._Element, str]) -> list[str]:
    if element in instead:
        return [instead[element]]
    if element.tag == w("tr"):
        return ["\t".join(_cells(element, instead))]
    if element.tag != w("p") and any(is_block(inner) for inner in element):
        return [line for inner in element if is_block(inner) for line in _lines(inner, instead)]
    if element.tag == w("sdt") and is_block(element):
        return [line for inner in content_of(element) for line in _lines(inner, instead)]
    return [_inline(element, instead)]


def _cells(row: etree._Element, instead: Mapping[etree._Element, str]) -> list[str]:
    return ["\n".join(_lines(inner, instead)) for inner in row if is_block(inner)]


def _inline(element: etree._Element, instead: Mapping[etree._Element, str]) -> str:
    if element in instead:
        return instead[element]
    if element.tag in _SAID:
        return _SAID[element.tag]
    if element.tag in {w("t"), _M + "t"}:
        return element.text or ""
    if element.tag == w("sym"):
        return symbol(element)
    if element.tag in _PICTURES:
        boxes = [text_of(box, instead) for box in element.iter(w("txbxContent"))]
        return joined(boxes) or PICTURE
    return "".join(_inline(inner, instead) for inner in element if inner.tag not in _SILENT)


def symbol(element: etree._Element) -> str:
    """Give the character of a `w:sym` (17.3.3.30); fonts of symbols have theirs from F000 on."""
    try:
        code = int(attribute(element, "char"), 16)
    except ValueError:
        return ""
    return chr(code) if 0x20 <= code <= 0xFFFF and not 0xD800 <= code < 0xE000 else ""

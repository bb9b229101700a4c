"""Faults in the file itself: rows that may break, empty fields, links to nowhere, pictures without a description."""

import re
from collections import Counter
from collections.abc import Iterator

from pages.fault import Fault, short
from pages.written import Element, W, Written, is_on

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_EMU = 12700
"""English Metric Units in a point."""
_WITHOUT_RESULT = {"XE", "TC", "TA", "RD", "SET", "ASK", "NEXT"}
"""Fields that show nothing."""
_JUMP = re.compile(r'HYPERLINK\s+(?:"[^"]*"\s+)?\\l\s+"([^"]+)"|^\s*(?:PAGEREF|REF|NOTEREF)\s+"?([^\s"\\]+)')


def faults(written: Written) -> Iterator[Fault]:
    """Give the faults that can be seen without printing."""
    for name, part in written.parts.items():
        place = "" if name == "word/document.xml" else f" ({name})"
        yield from _rows(part, place)
        yield from _fields(part, place)
        yield from _pictures(part, written, place)
    yield from _bookmarks(written)


def _rows(part: Element, place: str) -> Iterator[Fault]:
    for row in part.iter(f"{W}tr"):
        if not is_on(row.find(f"{W}trPr"), "cantSplit"):
            yield Fault(None, "row-may-break", f"the table row {short(text_of(row))} has no w:cantSplit{place}")


def _fields(part: Element, place: str) -> Iterator[Fault]:
    for instruction, result in instructions(part):
        name = instruction.split()[0].upper() if instruction.split() else ""
        if not result.strip() and name not in _WITHOUT_RESULT:
            yield Fault(None, "empty-field", f"the field {short(instruction)} has no result{place}")


def _pictures(part: Element, written: Written, place: str) -> Iterator[Fault]:
    widest = max(area.right - area.left for area in written.areas)
    page = max(area.width for area in written.areas), max(area.height for area in written.areas)
    for drawing in part.iter(f"{W}drawing"):
        for frame in drawing:
            properties = frame.find(f"{_WP}docPr")
            name = (properties.get("name") or "unnamed") if properties is not None else "unnamed"
            said = properties is not None and (properties.get("descr") or "").strip()
            if not said and not any(e.get("val") in {"1", "true"} for e in frame.iter(_DECORATIVE)):
                yield Fault(None, "picture-unsaid", f"the picture {name} has no alternative text{place}")
            extent = frame.find(f"{_WP}extent")
            if extent is None:
                continue
            width, height = (float(extent.get(side, 0)) / _EMU for side in ("cx", "cy"))
            most = widest if frame.tag == f"{_WP}inline" else page[0]
            if width > most + 1 or height > page[1] + 1:
                wide = f"{width:.0f} × {height:.0f} points"
                yield Fault(None, "picture-too-large", f"the picture {name}, {wide}, has not so much room{place}")


def _bookmarks(written: Written) -> Iterator[Fault]:
    marks = [mark for part in written.parts.values() for mark in part.iter(f"{W}bookmarkStart")]
    names = Counter(mark.get(f"{W}name", "").casefold() for mark in marks)
    for name, count in names.items():
        if count > 1:
            yield Fault(None, "bookmark-doubled", f"{count} bookmarks are called {name}")
    for part in written.parts.values():
        ids = Counter(mark.get(f"{W}id", "") for mark in part.iter(f"{W}bookmarkStart"))
        for identifier, count in ids.items():
            if count > 1:
                yield Fault(None, "bookmark-doubled", f"{count} bookmarks have the id {identifier}")
    for target, text in sorted(set(_links(written))):
        if target.casefold() not in names and target.casefold() != "_top":
            yield Fault(None, "link-to-nowhere", f"{text} leads to the bookmark {target}, which is not there")


def _links(written: Written) -> Iterator[tuple[str, str]]:
    for part in written.parts.values():
        for link in part.iter(f"{W}hyperlink"):
            if target := link.get(f"{W}anchor"):
                yield target, f"the link {short(text_of(link))}"
        for instruction, result in instructions(part):
            if jump := _JUMP.search(instruction):
                yield jump[1] or jump[2], f"the field {short(instruction)} with the text {short(result)}"


def instructions(part: Element) -> list[tuple[str, str]]:
    """Give the fields of a part, simple and complex, as their instructions and the text of their results."""
    found = [(field.get(f"{W}instr", ""), text_of(field)) for field in part.iter(f"{W}fldSimple")]
    stack: list[list[str]] = []
    in_result: list[bool] = []
    for element in part.iter(f"{W}fldChar", f"{W}instrText", f"{W}t", f"{W}sym", f"{W}drawing"):
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                stack.append(["", ""])
                in_result.append(False)
            elif kind == "separate" and stack:
                in_result[-1] = True
            elif kind == "end" and stack:
                found.append((stack[-1][0], stack[-1][1]))
                stack.pop()
                in_result.pop()
        elif element.tag == f"{W}instrText":
            if stack and not in_result[-1]:
                stack[-1][0] += element.text or ""
        else:
            for open_field, shown in zip(stack, in_result, strict=True):
                if shown:
                    open_field[1] += (element.text or "") if element.tag == f"{W}t" else "x"
    return found


def text_of(element: Element) -> str:
    """Give the text of an element, paragraph by paragraph."""
    paragraphs = list(element.iter(f"{W}p")) or [element]
    return " ".join("".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in paragraphs)

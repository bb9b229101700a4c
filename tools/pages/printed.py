"""A document as it was printed: the characters, pictures and ruled lines of a PDF, with their places."""

import ctypes
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the bottom left of the page."""
_HYPHENS = dict.fromkeys(map(ord, "\x02\ufffe\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
"""All dashes as one: PDFium gives a hyphen at the end of a line as a control character."""
_RULE = 40
"""From this width in points a thin drawing is a ruled line."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size in points, its pictures, the heights at which lines are ruled, and all that is drawn on it."""

    width: float
    height: float
    pictures: tuple[Box, ...]
    rules: tuple[float, ...]
    drawn: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Print:
    """The pages of a PDF, and its characters in the order in which they are written, without spaces.

    `text`, `pages` and `boxes` have the same length; pages count from 0.
    """

    leaves: tuple[Page, ...]
    text: str
    pages: tuple[int, ...]
    boxes: tuple[Box, ...]

    @staticmethod
    def read(file: Path) -> "Print":
        """Read a PDF."""
        document = pdfium.PdfDocument(file)
        try:
            leaves, letters, pages, boxes = [], [], [], []
            for number in range(len(document)):
                page = document[number]
                leaves.append(_page(page))
                for letter, box in _characters(page):
                    letters.append(letter)
                    pages.append(number)
                    boxes.append(box)
        finally:
            document.close()
        return Print(tuple(leaves), "".join(letters), tuple(pages), tuple(boxes))


def plain(text: str) -> str:
    """Give the characters of a text as they are compared: no spaces, one form of a letter, one dash, all small."""
    normal = unicodedata.normalize("NFKC", text).translate(_HYPHENS)
    return "".join(_small(letter) for letter in normal if _seen(letter))


def _small(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def _seen(letter: str) -> bool:
    return (
        not letter.isspace()
        and "\x1f" < letter < "\U00010000"
        and unicodedata.category(letter) not in {"Cf", "Cs", "Mn"}
    )


def _characters(page: Any) -> list[tuple[str, Box]]:
    """Give the characters of a page with their boxes; those that were drawn together, such as ﬁ, have the same box."""
    text = page.get_textpage()
    found: list[tuple[str, Box]] = []
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text.count_chars()):
        letters = plain(chr(raw.FPDFText_GetUnicode(text, index)))
        if letters and raw.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            box = (left.value, bottom.value, right.value, top.value)
            found.extend((letter, box) for letter in letters)
    return found


def _page(page: Any) -> Page:
    width, height = page.get_size()
    pictures, rules, drawn = [], [], []
    for item in page.get_objects(max_depth=4):
        if item.type not in {raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING}:
            continue
        box: Box = item.get_bounds() if hasattr(item, "get_bounds") else item.get_pos()
        drawn.append(box)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(box)
        elif box[3] - box[1] < 4 and box[2] - box[0] > _RULE:
            rules.append((box[1] + box[3]) / 2)
    return Page(width, height, tuple(pictures), _apart(rules), tuple(drawn))


def _apart(heights: list[float]) -> tuple[float, ...]:
    """Give heights from the top, those of one line only once."""
    found: list[float] = []
    for height in sorted(heights, reverse=True):
        if not found or found[-1] - height > 3:
            found.append(height)
    return tuple(found)

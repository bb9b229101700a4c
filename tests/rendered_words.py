"""Where words stand on the pages of a rendered deck, and in which boxes they may stand."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from deckbuilder.ir.presentation import PlacedDeck, PlacedSlide, Table
from deckbuilder.ir.template import Box, Template

TOLERANCE = 2.0
"""In points: what a renderer's rounding of advances and line heights may come to."""
_TAIL = 0.06
"""How far the tail of a slanting letter hangs out at the side, as a share of the text size."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is painted; lengths in points, from the page's top left corner.

    Its edges are those of its ink.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """That of its smallest letter or digit; 0 for a word of neither, such as a bullet."""


def words_of(pdf: bytes) -> list[list[Word]]:
    """Give the words of each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [list(_words(page)) for page in document]
    finally:
        document.close()


def _words(page: pypdfium2.PdfPage) -> Iterator[Word]:
    height = page.get_height()
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    word: list[Word] = []
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
        if character.isspace() or character == "\0":
            yield from _joined(word)
            word = []
            continue
        pdfium.FPDFText_GetCharBox(text.raw, index, *edges)
        left, right, lower, upper = (edge.value for edge in edges)
        if right - left < 0.01:  # an accent that stands on the letter before it
            continue
        top, bottom = height - upper, height - lower
        if word and not _goes_on(word[-1], left, top, right, bottom):
            yield from _joined(word)
            word = []
        size = pdfium.FPDFText_GetFontSize(text.raw, index)
        word.append(Word(character, left, top, right, bottom, size))
    yield from _joined(word)


def _goes_on(last: Word, left: float, top: float, right: float, bottom: float) -> bool:
    """Say whether a letter stands on the line of the one before, and near it, whichever way the text runs."""
    apart = max(left - last.right, last.left - right)
    return bottom >= last.top and top <= last.bottom and apart < 20


def _joined(letters: list[Word]) -> Iterator[Word]:
    if letters:
        yield Word(
            "".join(letter.text for letter in letters),
            min(letter.left for letter in letters),
            min(letter.top for letter in letters),
            max(letter.right for letter in letters),
            max(letter.bottom for letter in letters),
            min((letter.size for letter in letters if letter.text.isalnum()), default=0.0),
        )


def boxes_of(slide: PlacedSlide, template: Template) -> list[Box]:
    """Give the boxes in which a slide's words may stand: those of what it fills, and those of every slide."""
    layout = template.layout(slide.layout)
    boxes = [layout.slots(fill.role)[fill.slot].box for fill in (slide.title, *slide.fills)]
    boxes += [place.box for place in layout.placeholders if place.role.startswith("foot-")]
    boxes += [text.box for text in (template.texts if layout.master_shapes else layout.texts)]
    if slide.figure:
        boxes.append(layout.slots(slide.figure.role)[0].box)
    return boxes


def outside(pages: list[list[Word]], deck: PlacedDeck, template: Template) -> list[tuple[PlacedSlide, Word]]:
    """Give the words that stand in no box, with their slides."""
    found: list[tuple[PlacedSlide, Word]] = []
    for words, slide in zip(pages, deck.slides, strict=True):
        boxes = boxes_of(slide, template)
        found += [(slide, word) for word in words if not any(_inside(word, box) for box in boxes)]
    return found


def _inside(word: Word, box: Box) -> bool:
    scale = 12_700
    beside = max(TOLERANCE, _TAIL * word.size)
    return (
        word.left >= box.x / scale - beside
        and word.right <= (box.x + box.cx) / scale + beside
        and word.top >= box.y / scale - TOLERANCE
        and word.bottom <= (box.y + box.cy) / scale + TOLERANCE
    )


def too_small(pages: list[list[Word]], deck: PlacedDeck, template: Template) -> list[tuple[PlacedSlide, Word]]:
    """Give the words that are painted smaller than all sizes that were chosen for the placeholder they stand in.

    Those of charts are left out: a chart has a size of its own.
    """
    found: list[tuple[PlacedSlide, Word]] = []
    for words, slide in zip(pages, deck.slides, strict=True):
        layout = template.layout(slide.layout)
        sizes: list[tuple[Box, float]] = []
        for fill in (slide.title, *slide.fills):
            place = layout.slots(fill.role)[fill.slot]
            chosen = fill.sizes or [level.size for level in place.levels]
            used = [chosen[min(paragraph.level, len(chosen) - 1)] for paragraph in fill.paragraphs]
            sizes.append((place.box, min(used)))
        if slide.figure and isinstance(slide.figure.content, Table):
            sizes.append((layout.slots(slide.figure.role)[0].box, slide.figure.content.size))
        for word in words:
            found += [(slide, word) for box, size in sizes if _inside(word, box) and 0 < word.size < size - 0.1]
    return found

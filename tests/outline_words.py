"""Which words stand in a file, as libraries of others see it, and which an outline or its list of losses holds."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import pptx
from pptx.enum.shapes import PP_PLACEHOLDER

from deckbuilder.ir.outline import (
    Outline,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineTable,
)
from deckbuilder.ir.text import Paragraph, Run

_FOOT = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.HEADER}
_WORD = re.compile(r"[^\W_]+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def missing_from(outline: Outline, texts: list[str]) -> list[str]:
    """Give the texts that stand whole neither in the outline nor among its losses; of repeated ones, those too many.

    Spaces and signs are not compared: quotation marks may have become what they mean.
    """
    said = Counter(_squeezed(text) for text in _said(outline))
    missing = []
    for text, times in Counter(map(_squeezed, texts)).items():
        found = sum(count * whole.count(text) for whole, count in said.items()) if text else times
        if found < times:
            missing.append(text)
    return missing


def deck_texts(data: bytes) -> list[str]:
    """Give the paragraphs of all shapes, tables and notes of a deck."""
    found: list[str] = []
    for slide in pptx.Presentation(BytesIO(data)).slides:
        found += _of_shapes(slide.shapes)
        if slide.has_notes_slide:
            found += _of_shapes(slide.notes_slide.shapes)
    return [text for text in found if text.strip()]


def document_texts(data: bytes) -> list[str]:
    """Give the paragraphs of a Word document's body, those of tables and boxes among them.

    Left out are contents tables, prompts that nobody typed over, and what is marked as deleted or moved away.
    """
    body = docx.Document(BytesIO(data)).element.body
    found = []
    for paragraph in body.iter(_W + "p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        contents = style is not None and re.match("(?i)toc|contents", style.get(_W + "val", ""))
        if not contents and not any(map(_is_left_out, paragraph.iterancestors())):
            own = (part for part in paragraph.iter(_W + "t") if next(part.iterancestors(_W + "p")) is paragraph)
            found.append("".join(part.text or "" for part in own if not any(map(_is_left_out, part.iterancestors()))))
    return found


def _is_left_out(element: Any) -> bool:
    prompt = element.find(f"{_W}sdtPr/{_W}showingPlcHdr") if element.tag == _W + "sdt" else None
    return prompt is not None or element.tag.rpartition("}")[2] in {"Fallback", "del", "moveFrom"}


def _of_shapes(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.is_placeholder and shape.placeholder_format.type in _FOOT:
            continue
        if hasattr(shape, "shapes"):
            yield from _of_shapes(shape.shapes)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                for cell in row.cells:
                    yield from (paragraph.text for paragraph in cell.text_frame.paragraphs)
        elif shape.has_text_frame:
            yield from (paragraph.text for paragraph in shape.text_frame.paragraphs)


def _said(outline: Outline) -> Iterator[str]:
    for slide in outline.slides:
        yield _line(slide.title)
        yield _line(slide.subtitle)
        for block in (*slide.body, *slide.notes):
            yield from _block(block)
    for loss in outline.lost:
        yield loss.what


def _block(block: object) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case OutlineTable():
            for row in (block.header, *block.rows):
                yield from map(_line, row)
        case OutlineColumn():
            yield _line(block.heading)
            yield from (paragraph.text for paragraph in block.paragraphs)
        case OutlineQuote():
            yield _line(block.runs)
            yield _line(block.attribution)
        case OutlineChart():
            yield from (*block.categories, *(name for name, _ in block.series), block.unit, block.description)
        case OutlinePicture():
            yield block.description


def _squeezed(text: str) -> str:
    return "".join(_WORD.findall(text))


def _line(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)

"""Decks as people make them, made by script with python-pptx."""

import io
from collections.abc import Callable
from typing import Any

import pptx
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
TITLE, CONTENT, SECTION, TWO, COMPARISON, ONLY_TITLE, BLANK = range(7)
"""The layouts of python-pptx's own template."""


def deck_of(*edits: Callable[[Any], object]) -> bytes:
    """Make a deck; each edit is given the presentation."""
    deck = pptx.Presentation()
    for edit in edits:
        edit(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def slide(deck: Any, layout: int = CONTENT, title: str = "") -> Any:
    """Add a slide."""
    made = deck.slides.add_slide(deck.slide_layouts[layout])
    if title:
        made.shapes.title.text = title
    return made


def box(shapes: Any, text: str, x: float, y: float, width: float = 3, height: float = 0.6, size: int = 18) -> Any:
    """Put a text box, measured in inches, a paragraph a line."""
    made = shapes.add_textbox(Inches(x), Inches(y), Inches(width), Inches(height))
    made.text_frame.text = text
    for paragraph in made.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
    return made


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> io.BytesIO:
    """Draw a picture, red at its left half and blue at its right."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (size[0] // 2, 0, *size))
    file = io.BytesIO()
    image.save(file, kind)
    file.seek(0)
    return file


def list_mark(paragraph: Any, xml: str) -> None:
    """Say what stands before a paragraph, as `a:buNone` and the like."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert(0, etree.fromstring(f'<a:{xml} xmlns:a="{A[1:-1]}"/>'))


def many_things(deck: Any) -> None:
    """Add slides with most of what a deck can hold."""
    first = slide(deck, TITLE, "Listening well")
    first.placeholders[1].text = "A morning for the team"
    first.notes_slide.notes_text_frame.text = "Welcome everyone.\nSay where the exits are."
    points = slide(deck, CONTENT, "What helps")
    frame = points.placeholders[1].text_frame
    frame.text = "Time"
    for text, level in (("Ten minutes are enough", 1), ("A quiet room", 0)):
        paragraph = frame.add_paragraph()
        paragraph.text, paragraph.level = text, level
    group = points.shapes.add_group_shape()
    box(group.shapes, "In a group", 1, 6)
    inner = group.shapes.add_group_shape()
    box(inner.shapes, "In a group in a group", 5, 6)
    points.shapes.add_shape(MSO_SHAPE.RIGHT_ARROW, Inches(8), Inches(5), Inches(1), Inches(1))
    builder = points.shapes.build_freeform(Inches(1), Inches(1))
    builder.add_line_segments([(Inches(2), Inches(1)), (Inches(2), Inches(2))])
    builder.convert_to_shape().text_frame.text = "On a freeform"
    table = slide(deck, ONLY_TITLE, "Who does what").shapes.add_table(3, 3, Inches(1), Inches(2), Inches(8), Inches(2))
    for row in range(3):
        for column in range(3):
            table.table.cell(row, column).text = f"Cell {row}.{column}"
    table.table.cell(1, 0).merge(table.table.cell(1, 1))
    charted = slide(deck, ONLY_TITLE, "How many came")
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["Spring", "Summer"]
    data.add_series("Families", (12, 17.5))
    frame = charted.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(1), Inches(2), Inches(6), Inches(4), data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Families by season"
    hidden = slide(deck, BLANK)
    hidden._element.set("show", "0")
    box(hidden.shapes, "A heading without a placeholder", 1, 0.5, 8, size=32)
    box(hidden.shapes, "Left above", 1, 2)
    box(hidden.shapes, "Right above", 5, 2)
    box(hidden.shapes, "Left below", 1, 4)
    shown = slide(deck, ONLY_TITLE, "A picture")
    shown.shapes.add_picture(picture(), Inches(1), Inches(2))
    shown.shapes.add_picture(picture("BMP"), Inches(5), Inches(2))

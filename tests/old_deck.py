"""A deck as trainers have them, made by hand years ago: bullets, a table, a picture, loose text, a hidden slide."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.util import Inches, Pt


def write_old_deck(path: Path) -> None:
    """Write the deck that docs/first-hour.md begins with."""
    deck: Any = Presentation()
    title = _slide(deck, 0, "Recognising neglect: a refresher", "Welcome everyone. Say that people may leave the room.")
    title.placeholders[1].text = "Northmere Safeguarding Partnership\nSpring 2019"
    _points(
        deck,
        "Why this matters",
        [
            "Neglect is the commonest reason for a child protection plan",
            "It is often seen by many people, each a little",
        ],
        "Ask who in the room has worried about a child this month.\n\nDo not ask for names.",
    )
    seen = _points(deck, "What you may see", ["At school", "Hungry, or without lunch", "At home", "Nobody awake"])
    for paragraph in seen.text_frame.paragraphs[1::2]:
        paragraph.level = 1
    both = _slide(deck, 4, "Good practice")
    texts = ("Do", "Write down what you saw", "Don’t", "Promise to keep a secret")
    for number, text in enumerate(texts, 1):
        both.placeholders[number].text = text
    quotes = ["“I just wanted someone to ask me if I was OK.”", "“I was always hungry on Mondays.”"]
    _points(deck, "What children told us", quotes, "Read both aloud, slowly.")
    table = _slide(deck, 5, "Referrals in our area").shapes.add_table(3, 2, *map(Inches, (1, 2, 8, 2))).table
    for row, values in enumerate((("Year", "Referrals"), ("2017", "455"), ("2018", "498"))):
        for column, value in enumerate(values):
            table.cell(row, column).text = value
    _slide(deck, 5, "Who does what").shapes.add_picture(_boxes(), *map(Inches, (1, 1.8, 8)))
    loose = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    for text, size, down in (("Remember: it is everybody’s business", 36, 1), ("If you see it, say it.", 18, 3)):
        box = loose.add_textbox(*map(Inches, (1, down, 8, 1)))
        box.text_frame.text = text
        box.text_frame.paragraphs[0].font.size = Pt(size)
    questions = ["What worries you about what the teacher says?", "Who else would know something?"]
    _points(deck, "Group exercise: the Monday call", questions, "Groups of four, fifteen minutes.")
    _points(deck, "Where to get help", ["Your own safeguarding lead", "The Northmere hub: 01632 960100"])
    _slide(deck, 1, "Old budget slide")._element.set("show", "0")
    deck.save(str(path))


def _slide(deck: Any, layout: int, title: str, notes: str = "") -> Any:
    slide = deck.slides.add_slide(deck.slide_layouts[layout])
    slide.shapes.title.text = title
    if notes:
        slide.notes_slide.notes_text_frame.text = notes
    return slide


def _points(deck: Any, title: str, points: list[str], notes: str = "") -> Any:
    body = _slide(deck, 1, title, notes).placeholders[1]
    body.text = "\n".join(points)
    return body


def _boxes() -> BytesIO:
    picture = Image.new("RGB", (1200, 700), "white")
    draw = ImageDraw.Draw(picture)
    for left in (60, 440, 820):
        draw.rectangle((left, 200, left + 300, 480), outline="navy", width=8)
    written = BytesIO()
    picture.save(written, "PNG")
    written.seek(0)
    return written

"""Drawings as files: an SVG that holds the words and fetches nothing, a PNG that is small and looks like the slide."""

from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from lxml import etree
from msgspec.structs import replace
from PIL import Image

from conftest import Built, look_of
from deckbuilder.fit.sketch import draw_slide
from deckbuilder.ir.drawing import DrawnPicture, Line, Shape, SlideDrawing, Span, Stroke, Typeface, rectangle
from deckbuilder.office.sketch import slide_image, to_png, to_svg
from deckbuilder.theme import Theme
from deckbuilder.units import Pt

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
FACE = Typeface("Calibri", 42.0, 44.0)


@pytest.fixture(scope="module")
def drawings(board: Theme, built: Callable[[str], Built]) -> list[SlideDrawing]:
    deck, template = built("starter").compiled.deck, look_of(board)
    return [draw_slide(placed, deck, template) for placed in deck.slides]


def pixels(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def inked(image: Image.Image, ground: tuple[int, int, int] = (255, 255, 255)) -> Iterator[tuple[int, int]]:
    for y in range(image.height):
        for x in range(image.width):
            if image.getpixel((x, y)) != ground:
                yield x, y


def slide(*front: Shape | Stroke | Line) -> SlideDrawing:
    return SlideDrawing(Pt(400), Pt(200), "A slide", "FFFFFF", (), front)


def line(text: str, width: float, *, bold: bool = False, italic: bool = False, underline: bool = False) -> Line:
    span = Span(text, Pt(width), "1A2B3C", bold, italic, underline)
    return Line(Pt(50), Pt(100), Pt(24), FACE, (span,))


def test_an_svg_holds_the_words_and_a_title_that_is_read_out(drawings: list[SlideDrawing]) -> None:
    for drawing in drawings:
        root = etree.fromstring(to_svg(drawing))
        assert root.tag == f"{SVG}svg"
        assert root[0].tag == f"{SVG}title"
        assert root[0].text == drawing.title
        shown = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
        assert shown == [line.text for line in drawing.lines]


def test_an_svg_fetches_nothing_and_has_only_what_word_knows(drawings: list[SlideDrawing]) -> None:
    for drawing in drawings:
        root = etree.fromstring(to_svg(drawing))
        for element in root.iter():
            name = etree.QName(element).localname
            assert name in {"svg", "title", "rect", "path", "polyline", "image", "text", "tspan"}
            assert not {"class", "style", "textLength"} & {str(key) for key in element.attrib}
            assert str(element.get(LINK, "data:image/")).startswith("data:image/")


def test_characters_of_markup_are_written_as_text() -> None:
    root = etree.fromstring(to_svg(slide(line("a < b & \x0bc", 80))))
    assert "".join(root.find(f"{SVG}text").itertext()) == "a < b & c"  # type: ignore[union-attr]


def test_a_png_has_the_size_asked_for_and_stays_small(drawings: list[SlideDrawing]) -> None:
    for drawing in drawings:
        png = to_png(drawing, 800)
        image = Image.open(BytesIO(png))
        assert image.size == (800, 450)
        assert image.mode == "P"
        assert len(image.convert("RGB").getcolors(256) or []) > 8
        assert len(png) < 25_000


def test_the_same_drawing_gives_the_same_bytes(drawings: list[SlideDrawing]) -> None:
    for drawing in drawings[::5]:
        assert to_png(drawing, 640) == to_png(drawing, 640)
        assert to_svg(drawing) == to_svg(drawing)


def test_a_png_shows_the_colours_exactly(drawings: list[SlideDrawing]) -> None:
    first = drawings[0]
    image = pixels(to_png(first, 800))
    digits = first.background
    assert image.getpixel((100, 300)) == tuple(int(digits[at : at + 2], 16) for at in (0, 2, 4))


def test_a_ground_keeps_its_colour_beside_a_picture_of_many_like_it() -> None:
    shades = Image.new("RGB", (100, 100))
    shades.putdata([(250 + x % 6, 250 + y % 6, 240 + (x + y) % 16) for y in range(100) for x in range(100)])
    buffer = BytesIO()
    shades.save(buffer, "PNG")
    picture = DrawnPicture(Pt(300), Pt(50), Pt(100), Pt(100), buffer.getvalue(), "png")
    card = Shape(rectangle(0, 0, 100, 100), "FDFCFA")
    image = pixels(to_png(replace(slide(), ground=(card, picture)), 400))
    assert image.getpixel((200, 150)) == (255, 255, 255)
    assert image.getpixel((50, 50)) == (253, 252, 250)


def test_letters_stand_where_they_were_measured() -> None:
    for text, width in (("Children were listened to", 260.0), ("Children were listened to", 300.0)):
        found = list(inked(pixels(to_png(slide(line(text, width)), 800))))
        assert min(x for x, _ in found) == pytest.approx(100, abs=6)
        assert max(x for x, _ in found) == pytest.approx(100 + 2 * width, abs=10)
        assert max(y for _, y in found) <= 202


def test_bold_has_more_ink_and_italic_leans() -> None:
    plain, bold, italic = (
        list(inked(pixels(to_png(slide(line("lllll", 40, bold=bold, italic=italic)), 800))))
        for bold, italic in ((False, False), (True, False), (False, True))
    )
    assert len(bold) > 1.2 * len(plain)
    top = min(y for _, y in italic)
    assert min(x for x, y in italic if y == top) > min(x for x, _ in italic) + 3


@pytest.mark.parametrize("sign", ["é", "Ö", "ł", "–", "—", "•", "£", "€", "→", "✓", "中", "Ж", "½"])
def test_a_character_that_the_font_lacks_is_still_seen(sign: str) -> None:
    found = list(inked(pixels(to_png(slide(line(sign, 14)), 800))))
    assert len(found) > 10
    assert all(90 < x < 150 and 150 < y < 215 for x, y in found)


def test_an_accent_is_seen_over_its_letter() -> None:
    bare, accented = (list(inked(pixels(to_png(slide(line(text, 12)), 800)))) for text in ("e", "é"))
    assert min(y for _, y in accented) < min(y for _, y in bare) - 3


def test_a_thin_rule_and_a_round_shape_are_seen() -> None:
    rule = Shape(rectangle(10, 50, 380, 0.2), "FF0000")
    stroke = Stroke(((50, 100), (100, 150), (150, 90)), Pt(3), "0000FF")
    image = pixels(to_png(slide(rule, stroke), 400))
    assert image.getpixel((200, 50)) == (255, 0, 0)
    assert image.getpixel((100, 149)) == (0, 0, 255)


def test_more_colours_than_there_is_room_for_do_no_harm() -> None:
    shapes = [
        Shape(rectangle(at % 20 * 20, at // 20 * 10, 20, 10), f"{at * 37 % 256:02X}40{at % 256:02X}")
        for at in range(400)
    ]
    image = pixels(to_png(replace(slide(*shapes), width=Pt(400)), 400))
    assert image.getpixel((10, 5)) == (0, 64, 0)


def test_a_slide_becomes_a_picture_for_a_document(drawings: list[SlideDrawing]) -> None:
    image = slide_image(drawings[0], "Slide 1: a title")
    assert (image.width, image.height, image.format) == (800, 450, "png")
    assert image.description == "Slide 1: a title"
    assert Image.open(BytesIO(image.data)).size == (800, 450)
    assert image.svg == to_svg(drawings[0])

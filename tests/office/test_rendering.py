"""With LibreOffice, Office files become PDFs, and their pages pictures and places of headings."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from itertools import pairwise
from typing import Any

import docx
import pypdf
import pytest
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from PIL import Image, ImageChops, ImageDraw
from pptx import Presentation

from conftest import Built
from deckbuilder.office.rendering import HeadingPage, LibreOffice, heading_pages, page_pictures


def headings_of(guide: bytes) -> list[tuple[int, str]]:
    levels = {f"Heading {level}": level for level in range(1, 10)}
    paragraphs = docx.Document(BytesIO(guide)).paragraphs
    named = [(levels.get(str(paragraph.style and paragraph.style.name)), paragraph.text) for paragraph in paragraphs]
    return [(level, text) for level, text in named if level]


def saved(document: Any) -> bytes:
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def deck_with_a_hidden_slide() -> bytes:
    deck = Presentation()
    for number in (1, 2, 3):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
    deck.slides[1]._element.set("show", "0")
    return saved(deck)


def odd_headings() -> bytes:
    document = docx.Document()
    document.add_heading("The title", 0)
    document.add_heading("One", 1)
    document.add_heading("Two below", 3)
    document.add_heading("", 2)
    document.add_heading("A tab\tand a\nline break  ", 2)
    document.add_section(WD_SECTION.ODD_PAGE)
    document.add_heading("After an empty page", 1)
    return saved(document)


def linked_picture(address: str) -> bytes:
    document = docx.Document()
    picture = BytesIO()
    Image.new("RGB", (40, 40), "red").save(picture, "PNG")
    document.add_picture(picture)
    link = document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)
    for blip in document.element.iter(qn("a:blip")):
        del blip.attrib[qn("r:embed")]
        blip.set(qn("r:link"), link)
    return saved(document)


@dataclass(frozen=True)
class Rendered:
    """Everything that needs LibreOffice, made in one run of it."""

    files: dict[str, bytes]
    pdfs: dict[str, bytes]
    asked: list[str]
    """What came from it over the network."""
    slides: int


@pytest.fixture(scope="module")
def rendered(built: Callable[[str], Built], libreoffice: LibreOffice) -> Rendered:
    office = libreoffice
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def parse_request(self) -> bool:
            asked.append("a request")
            return super().parse_request()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    pack = built("learning-review")
    files = {
        "pack.pptx": pack.deck.read_bytes(),
        "pack.docx": pack.guide.read_bytes(),
        "broken.docx": pack.guide.read_bytes()[:2000],
        "with a hidden – slide.pptx": deck_with_a_hidden_slide(),
        "odd.docx": odd_headings(),
        "linked.docx": linked_picture(f"http://127.0.0.1:{server.server_port}/picture.png"),
    }
    try:
        pdfs = office.to_pdf(files)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    return Rendered(files, pdfs, asked, len(pack.compiled.deck.slides))


def test_files_of_the_same_stem_are_all_there_and_a_broken_one_is_missing(rendered: Rendered) -> None:
    assert list(rendered.pdfs) == [name for name in rendered.files if name != "broken.docx"]


def test_a_link_in_a_file_is_not_followed(rendered: Rendered) -> None:
    assert "linked.docx" in rendered.pdfs
    assert not rendered.asked


def test_every_heading_of_the_guide_is_found_on_its_page(rendered: Rendered) -> None:
    pages = [
        " ".join(page.extract_text().split()) for page in pypdf.PdfReader(BytesIO(rendered.pdfs["pack.docx"])).pages
    ]
    found = heading_pages(rendered.pdfs["pack.docx"])
    assert [(heading.level, heading.title) for heading in found] == headings_of(rendered.files["pack.docx"])
    assert all(earlier.page <= later.page for earlier, later in pairwise(found))
    for heading in found:
        text = pages[heading.page - 1]
        assert " ".join(heading.title.split()) in text, heading
        assert f"Page {heading.page} of {len(pages)}" in text


def test_headings_are_told_as_documented(rendered: Rendered) -> None:
    assert heading_pages(rendered.pdfs["odd.docx"]) == [
        HeadingPage(1, "One", 1),
        HeadingPage(2, "Two below", 1),
        HeadingPage(2, "A tab and a line break", 1),
        HeadingPage(1, "After an empty page", 3),
    ]


def test_hidden_slides_have_pages_too(rendered: Rendered) -> None:
    titles = [heading.title for heading in heading_pages(rendered.pdfs["with a hidden – slide.pptx"])]
    assert titles == ["Slide 1", "Slide 2", "Slide 3"]
    assert len(page_pictures(rendered.pdfs["with a hidden – slide.pptx"], 200)) == 3


def test_pictures_of_a_whole_deck_are_wide_and_small(rendered: Rendered) -> None:
    pictures = page_pictures(rendered.pdfs["pack.pptx"], 1080)
    assert len(pictures) == rendered.slides
    assert sum(len(picture.data) for picture in pictures) < 1_500_000
    for picture in pictures:
        with Image.open(BytesIO(picture.data)) as image:
            assert (image.format, image.size) == ("PNG", (1080, 608))
            assert (picture.format, picture.width, picture.height) == ("png", 1080, 608)


def test_the_same_pdf_gives_the_same_pictures(rendered: Rendered) -> None:
    first, second = (page_pictures(rendered.pdfs["pack.pptx"], 300) for _ in range(2))
    assert [picture.data for picture in first] == [picture.data for picture in second]


def page_of(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PDF", quality=100, subsampling=0)
    return buffer.getvalue()


def photograph(width: int, height: int) -> Image.Image:
    """Make what has as many colours as a photograph: soft spots in red, green and blue."""
    bands = [Image.radial_gradient("L").rotate(turn, translate=(turn, -turn)) for turn in (0, 40, 95)]
    return Image.merge("RGB", bands).resize((width, height), Image.Resampling.BICUBIC)


def lettered() -> Image.Image:
    page = Image.new("RGB", (1000, 562), "#F6F1E7")
    ImageDraw.Draw(page).text((80, 80), "What went well", fill="#0F4C4A", font_size=60)
    return page


def largest_step(one: Image.Image, other: Image.Image) -> int:
    """Give how far the colour of any square of eight pixels is off."""
    extremes = ImageChops.difference(one.reduce(8), other.reduce(8)).getextrema()
    return max(int(high) for _, high in extremes)  # type: ignore[misc]


def test_a_page_of_text_is_a_png_whose_ground_keeps_its_colour() -> None:
    (picture,) = page_pictures(page_of(lettered()), 1000)
    assert picture.format == "png"
    with Image.open(BytesIO(picture.data)) as image:
        assert image.size == (1000, 562)
        assert image.mode == "P"
        assert largest_step(image.convert("RGB"), lettered()) <= 6


@pytest.mark.parametrize("size", [(1000, 562), (200, 150)])
def test_a_photograph_does_not_band(size: tuple[int, int]) -> None:
    page = lettered()
    page.paste(photograph(*size), (1000 - size[0], 562 - size[1]))
    (picture,) = page_pictures(page_of(page), 1000)
    assert picture.format == "jpeg"
    with Image.open(BytesIO(picture.data)) as image:
        assert image.format == "JPEG"
        assert largest_step(image.convert("RGB"), page) <= 6


def test_a_soft_shade_does_not_band() -> None:
    shade = Image.linear_gradient("L").resize((1000, 562), Image.Resampling.BICUBIC)
    page = Image.merge("RGB", [shade.point(lambda value: 20 + value // 5) for _ in range(3)])
    (picture,) = page_pictures(page_of(page), 1000)
    with Image.open(BytesIO(picture.data)) as image:
        assert largest_step(image.convert("RGB"), page) <= 2


@pytest.mark.parametrize("width", [1, 333, 1000, 1079, 1100])
def test_a_picture_is_as_wide_as_asked(width: int) -> None:
    (picture,) = page_pictures(page_of(Image.new("RGB", (960, 541), "white")), width)
    assert picture.width == width


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 made\n%%EOF\n"])
def test_what_is_no_pdf_has_neither_pictures_nor_headings(data: bytes) -> None:
    assert page_pictures(data, 1000) == []
    assert heading_pages(data) == []

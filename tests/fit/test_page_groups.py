"""Groups of blocks stand on one page where they fit on one, and begin a page where the last has no room left."""

from collections.abc import Iterable

import pytest

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import kept_together
from deckbuilder.ir.document import Block, Document, Heading, Single, SlidePicture, Text, Together
from deckbuilder.ir.page import PageLook
from deckbuilder.ir.presentation import Properties
from deckbuilder.ir.template import Image
from deckbuilder.ir.text import Run
from deckbuilder.office import word_template
from deckbuilder.theme import Theme

LINE = Text("Body Text", (Run("A line."),))
PICTURES = {1: Image(b"", "png", 1080, 608, "")}


@pytest.fixture(scope="module")
def page(board: Theme) -> PageLook:
    template = word_template(board, Diagnostics())
    assert template is not None
    return template.page


def heading(text: str, level: int = 3) -> Heading:
    return Heading(level, (Run(text),))


def fitted(page: PageLook, *blocks: Block, header: str = "A title · Guide") -> Document:
    properties = Properties("A guide", "", "An agency", "en-GB", "1.0", None)
    return kept_together(Document(properties, header, "", blocks), page, PICTURES)


def part(name: str, lines: int, *more: Single) -> Together:
    return Together((heading(name), *more, *[LINE] * lines))


def new_pages(document: Document) -> list[str]:
    return [each.text for each in document.headings if each.new_page]


def groups(document: Document) -> list[str]:
    found: Iterable[Together] = (block for block in document.blocks if isinstance(block, Together))
    return [block.blocks[0].text for block in found if isinstance(block.blocks[0], Heading)]


def test_parts_share_a_page_as_long_as_there_is_room(page: PageLook) -> None:
    found = fitted(page, part("One", 8), part("Two", 8), part("Three", 8), part("Four", 8))
    assert new_pages(found) == ["Three"]
    assert groups(found) == ["One", "Two", "Three", "Four"]


def test_the_heading_of_a_section_goes_with_its_first_part(page: PageLook) -> None:
    found = fitted(page, part("One", 16), heading("A section", 2), part("Two", 16))
    assert new_pages(found) == ["A section"]
    assert groups(found) == ["One", "A section"]


def test_a_part_longer_than_a_page_breaks_but_not_before_its_last_line(page: PageLook) -> None:
    found = fitted(page, part("Long", 60))
    assert groups(found) == []
    *_, leading, last = found.singles
    assert isinstance(leading, Text)
    assert isinstance(last, Text)
    assert (leading.keep_next, last.keep_next) == (True, False)


def test_a_picture_becomes_smaller_where_its_part_then_fits(page: PageLook) -> None:
    def scale(lines: int) -> float:
        found = fitted(page, part("One", lines, SlidePicture(1, "A slide")))
        return next(block.scale for block in found.singles if isinstance(block, SlidePicture))

    scales = [scale(lines) for lines in range(12, 40)]
    assert scales[0] == scales[-1] == 1
    smaller = [value for value in scales if value < 1]
    assert smaller
    assert all(0.6 <= value < 1 for value in smaller)


def test_a_heading_with_little_room_under_it_begins_a_page(page: PageLook) -> None:
    found = [new_pages(fitted(page, *[LINE] * lines, heading("Low"), *[LINE] * 5)) for lines in range(20, 27)]
    assert ["Low"] in found
    assert found[0] == []
    assert new_pages(fitted(page, *[LINE] * 5, heading("High"), *[LINE] * 5)) == []


def test_a_long_title_is_shortened_in_the_header_and_the_kind_of_document_stays(page: PageLook) -> None:
    long = "Listening to children and parents, and to everybody else who has something to say about it, in full"
    header = fitted(page, header=f"{long} · Facilitator guide").header
    assert header.endswith("… · Facilitator guide")
    assert long.startswith(header.removesuffix("… · Facilitator guide"))
    assert fitted(page, header="Short · Worksheet").header == "Short · Worksheet"


def test_two_parts_that_nearly_fit_share_a_page_with_pictures_of_one_size(page: PageLook) -> None:
    def scales(lines: int) -> tuple[list[float], list[str]]:
        picture = SlidePicture(1, "A slide")
        found = fitted(page, part("One", 5, picture), part("Two", lines, picture))
        return [block.scale for block in found.singles if isinstance(block, SlidePicture)], new_pages(found)

    found = [scales(lines) for lines in range(3, 14)]
    assert [found[0], found[-1]] == [([1, 1], []), ([1, 1], ["Two"])]
    shared = [sizes for sizes, begun in found if sizes != [1, 1] and not begun]
    assert shared
    assert all(upper == lower >= 0.75 for upper, lower in shared)

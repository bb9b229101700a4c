"""Where a slide that is too full is cut, and what the parts have in common."""

import pytest

from conftest import look_of
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import place_deck
from deckbuilder.fit.foot import footers
from deckbuilder.fit.measure import Measure
from deckbuilder.fit.split import balanced, led_in
from deckbuilder.ir.presentation import Area, Chart, Deck, Figure, Item, PlacedDeck, Properties, Slide, Table
from deckbuilder.ir.template import Template
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.theme import Theme
from deckbuilder.units import Pt
from deckbuilder.units import points as in_points

LONG = "has enough words to take up two lines of a slide, as points of a certain length do when they explain. " * 2


@pytest.fixture(scope="module")
def template(board: Theme) -> Template:
    return look_of(board)


def point(text: str) -> Item:
    return (Paragraph((Run(text),), list=ListKind.BULLET),)


def place(template: Template, slide: Slide) -> PlacedDeck:
    properties = Properties("A deck", "", "An agency", "en-GB", "1.0", None)
    deck = Deck(properties, ("One",), (slide,), "A deck", "", " ({part} of {parts})", ", part {part}", "It goes on.")
    diagnostics = Diagnostics()
    placed = place_deck(deck, template, diagnostics)
    assert not diagnostics.found
    return placed


def points(template: Template, *texts: str) -> list[list[str]]:
    """Place points; gives those of each slide."""
    slide = Slide("one", "points", (Run("A title"),), (Area("points", tuple(map(point, texts)), splits=True),))
    return [[each.text for each in part.fills[0].paragraphs] for part in place(template, slide).slides]


def test_a_lead_in_stays_with_what_it_leads_in(template: Template) -> None:
    texts = [f"{number} {LONG}" for number in range(10)]
    parts = points(template, *texts)
    assert len(parts) > 1
    # The last point of each part is made a lead-in in turn: it moves on to the next slide.
    for last in (part[-1] for part in parts[:-1]):
        led = [f"{text.strip()}:" if text == last else text for text in texts]
        found = points(template, *led)
        assert [text for part in found for text in part] == led
        assert not any(part[-1].endswith(":") for part in found)


def test_a_lead_in_that_fills_a_slide_is_parted_from_what_it_leads_in(template: Template) -> None:
    parts = points(template, "word " * 130 + "such as:", "word " * 130)
    assert len(parts) == 2


def test_all_parts_are_set_in_one_size(template: Template) -> None:
    items = tuple(map(point, [*(f"{number} {LONG}" for number in range(6)), *["Short"] * 6]))
    slide = Slide("one", "points", (Run("A title"),), (Area("points", items, splits=True),))
    parts = place(template, slide).slides
    assert len(parts) > 1
    assert len({part.fills[0].sizes for part in parts}) == 1


def test_a_cut_falls_on_no_joined_place() -> None:
    assert balanced([1, 1, 1, 1], 2) == [(0, 2), (2, 4)]
    assert balanced([1, 1, 1, 1], 2, frozenset({2})) == [(0, 1), (1, 4)]
    assert balanced([1, 1, 1], 3, frozenset({2})) == []


def test_only_a_point_without_points_of_its_own_leads_in_the_next() -> None:
    own = (*point("Ask them:"), Paragraph((Run("What helps?"),), level=1, list=ListKind.BULLET))
    assert led_in([point("Ask them:"), own, point("End:")]) == {1}


def table_parts(template: Template, header: list[str], rows: list[list[str]]) -> list[Table]:
    table = Table(
        tuple((Run(text),) for text in header),
        tuple(tuple((Run(text),) for text in row) for row in rows),
        (False,) * len(header),
        "A table",
    )
    slide = Slide("one", "table", (Run("A title"),), figure=Figure("table", table))
    contents = [part.figure.content for part in place(template, slide).slides if part.figure]
    return [content for content in contents if isinstance(content, Table)]


def test_a_table_takes_as_few_slides_as_it_can_evenly_and_then_the_largest_text(template: Template) -> None:
    parts = table_parts(template, ["Who", "What"], [["A person", f"Text {number}"] for number in range(13)])
    assert [len(part.rows) for part in parts] == [7, 6] or [len(part.rows) for part in parts] == [6, 7]
    layout = next(layout for layout in template.layouts if layout.name == "table")
    assert {part.size for part in parts} == {layout.slots("table")[0].levels[0].size}


def test_a_long_word_takes_no_room_from_words_that_fit(template: Template) -> None:
    (table,) = table_parts(template, ["Who", "Address", "Responsibilities"], [["A person", "x" * 120, "Communication"]])
    who, address, duties = table.widths
    assert address > duties > who
    header, row = table.row_heights
    assert header < 2 * table.size  # one line: no heading is broken
    assert row > header  # the long word is broken inside


def test_a_title_that_is_too_long_for_all_parts_is_refused_once(template: Template) -> None:
    items = tuple(map(point, [f"{number} {LONG}" for number in range(12)]))
    title = (Run("A title that says far too much " * 9),)
    properties = Properties("A deck", "", "An agency", "en-GB", "1.0", None)
    slide = Slide("one", "points", title, (Area("points", items, splits=True),))
    deck = Deck(properties, ("One",), (slide,), "A deck", "", " ({part} of {parts})", ", part {part}", "It goes on.")
    diagnostics = Diagnostics()
    assert len(place_deck(deck, template, diagnostics).slides) > 1
    assert [item.code for item in diagnostics] == ["title-too-long"]


def test_the_number_of_a_part_is_kept_in_order_beside_arabic(template: Template) -> None:
    items = tuple(map(point, [f"{number} {LONG}" for number in range(12)]))
    slide = Slide("one", "points", (Run("ما قاله الأطفال"),), (Area("points", items, splits=True),))
    parts = place(template, slide).slides
    assert parts[0].title_text == f"ما قاله الأطفال \N{LEFT-TO-RIGHT MARK}(1 of {len(parts)})\N{LEFT-TO-RIGHT MARK}"


def chart_codes(template: Template, kind: str, categories: list[str]) -> list[str]:
    chart = Chart(kind, tuple(categories), (("Number", (1.0,) * len(categories)),), "", "A chart")
    slide = Slide("one", "chart", (Run("A title"),), figure=Figure("chart", chart))
    properties = Properties("A deck", "", "An agency", "en-GB", "1.0", None)
    diagnostics = Diagnostics()
    place_deck(Deck(properties, ("One",), (slide,), "A deck", "", "", "", ""), template, diagnostics)
    return [item.code for item in diagnostics]


@pytest.mark.parametrize("kind", ["column", "line"])
def test_a_name_wider_than_its_column_is_an_error(kind: str, template: Template) -> None:
    names = ["Communication", *(f"Part {number}" for number in range(9))]
    assert chart_codes(template, kind, names) == ["does-not-fit"]
    assert chart_codes(template, "bar", names) == []
    assert chart_codes(template, kind, names[:4]) == []


def test_a_name_of_many_lines_leaves_no_room_for_the_columns(template: Template) -> None:
    names = ["What was said in the meeting about the plan " * 3, *"abcde"]
    assert chart_codes(template, "column", names) == ["does-not-fit"]


@pytest.mark.parametrize("text", ["x" * 300, "Official · " + "x" * 300, "A word after another " * 20])
def test_a_footer_stays_on_one_line_whatever_its_words(text: str, template: Template) -> None:
    measure = Measure(template.fonts)
    layouts = [layout for layout in template.layouts if layout.slots("foot-footer")]
    short = footers(text, layouts, measure)
    assert set(short) == {layout.name for layout in layouts}
    for layout in layouts:
        (place,) = layout.slots("foot-footer")
        assert short[layout.name].endswith("…")
        width = Pt(in_points(place.box.cx))
        assert measure.longest_word([Run(short[layout.name])], place.levels[0].size, place.levels[0]) <= width
        assert measure.lines([Run(short[layout.name])], width, place.levels[0].size, place.levels[0]) == 1

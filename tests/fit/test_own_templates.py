"""What an agency's own template asks of fitting: fewer levels, capitals, small boxes for footers, short slides."""

import pytest
from msgspec.structs import replace

from conftest import look_of
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit.foot import footers
from deckbuilder.fit.measure import Measure
from deckbuilder.fit.place import place_deck
from deckbuilder.fit.sizes import fill_slots
from deckbuilder.ir.presentation import Area, Deck, Properties, Slide
from deckbuilder.ir.template import Layout, Template, TextLevel
from deckbuilder.ir.text import Run, plain
from deckbuilder.theme import Theme
from deckbuilder.units import Emu, Pt


@pytest.fixture(scope="module")
def look(board: Theme) -> Template:
    return look_of(board)


def test_levels_below_the_last_of_a_placeholder_become_its_last(look: Template) -> None:
    (card,) = look.layout("voices-1").slots("voices")
    alone = replace(card, levels=card.levels[:1])
    quotation = (plain("The words"), plain("A child", level=1), plain("Before", level=5))
    fills, failing = fill_slots([quotation], [alone], Measure(look.fonts))
    assert failing is None
    assert [paragraph.level for paragraph in fills[0].paragraphs] == [0, 0, 0]
    assert [paragraph.text for paragraph in fills[0].paragraphs] == ["The words", "A child", "Before"]


def test_text_that_is_shown_in_capitals_is_measured_in_capitals(look: Template) -> None:
    measure = Measure(look.fonts)
    small = TextLevel(Pt(24))
    capitals = replace(small, caps=True)
    runs = [Run("listening")]
    assert measure.width(runs, Pt(24), capitals) == measure.width([Run("LISTENING")], Pt(24), small)
    assert measure.longest_word(runs, Pt(24), capitals) > measure.longest_word(runs, Pt(24), small)


def narrow(layout: Layout, inches: float) -> Layout:
    places = tuple(
        replace(place, box=replace(place.box, cx=Emu(round(inches * 914_400))))
        if place.role == "foot-footer"
        else place
        for place in layout.placeholders
    )
    return replace(layout, placeholders=places)


def test_a_footer_is_shortened_only_where_its_box_is_small(look: Template) -> None:
    text = "OFFICIAL · Listening to children and parents: learning from a review"
    points = look.layout("points")
    short = footers(text, [narrow(points, 2.2), look.layout("table")], Measure(look.fonts))
    assert short == {"points": "OFFICIAL · Listening to…"}


def compared(points: int) -> Deck:
    columns = tuple(
        tuple(
            plain(f"{name} number {number}, said in a sentence that is long enough for a line")
            for number in range(points)
        )
        for name in ("Do", "Don’t")
    )
    headings = ((plain("Do", level=1),), (plain("Don’t", level=2),))
    areas = (Area("headings", headings, splits=True), Area("columns", columns, splits=True))
    slide = Slide("compare", "compare", (Run("Do and don’t"),), areas)
    properties = Properties("A deck", "", "", "en-GB", "", None)
    return Deck(properties, ("One",), (slide,), "", "", " ({part} of {parts})", "", "")


@pytest.mark.parametrize(("points", "least"), [(3, 1), (9, 1), (16, 4), (30, 5)])
def test_a_column_that_is_too_long_for_a_slide_goes_on_to_the_next(points: int, least: int, look: Template) -> None:
    diagnostics = Diagnostics()
    placed = place_deck(compared(points), look, diagnostics).slides
    assert not diagnostics.found
    assert len(placed) >= least
    said: dict[str, list[str]] = {"Do": [], "Don’t": []}
    for slide in placed:
        headings = [fill.paragraphs[0].text for fill in slide.fills if fill.role == "headings"]
        columns = [fill for fill in slide.fills if fill.role == "columns"]
        for heading, column in zip(headings, columns, strict=True):
            said[heading] += [paragraph.text.partition(",")[0] for paragraph in column.paragraphs]
    for heading, found in said.items():
        assert found == [f"{heading} number {number}" for number in range(points)]

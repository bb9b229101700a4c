"""Text is measured, set smaller in steps, then split; nothing leaves its box."""

from collections.abc import Callable

import pytest

from conftest import PACKS, Built, look_of
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import place_deck
from deckbuilder.fit.measure import count_lines
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.fit.place import balanced
from deckbuilder.ir.presentation import Area, Deck, Figure, Picture, PlacedDeck, Properties, Slide
from deckbuilder.ir.template import Template
from deckbuilder.ir.text import ListKind, Paragraph, Run, plain
from deckbuilder.theme import Theme
from inside_boxes import assert_inside


@pytest.fixture(scope="module")
def template(board: Theme) -> Template:
    return look_of(board)


def deck_of(*slides: Slide) -> Deck:
    properties = Properties("A deck", "", "An agency", "en-GB", "1.0", None)
    return Deck(
        properties, ("One",), slides, "A deck", "", " ({part} of {parts})", ", part {part} of {parts}", "It carries on."
    )


def place(template: Template, *slides: Slide) -> tuple[PlacedDeck, list[str]]:
    diagnostics = Diagnostics()
    placed = place_deck(deck_of(*slides), template, diagnostics)
    return placed, [item.code for item in diagnostics]


def points_slide(*texts: str, title: str = "A title") -> Slide:
    items = tuple((Paragraph((Run(text),), list=ListKind.BULLET),) for text in texts)
    return Slide("one", "points", (Run(title),), (Area("points", items, splits=True),))


@pytest.mark.parametrize("pack", PACKS)
def test_every_text_of_the_real_packs_stays_inside_its_box(
    pack: str, built: Callable[[str], Built], template: Template
) -> None:
    assert_inside(built(pack).compiled.deck, template)


def test_few_words_keep_the_layouts_own_size(template: Template) -> None:
    placed, codes = place(template, points_slide("One", "Two"))
    assert codes == []
    assert placed.slides[0].fills[0].sizes is None


def test_more_words_are_set_smaller_but_never_under_the_minimum(template: Template) -> None:
    placed, codes = place(template, points_slide(*["A point of about ten words that takes one line here"] * 9))
    assert codes == []
    assert len(placed.slides) == 1
    sizes = placed.slides[0].fills[0].sizes
    assert sizes is not None
    assert 18 <= sizes[0] < 24
    assert_inside(placed, template)


def test_too_many_points_go_on_to_further_slides_and_none_is_lost(template: Template) -> None:
    long = "has enough words to take up two lines of a slide, as points of a certain length do. " * 2
    texts = [f"Point {number} {long}" for number in range(14)]
    placed, codes = place(template, points_slide(*texts))
    assert codes == []
    assert [slide.title_text for slide in placed.slides] == [
        f"A title ({part} of {len(placed.slides)})" for part in range(1, len(placed.slides) + 1)
    ]
    assert [p.text for slide in placed.slides for fill in slide.fills for p in fill.paragraphs] == texts
    assert placed.slides[1].notes == (plain("It carries on."),)
    assert_inside(placed, template)


def test_a_numbered_list_goes_on_counting_on_the_next_slide(template: Template) -> None:
    long = "A question that is long enough to need two lines on the slide when it is projected in the room. " * 2
    items = tuple((Paragraph((Run(long),), list=ListKind.NUMBER, start=1 if n == 0 else None),) for n in range(8))
    slide = Slide("one", "workshop", (Run("A workshop"),), (Area("questions", items, splits=True),))
    placed, codes = place(template, slide)
    assert codes == []
    first = placed.slides[0].fills[0].paragraphs
    assert placed.slides[1].fills[0].paragraphs[0].start == len(first) + 1


def test_what_cannot_fit_is_an_error(template: Template) -> None:
    _, codes = place(template, points_slide("word " * 900))
    assert codes == ["does-not-fit"]
    _, codes = place(template, points_slide("A point", title="A long title " * 20))
    assert codes == ["title-too-long"]


def test_a_word_longer_than_a_line_is_broken_inside(template: Template) -> None:
    placed, codes = place(template, points_slide("x" * 120))
    assert codes == []
    assert_inside(placed, template)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_quotations_get_a_card_each(count: int, template: Template) -> None:
    cards = tuple((plain(f"“Words {number}”"), plain("A child", level=1)) for number in range(count))
    placed, codes = place(template, Slide("v", "voices", (Run("Voices"),), (Area("voices", cards, splits=True),)))
    assert codes == []
    assert [fill.paragraphs for slide in placed.slides for fill in slide.fills] == list(cards)
    for slide in placed.slides:
        # No card of the chosen layout stays empty.
        assert len(template.layout(slide.layout).slots("voices")) == len(slide.fills)


def test_a_comparison_that_is_too_long_shows_one_side_after_the_other(template: Template) -> None:
    column = tuple(
        Paragraph((Run("A point that takes up more than one line of half a slide, as they do"),), list=ListKind.BULLET)
        for _ in range(7)
    )
    headings = ((plain("Do", level=1),), (plain("Don’t", level=2),))
    areas = (Area("headings", headings, splits=True), Area("columns", (column, column), splits=True))
    placed, codes = place(template, Slide("c", "compare", (Run("Two sides"),), areas))
    assert codes == []
    assert [slide.layout for slide in placed.slides] == ["compare-one", "compare-one"]
    assert [slide.fills[0].paragraphs[0].text for slide in placed.slides] == ["Do", "Don’t"]


def test_lines_break_at_spaces_and_hyphens() -> None:
    metrics = font_metrics("Arial")
    word = metrics.regular.width("word")
    assert count_lines((("word word word", False),), word * 2.5, metrics) == 2
    assert count_lines((("word-word-word", False),), word * 2.5, metrics) == 2
    assert count_lines((("one\ntwo", False),), 100, metrics) == 2
    assert count_lines((("bold ", True), ("and plain", False)), 100, metrics) == 1


def test_an_unknown_font_is_measured_as_the_widest_known() -> None:
    unknown = font_metrics("No Such Font")
    text = "The quick brown fox jumps over the lazy dog, 1234567890 times."
    for known in ("Arial", "Calibri", "Cambria", "Times New Roman", "Verdana"):
        for bold in (False, True):
            assert unknown.face(bold=bold).width(text) >= font_metrics(known).face(bold=bold).width(text)
    assert font_metrics("No Such Font", "Arial").family == "Arial"
    assert font_metrics("Liberation Sans").family == "Arial"


def test_runs_are_balanced_and_in_order() -> None:
    assert balanced([1, 1, 5, 1, 1, 1], 3) == [(0, 2), (2, 3), (3, 6)]
    assert balanced([2, 2, 2, 2], 2) == [(0, 2), (2, 4)]


def test_a_title_with_a_number_of_its_own_gets_no_second_one_in_brackets(template: Template) -> None:
    texts = [f"A point with a few words in it, number {number}" for number in range(30)]
    placed, codes = place(template, points_slide(*texts, title="Support (1 of 3)"))
    assert codes == []
    parts = len(placed.slides)
    assert parts > 1
    assert [slide.title_text for slide in placed.slides] == [
        f"Support (1 of 3), part {number} of {parts}" for number in range(1, parts + 1)
    ]


def voices_slide(*quotes: str) -> Slide:
    items = tuple((plain(quote), plain("A child", level=1)) for quote in quotes)
    return Slide("one", "voices", (Run("A title"),), (Area("voices", items, splits=True),))


LONG = "Nobody asked me what I wanted, and when they did they had already decided what was going to happen to me."


@pytest.mark.parametrize(
    ("slide", "layout"),
    [
        (voices_slide("I was hungry.", "Nobody asked."), "voices-2-few"),
        (voices_slide("I was hungry.", LONG), "voices-2"),
        (points_slide("If you see it, say it."), "points-few"),
        (points_slide("One", "Two", "Three", "Four"), "points"),
    ],
)
def test_slides_with_little_on_them_have_layouts_of_their_own(slide: Slide, layout: str, template: Template) -> None:
    placed, codes = place(template, slide)
    assert codes == []
    assert [each.layout for each in placed.slides] == [layout]
    assert all(fill.sizes is None for fill in placed.slides[0].fills)


def test_the_parts_of_a_slide_that_was_cut_share_a_layout(template: Template) -> None:
    placed, _ = place(template, voices_slide(*["I was hungry."] * 5))
    assert len(placed.slides) == 2
    assert not [each.layout for each in placed.slides if each.layout.endswith("-few")]


def activity(*chips: str) -> Slide:
    asked = tuple((Paragraph((Run(text),), list=ListKind.NUMBER),) for text in ("What do you see?", "Whom do you ask?"))
    areas: tuple[Area, ...] = (Area("questions", asked, splits=True),)
    if chips:
        areas = (Area("chips", tuple((plain(chip),) for chip in chips), needed=False), *areas)
    return Slide("one", "workshop", (Run("A title"),), areas)


def test_an_activity_without_group_size_and_minutes_leaves_no_gap_for_them(template: Template) -> None:
    plain_one, with_chips = (
        template.layout(place(template, each)[0].slides[0].layout) for each in (activity(), activity("Groups of four"))
    )
    assert with_chips.slots("chips")
    assert not plain_one.slots("chips")
    assert plain_one.slots("questions")[0].box.y == with_chips.slots("chips")[0].box.y


def test_a_picture_stands_in_the_middle_unless_a_caption_stands_beside_it(template: Template) -> None:
    def left_and_right(*areas: Area) -> tuple[int, int]:
        picture = Picture("a.png", b"", "png", 600, 400, "Three boxes")
        slide = Slide("one", "picture", (Run("A title"),), areas, Figure("picture", picture))
        (placed,) = place(template, slide)[0].slides
        assert placed.figure
        (room,) = template.layout(placed.layout).slots("picture")
        box = placed.figure.box
        return box.x - room.box.x, room.box.x + room.box.cx - box.x - box.cx

    left, right = left_and_right()
    assert left > 0
    assert abs(left - right) <= 1
    assert left_and_right(Area("caption", ((plain("Who does what"),),), needed=False))[0] == 0

"""A slide is drawn as it was measured: every word, line for line, in its place and in the theme's colours."""

import re
from collections.abc import Callable

import pytest

from conftest import PACKS, Built, look_of
from deckbuilder.fit.measure import Measure, break_lines, count_lines
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.fit.sketch import draw_slide
from deckbuilder.fit.sketch.chart import scale_of
from deckbuilder.fit.sketch.geometry import preset
from deckbuilder.ir.drawing import DrawnPicture, Line, Shape, SlideDrawing
from deckbuilder.ir.presentation import (
    Chart,
    Deck,
    Fill,
    PlacedDeck,
    PlacedFigure,
    PlacedSlide,
    Properties,
    Slide,
    Table,
)
from deckbuilder.ir.template import Box, Placeholder, Template
from deckbuilder.ir.text import ListKind, Paragraph, Run, plain
from deckbuilder.theme import Theme
from deckbuilder.units import Emu, Pt, points

METRICS = font_metrics("Calibri")


@pytest.fixture(scope="module")
def template(board: Theme) -> Template:
    return look_of(board)


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(drawing: SlideDrawing) -> str:
    return squeezed("".join(line.text for line in drawing.lines))


def fills_of(placed: PlacedSlide, template: Template) -> list[tuple[Fill, Placeholder]]:
    layout = template.layout(placed.layout)
    return [(fill, layout.slots(fill.role)[fill.slot]) for fill in (placed.title, *placed.fills)]


def drawn(template: Template, layout: str, *fills: Fill, figure: PlacedFigure | None = None) -> SlideDrawing:
    slide = Slide("one", layout, (Run("A title"),))
    deck = Deck(
        Properties("A deck", "", "", "en-GB", "1.0", None), ("One",), (slide,), "The footer", "1 May", "", "", ""
    )
    title = Fill("title", 0, (plain("A title"),))
    placed = PlacedSlide(slide, 7, 1, 1, layout, title, fills, figure, ())
    return draw_slide(placed, PlacedDeck(deck, (placed,)), template)


def line_with(drawing: SlideDrawing, text: str) -> Line:
    return next(line for line in drawing.lines if text in line.text)


@pytest.mark.parametrize("pack", PACKS)
def test_every_text_of_a_slide_is_drawn(pack: str, built: Callable[[str], Built], template: Template) -> None:
    deck = built(pack).compiled.deck
    for placed in deck.slides:
        shown = words_of(draw_slide(placed, deck, template))
        for fill, place in fills_of(placed, template):
            for paragraph in fill.paragraphs:
                level = place.levels[min(paragraph.level, len(place.levels) - 1)]
                wanted = squeezed(paragraph.text.upper() if level.caps else paragraph.text)
                assert wanted in shown, (placed.number, paragraph.text)


@pytest.mark.parametrize("pack", PACKS)
def test_a_text_takes_as_many_lines_as_were_measured_and_stays_inside_its_box(
    pack: str, built: Callable[[str], Built], template: Template
) -> None:
    deck, measure = built(pack).compiled.deck, Measure(template.fonts)
    for placed in deck.slides:
        drawing = draw_slide(placed, deck, template)
        for fill, place in fills_of(placed, template):
            left, top = points(place.box.x), points(place.box.y)
            right, bottom = left + points(place.box.cx), top + points(place.box.cy)
            room = right - left - points(place.inset[0]) - points(place.inset[2])
            wanted = 0
            for paragraph in fill.paragraphs:
                level = place.levels[min(paragraph.level, len(place.levels) - 1)]
                size = fill.sizes[min(paragraph.level, len(fill.sizes) - 1)] if fill.sizes else level.size
                wanted += measure.lines(paragraph.runs, Pt(room - points(level.indent)), size, level)
            inside = [
                line
                for line in drawing.lines
                if top <= line.baseline <= bottom and left <= line.x and line.x + line.width <= right
            ]
            # Numbers stand before the text, on its first line.
            texts = [line for line in inside if not re.fullmatch(r"\d+\.", line.text)]
            assert len(texts) == wanted, (placed.number, fill.role)


def test_lines_are_those_that_are_counted_and_lose_nothing() -> None:
    runs = (("A long road to ", False), ("self-harm", True), (" and on\nto the end", False))
    for width in (2.0, 4.0, 9.0, 40.0):
        lines = break_lines(runs, width, METRICS)
        assert len(lines) == count_lines(runs, width, METRICS)
        assert "".join(text for line in lines for _, text in line) == "A long road to self-harm and onto the end"


def test_a_word_wider_than_the_line_goes_on_to_the_next() -> None:
    lines = break_lines((("Donaudampfschifffahrtsgesellschaft ends", False),), 5.0, METRICS)
    assert len(lines) == count_lines((("Donaudampfschifffahrtsgesellschaft ends", False),), 5.0, METRICS)
    first = "".join(text for _, text in lines[0])
    assert first.startswith("Donau")
    assert METRICS.regular.width(first) <= 5.5


def test_words_that_are_kept_together_stay_on_one_line() -> None:
    runs = (("Being reachable (3\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}4)", False),)
    width = METRICS.regular.width("Being reachable (3 of")
    assert [text for line in break_lines(runs, width, METRICS) for _, text in line][-1].endswith("(3\xa0of\xa04)")
    assert count_lines(runs, METRICS.regular.width("Being reachable (3 of 4)"), METRICS) == 1


def test_colours_are_the_themes(template: Template, built: Callable[[str], Built]) -> None:
    deck = built("starter").compiled.deck
    drawing = draw_slide(deck.slides[0], deck, template)
    assert drawing.background == template.colours["dk2"]
    assert line_with(drawing, "Making a good").spans[0].colour == template.colours["lt1"]
    shades = {mark.fill for mark in drawing.ground if isinstance(mark, Shape)}
    assert {template.colours[name] for name in ("accent1", "accent2", "accent4", "lt2")} <= shades


def test_bullets_stand_before_points_and_numbers_count_on(template: Template) -> None:
    texts = [Paragraph((Run(word),), list=ListKind.NUMBER) for word in ("First", "Second", "Third")]
    texts.insert(2, Paragraph((Run("Below"),), level=1))
    drawing = drawn(template, "points", Fill("points", 0, tuple(texts)))
    second, third = line_with(drawing, "2."), line_with(drawing, "3.")
    assert second.baseline == line_with(drawing, "Second").baseline
    assert second.x < line_with(drawing, "Second").x
    assert third.baseline == line_with(drawing, "Third").baseline
    plainly = drawn(template, "points", Fill("points", 0, (plain("A point"),)))
    mark = next(mark for mark in plainly.front if isinstance(mark, Shape))
    assert mark.fill == template.colours["accent1"]


def test_a_text_that_runs_from_right_to_left_stands_at_the_right_with_its_bullet_behind_it(template: Template) -> None:
    runs = (Run("اسأل "), Run("الطفل", strong=True))
    drawing = drawn(template, "points", Fill("points", 0, (Paragraph(runs), plain("Ask the child"))))
    arabic, english = line_with(drawing, "اسأل"), line_with(drawing, "Ask")
    place = template.layout("points").slots("points")[0]
    right = points(place.box.x) + points(place.box.cx) - points(place.inset[2])
    assert arabic.leftwards
    assert not english.leftwards
    assert right - place.levels[0].size * 2 < arabic.x + arabic.width < right
    marks = [point[0] for mark in drawing.front if isinstance(mark, Shape) for point in mark.outline[:1]]
    assert any(arabic.x + arabic.width < x < right for x in marks)
    assert any(x < english.x for x in marks)
    assert [span.text for span in arabic.spans] == ["اسأل ", "الطفل"]


def test_the_first_column_of_an_arabic_table_is_at_the_right(template: Template) -> None:
    table = Table(((Run("الاسم"),), (Run("العدد"),)), (((Run("أطفال"),), (Run("12"),)),), (False, True), "",
                  (Pt(30), Pt(30)), (0.6, 0.4), Pt(18))  # fmt: skip
    drawing = drawn(template, "table", figure=PlacedFigure("table", table, BOX))
    assert line_with(drawing, "الاسم").x > line_with(drawing, "العدد").x


def test_strong_words_links_and_emphasis_look_so(template: Template) -> None:
    runs = (Run("Say "), Run("why", strong=True), Run(" in "), Run("one", emphasis=True))
    linked = (Run("see", link="https://example.org"), Run(" and "), Run("gone", link="#left-out"))
    line, other = (
        line_with(drawn(template, "points", Fill("points", 0, (Paragraph(each),))), word)
        for each, word in ((runs, "Say"), (linked, "see"))
    )
    assert [(span.text, span.bold, span.italic) for span in line.spans] == [
        ("Say ", False, False), ("why", True, False), (" in ", False, False), ("one", False, True),
    ]  # fmt: skip
    assert [(span.underline, span.colour == template.colours["hlink"]) for span in other.spans] == [
        (True, True), (False, False), (False, False),
    ]  # fmt: skip


def test_the_foot_is_drawn_where_slides_show_it(template: Template, built: Callable[[str], Built]) -> None:
    drawing = drawn(template, "points", Fill("points", 0, (plain("A point"),)))
    assert {"The footer", "1 May", "7"} <= {line.text for line in drawing.lines}
    deck = built("starter").compiled.deck
    assert deck.deck.footer not in [line.text for line in draw_slide(deck.slides[0], deck, template).lines][1:]


def test_a_picture_is_whole_and_in_its_box(template: Template, built: Callable[[str], Built]) -> None:
    deck = built("starter").compiled.deck
    placed = next(each for each in deck.slides if each.layout == "picture")
    assert placed.figure is not None
    (picture,) = (mark for mark in draw_slide(placed, deck, template).ground if isinstance(mark, DrawnPicture))
    box = placed.figure.box
    assert (picture.x, picture.width) == (points(box.x), points(box.cx))


BOX = Box(Emu(1_270_000), Emu(2_540_000), Emu(8_000_000), Emu(3_000_000))


def test_a_table_shows_every_cell_under_its_heading(template: Template) -> None:
    header, rows = ((Run("Who"),), (Run("Minutes"),)), (((Run("Ann"),), (Run("5"),)), ((Run("Bob"),), (Run("25"),)))
    table = Table(header, rows, (False, True), "", (Pt(30), Pt(30), Pt(30)), (0.6, 0.4), Pt(18))
    drawing = drawn(template, "table", figure=PlacedFigure("table", table, BOX))
    heads = [line_with(drawing, word) for word in ("Who", "Minutes")]
    assert all(head.spans[0].bold and head.spans[0].colour == template.colours["lt1"] for head in heads)
    assert line_with(drawing, "25").x > line_with(drawing, "Bob").x
    right = line_with(drawing, "Minutes")
    assert line_with(drawing, "25").x + line_with(drawing, "25").width == pytest.approx(right.x + right.width)
    assert any(isinstance(mark, Shape) and mark.fill == template.colours["dk2"] for mark in drawing.front)


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_a_chart_shows_every_name_and_value_to_scale(kind: str, template: Template) -> None:
    chart = Chart(kind, ("North", "South"), (("Before", (10, 40)), ("After", (20, 80))), "", "")
    drawing = drawn(template, "chart", figure=PlacedFigure("chart", chart, BOX))
    texts = {line.text for line in drawing.lines}
    assert {"North", "South", "Before", "After", "10", "20", "40", "80"} <= texts
    if kind == "line":
        assert line_with(drawing, "80").baseline < line_with(drawing, "40").baseline
        return
    colour = template.colours["dk2"]
    bars = [mark.outline for mark in drawing.front if isinstance(mark, Shape) and mark.fill == colour][1:]
    axis = 0 if kind == "bar" else 1
    long = [max(corner[axis] for corner in bar) - min(corner[axis] for corner in bar) for bar in bars]
    assert long[1] == pytest.approx(4 * long[0])


def test_the_axis_of_a_chart_has_room_for_labels_and_reaches_below_nought_only_where_values_do() -> None:
    assert scale_of(Chart("bar", ("A",), (("N", (80,)),), "", "")) == (0.0, 90.0)
    low, high = scale_of(Chart("bar", ("A", "B"), (("N", (-30, 50)),), "", ""))
    assert low < -30
    assert high > 50
    assert scale_of(Chart("bar", ("A",), (("N", (0,)),), "", "")) == (0.0, 0.0)


@pytest.mark.parametrize(
    "name",
    ["rect", "roundRect", "round2SameRect", "round2DiagRect", "snip1Rect", "ellipse", "triangle", "pieWedge",
     "flowChartDelay"],
)  # fmt: skip
def test_a_shape_fills_its_box_and_is_mirrored_in_it(name: str) -> None:
    for flips in ((False, False), (True, False), (False, True)):
        ends = [piece[-2:] for piece in preset(name, None, BOX, flips)]
        assert min(x for x, _ in ends) == pytest.approx(points(BOX.x))
        assert max(x for x, _ in ends) == pytest.approx(points(Emu(BOX.x + BOX.cx)))
        assert max(y for _, y in ends) == pytest.approx(points(Emu(BOX.y + BOX.cy)))
    wedge, turned = (preset("pieWedge", None, BOX, (flip, False)) for flip in (False, True))
    assert wedge != turned

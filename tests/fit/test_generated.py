"""Packs made up by chance: all their words are on slides, in order, inside their boxes, and never too small."""

from collections.abc import Iterator

import pytest

from deckbuilder.compose import words
from deckbuilder.ir.presentation import PlacedSlide, Table
from deckbuilder.ir.template import Template
from deckbuilder.ir.text import plain
from deckbuilder.source import Workspace
from deckbuilder.units import points
from generated import Mapping, shown
from generated_decks import THEMES, Generated, Look, look, place_generated
from inside_boxes import assert_inside

PACKS = range(28)


@pytest.fixture(scope="module")
def looks(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    return [look(name, workspace, tmp_path_factory.mktemp("themes")) for name in THEMES]


@pytest.fixture(scope="module")
def placed(
    looks: list[Look], workspace: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Generated, Template]]:
    """Place each pack under one of the themes in turn."""
    folder = tmp_path_factory.mktemp("generated")
    made: list[tuple[Generated, Template]] = []
    for number in PACKS:
        into = looks[number % len(looks)]
        made.append((place_generated(number, folder / str(number), into, workspace), into.template.look))
    return made


def test_every_kind_of_slide_is_among_them_and_few_are_refused(placed: list[tuple[Generated, Template]]) -> None:
    kinds = {slide["kind"] for each, _ in placed for slide in each.slides}
    assert len(kinds) == 10
    slides = sum(len(each.slides) for each, _ in placed)
    refused = [code for each, _ in placed for code in each.refused]
    assert set(refused) <= {"title-too-long", "does-not-fit"}
    assert slides > 150
    assert any(slide.parts > 1 for each, _ in placed for slide in each.deck.slides)


def test_every_text_stays_inside_its_box_and_above_the_least_size(placed: list[tuple[Generated, Template]]) -> None:
    for each, template in placed:
        assert_inside(each.deck, template)
        for slide in each.deck.slides:
            layout = template.layout(slide.layout)
            if slide.figure and isinstance(slide.figure.content, Table):
                place = layout.slots("table")[0]
                assert sum(slide.figure.content.row_heights) <= points(place.box.cy)
                assert slide.figure.content.size >= place.minimum
                assert sum(slide.figure.content.widths) == pytest.approx(1)


def test_a_slide_is_written_whole_and_in_order(placed: list[tuple[Generated, Template]]) -> None:
    for each, _ in placed:
        for written in each.slides:
            parts = each.deck.parts_of(written["id"])
            role, expected = _expected(written)
            if role == "table":
                tables = [part.figure.content for part in parts if part.figure]
                assert [row for table in tables if isinstance(table, Table) for row in _texts(table)] == expected
                continue
            found = [text for part in parts for text in _of(part, role)]
            if written["kind"] == "voices":
                beside = [text for part in parts for text in _of(part, "points")]
                assert beside == list(_flat(written.get("points", []))), written["title"]
            # The agency's own contacts follow those of the slide.
            assert (found[: len(expected)] if role == "contacts" else found) == expected, written["title"]


def test_the_parts_of_a_slide_say_which_they_are_and_the_first_has_the_notes(
    placed: list[tuple[Generated, Template]],
) -> None:
    for each, _ in placed:
        for written in each.slides:
            parts = each.deck.parts_of(written["id"])
            title = shown(written["title"])
            suffixes = [words.PART.format(part=part.part, parts=len(parts)) if len(parts) > 1 else "" for part in parts]
            shown_titles = [part.title_text.replace("\N{LEFT-TO-RIGHT MARK}", "") for part in parts]
            assert shown_titles == [title + suffix for suffix in suffixes]
            assert parts[0].notes == parts[0].slide.notes
            assert all(part.notes == (plain(words.CONTINUED),) for part in parts[1:])


def test_numbered_points_go_on_counting_and_quotations_share_a_size(placed: list[tuple[Generated, Template]]) -> None:
    for each, _ in placed:
        for written in each.slides:
            if written.get("numbered"):
                count = 0
                for part in each.deck.parts_of(written["id"]):
                    (fill,) = part.fills
                    assert fill.paragraphs[0].start == count + 1
                    count += sum(paragraph.level == 0 for paragraph in fill.paragraphs)
        for slide in each.deck.slides:
            cards = {fill.sizes for fill in slide.fills if fill.role == "voices"}
            assert len(cards) <= 1


def _of(part: PlacedSlide, role: str) -> list[str]:
    return [paragraph.text for fill in part.fills if fill.role == role for paragraph in fill.paragraphs]


def _texts(table: Table) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in table.rows]


def _expected(slide: Mapping) -> tuple[str, list[object]]:
    """Give the role that holds most of a slide's text, and the texts a reader should find there."""
    match slide["kind"]:
        case "points":
            return "points", list(_flat(slide["points"]))
        case "voices":
            return "voices", [text for voice in slide["voices"] for text in _card(voice)]
        case "compare":
            return "columns", [text for column in slide["columns"] for text in _flat(column["points"])]
        case "table":
            return "table", [[shown(cell) for cell in row] for row in slide["rows"]]
        case "workshop":
            return "questions", [shown(question) for question in slide["activity"]["questions"]]
        case "support":
            return "contacts", [text for contact in slide["contacts"] for text in _contact(contact)]
        case "picture" | "chart":
            return "caption", [shown(slide["caption"])] if "caption" in slide else []
        case _:
            return "subtitle", [shown(slide["subtitle"])] if "subtitle" in slide else []


def _flat(listed: list[object]) -> Iterator[str]:
    for point in listed:
        if isinstance(point, dict):
            yield shown(point["text"])
            yield from _flat(point["points"])
        else:
            yield shown(str(point))


def _card(voice: Mapping) -> Iterator[str]:
    if "context" in voice:
        yield shown(voice["context"])
    yield f"“{shown(voice['quote'])}”"
    yield voice.get("attribution") or words.SPEAKERS[voice["speaker"]]


def _contact(contact: Mapping) -> Iterator[str]:
    yield from (shown(contact[key]) for key in ("name", "phone", "hours", "text") if key in contact)
    if "link" in contact:
        yield contact["link"].removeprefix("https://")

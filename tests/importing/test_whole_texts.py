"""A text of a whole deck comes over: every heading, every item and every paragraph of the notes, word for word."""

import os
from pathlib import Path

import pytest

from conftest import ROOT
from deckbuilder import pipeline
from deckbuilder.compose import Markup
from deckbuilder.content import Pack
from deckbuilder.content.fields import Point
from deckbuilder.content.slides import PointsSlide, Slide, VoicesSlide, WorkshopSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.pipeline.importing import import_document
from deckbuilder.source import Workspace
from reading_plainly import Part, parts_of

OURS = Path(__file__).parent / "files" / "worried-calls.md"
GIVEN = Path(os.environ.get("DECKBUILDER_SOURCE", ROOT.parent / "shared" / "source")) / "learning-review.md"
"""A text that is not part of the project, where it is there."""


def imported(file: Path, folder: Path) -> Pack:
    around = Workspace.around(folder)
    diagnostics = Diagnostics()
    made = import_document(file, folder / "content" / "calls", around, diagnostics)
    assert made is not None
    for each in made.files:
        path = folder / "content" / "calls" / each.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(each.data)
    packs = pipeline.load_packs([folder / "content" / "calls"], around, diagnostics)
    assert not diagnostics.found
    return packs[0]


def words_of(slide: Slide) -> tuple[list[str], list[str]]:
    """Give what a slide shows and what its notes say, a text each, quotations in the marks that cards get."""
    markup = Markup({}, [], Diagnostics())
    shown: list[str] = []

    def add(points: tuple[Point, ...]) -> None:
        for point in points:
            shown.append(markup.plain(point.text))
            add(point.points)

    if isinstance(slide, VoicesSlide):
        shown += [f"“{markup.plain(voice.quote)}”" for voice in slide.voices]
    if isinstance(slide, PointsSlide | VoicesSlide):
        add(slide.points)
    if isinstance(slide, WorkshopSlide):
        shown += [markup.plain(question.text) for question in slide.activity.questions]
    return shown, [paragraph.text for note in slide.notes for paragraph in markup.paragraphs(note.text)]


@pytest.mark.parametrize("file", [OURS, GIVEN], ids=["ours", "given"])
def test_every_word_comes_over_in_its_place(file: Path, tmp_path: Path) -> None:
    if not file.exists():
        pytest.skip("the text is not part of the project")
    (opening, *parts) = parts_of(file.read_text(encoding="utf-8"))
    pack = imported(file, tmp_path)
    title, *slides = pack.slides
    assert (title.kind, words_of(title)) == ("title", ([], opening.paragraphs))
    for slide, part in zip(slides, parts, strict=True):
        assert str(slide.title).removesuffix(" (2)") == part.title
        shown, notes = words_of(slide)
        assert notes == part.paragraphs
        if isinstance(slide, VoicesSlide):
            # The quotations stand in cards beside the points; both keep their order.
            items, cards = _in_card_marks(part), shown[: len(slide.voices)]
            assert shown == [*(item for item in items if item in cards), *(item for item in items if item not in cards)]
        else:
            assert shown == part.items
    kinds = [slide.kind for slide in slides]
    assert kinds.count("workshop") == sum(part.title.startswith("Workshop") for part in parts)
    assert "voices" in kinds


def _in_card_marks(part: Part) -> list[str]:
    return [f"“{item[1:-1]}”" if item[0] + item[-1] == '""' else item for item in part.items]


def test_the_given_text_has_22_headings_and_a_title_slide(tmp_path: Path) -> None:
    if not GIVEN.exists():
        pytest.skip("the text is not part of the project")
    pack = imported(GIVEN, tmp_path)
    assert [slide.kind for slide in pack.slides].count("title") == 1
    assert len(pack.slides) == 23


def test_what_our_text_becomes(tmp_path: Path) -> None:
    pack = imported(OURS, tmp_path)
    slides = {str(slide.id): slide for slide in pack.slides}
    assert [slide.kind for slide in pack.slides] == [
        "title", "points", "points", "voices", "points", "points", "points", "points", "workshop", "workshop",
    ]  # fmt: skip
    background = slides["background-and-scope"]
    assert isinstance(background, PointsSlide)
    assert [len(point.points) for point in background.points] == [0, 3]
    assert background.points[1].numbered
    helped = slides["what-children-said-helped"]
    assert isinstance(helped, VoicesSlide)
    assert [(str(voice.quote), voice.speaker) for voice in helped.voices] == [
        ("She did not hurry me. She just let me talk", "child"),
        ("I knew what would happen next and when", "child"),
    ]
    assert [str(point.text) for point in helped.points] == [
        "Say your name “because then I know who to ask for”",
        "Be there when I ring - *“It’s no use if [the worker] is out when I ring. They say ‘ring later’ but later I can’t”*",  # noqa: E501
    ]
    assert str(slides["what-children-said-helped-2"].title) == "What Children Said Helped (2)"
    # A quotation between points keeps its place.
    answering = slides["answering-well"]
    assert isinstance(answering, PointsSlide)
    assert [str(point.text) for point in answering.points][0::2] == [
        "Let silence be “Waiting is fine”",
        '"I could hear that she was typing, and that was all right"',
    ]

"""The first pack holds every quotation and fact of its source, marks strong language, and says what is its own."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Built
from deckbuilder.content.slides import CompareSlide, SlideBase, VoicesSlide, WorkshopSlide

HERE = Path(__file__).parent / "learning_review"
SOURCE_SLIDES = [str(number) for number in range(23)]


def rows(name: str) -> list[tuple[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="module")
def made(built: Callable[[str], Built]) -> Built:
    return built("learning-review")


def shown(made: Built, origin: str) -> str:
    """Give all text of the deck, notes included, on the slides that carry a slide of the source."""
    ids = {slide.id for slide in made.pack.slides if origin in slide.origin}
    texts = []
    for placed in made.compiled.deck.slides:
        if placed.slide.id in ids:
            texts.append(placed.title_text)
            texts += [paragraph.text for fill in placed.fills for paragraph in fill.paragraphs]
            texts += [paragraph.text for paragraph in placed.notes]
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(("origin", "words"), rows("quotations.txt"))
def test_every_quotation_is_there_exactly_and_in_marks(origin: str, words: str, made: Built) -> None:
    text = shown(made, origin)
    assert re.search(rf"“{re.escape(words)}[.,]?”", text, re.IGNORECASE if words == "sneakies" else 0), words


@pytest.mark.parametrize(("origin", "words"), rows("facts.txt"))
def test_every_fact_is_there(origin: str, words: str, made: Built) -> None:
    text = shown(made, origin).casefold()
    assert [word for word in words.split("|") if word.casefold() not in text] == []


def test_the_sources_slides_come_in_their_order(made: Built) -> None:
    order = [origin for slide in made.pack.slides for origin in slide.origin if origin != "addition"]
    assert list(dict.fromkeys(order)) == SOURCE_SLIDES
    assert order == sorted(order, key=int)


def test_every_slide_says_where_it_comes_from_and_has_notes_and_minutes(made: Built) -> None:
    for slide in made.pack.slides:
        assert slide.origin, slide.id
        assert slide.notes, slide.id
        assert slide.minutes is not None, slide.id
        if slide.origin != ("addition",):
            # What helps the facilitator is ours, and says so.
            for key in ("ask", "watch_for", "caution"):
                assert not getattr(slide, key) or key in slide.additions, (slide.id, key)


def test_quotations_say_no_more_of_the_speaker_than_the_source(made: Built) -> None:
    voices = [voice for slide in made.pack.slides if isinstance(slide, VoicesSlide) for voice in slide.voices]
    assert {voice.speaker for voice in voices} == {"child", "parent", "interviewee"}
    assert all(voice.attribution is None for voice in voices)


def test_strong_language_is_marked_wherever_it_stands(made: Built) -> None:
    strong = re.compile("fuck|fanny")
    marked = 0
    for slide in made.pack.slides:
        for note in slide.notes:
            assert bool(strong.search(note.text)) == note.strong_language, slide.id
            marked += note.strong_language
        if isinstance(slide, VoicesSlide):
            for voice in slide.voices:
                assert bool(strong.search(voice.quote)) == voice.strong_language, slide.id
                marked += voice.strong_language
    assert marked == 3


@pytest.mark.parametrize(
    ("origin", "words"),
    [("17", "community"), ("15", "swab"), ("10", "sneakies")],
    ids=["community", "swabs", "sneakies"],
)
def test_delicate_slides_carry_a_caution(origin: str, words: str, made: Built) -> None:
    slides: list[SlideBase] = [slide for slide in made.pack.slides if origin in slide.origin]
    assert any(slide.caution and words in _text(slide) for slide in slides)


def _text(slide: SlideBase) -> str:
    return slide.model_dump_json()


def test_do_and_dont_are_one_pair(made: Built) -> None:
    pair = next(slide for slide in made.pack.slides if isinstance(slide, CompareSlide))
    assert pair.origin == ("14", "15")
    assert [len(column.points) for column in pair.columns] == [7, 6]


def test_the_workshops_are_whole_activities(made: Built) -> None:
    workshops = [slide for slide in made.pack.slides if isinstance(slide, WorkshopSlide)]
    assert [len(slide.activity.questions) for slide in workshops] == [5, 3, 3]
    for slide in workshops:
        activity = slide.activity
        assert all((activity.purpose, activity.set_up, activity.group_size, activity.steps, activity.debrief))
        assert activity.minutes == slide.minutes
        assert all(question.prompts for question in activity.questions)
        assert any(name.startswith("activity.") for name in slide.additions)


def test_the_glossary_explains_the_sources_own_words(made: Built) -> None:
    terms = " ".join(str(entry.term) for entry in made.pack.about.glossary).casefold()
    assert all(word in terms for word in ("cse", "camhs", "sneakies", "doorstep effect"))


def test_the_series_gives_every_meeting_an_opener_a_recap_and_an_activity(made: Built) -> None:
    sessions = made.pack.about.plans["series"].sessions  # type: ignore[index]  # a Text is a str
    assert len(sessions) >= 3
    sections = dict(zip(made.pack.section_ids, made.pack.sections, strict=True))
    met: list[str] = []
    for number, session in enumerate(sessions):
        slides = []
        for part in session.include:
            slides += (
                [part.slide] if part.slide else [s.id for s in sections[part.section].slides] if part.section else []
            )
        met += [str(name) for name in slides]
        assert session.opener
        assert bool(session.recap) == (number > 0)
        kinds = {slide.kind for slide in made.pack.slides if slide.id in slides}
        assert "workshop" in kinds
    assert sorted(met) == sorted(str(slide.id) for slide in made.pack.slides)

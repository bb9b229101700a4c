"""A plan of several meetings: each has its own deck and guide, which agree with each other."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PACKS, look_of
from deckbuilder import pipeline
from deckbuilder.content import Pack, apply_edition, load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedSlide
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from word_documents import made


def compiled(pack: Pack, theme: Theme) -> list[pipeline.Compiled]:
    diagnostics = Diagnostics()
    found = pipeline.compile_pack(pack, theme, pipeline.Order(plan="series"), look_of(theme), diagnostics)
    assert [item.message for item in diagnostics if not item.silenced] == []
    return found


@pytest.fixture(scope="module")
def meetings(board: Theme, load: Callable[[str], Pack]) -> list[pipeline.Compiled]:
    return compiled(load("learning-review"), board)


@pytest.fixture(scope="module")
def starter_meetings(board: Theme, load: Callable[[str], Pack]) -> list[pipeline.Compiled]:
    return compiled(load("starter"), board)


def said(slide: PlacedSlide) -> list[str]:
    return [paragraph.text for fill in slide.fills for paragraph in fill.paragraphs]


def closing(meeting: pipeline.Compiled) -> PlacedSlide:
    (slide,) = meeting.deck.parts_of(f"{meeting.delivery.name}--close")
    return slide


def test_each_meeting_begins_with_a_title_and_what_is_recalled(meetings: list[pipeline.Compiled]) -> None:
    assert len(meetings) == 3
    for meeting in meetings:
        slides = meeting.deck.slides
        assert slides[0].layout == "title"
        assert meeting.delivery.title in "".join(said(slides[0]))
        recalled = [slide for slide in slides if slide.slide.id.endswith("--recap")]
        assert len(recalled) == (meeting.delivery.number > 1)


def test_what_is_recalled_comes_after_a_title_slide_of_the_pack(starter_meetings: list[pipeline.Compiled]) -> None:
    shown = [slide.slide.id for slide in starter_meetings[1].deck.slides]
    assert shown[:2] == ["welcome", "meeting-2--recap"]
    assert starter_meetings[1].deck.slides[0].layout == "title"


def test_each_meeting_ends_with_what_everyone_does_and_what_comes_next(meetings: list[pipeline.Compiled]) -> None:
    support = "If the subject stays with you, talk to someone: the contacts are on your worksheet"
    assert [said(closing(meeting)) for meeting in meetings] == [
        [
            "Write down one action for one child, to be done before we meet again",
            "Next: 2. Behaviour, partners and schools",
            support,
        ],
        [
            "Agree one action for the team on working with a partner, with a name and a date",
            "Next: 3. Working with parents",
            support,
        ],
        # No word on support: the slide that follows is about nothing else.
        [
            "Complete your action and the team’s, with dates",
            "Agree when we look at the team’s actions",
            "Rate your confidence again on your worksheet",
        ],
    ]


def test_a_support_slide_stays_up_after_the_close(meetings: list[pipeline.Compiled]) -> None:
    last = [[slide.slide.id for slide in meeting.deck.slides[-2:]] for meeting in meetings]
    assert [names[-1] for names in last] == ["meeting-1--close", "meeting-2--close", "support"]
    assert last[2][0] == "meeting-3--close"


def test_the_notes_of_the_closing_slide_say_how_the_meeting_ends(meetings: list[pipeline.Compiled]) -> None:
    notes = [paragraph.text for paragraph in closing(meetings[0]).notes]
    assert notes[0].startswith("Each person writes down one action for one child")
    assert notes[-1] == "Time: 5 minutes"


def test_a_pack_without_a_word_on_its_meetings_still_closes_them(
    tmp_path: Path, board: Theme, workspace: Workspace
) -> None:
    slide = "  - {id: SLIDE, kind: points, title: A slide called SLIDE, points: [Something]}\n"
    slides = "".join(slide.replace("SLIDE", name) for name in ("one", "two"))
    (tmp_path / "one.yaml").write_text(f"section: Only\nslides:\n{slides}", encoding="utf-8")
    sessions = "[{id: a, title: First, include: [one]}, {id: b, title: Second, include: [two]}]"
    (tmp_path / "pack.yaml").write_text(
        "id: bare\ntitle: Bare\nslides: [one.yaml]\nACTIONS"
        f"plans: {{series: {{title: Two meetings, sessions: {sessions}}}}}\n",
        encoding="utf-8",
    )
    found = {}
    for rows in (0, 4):
        text = (tmp_path / "pack.yaml").read_text(encoding="utf-8")
        folder = tmp_path / f"pack-{rows}"
        folder.mkdir()
        (folder / "pack.yaml").write_text(text.replace("ACTIONS", f"action_rows: {rows}\n"), encoding="utf-8")
        (folder / "one.yaml").write_bytes((tmp_path / "one.yaml").read_bytes())
        pack = load_pack(folder, workspace, Diagnostics())
        assert pack is not None
        found[rows] = [said(closing(meeting)) for meeting in compiled(pack, board)]
    assert found[0] == [["Next: 2. Second"], ["Say one thing that you take with you"]]
    action = "Write down one action on your worksheet, with a date"
    assert found[4] == [[action, "Next: 2. Second"], [action]]


@pytest.mark.parametrize("theme", ["board", "board-large-print", "council", "health", "police", "schools"])
@pytest.mark.parametrize("name", PACKS)
def test_the_slides_that_meetings_are_given_fit_in_every_theme(
    theme: str, name: str, load: Callable[[str], Pack], workspace: Workspace
) -> None:
    folder = workspace.theme(theme)
    assert folder is not None
    diagnostics = Diagnostics()
    brand = load_theme(folder, workspace, diagnostics)
    assert brand is not None
    pack = apply_edition(load(name), brand.lineage, workspace, diagnostics)
    assert pack is not None
    for meeting in compiled(pack, brand):
        assert closing(meeting).parts == 1


def test_a_slide_in_two_meetings_is_reported_with_both(tmp_path: Path, workspace: Workspace) -> None:
    (tmp_path / "one.yaml").write_text(
        "section: Only\nslides: [{id: same, kind: points, title: Same, points: [Something]}]\n", encoding="utf-8"
    )
    sessions = "[{id: a, title: Spring, include: [same]}, {id: b, title: Autumn, include: [same]}]"
    (tmp_path / "pack.yaml").write_text(
        f"id: twice\ntitle: Twice\nslides: [one.yaml]\nplans: {{series: {{title: Both, sessions: {sessions}}}}}\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    load_pack(tmp_path, workspace, diagnostics)
    assert [item.message for item in diagnostics if item.code == "slide-in-two-sessions"] == [
        "The plan “Both” shows the slide “same” in more than one session: “Spring” and “Autumn”."
    ]


def test_each_guide_numbers_the_slides_of_its_own_deck(meetings: list[pipeline.Compiled]) -> None:
    for meeting in meetings:
        named = [heading.text for heading in made(meeting.guide).headings]
        parts = [text for text in named if text.startswith("Slide ") and text != "Slide by slide"]
        assert parts == [f"Slide {slide.number}: {slide.title_text}" for slide in meeting.deck.slides]


def test_each_worksheet_has_only_its_meetings_activity(meetings: list[pipeline.Compiled]) -> None:
    for meeting in meetings:
        anchors = [heading.anchor for heading in made(meeting.worksheet).headings]
        assert sum(anchor.startswith("activity-") for anchor in anchors) == 1

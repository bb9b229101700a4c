"""A plan of several meetings: each has its own deck and guide, which agree with each other."""

import pytest

from conftest import PACKS, look_of
from deckbuilder import pipeline
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Heading
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme


@pytest.fixture(scope="module")
def meetings(board: Theme, workspace: Workspace) -> list[pipeline.Compiled]:
    diagnostics = Diagnostics()
    pack = load_pack(PACKS["learning-review"], workspace, diagnostics)
    assert pack is not None
    compiled = pipeline.compile_pack(pack, board, pipeline.Order(plan="series"), look_of(board), diagnostics)
    assert not diagnostics.found
    return compiled


def test_each_meeting_begins_with_a_title_and_what_is_recalled(meetings: list[pipeline.Compiled]) -> None:
    assert len(meetings) == 3
    for meeting in meetings:
        slides = meeting.deck.slides
        assert slides[0].layout == "title"
        assert meeting.delivery.title in "".join(p.text for fill in slides[0].fills for p in fill.paragraphs)
        recalled = [slide for slide in slides if slide.slide.id.endswith("--recap")]
        assert len(recalled) == (meeting.delivery.number > 1)


def test_each_guide_numbers_the_slides_of_its_own_deck(meetings: list[pipeline.Compiled]) -> None:
    for meeting in meetings:
        parts = [b.text for b in meeting.guide.blocks if isinstance(b, Heading) and b.text.startswith("Slide ")]
        parts.remove("Slide by slide")
        assert parts == [f"Slide {slide.number}: {slide.title_text}" for slide in meeting.deck.slides]


def test_each_worksheet_has_only_its_meetings_activity(meetings: list[pipeline.Compiled]) -> None:
    for meeting in meetings:
        anchors = [b.anchor for b in meeting.worksheet.blocks if isinstance(b, Heading) and b.anchor]
        assert len(anchors) == 1

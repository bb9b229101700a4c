"""The guide's agenda: a facilitator sees when everything begins, on which slides, and whether the minutes add up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PACKS, look_of
from deckbuilder import pipeline
from deckbuilder.content import Pack, load_pack
from deckbuilder.content.slides import WorkshopSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Grid, Text
from deckbuilder.ir.text import Paragraph
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme
from word_documents import made

Compile = Callable[..., list[pipeline.Compiled]]


@pytest.fixture(scope="module")
def compiled(board: Theme) -> Compile:
    look = look_of(board)

    def compile_it(pack: Pack, plan: str, start: int | None = None) -> list[pipeline.Compiled]:
        return pipeline.compile_pack(pack, board, pipeline.Order(plan=plan, start=start), look, Diagnostics())

    return compile_it


def agenda_of(meeting: pipeline.Compiled) -> Grid:
    return next(b for b in made(meeting.guide).singles if isinstance(b, Grid) and b.header[0] == "Clock")


def cells_of(meeting: pipeline.Compiled) -> list[list[Paragraph]]:
    return [[cell[0] for cell in row if isinstance(cell, tuple)] for row in agenda_of(meeting).rows]


def rows_of(meeting: pipeline.Compiled) -> list[list[str]]:
    return [[cell.text for cell in row] for row in cells_of(meeting)]


def minutes_of(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


PLANS = [(pack, plan) for pack in PACKS for plan in ("single", "series")]


@pytest.mark.parametrize(("name", "plan"), PLANS)
def test_every_slide_stands_in_one_row_in_the_order_of_the_deck(
    name: str, plan: str, load: Callable[[str], Pack], compiled: Compile
) -> None:
    for meeting in compiled(load(name), plan):
        shown: list[int] = []
        for _, _, slides, _ in rows_of(meeting):
            if slides:
                first, _, last = slides.partition("–")
                shown += range(int(first), int(last or first) + 1)
        assert shown == [slide.number for slide in meeting.deck.slides]


@pytest.mark.parametrize(("name", "plan"), PLANS)
def test_the_clock_adds_up_to_what_is_planned(
    name: str, plan: str, load: Callable[[str], Pack], compiled: Compile
) -> None:
    for meeting in compiled(load(name), plan, 570):
        clock = 570
        for begins, _, _, minutes in rows_of(meeting):
            assert minutes_of(begins) == clock
            clock += int(minutes or 0)
        session = meeting.delivery.session
        assert session is not None
        assert clock - 570 == session.minutes


@pytest.mark.parametrize(("name", "plan"), PLANS)
def test_each_activity_has_a_row_of_its_own(
    name: str, plan: str, load: Callable[[str], Pack], compiled: Compile
) -> None:
    for meeting in compiled(load(name), plan):
        wanted = [
            (f"Activity: {slide.title}", str(meeting.deck.parts_of(str(slide.id))[0].number), str(slide.length))
            for slide in meeting.delivery.slides
            if isinstance(slide, WorkshopSlide)
        ]
        found = [(what, slides, minutes) for _, what, slides, minutes in rows_of(meeting) if "Activity:" in what]
        assert wanted
        assert found == wanted


def test_a_meeting_runs_from_welcome_to_end(load: Callable[[str], Pack], compiled: Compile) -> None:
    rows = rows_of(compiled(load("learning-review"), "series", 570)[2])
    assert rows[0] == ["09:30", "Welcome", "1–2", "7"]
    assert rows[-3:] == [
        ["10:22", "Close", "14", "10"],
        ["10:32", "Who to turn to", "15", "3"],
        ["10:35", "End", "", ""],
    ]


def test_the_welcome_holds_the_title_slide_that_comes_before_what_is_recalled(
    load: Callable[[str], Pack], compiled: Compile
) -> None:
    meeting = compiled(load("starter"), "series")[1]
    session, title = meeting.delivery.session, meeting.delivery.slides[0]
    assert session is not None
    assert title.length == 2
    assert rows_of(meeting)[0] == ["0:00", "Welcome", "1–2", str(session.welcome_minutes + 2)]


def test_slide_numbers_lead_to_the_slides_in_the_guide(load: Callable[[str], Pack], compiled: Compile) -> None:
    for meeting in compiled(load("learning-review"), "series"):
        anchors = {heading.text.split(":")[0]: heading.anchor for heading in made(meeting.guide).headings}
        linked = [run for row in cells_of(meeting) for run in row[2].runs if run.text]
        assert linked
        for run in linked:
            assert run.link == "#" + anchors[f"Slide {run.text.split('–')[0]}"]


SLIDES = """
section: Talking
slides:
  - {id: first, kind: points, title: First, points: [A], minutes: 5}
  - {id: second, kind: points, title: Second, points: [A], minutes: 5}
  - {id: try-it, kind: workshop, title: Try it, activity: {questions: [What?]}, minutes: 10}
  - {id: third, kind: points, title: Third, points: [A]TIMED}
"""
PLAN = """
id: talking
title: Talking
slides: [slides.yaml]
plans:
  hour:
    title: An hour
    sessions:
      - id: hour
        title: An hour
        minutes: PLANNED
        welcome_minutes: 3
        close_minutes: 2
        include: [first, {break: 5, title: Tea}, second, try-it, third]
"""

Written = Callable[[int, str], pipeline.Compiled]


@pytest.fixture
def written(tmp_path: Path, workspace: Workspace, compiled: Compile) -> Written:
    """Compile a session that is planned for so many minutes; its parts take 35, of which the last slide takes 5."""

    def write(planned: int, timed: str) -> pipeline.Compiled:
        (tmp_path / "slides.yaml").write_text(SLIDES.replace("TIMED", timed), encoding="utf-8")
        (tmp_path / "pack.yaml").write_text(PLAN.replace("PLANNED", str(planned)), encoding="utf-8")
        pack = load_pack(tmp_path, workspace, Diagnostics())
        assert pack is not None
        (meeting,) = compiled(pack, "hour")
        return meeting

    return write


def test_a_section_that_goes_on_gets_a_row_again(written: Written) -> None:
    assert rows_of(written(35, ", minutes: 5")) == [
        ["0:00", "Welcome", "", "3"],
        ["0:03", "Talking", "1", "5"],
        ["0:08", "Tea", "", "5"],
        ["0:13", "Talking, continued", "2", "5"],
        ["0:18", "Activity: Try it", "3", "10"],
        ["0:28", "Talking, continued", "4", "5"],
        ["0:33", "Close", "", "2"],
        ["0:35", "End", "", ""],
    ]


@pytest.mark.parametrize(
    ("planned", "timed", "line"),
    [
        (35, ", minutes: 5", ""),
        (45, ", minutes: 5", "The session is planned for 45 minutes; 10 minutes are left over."),
        (36, ", minutes: 5", "The session is planned for 36 minutes; 1 minute is left over."),
        (25, ", minutes: 5", "The session is planned for 25 minutes; its parts take 10 minutes more."),
        (
            95,
            "",
            (
                "The session is planned for 1 hour 35 minutes; "
                "1 hour 5 minutes are left for the slides that have no minutes of their own."
            ),
        ),
    ],
)
def test_the_guide_says_how_the_parts_differ_from_the_plan(
    planned: int, timed: str, line: str, written: Written
) -> None:
    found = [
        "".join(run.text for run in block.runs[1:])
        for block in made(written(planned, timed).guide).singles
        if isinstance(block, Text) and block.runs[0].text == "Time: "
    ]
    assert found == ([line] if line else [])

"""A pack that has only slides, as an import makes it: guide and worksheet say nothing that nobody knows."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from conftest import look_of
from deckbuilder import pipeline
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document, Field, Grid, Heading, Text
from deckbuilder.source import Text as Written
from deckbuilder.source import Workspace
from deckbuilder.source.fields import Contact
from deckbuilder.theme import Theme
from deckbuilder.theme.model import Agency
from word_documents import made

PACK = """\
id: visits
title: Seeing more
slides: [one.yaml, two.yaml]
"""
PLANS = """\
plans:
  shown: {title: As shown, sessions: [{id: whole, title: Whole, include: [seeing, signs, try-it, asking]}]}
"""
ONE = """\
section: Seeing more
slides:
  - {id: seeing, kind: title, title: Seeing more}
  - {id: signs, kind: points, title: Small signs, points: [They count]SIGNS}
  - {id: try-it, kind: workshop, title: A call, activity: {questions: [What?]TRIED}}
"""
TWO = """\
section: Asking
slides:
  - {id: asking, kind: points, title: Asking, points: [Ask]ASKED}
"""
Compile = Callable[..., pipeline.Compiled]


@pytest.fixture
def compiled(tmp_path: Path, workspace: Workspace, board: Theme) -> Compile:
    """Compile the pack with minutes for some of its slides."""

    def compile_it(
        *, signs: str = "", tried: str = "", asked: str = "", more: str = PLANS, start: int | None = None
    ) -> pipeline.Compiled:
        one = ONE.replace("SIGNS", signs).replace("TRIED", tried)
        (tmp_path / "one.yaml").write_text(one, encoding="utf-8")
        (tmp_path / "two.yaml").write_text(TWO.replace("ASKED", asked), encoding="utf-8")
        (tmp_path / "pack.yaml").write_text(PACK + more, encoding="utf-8")
        pack = load_pack(tmp_path, workspace, Diagnostics())
        assert pack is not None
        (meeting,) = pipeline.compile_pack(pack, board, pipeline.Order(start=start), look_of(board), Diagnostics())
        return meeting

    return compile_it


def table(document: Document, description: str) -> tuple[tuple[str, ...], list[list[str]]]:
    grid = next(each for each in document.singles if isinstance(each, Grid) and description in each.description)
    rows = [["" if isinstance(cell, Field) else cell[0].text for cell in row] for row in grid.rows]
    return grid.header, rows


def said(document: Document) -> str:
    texts = (each for each in document.singles if isinstance(each, Text | Heading))
    return "\n".join("".join(run.text for run in each.runs) for each in texts)


def test_without_minutes_there_is_no_clock_no_length_and_no_total(compiled: Compile) -> None:
    guide = made(compiled().guide)
    assert table(guide, "The agenda") == (
        ("What", "Slides"),
        [["Seeing more", "1–2"], ["Activity: A call", "3"], ["Asking", "4"]],
    )
    assert [name for name, _ in table(guide, "at a glance")[1]] == ["What is in it"]
    assert "0:00" not in said(guide)
    assert "minute" not in said(guide)


def test_with_some_minutes_the_total_says_what_it_lacks(compiled: Compile) -> None:
    guide = made(compiled(signs=", minutes: 5", tried=", minutes: 15").guide)
    assert table(guide, "The agenda") == (
        ("What", "Slides", "Minutes"),
        [["Seeing more", "1–2", "5"], ["Activity: A call", "3", "15"], ["Asking", "4", ""]],
    )
    total = "at least 20 minutes; 1 slide has no minutes yet"
    assert ["How long", total] in table(guide, "at a glance")[1]
    assert f"In all: {total}." in said(guide)
    assert "0:0" not in said(guide)


def test_a_part_of_which_some_slides_have_minutes_takes_at_least_these(compiled: Compile) -> None:
    more = "{id: more, kind: points, title: More, points: [One], minutes: 4}"
    plan = PLANS.replace("asking]", "asking, more]")
    guide = made(compiled(asked="}\n  - " + more.rstrip("}"), more=plan).guide)
    assert table(guide, "The agenda")[1][-1] == ["Asking", "4–5", "at least 4"]


def test_with_minutes_for_every_slide_but_the_title_the_clock_runs(compiled: Compile) -> None:
    guide = made(compiled(signs=", minutes: 5", tried=", minutes: 15", asked=", minutes: 2").guide)
    header, rows = table(guide, "The agenda")
    assert header == ("Clock", "What", "Slides", "Minutes")
    assert rows[-1][:2] == ["0:22", "End"]
    assert "2 minutes · at 0:20" in said(guide)


def test_when_the_session_starts_is_said_without_a_clock_too(compiled: Compile) -> None:
    assert "The session starts at 09:30." in said(made(compiled(start=570).guide))


def test_the_only_plan_is_not_named_but_one_of_two_is(compiled: Compile) -> None:
    rest = "leaves_out: [signs, try-it, asking]"
    short = f"  short: {{title: Short, sessions: [{{id: part, title: Part, include: [seeing]}}], {rest}}}\n"
    assert "Plan" not in dict(table(made(compiled().guide), "at a glance")[1])
    assert dict(table(made(compiled(more=PLANS + short).guide), "at a glance")[1])["Plan"] == "As shown"


def test_no_heading_says_again_what_the_document_or_the_only_slide_is_called(compiled: Compile) -> None:
    headings = [(each.level, each.text) for each in made(compiled().guide).headings]
    start = headings.index((1, "Slide by slide"))
    assert headings[start + 1 : start + 5] == [
        (2, "Slide 1: Seeing more"),
        (2, "Slide 2: Small signs"),
        (2, "Slide 3: A call"),
        (2, "Slide 4: Asking"),
    ]


def test_a_section_with_a_name_of_its_own_stands_above_its_slides(compiled: Compile) -> None:
    more = "}\n  - {id: more, kind: points, title: More, points: [One]"
    headings = [each.text for each in made(compiled(asked=more, more="").guide).headings]
    assert headings[headings.index("Slide 4: Asking") - 1] == "Asking"


def contact(name: str) -> Contact:
    return Contact(name=Written(name), phone=Written("01632 960100"))


def test_those_to_ask_for_advice_stand_apart_from_those_to_talk_to(
    compiled: Compile, board: Theme, tmp_path: Path, workspace: Workspace
) -> None:
    compiled()
    pack = load_pack(tmp_path, workspace, Diagnostics())
    assert pack is not None
    agency = Agency(name=board.agency.name, contacts=(contact("Duty desk"),), support=(contact("Listening line"),))
    theme = replace(board, file=board.file.model_copy(update={"agency": agency}))
    (meeting,) = pipeline.compile_pack(pack, theme, pipeline.Order(), look_of(board), Diagnostics())
    for document, title, helping in (
        (made(meeting.worksheet), "If you need somebody to talk to", "Where to find support"),
        (made(meeting.guide), "Support for participants", "Where participants find support"),
    ):
        assert [row[0] for row in table(document, "Whom to ask for advice")[1]] == ["Duty desk"]
        assert [row[0] for row in table(document, helping)[1]] == ["Listening line"]
        headings = [each.text for each in document.headings]
        assert headings.index("Whom to ask for advice") < headings.index(title)

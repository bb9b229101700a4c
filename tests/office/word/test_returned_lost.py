"""Worksheets whose program dropped tags, titles and controls: what somebody wrote comes back all the same."""

import re
from collections.abc import Callable

import pytest

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.answers import NamedField, ReturnedFile, Worksheet
from deckbuilder.office import xml
from deckbuilder.office.word.returned import read_worksheet
from returned_worksheets import (
    box,
    cell,
    control,
    dated,
    empty,
    heading,
    paragraph,
    returned,
    row,
    run,
    table,
    typed,
    written,
)

ORIGIN = Origin(SourceFile("returned/sheet.docx"))


def read(*body: str, known: tuple[tuple[NamedField, ...], ...] = (), **parts: str) -> tuple[Worksheet, list[str]]:
    """Read a worksheet; gives the codes of what was reported too."""
    diagnostics = Diagnostics()
    data = returned(*body, parts={f"word/{name}.xml": content for name, content in parts.items()})
    found = read_worksheet(ReturnedFile(ORIGIN, data), diagnostics, known)
    assert found is not None
    return found, [item.code for item in diagnostics]


def worksheet(*body: str) -> Worksheet:
    """Read a worksheet with its tags."""
    found, codes = read(*body)
    assert not codes
    assert found.fields
    return found


def rows(sheet: Worksheet) -> list[tuple[str, str, str]]:
    return [(answer.tag, answer.question, answer.text) for answer in sheet.answers]


def without_control(text: str) -> str:
    """Make room for an answer as LibreOffice 7.4 leaves it when somebody has typed over the prompt of a text."""
    return paragraph(text, style="Answer4")


def as_libreoffice_saves(element: str) -> str:
    """Take the tag and the title of a field away, and put a check box into another control that has the title."""
    bare = re.sub(r'<w:(?:alias|tag|lock) w:val="[^"]*"/>', "", element)
    return control("", bare, "", alias="A title") if "checkbox" in bare else bare


def about(name: str, role: str, agency: str, change: Callable[[str], str] = str) -> str:
    date = change(dated("about.date", "1 March 2027", "2027-03-01T00:00:00Z"))
    fields = (("Name (optional)", name), ("Role", role), ("Agency", agency), ("Date", paragraph(date, style="Answer4")))
    header = row(cell(paragraph("About you")), cell(paragraph("Your answer")))
    return table(header, *(row(cell(paragraph(asked)), cell(field)) for asked, field in fields))


def plan(*actions: tuple[str, str], change: Callable[[str], str] = str, more: str = "") -> str:
    """Make an action plan of paragraphs with or without controls."""
    header = row(*(cell(paragraph(name)) for name in ("What", "Who", "By when", "Done")))
    made = []
    for number, said in enumerate(actions, 1):
        when = change(dated(f"action-my.r{number}.when", f"{number} March 2027", f"2027-03-0{number}T00:00:00Z"))
        done = change(box(f"action-my.r{number}.done", ticked=number == 1))
        made.append(row(*map(cell, said), cell(paragraph(when)), cell(paragraph(done))))
    return heading("My actions") + table(header, *made, more)


def field(tag: str, text: str = "") -> str:
    """Make room for an answer with its control."""
    return paragraph(typed(tag, text) if text else empty(tag), style="Answer4")


SENT = (
    about(field("about.name"), field("about.role"), field("about.agency")),
    heading("Calls"),
    written("Why?", empty("calls.q1")),
    plan(*((field(f"action-my.r{n}.what"), field(f"action-my.r{n}.who")) for n in (1, 2))),
)
LINES = row(cell(paragraph("On a line.", style="Answer4"))), row(cell(paragraph(style="Answer4")))
TYPED = (
    about(without_control("Amira"), without_control("Carer"), without_control("Example"), as_libreoffice_saves),
    heading("Calls"),
    paragraph("Why?"),
    table(row(cell(without_control("Because."), without_control("And more."))), *LINES, style="Lines7"),
    plan(
        (without_control("Ring"), without_control("me")),
        (field("", "Write to her"), without_control("Who")),
        change=as_libreoffice_saves,
        more=row(*(cell(paragraph(text, style="Answer4")) for text in ("Added", "", "in May", ""))),
    ),
)
TYPED_ROWS = [
    ("about.name", "Name (optional) – Your answer", "Amira"),
    ("about.role", "Role – Your answer", "Carer"),
    ("about.agency", "Agency – Your answer", "Example"),
    ("about.date", "Date – Your answer", "2027-03-01"),
    ("calls.q1", "Why?", "Because.\nAnd more.\nOn a line."),
    ("action-my.r1.what", "What", "Ring"),
    ("action-my.r1.who", "Who", "me"),
    ("action-my.r1.when", "By when", "2027-03-01"),
    ("action-my.r1.done", "Done", "yes"),
    ("action-my.r2.what", "What", "Write to her"),
    ("action-my.r2.when", "By when", "2027-03-02"),
    ("action-my.r3.what", "What", "Added"),
    ("action-my.r3.when", "By when", "in May"),
]


def test_what_was_typed_over_a_control_is_an_answer_with_its_tag_beside_the_worksheet_as_sent_out() -> None:
    sent = worksheet(*SENT)
    assert [answer.text for answer in sent.answers] == ["2027-03-01", "2027-03-01", "yes", "2027-03-02"]
    found, codes = read(*TYPED, known=(sent.fields,))
    assert rows(found) == TYPED_ROWS
    assert not codes


def test_what_was_typed_over_a_control_is_an_answer_with_its_question_where_nothing_else_is_known() -> None:
    found, codes = read(*TYPED)
    assert rows(found) == [("", question, text) for _, question, text in TYPED_ROWS]
    assert codes == ["worksheet-tags-lost"]
    assert [answer.text for answer in found.answers if answer.names_the_person] == ["Amira", "Carer"]


@pytest.mark.parametrize("name", ["answer", "Pack Answer", "Pack Answer 2"])
def test_room_for_answers_is_known_in_a_template_that_has_a_style_of_the_same_name(name: str) -> None:
    own = f'<w:style w:type="paragraph" w:styleId="Answer4"><w:name w:val="{name}"/></w:style>'
    found, _ = read(*TYPED, styles=f'<w:styles xmlns:w="{xml.NS_W}">{own}</w:styles>')
    assert "Amira" in [answer.text for answer in found.answers]


def test_a_prompt_or_nothing_is_no_answer_where_the_control_is_lost() -> None:
    body = (
        about(without_control("Write here"), without_control(""), without_control("  "), as_libreoffice_saves),
        plan((without_control("Action"), without_control("Who")), change=as_libreoffice_saves),
    )
    assert [text for _, _, text in rows(read(*body)[0])] == ["2027-03-01", "2027-03-01", "yes"]


def test_a_worksheet_of_another_meeting_gives_no_wrong_tags() -> None:
    other = worksheet(*(part.replace("Why?", "What now?").replace("calls.q1", "letters.q1") for part in SENT))
    found, codes = read(*TYPED, known=(other.fields,))
    assert [tag for tag, question, _ in rows(found) if question == "Why?"] == [""]
    assert [tag for tag, _, _ in rows(found)].count("") == 1
    assert codes == ["worksheet-tags-lost"]
    sent = worksheet(*SENT)
    assert rows(read(*TYPED, known=(other.fields, sent.fields))[0]) == TYPED_ROWS


def test_of_two_versions_the_one_that_asks_all_the_same_gives_the_tags() -> None:
    older = worksheet(written("Whence?", empty("calls.q1")), written("Why?", empty("calls.q2"))).fields
    newer = worksheet(written("Why?", empty("calls.q1")), written("How?", empty("calls.q2"))).fields
    body = [written(asked, as_libreoffice_saves(typed("", f"My {asked}"))) for asked in ("Why?", "How?")]
    for known in ((older, newer), (newer, older)):
        found, codes = read(*body, heading("Action plan"), known=known)
        assert rows(found) == [("calls.q1", "Why?", "My Why?"), ("calls.q2", "How?", "My How?")]
        assert not codes


@pytest.mark.parametrize(("mark", "answers"), [("☒", ["yes"]), ("☐", [])])
def test_a_check_box_without_its_control_is_read_by_its_mark(mark: str, answers: list[str]) -> None:
    done = table(row(cell(paragraph("Done")), cell(without_control(mark))))
    kept = written("Why?", as_libreoffice_saves(empty("calls.q1")))
    assert [text for _, _, text in rows(read(done, kept)[0])] == answers


@pytest.mark.parametrize(
    ("left", "answer"),
    [
        ("Write hereMy answer", "My answer"),
        ("Write here my answer", "my answer"),
        ("my answerWrite your answer here", "my answer"),
        ("WhoAmira", "Amira"),
        ("Ring her.Action", "Ring her."),
        ("Whoever is there", "Whoever is there"),
        ("Who will ring", "Who will ring"),
        ("Find out Who", "Find out Who"),
        ("Actions for all", "Actions for all"),
    ],
)
def test_a_prompt_that_was_left_beside_the_words_is_taken_off(left: str, answer: str) -> None:
    lost = table(row(cell(paragraph("Yours")), cell(without_control(left))))
    (found,) = read(lost, written("Why?", as_libreoffice_saves(empty("calls.q1"))))[0].answers
    assert found.text == answer
    parts = "".join(map(run, (left[:3], left[3:])))
    assert [each.text for each in worksheet(written("Why?", control("calls.q1", parts))).answers] == [answer]


def test_dropped_tags_are_found_again_by_titles_where_a_question_was_reworded() -> None:
    kept = worksheet(written("Why?", typed("calls.q1", "One")), written("How?", typed("calls.q2", "Two")))
    names = [control("", run(text), alias=f"Field calls.q{number}") for number, text in ((1, "Three"), (2, "Four"))]
    body = written("Why, do you think?", names[0]), written("How?", names[1])
    lost, codes = read(*body)
    assert rows(lost) == [("", "Why, do you think?", "Three"), ("", "How?", "Four")]
    assert codes == ["worksheet-tags-lost"]
    found, codes = read(*body, known=(kept.fields,))
    assert [(answer.tag, answer.text) for answer in found.answers] == [("calls.q1", "Three"), ("calls.q2", "Four")]
    assert not codes


def test_fields_without_title_and_tag_are_known_by_what_they_ask() -> None:
    def sheet(change: Callable[[str], str]) -> tuple[str, ...]:
        date = dated("log.date", "1 March 2027", "2027-03-01T00:00:00Z")
        boxes = [row(cell(paragraph(change(box(f"calls.q1.o{n}", ticked=n > 1)), f" {n}"))) for n in (1, 2, 3)]
        return paragraph("When?"), table(row(cell(paragraph(change(date))))), paragraph("Which?"), table(*boxes)

    kept = worksheet(*sheet(str))
    found, codes = read(*sheet(as_libreoffice_saves), known=(kept.fields,))
    assert not codes
    assert rows(found) == rows(kept)
    assert [answer.text for answer in kept.answers] == ["2027-03-01", "2; 3"]


def test_a_name_is_known_by_its_title_where_tags_are_dropped() -> None:
    name = control("", run("Amira"), alias="Name (optional)")
    found, _ = read(
        table(row(cell(paragraph("Name (optional)")), cell(paragraph(name)))),
        written("What role did you play?", control("", run("None"), alias="The name of the game, question 1")),
    )
    assert [(answer.text, answer.names_the_person) for answer in found.answers] == [("Amira", True), ("None", False)]

"""What somebody wrote into a worksheet comes back whole, whatever program saved it, and whatever it is in."""

from typing import Any

import pytest

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.answers import ReturnedFile, Worksheet
from deckbuilder.office import xml
from deckbuilder.office.word.returned import read_worksheet
from returned_worksheets import (
    box,
    cell,
    chosen,
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


def read(data: bytes) -> tuple[Worksheet | None, Diagnostics]:
    diagnostics = Diagnostics()
    return read_worksheet(ReturnedFile(ORIGIN, data), diagnostics), diagnostics


def worksheet(*body: str, **more: Any) -> Worksheet:
    found, diagnostics = read(returned(*body, **more))
    assert not diagnostics.found
    assert found is not None
    return found


def answers(*body: str) -> dict[str, str]:
    """Give the answers of a worksheet by their tags."""
    found = worksheet(*body).answers
    assert len({answer.tag for answer in found}) == len(found)
    return {answer.tag: answer.text for answer in found}


def test_a_worksheet_says_what_it_was_made_of() -> None:
    found = worksheet(written("Why?", typed("calls.q1", "Because")))
    assert (found.pack, found.pack_version, found.theme, found.session) == ("first-pack", "1.2", "Board", "One")
    assert found.agency == "Northmere Board"


def test_without_properties_the_title_says_the_pack_and_the_creator_may_be_a_person() -> None:
    found = worksheet(written("Why?", typed("calls.q1", "Because")), properties={}, creator="Amira Example")
    assert (found.pack, found.pack_version, found.agency) == ("Taking a call", "", "")
    assert "Amira" not in repr(worksheet(written("Why?", typed("calls.q1", "A")), properties={}, title="Amira’s file"))


def test_a_written_answer_has_its_question_and_the_heading_above() -> None:
    (found,) = worksheet(
        heading("Before"),
        heading("Try the first minute"),
        paragraph("Work in pairs."),
        written("Which sentence worked best?", typed("calls.q1", "The first.\nIt was short.")),
    ).answers
    assert (found.tag, found.part) == ("calls.q1", "Try the first minute")
    assert (found.question, found.text) == ("Which sentence worked best?", "The first.\nIt was short.")


def test_an_untouched_worksheet_has_no_answers() -> None:
    date = '<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>'
    choice = '<w:dropDownList><w:listItem w:displayText="1" w:value="1"/></w:dropDownList>'
    assert (
        answers(
            written("Why?", empty("calls.q1")),
            written("When?", empty("log.date", date, "Choose a date")),
            table(row(cell(paragraph(empty("confidence.r1.before", choice, "1 to 5"))), cell())),
            table(row(cell(paragraph(box("calls.q2.o1", ticked=False), " Talk")))),
        )
        == {}
    )


def test_a_prompt_is_no_answer_where_a_program_has_lost_the_mark_of_prompts() -> None:
    lost = control("calls.q1", run("Choose freely"))
    assert answers(written("Why?", lost), written("How?", empty("calls.q2", prompt="Choose freely"))) == {}
    assert answers(written("Why?", control("calls.q1", run("Write your answer here")))) == {}


def test_prompts_are_known_by_the_glossary() -> None:
    prompts = f"<w:docPartBody>{paragraph('Name a colleague')}</w:docPartBody>"
    names = f'xmlns:w="{xml.NS_W}"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}/glossaryDocument" Target="glossary/document.xml"/></Relationships>'
    )
    parts = {
        "word/glossary/document.xml": f"<w:glossaryDocument {names}>{prompts}</w:glossaryDocument>",
        "word/_rels/document.xml.rels": relationships,
    }
    field = control("calls.q1", run("Name a colleague"))
    assert worksheet(written("Who?", field), parts=parts).answers == ()


def test_an_answer_counts_where_a_program_has_left_the_mark_of_prompts() -> None:
    left = control("calls.q1", run("I would listen."), more="<w:showingPlcHdr/>")
    assert answers(written("Why?", left)) == {"calls.q1": "I would listen."}


def test_what_is_typed_into_the_rows_below_and_beside_the_field_belongs_to_the_answer() -> None:
    beside = paragraph("Before. ", typed("calls.q1", "In the field."), " After.") + paragraph("A second paragraph.")
    room = table(
        row(cell(beside)), row(cell(paragraph("On a line."))), row(cell()), row(cell(paragraph("On the last.")))
    )
    room = room.replace('<w:pStyle w:val="TableEnd"/></w:pPr>', '<w:pStyle w:val="TableEnd"/></w:pPr>' + run("Below."))
    assert answers(paragraph("Why?"), room)["calls.q1"].split("\n") == [
        "Before.",
        "In the field.",
        "After.",
        "A second paragraph.",
        "On a line.",
        "On the last.",
        "Below.",
    ]


def test_rows_below_an_untouched_field_are_the_answer() -> None:
    assert answers(written("Why?", empty("calls.q1"), "Typed on the line", "and the next")) == {
        "calls.q1": "Typed on the line\nand the next"
    }


def test_an_answer_is_kept_whose_field_was_taken_out() -> None:
    body = written("Why?", typed("calls.q1", "One")), written("How?", "", "Typed without a field")
    found = worksheet(*body).answers
    assert [(answer.tag, answer.question, answer.text) for answer in found] == [
        ("calls.q1", "Why?", "One"),
        ("", "How?", "Typed without a field"),
    ]


TRACKED = (
    '<w:del w:id="1" w:author="A"><w:r><w:delText>gone </w:delText></w:r></w:del>'
    f'<w:ins w:id="2" w:author="A">{run("new ")}</w:ins>'
    f'<w:moveFrom w:id="3" w:author="A">{run("moved away")}</w:moveFrom>'
    f'<w:moveTo w:id="4" w:author="A">{run("moved here ")}</w:moveTo>'
)
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>code'
    '</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
COMMENTED = (
    f'<w:commentRangeStart w:id="0"/>{run("said")}<w:commentRangeEnd w:id="0"/>'
    '<w:r><w:commentReference w:id="0"/></w:r>'
)
EMOJI = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="w14"><w14:glyph/></mc:Choice><mc:Fallback><w:t>\N{GRINNING FACE}'
    "</w:t></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t><w:cr/></w:r>", "one\ttwo\nthree"),
        (TRACKED, "new moved here"),
        (FIELD, "result"),
        (f'<w:fldSimple w:instr="DATE">{run("24 May")}</w:fldSimple>', "24 May"),
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("never ended"), "never ended"),
        (f'<w:hyperlink w:anchor="x">{run("a link")}</w:hyperlink>', "a link"),
        (f'<w:smartTag w:element="x">{run("smart")}</w:smartTag>{run(" tag")}', "smart tag"),
        (COMMENTED, "said"),
        (control("", run("inside another")), "inside another"),
        (control("calls.q1", run("inside its double")), "inside its double"),
        (EMOJI, "\N{GRINNING FACE}"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>B</w:t><w:softHyphen/></w:r>", "A\N{NON-BREAKING HYPHEN}B"),
        ("<w:r><w:drawing/></w:r>", "[picture]"),
        (run("  spaces  within   stay  "), "spaces  within   stay"),
    ],
    ids=[
        "breaks and tabs", "tracked changes", "field", "simple field", "field without end", "link", "smart tag",
        "comment", "nested control", "doubled control", "emoji", "hyphens", "picture", "spaces",
    ],
)  # fmt: skip
def test_what_stands_in_a_field_is_read_as_it_is_seen(content: str, text: str) -> None:
    assert answers(written("Why?", control("calls.q1", content))) == {"calls.q1": text}


def _around(content: str) -> str:
    return control("calls.q1", content)


@pytest.mark.parametrize(
    "room",
    [
        table(row(cell(_around(paragraph("One") + paragraph("Two")) + paragraph())), row(cell())),
        table(row(_around(cell(paragraph("One"), paragraph("Two")))), row(cell())),
        table(_around(row(cell(paragraph("One"), paragraph("Two")))), row(cell())),
        _around(table(row(cell(paragraph("One"))), row(cell(paragraph("Two"))))),
        table(row(cell(control("", paragraph(typed("calls.q1", "One\nTwo"))) + paragraph())), row(cell())),
        _around(paragraph("One") + paragraph("Two")),
        paragraph(typed("calls.q1", "One\nTwo")),
    ],
    ids=["block", "cell", "row", "whole table", "nested", "no table", "in a paragraph of the text"],
)
def test_a_field_may_stand_at_any_level(room: str) -> None:
    (found,) = worksheet(heading("Part"), paragraph("Why?"), room).answers
    assert (found.tag, found.part, found.question, found.text) == ("calls.q1", "Part", "Why?", "One\nTwo")


def test_a_deleted_end_of_a_paragraph_joins_two() -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>{run("One and ")}</w:p>'
    assert answers(paragraph("Why?"), table(row(cell(_around(first + paragraph("two")) + paragraph())))) == {
        "calls.q1": "One and two"
    }


OPTIONS = ("Talk to her", "Write to her", "Wait")


def _options(ticked: tuple[int, ...], style: str) -> str:
    rows = []
    for number, words in enumerate(OPTIONS, 1):
        field = box(f"calls.q2.o{number}", ticked=number in ticked)
        rows.append(
            row(cell(paragraph(field)), cell(paragraph(words)))
            if style == "row"
            else row(cell(paragraph(field, f" {words}")))
        )
    if style == "one cell":
        inside = [
            paragraph(box(f"calls.q2.o{n}", ticked=n in ticked), " " + words) for n, words in enumerate(OPTIONS, 1)
        ]
        rows = [row(cell(*inside))]
    return paragraph("What do you do?") + table(*rows)


@pytest.mark.parametrize("style", ["row", "paragraph", "one cell"])
def test_ticked_options_are_one_answer(style: str) -> None:
    (found,) = worksheet(heading("Part"), _options((1, 3), style)).answers
    assert (found.tag, found.part, found.question) == ("calls.q2", "Part", "What do you do?")
    assert found.text == "Talk to her; Wait"


def test_hints_are_no_questions() -> None:
    found = worksheet(
        paragraph("What do you do?"),
        paragraph("Tick as many as you like.", style="Small8"),
        *(paragraph(box(f"calls.q2.o{number}", ticked=True), f" {words}") for number, words in enumerate(OPTIONS, 1)),
        paragraph("In your own words:", style="Small8"),
        table(row(cell(paragraph(typed("calls.q2", "Ring a friend.")))), row(cell())),
    ).answers
    assert [(answer.tag, answer.question, answer.text) for answer in found] == [
        ("calls.q2", "What do you do?", "Talk to her; Write to her; Wait"),
        ("calls.q2", "What do you do?", "Ring a friend."),
    ]


@pytest.mark.parametrize(
    ("shown", "state"),
    [
        ("☐", '<w14:checked w14:val="1"/>'),
        ("☒", '<w14:checked w14:val="0"/>'),
        ("x", ""),
        ("þ", '<w14:checkedState w14:val="F0FE"/>'),
    ],
)
def test_a_box_is_ticked_by_its_state_or_its_mark(shown: str, state: str) -> None:
    ticked = control("agreed", run(shown), f"<w14:checkbox>{state}</w14:checkbox>")
    body = paragraph(ticked, " I agree that my answers are used"), written("Why?", empty("calls.q1"))
    (found,) = worksheet(*body).answers
    assert (found.tag, found.question, found.text) == ("agreed", "I agree that my answers are used", "yes")


@pytest.mark.parametrize(
    ("shown", "held", "answer"),
    [
        ("24 November 2026", "2026-11-24T00:00:00Z", "2026-11-24"),
        ("Tuesday, 24 Nov 2026", "2026-11-24T00:00:00Z", "2026-11-24"),
        ("24/11/26", "2026-11-24T00:00:00Z", "2026-11-24"),
        ("25 November 2026", "2026-11-24T00:00:00Z", "25 November 2026"),
        ("3/4/2026", "2026-03-04T00:00:00Z", "3/4/2026"),
        ("24 December 2026", "2026-11-24T00:00:00Z", "24 December 2026"),
        ("next week", "2026-11-24T00:00:00Z", "next week"),
        ("24 November 2026", "", "24 November 2026"),
    ],
)
def test_a_date_is_that_of_the_control_where_it_is_the_one_shown(shown: str, held: str, answer: str) -> None:
    body = table(row(cell(paragraph("Date")), cell(paragraph(dated("about.date", shown, held)))))
    assert answers(body) == {"about.date": answer}


def test_tables_with_columns_say_the_row_and_the_column() -> None:
    def plan(number: int, *said: str) -> str:
        what, who = (
            typed(f"action-my.r{number}.{name}", text) for name, text in zip(("what", "who"), said, strict=True)
        )
        when = dated(f"action-my.r{number}.when", "1 March 2027", "2027-03-01T00:00:00Z")
        return row(
            *(cell(paragraph(field)) for field in (what, who, when, box(f"action-my.r{number}.done", ticked=True)))
        )

    found = worksheet(
        heading("How confident are you?"),
        table(
            row(*(cell(paragraph(name)) for name in ("Statement", "Before", "After"))),
            row(
                cell(paragraph("I can listen.")),
                cell(paragraph(chosen("confidence.r1.before", "2"))),
                cell(paragraph(chosen("confidence.r1.after", "5, very"), " I think")),
            ),
        ),
        heading("My actions"),
        table(
            row(*(cell(paragraph(name)) for name in ("What", "Who", "When", "Done"))),
            plan(1, "Ring", "me"),
            row(cell(paragraph("Added by hand")), cell(), cell(paragraph("in May")), cell()),
        ),
    ).answers
    assert [(answer.tag, answer.question, answer.text) for answer in found if answer.part == "My actions"] == [
        ("action-my.r1.what", "What", "Ring"),
        ("action-my.r1.who", "Who", "me"),
        ("action-my.r1.when", "When", "2027-03-01"),
        ("action-my.r1.done", "Done", "yes"),
        ("action-my.r2.what", "What", "Added by hand"),
        ("action-my.r2.when", "When", "in May"),
    ]
    assert [(answer.tag, answer.question, answer.text) for answer in found if answer.part != "My actions"] == [
        ("confidence.r1.before", "I can listen. – Before", "2"),
        ("confidence.r1.after", "I can listen. – After", "5\nI think"),
    ]


@pytest.mark.parametrize(
    ("tag", "personal"),
    [("about.name", True), ("about.role", True), ("about.r1.c2", True), ("about.agency", False), ("about.date", False)],
)
def test_what_says_who_answered_is_known(tag: str, personal: bool) -> None:  # noqa: FBT001  # a case
    (found,) = worksheet(
        table(row(cell(paragraph("Yours")), cell(paragraph(typed(tag, "Amira"))))), written("?", empty("a.q1"))
    ).answers
    assert found.names_the_person is personal

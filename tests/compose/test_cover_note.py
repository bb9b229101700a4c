"""The cover note: whoever gets the files of a series learns on two pages what they have and what to do first."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as Opened
from pypdf import PdfReader

from conftest import look_of
from deckbuilder import pipeline
from deckbuilder.compose import Markup, values_of
from deckbuilder.compose.cover_note import compose_cover_note
from deckbuilder.content import Pack, apply_edition
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import word_template, write_document
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme

ENDINGS = ("deck.pptx", "facilitator-guide.docx", "worksheet.docx")
Note = Callable[..., bytes]


@pytest.fixture(scope="module")
def note(workspace: Workspace, load: Callable[[str], Pack]) -> Note:
    """Write the cover note of a pack's series under a theme."""

    def written(name: str, theme_name: str, endings: tuple[str, ...] = ENDINGS, start: int | None = None) -> bytes:
        diagnostics = Diagnostics()
        folder = workspace.theme(theme_name)
        assert folder is not None
        theme = load_theme(folder, workspace, diagnostics)
        assert theme is not None
        issued = apply_edition(load(name), theme.lineage, workspace, diagnostics)
        assert issued is not None
        order = pipeline.Order(plan="series")
        meetings = pipeline.compile_pack(issued, theme, order, look_of(theme), diagnostics)
        pack = meetings[0].pack
        markup = Markup(values_of(pack, theme), pack.ids, diagnostics, pack.omitted)
        document = compose_cover_note(
            pack,
            theme,
            [(meeting.delivery, meeting.deck) for meeting in meetings],
            [[f"{pack.about.id}-{meeting.delivery.name}-{ending}" for ending in endings] for meeting in meetings],
            start,
            markup,
        )
        template = word_template(theme, diagnostics)
        assert template is not None
        assert [item.message for item in diagnostics] == []
        return write_document(document, template)

    return written


def opened(data: bytes) -> Opened:
    return docx.Document(io.BytesIO(data))


def paragraphs(document: Opened) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def rows(document: Opened, first: str) -> list[list[str]]:
    table = next(table for table in document.tables if table.cell(0, 0).text == first)
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_it_says_what_each_meeting_covers_and_which_files_belong_to_it(note: Note) -> None:
    assert rows(opened(note("learning-review", "board")), "Meeting")[1:] == [
        [
            "1. Getting to know a child\n1 hour 15 minutes\n18 slides",
            (
                "Background; What mattered to children; Skills, attitudes and values\n"
                "Activity: Workshop 1: trust, and what breaks it\n"
                "Files: learning-review-meeting-1-deck.pptx, …-facilitator-guide.docx, …-worksheet.docx"
            ),
        ],
        [
            "2. Behaviour, partners and schools\n1 hour 5 minutes\n17 slides",
            (
                "What went well; How partners work together; Skills, attitudes and values; Do and don’t; "
                "What else would help\n"
                "Activity: Workshop 2: behaviour, concerns, sharing information\n"
                "Files: learning-review-meeting-2-deck.pptx, …-facilitator-guide.docx, …-worksheet.docx"
            ),
        ],
        [
            "3. Working with parents\n1 hour 5 minutes\n15 slides",
            (
                "What mattered to parents; What else would help\n"
                "Activity: Workshop 3: wishes in conflict, and work with parents\n"
                "Files: learning-review-meeting-3-deck.pptx, …-facilitator-guide.docx, …-worksheet.docx"
            ),
        ],
    ]


def test_it_names_only_the_files_that_are_written(note: Note) -> None:
    told = rows(opened(note("starter", "board", ("worksheet.docx",))), "Meeting")[1][1]
    assert told.endswith("Files: starter-meeting-1-worksheet.docx")
    assert "Files:" not in rows(opened(note("starter", "board", ())), "Meeting")[1][1]


def test_it_says_what_the_series_is_and_what_people_are_told_beforehand(
    note: Note, load: Callable[[str], Pack]
) -> None:
    about = load("learning-review").about
    document = opened(note("learning-review", "board"))
    text = paragraphs(document)
    assert document.paragraphs[0].text == about.title
    assert "A series of team meetings" in text
    assert "Three longer team meetings, some weeks apart, each with one workshop." in text
    assert about.content_note is not None
    assert f"Tell everyone beforehand, with the invitation: {about.content_note.summary}" in text
    assert about.outcomes
    assert all(outcome.text in text for outcome in about.outcomes)
    series = dict(rows(document, "The series"))
    assert series["How long"] == "3 meetings, 3 hours 25 minutes in all"
    assert series["What it is for"] == about.aim
    assert series["Who it is for"].endswith("8 to 24 people, with two facilitators")


def test_it_gives_the_agencys_contacts_and_document_control(note: Note) -> None:
    text = paragraphs(opened(note("learning-review", "police", start=570)))
    assert (
        "Whom to contact: Public protection desk: 01632 960110, Every day, 7 am to 11 pm; "
        "Child exploitation team: 01632 960114, Monday to Friday, 8 am to 6 pm" in text
    )
    assert (
        "Issued by Northmere Police · Version 1.0 of 24 November 2026 · Owner: Public Protection Learning Team" in text
    )
    assert "Review by 30 September 2027" in text


def test_it_gives_the_time_of_day_where_one_is_known(note: Note) -> None:
    series = dict(rows(opened(note("starter", "board", start=570)), "The series"))
    assert series["How long"] == "2 meetings, 1 hour 45 minutes in all, each from 09:30"


def test_it_uses_the_agencys_words(note: Note) -> None:
    (meeting,) = [row for row in rows(opened(note("learning-review", "police")), "Meeting") if row[0].startswith("2.")]
    assert "Activity: Workshop 2 in policing" in meeting[1]


@pytest.mark.parametrize("theme", ["board", "police", "schools"])
def test_it_has_two_pages_at_most_and_is_valid(
    theme: str, note: Note, tmp_path: Path, to_pdf: Callable[[Path], Path], sdk_validator: Callable[[Path], str]
) -> None:
    file = tmp_path / f"{theme}.docx"
    file.write_bytes(note("learning-review", theme))
    assert len(PdfReader(to_pdf(file)).pages) <= 2
    assert json.loads(sdk_validator(file))["errors"] == []

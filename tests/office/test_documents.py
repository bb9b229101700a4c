"""What a person finds who opens the two Word documents: read back with python-docx."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from docx import Document

from conftest import PACKS, Built

GUIDE_ORDER = (
    "At a glance",
    "What participants should know already",
    "Aim and outcomes",
    "Emotional safety",
    "Materials and room",
    "Agenda",
    "Slide by slide",
    "Activities",
    "How to refer",
    "Support for participants",
    "Evaluation",
    "Glossary",
)


def style_of(paragraph: Any) -> str:
    return str(paragraph.style.name).casefold()


def headings(document: Any, level: int) -> list[str]:
    return [p.text for p in document.paragraphs if style_of(p) == f"heading {level}"]


@pytest.mark.parametrize("pack", PACKS)
def test_the_guide_has_its_parts_in_order(pack: str, built: Callable[[str], Built]) -> None:
    found = headings(Document(str(built(pack).guide)), 1)
    assert [name for name in found if name in GUIDE_ORDER] == list(GUIDE_ORDER)


@pytest.mark.parametrize("pack", PACKS)
def test_the_guide_has_a_part_for_every_slide(pack: str, built: Callable[[str], Built]) -> None:
    made = built(pack)
    found = headings(Document(str(made.guide)), 3)
    parts = [name for name in found if name.startswith("Slide ")]
    assert parts == [f"Slide {slide.number}: {slide.title_text}" for slide in made.compiled.deck.slides]


@pytest.mark.parametrize("document", ["guide", "worksheet"])
@pytest.mark.parametrize("pack", PACKS)
def test_tables_have_header_rows_and_alternative_text(pack: str, document: str, built: Callable[[str], Built]) -> None:
    tables = Document(str(getattr(built(pack), document))).tables
    assert tables
    for table in tables:
        assert table._tbl.xpath("./w:tr[1]/w:trPr/w:tblHeader")
        assert table._tbl.xpath("./w:tblPr/w:tblCaption/@w:val")
        assert all(row.xpath("./w:trPr/w:cantSplit") for row in table._tbl.xpath("./w:tr"))


@pytest.mark.parametrize("document", ["guide", "worksheet"])
def test_headings_skip_no_level(document: str, built: Callable[[str], Built]) -> None:
    previous = 0
    for paragraph in Document(str(getattr(built("learning-review"), document))).paragraphs:
        match = re.fullmatch(r"heading (\d)", style_of(paragraph))
        if match:
            assert int(match.group(1)) <= previous + 1, paragraph.text
            previous = int(match.group(1))


def test_the_contents_table_lists_the_headings_that_exist(built: Callable[[str], Built]) -> None:
    document = Document(str(built("learning-review").guide))
    body = document.element.body
    entries = [
        ("".join(node.xpath(".//w:t/text()")), node.xpath("./@w:anchor")[0])
        for node in body.xpath('.//w:p[w:pPr/w:pStyle[starts-with(@w:val, "TOC")]]/w:hyperlink')
    ]
    wanted = [p.text for p in document.paragraphs if style_of(p) in {"heading 1", "heading 2"}]
    assert [text for text, _ in entries] == wanted
    bookmarks = set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert all(anchor in bookmarks for _, anchor in entries)


def test_every_link_inside_the_guide_leads_somewhere(built: Callable[[str], Built]) -> None:
    body = Document(str(built("learning-review").guide)).element.body
    names = body.xpath(".//w:bookmarkStart/@w:name")
    bookmarks = set(names)
    assert len(names) == len(bookmarks)
    anchors = body.xpath(".//w:hyperlink/@w:anchor")
    assert anchors
    assert set(anchors) <= bookmarks


def test_the_running_clock_adds_up(built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    agenda = next(t for t in Document(str(made.guide)).tables if t.rows[0].cells[0].text == "Clock")
    rows = [[cell.text for cell in row.cells] for row in agenda.rows[1:]]
    clock = 0
    for start, _, _, minutes in rows:
        hours, rest = start.split(":")
        assert int(hours) * 60 + int(rest) == clock
        clock += int(minutes or 0)
    session = made.compiled.delivery.session
    assert session is not None
    assert clock == session.minutes


def test_activities_stand_in_all_three_documents(built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    guide = "\n".join(p.text for p in Document(str(made.guide)).paragraphs)
    worksheet = Document(str(made.worksheet))
    sheet = "\n".join(p.text for p in worksheet.paragraphs)
    tags = worksheet.element.body.xpath(".//w:sdt/w:sdtPr/w:tag/@w:val")
    titles = worksheet.element.body.xpath(".//w:sdt/w:sdtPr/w:alias/@w:val")
    assert len(titles) == len(tags) == len(set(tags))
    workshops = [slide for slide in made.pack.slides if slide.kind == "workshop"]
    assert [len(slide.activity.questions) for slide in workshops] == [5, 3, 3]
    for slide in workshops:
        for number, question in enumerate(slide.activity.questions, 1):
            assert question.text in guide
            assert question.text in sheet
            assert f"{slide.id}.q{number}" in tags
            for prompt in question.prompts:
                assert prompt in guide
                assert prompt not in sheet


def test_the_worksheet_says_to_write_nothing_that_identifies_a_child(built: Callable[[str], Built]) -> None:
    text = "\n".join(p.text for p in Document(str(built("learning-review").worksheet)).paragraphs)
    assert "Write nothing here that could identify a child or a family." in text


def test_do_and_dont_stand_side_by_side_in_the_guide(built: Callable[[str], Built]) -> None:
    tables = Document(str(built("learning-review").guide)).tables
    pairs = [table for table in tables if [cell.text for cell in table.rows[0].cells] == ["Do", "Don’t"]]
    assert len(pairs) == 1
    assert len(pairs[0].rows) == 8


def test_the_guide_says_what_is_not_the_reviews(built: Callable[[str], Built]) -> None:
    guide = "\n".join(p.text for p in Document(str(built("learning-review").guide)).paragraphs)
    assert "Added for this pack; not part of the source" in guide


def test_every_page_says_what_it_is(built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    footer = made.part(made.guide, "word/footer1.xml")
    assert "Version 1.0" in footer
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert made.pack.about.title in made.part(made.guide, "word/header1.xml")
    assert 'w:lang w:val="en-GB"' in made.part(made.guide, "word/styles.xml")

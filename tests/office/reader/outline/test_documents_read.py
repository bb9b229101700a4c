"""Word documents from elsewhere as outlines: a slide a heading, lists as points, and no word lost."""

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Inches
from lxml import etree

from deck_templates import Remade
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.outline import Outline, OutlinePicture, OutlineQuote, OutlineSlide, OutlineTable
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office import read_outline
from outline_decks import picture
from outline_words import document_texts, missing_from

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Edit = Callable[[Any], object]


def document_of(*edits: Edit) -> bytes:
    document = docx.Document()
    for edit in edits:
        edit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> Outline:
    diagnostics = Diagnostics()
    outline = read_outline(data, "plan.docx", diagnostics)
    assert outline is not None
    assert not diagnostics.found
    return outline


def said(outline: Outline) -> str:
    return "\n".join(f"{loss.place}: {loss.what}" for loss in outline.lost)


def line(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def points(slide: OutlineSlide) -> list[tuple[str, int, ListKind, int | None]]:
    return [(p.text, p.level, p.list, p.start) for p in slide.body if isinstance(p, Paragraph)]


def put(paragraph: Any, xml: str) -> None:
    """Add elements to a paragraph, as Word writes them."""
    whole = (
        f'<w:p xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{xml}</w:p>'
    )
    for item in etree.fromstring(whole):
        paragraph._p.append(item)


def session(document: Any) -> None:
    document.add_paragraph("Listening well", style="Title")
    document.add_paragraph("A morning for the team", style="Subtitle")
    document.add_paragraph("Written for people who answer the telephone.")
    document.add_heading("Before the call", 1)
    document.add_heading("What to have at hand", 2)
    document.add_paragraph("You need:")
    for text, style in (("Paper", "List Bullet"), ("A pencil, too", "List Bullet 2"), ("A quiet room", "List Bullet")):
        document.add_paragraph(text, style=style)
    document.add_paragraph("The room matters more than the paper.")
    document.add_heading("The call", 1)
    document.add_heading("In this order", 2)
    for text in ("Say who you are", "Listen"):
        document.add_paragraph(text, style="List Number")
    document.add_heading("In short", 2)
    document.add_paragraph("Be kind.")
    document.add_paragraph("Be there.")


def test_headings_become_slides_with_points_notes_and_sections() -> None:
    outline = read(document_of(session))
    slides = {line(slide.title): slide for slide in outline.slides}
    assert list(slides) == [
        "Listening well", "Before the call", "What to have at hand", "The call", "In this order", "In short",
    ]  # fmt: skip
    opening = slides["Listening well"]
    assert (opening.layout, line(opening.subtitle)) == ("title", "A morning for the team")
    assert [p.text for p in opening.notes] == ["Written for people who answer the telephone."]
    assert [slide.layout for slide in slides.values()] == ["title", "section", "", "section", "", ""]
    assert [slide.section for slide in slides.values()] == ["", *["Before the call"] * 2, *["The call"] * 3]
    hand = slides["What to have at hand"]
    assert points(hand) == [
        ("You need:", 0, ListKind.NONE, None),
        ("Paper", 0, ListKind.BULLET, None),
        ("A pencil, too", 1, ListKind.BULLET, None),
        ("A quiet room", 0, ListKind.BULLET, None),
    ]
    assert [p.text for p in hand.notes] == ["The room matters more than the paper."]
    assert points(slides["In this order"]) == [
        ("Say who you are", 0, ListKind.NUMBER, 1),
        ("Listen", 0, ListKind.NUMBER, None),
    ]
    assert [text for text, *_ in points(slides["In short"])] == ["Be kind.", "Be there."]
    assert hand.place == "heading “What to have at hand”"
    assert outline.title == "Listening well"
    assert "speaker notes" in said(outline)


def test_headings_are_known_by_their_level_in_any_language() -> None:
    def edit(document: Any) -> None:
        style = document.styles.add_style("Kapitel", WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(etree.fromstring(f'<w:outlineLvl xmlns:w="{W}" w:val="0"/>'))
        based = document.styles.add_style("Kapitel klein", WD_STYLE_TYPE.PARAGRAPH)
        based.base_style = style
        document.add_paragraph("Zuhören", style="Kapitel klein")
        document.add_paragraph("Zeit", style="List Bullet")

    (slide,) = read(document_of(edit)).slides
    assert (line(slide.title), points(slide)[0][0]) == ("Zuhören", "Zeit")


def test_bold_lines_stand_in_for_headings_where_there_are_none() -> None:
    def edit(document: Any) -> None:
        document.add_paragraph().add_run("Listening").bold = True
        document.add_paragraph("Take time", style="List Bullet")

    outline = read(document_of(edit))
    assert [line(slide.title) for slide in outline.slides] == ["Listening"]
    assert "short bold lines are taken as headings" in said(outline)


def test_bullets_that_were_typed_are_a_list() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Typed", 1)
        document.add_paragraph("•\tPaper")

    (slide,) = read(document_of(edit)).slides
    assert points(slide) == [("Paper", 0, ListKind.BULLET, None)]


def test_tracked_changes_are_taken_and_what_was_deleted_is_listed() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Changed", 1)
        put(
            document.add_paragraph("Listen ", style="List Bullet"),
            '<w:ins w:id="1" w:author="A"><w:r><w:t>well</w:t></w:r></w:ins>'
            '<w:del w:id="2" w:author="A"><w:r><w:delText>badly</w:delText></w:r></w:del>',
        )

    outline = read(document_of(edit))
    assert points(outline.slides[0])[0][0] == "Listen well"
    assert "heading “Changed”: Text that is marked as deleted is not carried: “badly”." in said(outline)


def test_quotations_keep_who_spoke() -> None:
    def edit(document: Any) -> None:
        document.add_heading("What she said", 1)
        document.add_paragraph("“They asked what I call my cat.”", style="Quote")
        document.add_paragraph("— Child, 9", style="Quote")
        document.add_paragraph("“He put his phone away.”", style="Intense Quote")
        document.add_paragraph("– a mother")

    (slide,) = read(document_of(edit)).slides
    assert slide.body == (
        OutlineQuote((Run("They asked what I call my cat."),), (Run("Child, 9"),)),
        OutlineQuote((Run("He put his phone away."),), (Run("a mother"),)),
    )


def test_tables_pictures_and_links() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Who and where", 1)
        table = document.add_table(3, 2, style="Light Grid Accent 1")
        for row, cells in enumerate((("Who", "Where"), ("Anna", "Here"), ("Ben", "There"))):
            for column, text in enumerate(cells):
                table.cell(row, column).text = text
        table.cell(1, 1).merge(table.cell(2, 1))
        document.add_picture(picture(), Inches(2))
        shape = document.inline_shapes[0]._inline.docPr
        shape.set("descr", "Two colours")
        paragraph = document.add_paragraph("See ", style="List Bullet")
        link = document.part.relate_to("https://example.org/a", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        put(paragraph, f'<w:hyperlink r:id="{link}"><w:r><w:t>the guide</w:t></w:r></w:hyperlink>')

    outline = read(document_of(edit))
    table, shown, linked = outline.slides[0].body
    assert isinstance(table, OutlineTable)
    assert list(map(line, table.header)) == ["Who", "Where"]
    assert [list(map(line, row)) for row in table.rows] == [["Anna", "Here\nThere"], ["Ben", ""]]
    assert "merged cells" in said(outline)
    assert isinstance(shown, OutlinePicture)
    assert (shown.description, shown.format) == ("Two colours", "png")
    assert isinstance(linked, Paragraph)
    assert linked.runs == (Run("See "), Run("the guide", link="https://example.org/a"))


def test_numbers_go_on_after_an_interruption() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Order", 1)
        document.add_paragraph("First", style="List Number")
        document.add_paragraph("But wait", style="List Bullet")
        document.add_paragraph("Second", style="List Number")

    (slide,) = read(document_of(edit)).slides
    assert [start for *_, start in points(slide)] == [1, None, 2]


def test_comments_footnotes_and_hidden_text_are_listed() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Beside", 1)
        paragraph = document.add_paragraph("Listen", style="List Bullet")
        document.add_comment(paragraph.runs, "Is this so?", "A reader")
        paragraph.add_run(" never said").font.hidden = True

    outline = read(document_of(edit))
    assert points(outline.slides[0])[0][0] == "Listen"
    assert "heading “Beside”: A comment is not carried: “Is this so?”." in said(outline)
    assert "Hidden text is not carried: “never said”." in said(outline)


def test_a_footnote_stands_among_the_notes() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Beside", 1)
        paragraph = document.add_paragraph("Listen", style="List Bullet")
        put(paragraph, '<w:r><w:footnoteReference w:id="2"/></w:r>')

    made = Remade.of(document_of(edit))
    made.parts["word/footnotes.xml"] = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>As Anna says.</w:t>'
        "</w:r></w:p></w:footnote></w:footnotes>"
    ).encode()
    rels = "word/_rels/document.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    made.parts[rels] = made.parts[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdF" Type="{kind}" Target="footnotes.xml"/></Relationships>'.encode(),
    )
    outline = read(made.data())
    assert [p.text for p in outline.slides[0].notes] == ["As Anna says."]
    assert "“As Anna says.”" in said(outline)


def test_controls_fields_and_contents_tables_give_what_a_reader_sees() -> None:
    def edit(document: Any) -> None:
        document.add_heading("Seen", 1)
        put(
            document.add_paragraph(style="List Bullet"),
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent>"
            "</w:sdt>"
            "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Typed, page </w:t></w:r></w:sdtContent></w:sdt>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        )
        document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        document.add_paragraph("Seen ......... 7", style="toc 1")

    outline = read(document_of(edit))
    assert [text for text, *_ in points(outline.slides[0])] == ["Typed, page 7"]
    assert "table of contents" in said(outline)


def test_no_word_of_a_document_is_lost() -> None:
    def boxed(document: Any) -> None:
        document.add_heading("Boxes", 2)
        table = document.add_table(1, 1)
        table.cell(0, 0).text = "In a frame"
        nested = document.add_table(2, 2)
        nested.cell(0, 0).add_table(1, 1).cell(0, 0).text = "In a table in a table"
        nested.cell(1, 1).text = "Beside it"
        put(
            document.add_paragraph("Around"),
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r>'
            "<w:t>In a box</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
        )

    data = document_of(session, boxed)
    assert missing_from(read(data), document_texts(data)) == []


@pytest.mark.parametrize("name", ["document", "styles", "numbering"])
def test_a_damaged_part_ends_in_a_diagnostic_and_a_missing_one_does_not_stop(name: str) -> None:
    made = Remade.of(document_of(session))
    made.parts[f"word/{name}.xml"] = made.parts[f"word/{name}.xml"][:-20]
    diagnostics = Diagnostics()
    assert read_outline(made.data(), "plan.docx", diagnostics) is None
    assert [found.code for found in diagnostics] == ["unreadable-office-file"]
    if name != "document":
        del made.parts[f"word/{name}.xml"]
        assert "Listening well" in str(read(made.data()))

"""Decks from elsewhere as outlines: what a trainer would say stands on each slide, and that no word of it is lost."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from PIL import Image
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from deck_templates import DEFAULT, Remade
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.outline import (
    Outline,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineSlide,
    OutlineTable,
)
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office import read_outline
from outline_decks import (
    BLANK,
    COMPARISON,
    CONTENT,
    ONLY_TITLE,
    SECTION,
    TITLE,
    TWO,
    A,
    box,
    deck_of,
    list_mark,
    many_things,
    picture,
    slide,
)
from outline_words import deck_texts, missing_from

ODP = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.presentation"
Edit = Callable[[Any], object]


def read(data: bytes) -> Outline:
    diagnostics = Diagnostics()
    outline = read_outline(data, "deck.pptx", diagnostics)
    assert outline is not None
    assert not diagnostics.found
    return outline


def only(*edits: Edit) -> OutlineSlide:
    (found,) = read(deck_of(*edits)).slides
    return found


def said(outline: Outline) -> str:
    return "\n".join(f"{loss.place}: {loss.what}" for loss in outline.lost)


def line(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def lines(found: OutlineSlide) -> list[str]:
    return [f"{'  ' * block.level}{block.text}" for block in found.body if isinstance(block, Paragraph)]


def test_no_word_of_a_deck_is_lost() -> None:
    data = deck_of(many_things)
    assert missing_from(read(data), deck_texts(data)) == []


def test_no_word_of_any_placeholder_is_lost() -> None:
    def fill(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for number, shape in enumerate(deck.slides.add_slide(layout).placeholders):
                if shape.has_text_frame:
                    shape.text_frame.text = f"{layout.name} {number}"

    data = deck_of(fill)
    assert missing_from(read(data), deck_texts(data)) == []


def test_titles_subtitles_and_what_layouts_are_for() -> None:
    def edit(deck: Any) -> None:
        slide(deck, TITLE, "Listening well").placeholders[1].text = "A morning for the team"
        slide(deck, SECTION, "Before the call").placeholders[1].text = "What to have at hand"
        slide(deck, CONTENT, "Take\vtime").placeholders[1].text = "Ten minutes"

    first, second, third = read(deck_of(edit)).slides
    assert (line(first.title), line(first.subtitle), first.layout) == (
        "Listening well", "A morning for the team", "title",
    )  # fmt: skip
    assert (line(second.title), line(second.subtitle), second.layout) == (
        "Before the call", "What to have at hand", "section",
    )  # fmt: skip
    assert (line(third.title), third.layout, lines(third)) == ("Take\ntime", "", ["Ten minutes"])


def test_levels_and_kinds_of_list_are_those_that_the_layout_gives_or_the_paragraph_says() -> None:
    def edit(deck: Any) -> None:
        frame = slide(deck, CONTENT, "Steps").placeholders[1].text_frame
        frame.text = "Inherited"
        for text, level, mark in (
            ("Below it", 1, ""),
            ("None", 0, "buNone"),
            ("First", 0, 'buAutoNum type="arabicPeriod"'),
            ("Second", 0, 'buAutoNum type="arabicPeriod"'),
            ("Seventh", 0, 'buAutoNum type="arabicPeriod" startAt="7"'),
        ):
            paragraph = frame.add_paragraph()
            paragraph.text, paragraph.level = text, level
            if mark:
                list_mark(paragraph, mark)

    found = [(p.text, p.level, p.list, p.start) for p in only(edit).body if isinstance(p, Paragraph)]
    assert found == [
        ("Inherited", 0, ListKind.BULLET, None),
        ("Below it", 1, ListKind.BULLET, None),
        ("None", 0, ListKind.NONE, None),
        ("First", 0, ListKind.NUMBER, 1),
        ("Second", 0, ListKind.NUMBER, None),
        ("Seventh", 0, ListKind.NUMBER, 7),
    ]


def test_bullets_that_were_typed_are_a_list() -> None:
    def edit(deck: Any) -> None:
        box(slide(deck, ONLY_TITLE, "Typed").shapes, "You need:\n• Paper\n•\tA pencil", 1, 2)

    outline = read(deck_of(edit))
    found = [(p.text, p.list) for p in outline.slides[0].body if isinstance(p, Paragraph)]
    assert found == [
        ("You need:", ListKind.NONE),
        ("Paper", ListKind.BULLET),
        ("A pencil", ListKind.BULLET),
    ]
    assert "slide 1: Bullets that were typed" in said(outline)


def test_runs_keep_what_somebody_stressed_and_where_links_lead() -> None:
    def edit(deck: Any) -> None:
        target = slide(deck, CONTENT, "Elsewhere")
        shapes = slide(deck, CONTENT, "Words").placeholders[1].text_frame
        paragraph = shapes.paragraphs[0]
        for text, bold, italic, link in (
            ("plain ", None, None, ""),
            ("strong", True, None, ""),
            (" and ", None, None, ""),
            ("slanted", None, True, ""),
            ("\vweb", None, None, "https://example.org/a"),
            (" file", None, None, "file:///c:/secret"),
        ):
            run = paragraph.add_run()
            run.text, run.font.bold, run.font.italic = text, bold, italic
            if link:
                run.hyperlink.address = link
        jump = box(deck.slides[1].shapes, "Go there", 1, 6)
        jump.click_action.target_slide = target

    outline = read(deck_of(edit))
    words, jump = (block for block in outline.slides[1].body if isinstance(block, Paragraph))
    assert words.runs == (
        Run("plain "), Run("strong", strong=True), Run(" and "), Run("slanted", emphasis=True),
        Run("\nweb", link="https://example.org/a"), Run(" file"),
    )  # fmt: skip
    assert jump.runs == (Run("Go there", link="#slide 1"),)
    assert "file:///c:/secret" in said(outline)


def test_a_heading_in_a_loose_box_is_the_title_and_boxes_are_read_as_people_read_them() -> None:
    def edit(deck: Any) -> None:
        made = slide(deck, BLANK)
        box(made.shapes, "Right below", 5, 4)
        box(made.shapes, "Left below", 1, 4.1)
        box(made.shapes, "Right above", 5, 2)
        box(made.shapes, "Left above", 1, 2)
        box(made.shapes, "Two by two", 1, 0.4, 8, size=32)

    outline = read(deck_of(edit))
    assert line(outline.slides[0].title) == "Two by two"
    assert lines(outline.slides[0]) == ["Left above", "Right above", "Left below", "Right below"]
    assert "slide 1: No title is marked as one" in said(outline)


def test_texts_of_groups_stand_where_the_group_puts_them() -> None:
    def edit(deck: Any) -> None:
        made = slide(deck, ONLY_TITLE, "Grouped")
        box(made.shapes, "Second", 1, 3)
        group = made.shapes.add_group_shape()
        box(group.shapes, "First", 1, 6)
        group.top = Inches(1.6)

    assert lines(only(edit)) == ["First", "Second"]


@pytest.mark.parametrize("layout", [TWO, COMPARISON])
def test_two_texts_side_by_side_are_columns(layout: int) -> None:
    def edit(deck: Any) -> None:
        made = slide(deck, layout, "Do and don’t")
        frames = [shape.text_frame for shape in made.placeholders][1:]
        texts = ["Say your name\nWait", "Push\nPromise"]
        if layout == COMPARISON:
            texts = ["Do", texts[0], "Don’t", texts[1]]
        for frame, text in zip(frames, texts, strict=True):
            frame.text = text

    columns = [block for block in only(edit).body if isinstance(block, OutlineColumn)]
    assert [[p.text for p in column.paragraphs] for column in columns] == [
        ["Say your name", "Wait"],
        ["Push", "Promise"],
    ]
    assert [line(column.heading) for column in columns] == (["Do", "Don’t"] if layout == COMPARISON else ["", ""])


def test_boxes_side_by_side_with_headings_are_columns_too() -> None:
    def edit(deck: Any) -> None:
        made = slide(deck, ONLY_TITLE, "Before and after")
        for x, heading, text in ((0.5, "Before", "Write\nRing"), (5, "After", "Thank\nNote")):
            box(made.shapes, heading, x, 1.8, 4).text_frame.paragraphs[0].runs[0].font.bold = True
            box(made.shapes, text, x, 2.6, 4, 2)

    first, second = only(edit).body
    assert isinstance(first, OutlineColumn)
    assert isinstance(second, OutlineColumn)
    assert (first.heading, second.heading) == ((Run("Before"),), (Run("After"),))
    assert [p.text for p in second.paragraphs] == ["Thank", "Note"]


def test_a_layout_for_quotations_makes_one() -> None:
    def rename(tree: etree._Element) -> None:
        for part in tree.iter():
            if str(part.tag).endswith("}cSld") and part.get("name") == "Title and Content":
                part.set("name", "Zitat mit Beschriftung")

    def edit(deck: Any) -> None:
        made = slide(deck, CONTENT, "“She asked what I call my cat.”")
        made.placeholders[1].text = "— Child, 9"

    data = Remade.of(deck_of(edit)).change(r"ppt/slideLayouts/.*\.xml", rename).data()
    (found,) = read(data).slides
    assert found.body == (OutlineQuote((Run("She asked what I call my cat."),), (Run("Child, 9"),)),)


def test_a_table_has_its_header_and_says_what_was_merged() -> None:
    outline = read(deck_of(many_things))
    (table,) = (block for found in outline.slides for block in found.body if isinstance(block, OutlineTable))
    assert list(map(line, table.header)) == ["Cell 0.0", "Cell 0.1", "Cell 0.2"]
    assert line(table.rows[0][0]) == "Cell 1.0\nCell 1.1"
    assert table.rows[0][1] == ()
    assert "merged cells" in said(outline)


def test_charts_keep_their_numbers_and_what_they_count() -> None:
    def chart(deck: Any, kind: XL_CHART_TYPE, values: tuple[float | None, ...], form: str = "General") -> None:
        data: Any = CategoryChartData(number_format=form)  # type: ignore[no-untyped-call]
        data.categories = ["Spring", "Summer"]
        data.add_series("Families", values)
        shapes = slide(deck, ONLY_TITLE, str(kind)).shapes
        frame = shapes.add_chart(kind, Inches(1), Inches(2), Inches(6), Inches(4), data)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", "Bars")
        frame.chart.has_title = True
        frame.chart.chart_title.text_frame.text = "Who came"

    def edit(deck: Any) -> None:
        chart(deck, XL_CHART_TYPE.COLUMN_CLUSTERED, (3, 4.5))
        chart(deck, XL_CHART_TYPE.LINE, (0.25, 0.5), "0%")
        chart(deck, XL_CHART_TYPE.PIE, (3, 4))
        chart(deck, XL_CHART_TYPE.BAR_STACKED, (3, None))

    outline = read(deck_of(edit))
    column, percent, pie, gaps = (found.body[0] for found in outline.slides)
    assert column == OutlineChart("column", ("Spring", "Summer"), (("Families", (3.0, 4.5)),), "", "Bars")
    assert percent == OutlineChart("line", ("Spring", "Summer"), (("Families", (25.0, 50.0)),), "%", "Bars")
    assert isinstance(pie, OutlineTable)
    assert [list(map(line, row)) for row in pie.rows] == [["Spring", "3"], ["Summer", "4"]]
    assert isinstance(gaps, OutlineTable)
    assert line(gaps.rows[1][1]) == ""
    assert "slide 3: A chart of another kind (pie)" in said(outline)
    assert "slide 1: The chart's title “Who came” is not carried" in said(outline)


def test_pictures_come_as_a_pack_holds_them() -> None:
    def edit(deck: Any) -> None:
        shapes = slide(deck, ONLY_TITLE, "Pictures").shapes
        shapes.add_picture(picture("JPEG"), Inches(1), Inches(2))
        half = shapes.add_picture(picture("BMP"), Inches(4), Inches(2))
        half.crop_left = 0.5
        half._element.nvPicPr.cNvPr.set("descr", "The blue half")

    photo, half = (block for block in only(edit).body if isinstance(block, OutlinePicture))
    assert (photo.format, photo.data, photo.description) == ("jpeg", picture("JPEG").read(), "")
    assert (half.format, half.description) == ("png", "The blue half")
    with Image.open(io.BytesIO(half.data)) as image:
        assert image.size == (20, 30)
        assert image.convert("RGB").getpixel((1, 1)) == (30, 30, 200)
    assert photo.name != half.name


def test_drawings_and_broken_pictures_are_listed() -> None:
    def edit(deck: Any) -> None:
        slide(deck, ONLY_TITLE, "Drawn").shapes.add_picture(picture(), Inches(1), Inches(2))

    made = Remade.of(deck_of(edit))
    (name,) = (name for name in made.parts if name.startswith("ppt/media/"))
    made.parts[name] = made.parts[name][:60]
    assert "slide 1: The picture “Picture 2” is not carried: it is damaged" in said(read(made.data()))


def test_a_logo_on_most_slides_is_left_to_the_theme() -> None:
    def edit(deck: Any) -> None:
        for number in range(3):
            made = slide(deck, ONLY_TITLE, f"Slide {number}")
            made.shapes.add_picture(picture(), Inches(9), Inches(0.2))

    outline = read(deck_of(edit))
    assert not any(found.body for found in outline.slides)
    assert "the whole deck: A picture at one place on 3 slides" in said(outline)


def test_notes_sections_and_hidden_slides() -> None:
    def edit(deck: Any) -> None:
        many_things(deck)
        ids = [each.get("id") for each in deck.slides._sldIdLst]
        held = "".join(f'<p14:sldId id="{each}"/>' for each in ids[1:])
        deck.part._element.append(
            etree.fromstring(
                '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:ext uri="{1}">'
                '<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">'
                f'<p14:section name="The call" id="{{2}}"><p14:sldIdLst>{held}</p14:sldIdLst></p14:section>'
                "</p14:sectionLst></p:ext></p:extLst>"
            )
        )

    slides = read(deck_of(edit)).slides
    assert [p.text for p in slides[0].notes] == ["Welcome everyone.", "Say where the exits are."]
    assert [found.section for found in slides[:3]] == ["", "The call", "The call"]
    assert [found.hidden for found in slides] == [False, False, False, False, True, False]


@pytest.mark.parametrize(
    ("xml", "told"),
    [
        pytest.param('<a:t/></a:r><a:r><a:rPr strike="sngStrike"/><a:t>No</a:t>', "line through “No”", id="strike"),
        pytest.param('<a:t/></a:r><a:r><a:rPr baseline="30000"/><a:t>2</a:t>', "“2”, set small", id="raised"),
    ],
)
def test_what_a_pack_cannot_show_of_words_is_said(xml: str, told: str) -> None:
    def edit(deck: Any) -> None:
        slide(deck, CONTENT, "Words").placeholders[1].text = "Here"

    made = Remade.of(deck_of(edit))
    part = made.parts["ppt/slides/slide1.xml"]
    made.parts["ppt/slides/slide1.xml"] = part.replace(b"<a:t>Here</a:t>", f"<a:t>Here</a:t></a:r><a:r>{xml}".encode())
    outline = read(made.data())
    assert told in said(outline)
    assert lines(outline.slides[0])[0].startswith("Here")


def test_what_hangs_on_slides_is_listed_with_its_place() -> None:
    def edit(deck: Any) -> None:
        made = slide(deck, ONLY_TITLE, "Seen")
        box(made.shapes, "Not shown", 1, 3)._element.nvSpPr.cNvPr.set("hidden", "1")
        shape = made.shapes.add_ole_object(io.BytesIO(b"x"), "Excel.Sheet.12", Inches(1), Inches(2))
        assert shape is not None
        timing = (
            '<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par>'
            '<p:cTn id="1" presetClass="entr"/></p:par></p:tnLst></p:timing>'
        )
        made._element.append(etree.fromstring(timing))

    outline = read(deck_of(edit))
    for told in ("hidden shape is not carried: “Not shown”", "An object of Excel", "Animations are not carried"):
        assert f"slide 1: {told}" in said(outline) or told in said(outline)
    assert {loss.place for loss in outline.lost} == {"slide 1"}


def test_a_smartart_drawing_gives_its_points() -> None:
    def edit(deck: Any) -> None:
        slide(deck, ONLY_TITLE, "Circle").shapes.add_table(1, 1, Inches(1), Inches(2), Inches(3), Inches(1))

    made = Remade.of(deck_of(edit))
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def swap(tree: etree._Element) -> None:
        data = next(tree.iter(A + "graphicData"))
        data.clear()
        data.set("uri", dgm)
        etree.SubElement(data, f"{{{dgm}}}relIds").set(f"{{{office}}}dm", "rIdD")

    made.change(r"ppt/slides/slide1\.xml", swap)
    rels = "ppt/slides/_rels/slide1.xml.rels"
    made.parts[rels] = made.parts[rels].replace(
        b"</Relationships>",
        f'<Relationship Id="rIdD" Type="{office}/diagramData" Target="../diagrams/data1.xml"/>'
        "</Relationships>".encode(),
    )
    text = "<dgm:t><a:p><a:r><a:t>{}</a:t></a:r></a:p></dgm:t>"
    points = "".join(
        f'<dgm:pt modelId="{number}"{kind}>{text.format(words) if words else ""}</dgm:pt>'
        for number, kind, words in ((0, ' type="doc"', ""), (1, "", "Ask"), (2, "", "Listen"), (3, "", "Wait"))
    )
    links = "".join(
        f'<dgm:cxn modelId="{9 + i}" srcId="{a}" destId="{b}" srcOrd="{o}" destOrd="0"/>'
        for i, (a, b, o) in enumerate(((0, 2, 1), (0, 1, 0), (2, 3, 0), (3, 2, 0)))
    )
    made.parts["ppt/diagrams/data1.xml"] = (
        f'<dgm:dataModel xmlns:dgm="{dgm}" xmlns:a="{A[1:-1]}"><dgm:ptLst>{points}</dgm:ptLst>'
        f"<dgm:cxnLst>{links}</dgm:cxnLst></dgm:dataModel>"
    ).encode()
    outline = read(made.data())
    assert lines(outline.slides[0]) == ["Ask", "Listen", "  Wait"]
    assert "SmartArt" in said(outline)


def test_what_the_deck_says_of_itself() -> None:
    def edit(deck: Any) -> None:
        deck.core_properties.title = "Listening well"
        deck.core_properties.author = "A trainer"
        slide(deck, CONTENT, "Zuhören").placeholders[1].text = "Zeit"

    made = Remade.of(deck_of(edit))
    part = made.parts["ppt/slides/slide1.xml"]
    made.parts["ppt/slides/slide1.xml"] = part.replace(b"<a:r><a:t>", b'<a:r><a:rPr lang="de-DE"/><a:t>')
    outline = read(made.data())
    assert (outline.title, outline.language, outline.creator) == ("Listening well", "de-DE", "A trainer")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(DEFAULT[:2000], "is damaged", id="half"),
        pytest.param(bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600, "Office 97 to 2003", id="old"),
        pytest.param(
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"), "a password", id="locked"
        ),
        pytest.param(b"%PDF-1.7", "is a PDF", id="pdf"),
        pytest.param(ODP, "OpenDocument", id="odp"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(data: bytes, told: str) -> None:
    diagnostics = Diagnostics()
    assert read_outline(data, "sent/deck.pptx", diagnostics) is None
    (found,) = diagnostics
    assert found.code == "unreadable-office-file"
    assert told in found.message
    assert found.origin is not None
    assert found.origin.path == "sent/deck.pptx"
    assert found.hint


def test_strict_files_are_told_and_macros_left_behind() -> None:
    made = Remade.of(deck_of(many_things))
    strict = Remade(dict(made.parts))
    strict.parts["_rels/.rels"] = strict.parts["_rels/.rels"].replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/", b"http://purl.oclc.org/ooxml/officeDocument/"
    )  # fmt: skip
    diagnostics = Diagnostics()
    assert read_outline(strict.data(), "deck.pptx", diagnostics) is None
    assert "Strict" in diagnostics.found[0].message
    made.parts["ppt/vbaProject.bin"] = b"x"
    assert "macros" in said(read(made.data()))


def test_a_part_that_is_missing_takes_nothing_else_along(tmp_path: Path) -> None:
    made = Remade.of(deck_of(many_things))
    for name in [name for name in made.parts if "/charts/" in name or "/media/" in name]:
        del made.parts[name]
    file = tmp_path / "deck.pptx"
    file.write_bytes(made.data())
    assert zipfile.is_zipfile(file)
    outline = read(file.read_bytes())
    assert len(outline.slides) == 6
    assert "slide 4: A chart is not in the file" in said(outline)
    assert "slide 6: The picture" in said(outline)

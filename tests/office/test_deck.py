"""What a person finds who opens the deck: read back with python-pptx, which the writers do not use."""

import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from conftest import PACKS, Built

KINDS = {
    "title",
    "section",
    "points",
    "voices",
    "compare",
    "table",
    "picture",
    "chart",
    "workshop",
    "support",
}


@pytest.fixture(params=list(PACKS))
def made(request: pytest.FixtureRequest, built: Callable[[str], Built]) -> Built:
    return built(request.param)


@pytest.fixture
def presentation(made: Built) -> Any:
    return Presentation(str(made.deck))


def test_every_slide_has_a_title_notes_and_only_placeholders(made: Built, presentation: Any) -> None:
    assert len(presentation.slides) == len(made.compiled.deck.slides)
    for slide in presentation.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.strip()
        assert slide.has_notes_slide
        assert slide.notes_slide.notes_text_frame.text.strip()
        assert all(shape.is_placeholder for shape in slide.shapes), "a loose shape"
        first = slide.shapes[0].placeholder_format.type
        assert first in {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}, "a screen reader reads the title first"


def test_the_deck_is_wide_and_has_every_layout(made: Built, presentation: Any) -> None:
    assert (presentation.slide_width, presentation.slide_height) == (12_192_000, 6_858_000)
    names = [layout.name for layout in presentation.slide_layouts]
    assert len(names) == len(set(names))
    for layout in presentation.slide_layouts:
        types = {place.placeholder_format.type for place in layout.placeholders}
        assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.SLIDE_NUMBER} <= types, layout.name
        assert types & {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}, layout.name
    del made


def test_nothing_stands_outside_the_slide(presentation: Any) -> None:
    for layout in presentation.slide_layouts:
        for shape in layout.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            # A pattern of tiles may end a rounding step past the edge.
            assert shape.left + shape.width <= presentation.slide_width + 1000, (layout.name, shape.name)
            assert shape.top + shape.height <= presentation.slide_height + 1000, (layout.name, shape.name)


def test_slides_hold_no_brand(made: Built) -> None:
    with zipfile.ZipFile(made.deck) as archive:
        parts = [name for name in archive.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
        assert parts
        for name in parts:
            xml = archive.read(name).decode()
            assert "srgbClr" not in xml, name
            assert "latin" not in xml, name
            assert "schemeClr" not in xml, name
            text_shapes = re.findall(r"<p:sp>.*?</p:sp>", xml, re.DOTALL)
            assert all("<a:xfrm" not in shape for shape in text_shapes), name
        masters = [name for name in archive.namelist() if re.match(r"ppt/slide(Master|Layout)s/[^_]*\.xml", name)]
        assert masters
        assert all("srgbClr" not in archive.read(name).decode() for name in masters)


def test_every_text_has_its_language(made: Built) -> None:
    with zipfile.ZipFile(made.deck) as archive:
        for name in archive.namelist():
            if re.match(r"ppt/(slides|notesSlides)/[^_]*\.xml", name):
                xml = archive.read(name).decode()
                assert xml.count("<a:rPr ") == xml.count('<a:rPr lang="en-GB"') + xml.count('<a:rPr sz="'), name


def test_sections_hold_every_slide_once(made: Built, presentation: Any) -> None:
    xml = made.part(made.deck, "ppt/presentation.xml")
    sections = re.findall(r'<p14:section name="([^"]+)"[^>]*>(.*?)</p14:section>', xml)
    members = [identifier for _, content in sections for identifier in re.findall(r'<p14:sldId id="(\d+)"', content)]
    listed = re.findall(r'<p:sldId id="(\d+)"', xml)
    assert members == listed
    assert [name.replace("&amp;", "&") for name, _ in sections] == [str(s.section) for s in made.pack.sections]
    assert len(presentation.slides) == len(listed)


def test_properties_say_what_the_file_is(made: Built, presentation: Any) -> None:
    core = presentation.core_properties
    assert core.title == made.pack.about.title
    assert core.author == "Safeguarding Children Partnership"
    assert core.language == "en-GB"
    assert core.version == str(made.pack.about.version)
    custom = made.part(made.deck, "docProps/custom.xml")
    for name, value in (("Pack", made.pack.about.id), ("Theme", "Partnership board"), ("Document", "deck")):
        assert re.search(rf'name="{name}"><vt:lpwstr>{re.escape(value)}<', custom)


def test_figures_have_alternative_text_and_charts_their_data(built: Callable[[str], Built]) -> None:
    presentation = Presentation(str(built("starter").deck))
    kinds = set()
    for slide in presentation.slides:
        for shape in slide.shapes:
            kind = (
                "chart" if getattr(shape, "has_chart", False) else "table" if getattr(shape, "has_table", False) else ""
            )
            if kind or shape.element.tag.endswith("}pic"):
                described = shape.element.xpath(".//p:cNvPr")[0].get("descr")
                assert described
                assert not described.endswith((".png", ".jpg"))
                kinds.add(kind or "picture")
            if kind == "chart":
                workbook = shape.chart.part.chart_workbook.xlsx_part.blob
                assert workbook.startswith(b"PK")
                assert shape.chart.plots[0].categories[0]
            if kind == "table":
                assert shape.table.first_row
    assert kinds == {"chart", "table", "picture"}


def test_the_starter_pack_shows_every_kind(built: Callable[[str], Built]) -> None:
    assert {slide.kind for slide in built("starter").pack.slides} == KINDS


def test_notes_keep_paragraphs_and_lists(built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    presentation = Presentation(str(made.deck))
    for slide, placed in zip(presentation.slides, made.compiled.deck.slides, strict=True):
        shown = [paragraph.text for paragraph in slide.notes_slide.notes_text_frame.paragraphs]
        assert shown == [paragraph.text.replace("\n", "\v") for paragraph in placed.notes]
        asked = placed.slide.id and next(s for s in made.pack.slides if s.id == placed.slide.id).ask
        if asked and placed.part == 1:
            xml = slide.notes_slide.notes_text_frame._txBody.xml
            assert "buChar" in xml


def test_numbered_topics_are_a_numbered_list(built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    placed = next(slide for slide in made.compiled.deck.slides if slide.slide.id == "review-topics")
    xml = made.part(made.deck, f"ppt/slides/slide{placed.number}.xml")
    assert xml.count("buAutoNum") == 4
    assert xml.count('lvl="1"') == 4


def test_two_builds_are_the_same_bytes(built: Callable[[str], Built], workspace: Any) -> None:
    from deckbuilder import pipeline  # noqa: PLC0415  # only this test builds again

    made = built("starter")
    theme = workspace.theme("board")
    (again,) = pipeline.build([made.pack], [theme], pipeline.Order(), workspace)
    assert [file.data for file in again.files] == [file.read_bytes() for file in made.files]

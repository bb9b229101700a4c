"""Decks in agencies' templates, the usual and the messy: what a reader notices, read back with python-pptx."""

import io
import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from deck_templates import (
    DEFAULT,
    LAYOUTS,
    MASTER,
    PRESENTATION,
    A,
    Adopt,
    Adopted,
    P,
    Remade,
    adopter,
    placeholders,
    without,
)
from deckbuilder.content import Pack
from deckbuilder.theme import Theme

INCH = 914_400


@pytest.fixture(scope="session")
def adopt(board: Theme, load: Callable[[str], Pack]) -> Adopt:
    return adopter(board, load)


def scaled(width: float, height: float) -> bytes:
    """Give the template in another size of slide."""
    cx, cy = round(width * INCH), round(height * INCH)
    made = Remade.of()

    def resize(tree: etree._Element) -> None:
        for tag, across, down in (("off", "x", "y"), ("ext", "cx", "cy")):
            for element in tree.iter(A + tag):
                if element.get(across) is not None:
                    element.set(across, str(int(str(element.get(across))) * cx // 9_144_000))
                    element.set(down, str(int(str(element.get(down))) * cy // 6_858_000))

    def slide(tree: etree._Element) -> None:
        size = tree.find(P + "sldSz")
        assert size is not None
        size.attrib.clear()
        size.set("cx", str(cx))
        size.set("cy", str(cy))

    return made.change(f"{LAYOUTS}|{MASTER}", resize).change(PRESENTATION, slide).data()


def attribute(element: str, **values: str) -> Callable[[etree._Element], None]:
    """Make a change that sets attributes on every element of a name."""

    def change(tree: etree._Element) -> None:
        for found in tree.iter(element):
            found.attrib.update(values)

    return change


def dark(tree: etree._Element) -> None:
    attribute(P + "clrMap", bg1="dk1", tx1="lt1", bg2="dk2", tx2="lt2")(tree)


def no_idx(tree: etree._Element) -> None:
    for shape in placeholders(tree, "obj", "body", "subTitle", "dt", "ftr", "sldNum"):
        for reference in shape.iter(P + "ph"):
            reference.attrib.pop("idx", None)


def decorated(tree: etree._Element) -> None:
    """Add small shapes that are typed as body, as some designers do for bars and dots."""
    shapes = tree.find(f"{P}cSld/{P}spTree")
    assert shapes is not None
    for number in range(3):
        shapes.append(
            etree.fromstring(
                f'<p:sp xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:nvSpPr><p:cNvPr id="{900 + number}" name="Title"/>'
                f'<p:cNvSpPr/><p:nvPr><p:ph type="body" idx="{90 + number}"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>'
                f'<a:off x="{number * 200_000}" y="6700000"/><a:ext cx="150000" cy="90000"/></a:xfrm></p:spPr>'
                '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
            )
        )


def hidden(tree: etree._Element) -> None:
    """Hide some bodies, and move the others off the slide."""
    for number, shape in enumerate(placeholders(tree, "obj", "body")):
        about = next(shape.iter(P + "cNvPr"))
        if number % 2:
            about.set("hidden", "1")
        else:
            properties = shape.find(P + "spPr")
            assert properties is not None
            properties.clear()
            properties.append(
                etree.fromstring(
                    f'<a:xfrm xmlns:a="{A[1:-1]}"><a:off x="-9000000" y="0"/>'
                    '<a:ext cx="4000000" cy="4000000"/></a:xfrm>'
                )
            )


def german(tree: etree._Element) -> None:
    tree.attrib.pop("type", None)
    content = tree.find(P + "cSld")
    assert content is not None
    names = {"Title Slide": "Titelfolie", "Title and Content": "Titel und Inhalt", "Comparison": "Vergleich"}
    names["Section Header"] = "1_Abschnitts-überschrift"
    content.set("name", names.get(str(content.get("name")), "Folie"))


def with_samples() -> bytes:
    """Give the template with a sample slide: a picture, a chart, notes."""
    made = pptx.Presentation(io.BytesIO(DEFAULT))
    slide = made.slides.add_slide(made.slide_layouts[5])
    slide.shapes.title.text = "A sample"
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = ["a", "b"]
    data.add_series("s", (1, 2))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, INCH, INCH, INCH, INCH, data)
    slide.notes_slide.notes_text_frame.text = "Sample notes"
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "default": lambda: DEFAULT,
    "wide": lambda: scaled(13.333, 7.5),
    "small and wide": lambda: scaled(10, 5.625),
    "portrait": lambda: scaled(7.5, 10),
    "dark": lambda: Remade.of().change(MASTER, dark).data(),
    "no foot": lambda: Remade.of().change(f"{MASTER}|{LAYOUTS}", without("dt", "ftr", "sldNum")).data(),
    "no title": lambda: Remade.of().change(f"{MASTER}|{LAYOUTS}", without("title", "ctrTitle")).data(),
    "no body": lambda: Remade.of().change(f"{MASTER}|{LAYOUTS}", without("obj", "body", "subTitle")).data(),
    "idx 0 for all": lambda: Remade.of().change(LAYOUTS, no_idx).data(),
    "decorations typed as body": lambda: Remade.of().change(LAYOUTS, decorated).data(),
    "hidden and off the slide": lambda: Remade.of().change(LAYOUTS, hidden).data(),
    "German without types": lambda: Remade.of().change(LAYOUTS, german).data(),
    "master's shapes hidden": lambda: Remade.of().change(LAYOUTS, lambda tree: tree.set("showMasterSp", "0")).data(),
    "samples": with_samples,
}


@pytest.fixture(scope="session", params=TEMPLATES)
def deck(request: pytest.FixtureRequest, adopt: Adopt) -> Adopted:
    return adopt(TEMPLATES[request.param](), marking="OFFICIAL")


def test_titles_stand_in_title_placeholders_and_nothing_is_loose_or_off_the_slide(deck: Adopted) -> None:
    opened = deck.opened()
    assert deck.compiled is not None
    placed = deck.compiled.deck.slides
    assert len(opened.slides) == len(placed)
    for slide, wanted in zip(opened.slides, placed, strict=True):
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text.replace("\v", " ") == wanted.title_text
        numbers = {holder.placeholder_format.idx for holder in slide.slide_layout.placeholders}
        for shape in slide.shapes:
            assert shape.is_placeholder
            assert shape.placeholder_format.idx in numbers
            assert -20_000 <= shape.left <= shape.left + shape.width <= opened.slide_width + 20_000
            assert -20_000 <= shape.top <= shape.top + shape.height <= opened.slide_height + 20_000


def test_all_the_words_of_a_slide_are_there(deck: Adopted) -> None:
    assert deck.compiled is not None
    for slide, wanted in zip(deck.opened().slides, deck.compiled.deck.slides, strict=True):
        shown = {
            paragraph.text
            for shape in slide.placeholders
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
        }
        for fill in wanted.fills:
            for paragraph in fill.paragraphs:
                assert paragraph.text.replace("\n", "\v") in shown
        notes = slide.notes_slide.notes_text_frame
        assert notes is not None
        assert notes.text.split("\n")[0] == (wanted.notes[0].text if wanted.notes else "")


def test_slides_show_footer_number_and_marking(deck: Adopted) -> None:
    for number, slide in enumerate(deck.opened().slides, 1):
        types = [shape.placeholder_format.type.name for shape in slide.placeholders]
        if number > 1:  # the title slide has none
            assert {"FOOTER", "SLIDE_NUMBER", "DATE"} <= set(types)
        layout = slide.slide_layout
        behind = [*layout.shapes, *(layout.slide_master.shapes if layout._element.get("showMasterSp") != "0" else [])]
        assert "OFFICIAL" in [shape.text_frame.text for shape in behind if shape.has_text_frame]


def test_nothing_of_sample_slides_is_left(deck: Adopted) -> None:
    assert deck.compiled is not None
    slides = len(deck.compiled.deck.slides)
    names = deck.names()
    assert sum(name.startswith("ppt/slides/slide") for name in names) == slides
    assert sum(name.startswith("ppt/notesSlides/notesSlide") for name in names) == slides
    assert not [name for name in names if "printerSettings" in name or "thumbnail" in name]
    assert len({name.lower() for name in names}) == len(names)


def test_openxml_audit_finds_nothing(deck: Adopted, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(deck.data)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


@pytest.mark.parametrize("name", ["no foot", "idx 0 for all"])
def test_microsofts_validator_finds_nothing(
    name: str, adopt: Adopt, tmp_path: Path, sdk_validator: Callable[[Path], str]
) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(adopt(TEMPLATES[name](), marking="OFFICIAL").data)
    assert json.loads(sdk_validator(file))["errors"] == []


@pytest.mark.parametrize("name", ["default", "small and wide"])
def test_the_long_pack_fits_too(name: str, adopt: Adopt) -> None:
    made = adopt(TEMPLATES[name](), pack="learning-review")
    assert made.compiled is not None
    assert len(made.opened().slides) == len(made.compiled.deck.slides) > 40


@pytest.mark.parametrize("name", ["DNA", "Blue_Curve"])
def test_a_template_of_libreoffice_is_adopted(name: str, adopt: Adopt, tmp_path: Path) -> None:
    """Its masters style sample text only, and its placeholders have no idx."""
    office = shutil.which("soffice")
    source = Path(f"/usr/lib/libreoffice/share/template/common/presnt/{name}.otp")
    if office is None or not source.exists():
        pytest.skip("LibreOffice and its templates are not installed")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pptx", "--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = adopt((tmp_path / f"{name}.pptx").read_bytes())
    assert "style sample text only" in made.messages["template-mended"]
    assert made.compiled is not None
    for slide, wanted in zip(made.opened().slides, made.compiled.deck.slides, strict=True):
        assert slide.shapes.title.text_frame.text.replace("\v", " ") == wanted.title_text

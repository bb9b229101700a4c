"""A generated Word document wears the brand: page, sizes, marking, logo, fonts, ground, character."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator
from PIL import Image

from deckbuilder.office.word.characters import CHARACTERS
from deckbuilder.office.word.styles import all_styles
from deckbuilder.theme.colour import contrast
from word_documents import Make, W

pytest_plugins = ("word_fixtures",)

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#0F4C4A"/></svg>'


def png(width: int = 300, height: int = 100) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#0F4C4A").save(buffer, "PNG")
    return buffer.getvalue()


WITH_LOGO = {"brand": {"logo": {"file": "logo.svg", "description": "Logo of the partnership"}}}
LOGO_FILES = {"logo.svg": SVG, "logo.png": png()}


def size_of(document: Any, style: str) -> float:
    return float(document.styles[style].element.rPr.find(qn("w:sz")).get(qn("w:val"))) / 2


@pytest.mark.parametrize(("page", "width", "height"), [("A4", 21.0, 29.7), ("Letter", 21.59, 27.94)])
def test_the_page_is_that_of_the_theme(page: str, width: float, height: float, make: Make) -> None:
    section = make({"word": {"page": page}}).opened().sections[0]
    assert (round(section.page_width.cm, 2), round(section.page_height.cm, 2)) == (width, height)


def test_all_sizes_grow_with_the_text(make: Make) -> None:
    usual, large = make({}).opened(), make({"word": {"text_size": 16}}).opened()
    names = [style.name for style in usual.styles if style.element.xpath("./w:rPr/w:sz")]
    assert len(names) > 10
    for name in names:
        assert size_of(large, name) > size_of(usual, name)
    assert round(size_of(large, "Heading 2") / size_of(usual, "Heading 2"), 2) == 1.33
    assert size_of(large, "Footer") >= 12
    defaults = large.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:sz')}")
    assert defaults.get(qn("w:val")) == "32"


@pytest.mark.parametrize(("size", "line"), [(12, "300"), (13, "300"), (14, "360"), (20, "360")])
def test_lines_of_large_print_stand_one_and_a_half_apart(size: int, line: str, make: Make) -> None:
    styles = make({"word": {"text_size": size}}).opened().styles.element
    assert styles.find(f"{qn('w:docDefaults')}//{qn('w:spacing')}").get(qn("w:line")) == line


@pytest.mark.parametrize("which", ["guide", "worksheet"])
def test_the_marking_stands_at_the_top_and_the_foot_of_every_page(which: str, make: Make) -> None:
    section = make({"control": {"marking": "OFFICIAL-SENSITIVE"}}).opened(which).sections[0]
    for part, place in (
        (section.header, 0), (section.first_page_header, 0), (section.footer, -1), (section.first_page_footer, -1),
    ):  # fmt: skip
        paragraph = part.paragraphs[place]
        assert (paragraph.text, paragraph.style.name) == ("OFFICIAL-SENSITIVE", "Marking")
        assert paragraph.style.font.bold
        assert paragraph.style.paragraph_format.alignment == 1


def test_without_a_marking_nothing_is_marked(make: Make) -> None:
    made = make({})
    assert not any(
        b'"Marking"' in content for name, content in made.parts().items() if "er" in name and "styles" not in name
    )


@pytest.mark.parametrize("which", ["guide", "worksheet"])
def test_the_logo_opens_the_document_with_its_alternative_text(which: str, make: Make) -> None:
    made = make(WITH_LOGO, LOGO_FILES)
    first = made.opened(which).paragraphs[0]._p
    assert first.xpath(".//wp:inline/wp:docPr/@descr") == ["Logo of the partnership"]
    (extent,) = first.xpath(".//wp:inline/wp:extent")
    assert round(int(extent.get("cx")) / int(extent.get("cy")), 1) == 3.0
    assert b"svgBlip" in made.parts(which)["word/document.xml"]
    assert made.parts(which)["word/media/logo.svg"] == SVG
    assert made.parts(which)["word/media/logo.png"] == LOGO_FILES["logo.png"]


def test_a_fallback_font_is_stated(make: Make) -> None:
    made = make({"brand": {"fonts": {"heading": "FS Me", "body": "FS Me", "fallback": "Arial"}}})
    (font,) = [one for one in made.tree("word/fontTable.xml") if one.get(W + "name") == "FS Me"]
    assert [(str(one.tag).removeprefix(W), one.get(W + "val")) for one in font] == [
        ("altName", "Arial"),
        ("panose1", "020B0604020202020204"),
        ("family", "swiss"),
    ]


def test_a_ground_that_is_not_white_shows_on_the_screen(make: Make) -> None:
    cream = make({"brand": {"colours": {"background": "#FFF9EC"}}})
    background = cream.tree("word/document.xml").find(W + "background")
    assert background is not None
    assert background.get(W + "color") == "FFF9EC"
    assert b"displayBackgroundShape" in cream.parts()["word/settings.xml"]
    white = make({})
    assert white.tree("word/document.xml").find(W + "background") is None
    assert b"displayBackgroundShape" not in white.parts()["word/settings.xml"]


def _shape(styles: Any, name: str) -> tuple[Any, ...]:
    """Give what makes a heading or table look as it does apart from its hue."""
    style = next(one for one in styles if one.find(W + "name").get(W + "val") == name)
    sides = [one.tag for one in style.iterfind(f".//{W}pBdr/*")]
    shaded = style.find(f".//{W}pPr/{W}shd") is not None
    bold = style.find(f"{W}rPr/{W}b") is not None
    size = style.findall(f"{W}rPr/{W}sz")
    return sides, shaded, bold, [one.get(W + "val") for one in size]


def test_characters_differ_in_more_than_hue(make: Make) -> None:
    looks = []
    for character in CHARACTERS:
        styles = make({"brand": {"character": character}}).tree("word/styles.xml")
        looks.append(tuple(_shape(styles.findall(W + "style"), name) for name in ("Title", "heading 1", "heading 2")))
    assert len({str(look) for look in looks}) == len(looks) == 5
    headings = {str(look[1][:3]) for look in looks}
    assert len(headings) >= 4
    assert len({str(character.table) for character in CHARACTERS.values()}) == 5


@pytest.mark.parametrize("character", CHARACTERS)
def test_text_can_be_read_on_the_colour_behind_it(character: str, make_theme: Callable[..., Any]) -> None:
    colours = make_theme({"brand": {"colours": {"background": "#FFF9EC"}}}).colours
    look = CHARACTERS[character]
    for style in all_styles(look):
        ground = colours[style.fill or "lt1"]
        if style.name == "Table Heading":
            ground = colours[look.table.head_fill or "lt1"]
        assert contrast(colours[style.colour or "dk1"], ground) >= 4.5, style.name
    if look.table.band:
        assert contrast(colours["dk1"], colours[look.table.band]) >= 4.5


@pytest.mark.parametrize("character", CHARACTERS)
def test_openxml_audit_finds_nothing(character: str, make: Make, tmp_path: Path) -> None:
    changes = {"brand": {"character": character, **WITH_LOGO["brand"]}, "control": {"marking": "OFFICIAL"}}
    file = tmp_path / "guide.docx"
    file.write_bytes(make(changes, LOGO_FILES).guide)
    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []


def test_microsofts_validator_finds_nothing(make: Make, tmp_path: Path, sdk_validator: Callable[[Path], str]) -> None:
    changes = {
        "brand": {"character": "circles", "colours": {"background": "#FFF9EC"}, **WITH_LOGO["brand"]},
        "control": {"marking": "OFFICIAL"},
        "word": {"text_size": 20, "page": "Letter"},
    }
    file = tmp_path / "worksheet.docx"
    file.write_bytes(make(changes, LOGO_FILES).worksheet)
    assert json.loads(sdk_validator(file))["errors"] == []


@pytest.mark.parametrize("character", sorted(CHARACTERS))
def test_headings_are_in_the_brands_own_colour_or_on_it(character: str, make: Make) -> None:
    brand = {"character": character, "colours": {"brand": "#7A1FA2"}}
    styles = make({"brand": brand}).opened().styles
    for level in (1, 2, 3):
        style = styles[f"Heading {level}"].element
        on_brand = style.xpath("./w:pPr/w:shd/@w:fill") == ["7A1FA2"]
        assert style.xpath("./w:rPr/w:color/@w:val") == ["FFFFFF" if on_brand else "7A1FA2"]

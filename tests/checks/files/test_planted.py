"""Each rule finds the fault that was planted in a clean file, and only that; a clean file has none."""

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pptx
import pytest
from click.testing import CliRunner

from deckbuilder.cli.main import cli
from deckbuilder.pipeline.inspecting import inspect_files
from deckbuilder.source import Workspace

Build = Callable[[str], Any]
SLIDE, DOCUMENT = r"ppt/slides/slide\d+\.xml", r"word/document\.xml"
TEXT_BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="900" name="Planted"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>'
    '<a:off x="{x}" y="6300000"/><a:ext cx="1500000" cy="400000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    '</a:prstGeom><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:p>{run}</a:p>'
    "</p:txBody></p:sp>"
)
RUN = (
    '<a:r><a:rPr lang="{lang}" sz="{size}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    '<a:latin typeface="{font}"/></a:rPr><a:t>{text}</a:t></a:r>'
)
PARAGRAPH = "<w:p><w:r><w:rPr>{look}</w:rPr><w:t>Added by hand.</w:t></w:r></w:p>"


def _box(
    x: int = 3_000_000, lang: str = "en-GB", size: int = 1800, colour: str = "000000", font: str = "Arial",
    text: str = "Added",
) -> Callable[[str], str]:  # fmt: skip
    run = RUN.format(lang=lang, size=size, colour=colour, font=font, text=text)
    return lambda xml: xml.replace("</p:spTree>", TEXT_BOX.format(x=x, run=run) + "</p:spTree>")


def _first(old: str, new: str) -> Callable[[str], str]:
    return lambda xml: re.sub(old, new, xml, count=1)


def _before_end(what: str) -> Callable[[str], str]:
    return lambda xml: re.sub(
        r"(.*)(<w:sectPr)", lambda found: found[1] + what + found[2], xml, count=1, flags=re.DOTALL
    )


def _look(look: str) -> Callable[[str], str]:
    return _before_end(PARAGRAPH.format(look=look))


def _edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Change the first part of this name that the change changes."""
    out, changed = BytesIO(), False
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for item in old.namelist():
            content = old.read(item)
            if not changed and re.fullmatch(part, item):
                text = change(content.decode())
                changed, content = text != content.decode(), text.encode()
            new.writestr(item, content)
    assert changed
    return out.getvalue()


DECK_FAULTS = {
    "no-alternative-text": (SLIDE, _first(r'(<p:graphicFrame>.{0,90}?) descr="[^"]*"', r'\1 descr="chart-1.png"')),
    "long-alternative-text": (
        SLIDE,
        _first(r'(<p:graphicFrame>.{0,90}?) descr="[^"]*"', r'\1 descr="' + "word " * 100 + '"'),
    ),
    "slide-without-title": (SLIDE, _first(r'(type="title"/>.*?)<a:t>[^<]*</a:t>', r"\1<a:t></a:t>")),
    "table-without-header": (SLIDE, _first(' firstRow="1"', "")),
    "merged-cells": (SLIDE, _first("<a:tc>", '<a:tc gridSpan="2">')),
    "unnamed-section": (r"ppt/presentation\.xml", _first(r'(<p14:section name=)"[^"]*"', r'\1"Default Section"')),
    "faint-text": (SLIDE, _box(colour="DDDDDD")),
    "text-too-small": (SLIDE, _box(size=1000)),
    "vague-link": (SLIDE, lambda xml: _box(text="click here")(xml).replace(
        '<a:latin typeface="Arial"/></a:rPr><a:t>click',
        '<a:latin typeface="Arial"/><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>'
        "</a:rPr><a:t>click")),
    "no-document-title": (r"docProps/core\.xml", _first(r"<dc:title>[^<]*</dc:title>", "")),
    "no-language": (SLIDE, _box(lang="und")),
    "font-not-shared": (SLIDE, _box(font="Northmere Sans")),
    "off-the-slide": (SLIDE, _box(x=30_000_000)),
    "does-not-fit": (SLIDE, _box(text="A text that has far more words than such a small box can hold " * 2)),
}  # fmt: skip
DOCUMENT_FAULTS = {
    "table-without-header": (DOCUMENT, _first("<w:tblHeader/>", "")),
    "merged-cells": (DOCUMENT, _first(r"<w:tcPr>(<w:tcW[^>]*>)", r'<w:tcPr>\1<w:gridSpan w:val="2"/>')),
    "untitled-field": (DOCUMENT, _first(r"<w:alias [^>]*>", "")),
    "faint-text": (DOCUMENT, _look('<w:color w:val="DDDDDD"/>')),
    "text-too-small": (DOCUMENT, _look('<w:sz w:val="12"/>')),
    "no-document-title": (r"docProps/core\.xml", _first(r"<dc:title>[^<]*</dc:title>", "")),
    "no-language": (DOCUMENT, _look('<w:lang w:val="x-none"/>')),
    "font-not-shared": (DOCUMENT, _look('<w:rFonts w:ascii="Northmere Sans"/>')),
    "empty-paragraphs": (DOCUMENT, _before_end("<w:p/><w:p/>" + PARAGRAPH.format(look=""))),
    "skipped-heading": (
        DOCUMENT,
        _before_end(
            '<w:p><w:pPr><w:pStyle w:val="Heading6"/><w:outlineLvl w:val="5"/></w:pPr><w:r><w:t>Deep</w:t></w:r></w:p>'
        ),
    ),
    "vague-link": (
        DOCUMENT,
        _before_end('<w:p><w:hyperlink r:id="rId1"><w:r><w:t>click here</w:t></w:r></w:hyperlink></w:p>'),
    ),
}


def _codes(path: Path) -> list[str]:
    return [item.code for item in inspect_files([path], Workspace.around(path.parent))]


@pytest.mark.parametrize("name", ["learning-review", "starter"])
def test_what_is_built_has_no_fault(name: str, built: Build) -> None:
    files = built(name).files
    assert {path: _codes(path) for path in files} == {path: [] for path in files}


@pytest.mark.parametrize("code", DECK_FAULTS)
def test_a_fault_of_a_deck_is_found_alone(code: str, built: Build, tmp_path: Path) -> None:
    source = built("starter").deck
    part, change = DECK_FAULTS[code]
    path = tmp_path / "edited.pptx"
    path.write_bytes(_edited(source.read_bytes(), part, change))
    assert _codes(path) == [code]


@pytest.mark.parametrize("code", DOCUMENT_FAULTS)
def test_a_fault_of_a_document_is_found_alone(code: str, built: Build, tmp_path: Path) -> None:
    part, change = DOCUMENT_FAULTS[code]
    path = tmp_path / "edited.docx"
    path.write_bytes(_edited(built("learning-review").worksheet.read_bytes(), part, change))
    assert _codes(path) == [code]


def test_pictures_of_a_guide_need_words(built: Build, tmp_path: Path) -> None:
    path = tmp_path / "edited.docx"
    change = _first(r'(<wp:docPr [^>]*?)descr="[^"]*"', r'\1descr=""')
    path.write_bytes(_edited(built("learning-review").guide.read_bytes(), DOCUMENT, change))
    assert _codes(path) == ["no-alternative-text"]


def test_a_title_that_comes_twice_and_a_title_read_last(built: Build, tmp_path: Path) -> None:
    deck = pptx.Presentation(str(built("learning-review").deck))
    deck.slides[2].shapes.title.text_frame.paragraphs[0].runs[0].text = deck.slides[1].shapes.title.text
    tree = deck.slides[1].shapes.title._element.getparent()
    tree.append(deck.slides[1].shapes.title._element)
    path = tmp_path / "edited.pptx"
    deck.save(str(path))
    assert sorted(_codes(path)) == ["duplicate-title", "reading-order"]


def test_a_long_document_without_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Plain"
    for _ in range(40):
        document.add_paragraph("A line of many words that goes on. " * 6)
    path = tmp_path / "plain.docx"
    document.save(str(path))
    assert "no-headings" in _codes(path)


def test_the_templates_of_other_tools_are_read(tmp_path: Path) -> None:
    pptx.Presentation().save(str(tmp_path / "empty.pptx"))
    docx.Document().save(str(tmp_path / "empty.docx"))
    assert "unreadable-office-file" not in _codes(tmp_path / "empty.pptx") + _codes(tmp_path / "empty.docx")


def test_the_command_names_slide_and_shape(built: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = built("learning-review").deck.read_bytes()
    Path("edited.pptx").write_bytes(_edited(source, SLIDE, _box(size=1000)))
    Path("broken.docx").write_bytes(b"PK no zip")
    done = CliRunner().invoke(cli, ["check", "edited.pptx", "broken.docx", "--format", "json"])
    assert done.exit_code == 1
    first, second = json.loads(done.stdout)
    assert (first["file"], first["code"]) == ("broken.docx", "unreadable-office-file")
    assert second["file"] == "edited.pptx"
    assert re.match(r"slide \d+, “Planted”: text has 10 points", second["message"])
    assert CliRunner().invoke(cli, ["check", "edited.pptx"]).exit_code == 0
    assert CliRunner().invoke(cli, ["check", "edited.pptx", "--strict"]).exit_code == 1

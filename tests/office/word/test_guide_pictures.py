"""The guide shows its slides: rendered where LibreOffice is there, drawn where not, and complete without."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest
from PIL import Image

from conftest import PACKS, libreoffice_allowed
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.office import LibreOffice, heading_pages
from deckbuilder.source import Workspace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Guide:
    data: bytes
    slides: int
    codes: list[str]

    def names(self, ending: str) -> list[str]:
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return [name for name in archive.namelist() if name.endswith(ending)]

    @property
    def xml(self) -> str:
        with zipfile.ZipFile(BytesIO(self.data)) as archive:
            return archive.read("word/document.xml").decode()


@pytest.fixture(scope="module")
def guide(load: Callable[[str], Pack], workspace: Workspace) -> Callable[[str], Guide]:
    def made(pictures: str) -> Guide:
        theme = workspace.theme("board")
        assert theme is not None
        order = pipeline.Order(only=["guide"], pictures=pictures)
        (result,) = pipeline.build([load("starter")], [theme], order, workspace)
        (file,) = result.files
        return Guide(file.data, result.slides, [item.code for item in result.diagnostics])

    return made


@pytest.fixture(scope="module")
def rendered(guide: Callable[[str], Guide], libreoffice: LibreOffice) -> Guide:
    assert libreoffice.program.name
    with libreoffice_allowed():
        return guide("auto")


def entries(guide: Guide) -> list[tuple[str, str]]:
    """Give the contents table's entries: text and page number."""
    found = docx.Document(BytesIO(guide.data)).element.body.xpath('.//w:p[w:pPr/w:pStyle[starts-with(@w:val, "TOC")]]')
    rows = [["".join(run.xpath("./w:t/text()")) for run in entry.xpath("./w:hyperlink/w:r[w:t]")] for entry in found]
    return [(row[0], row[1] if len(row) > 1 else "") for row in rows if row]


def test_every_slide_is_shown_as_it_is_rendered(rendered: Guide) -> None:
    pictures = docx.Document(BytesIO(rendered.data)).element.body.xpath(".//wp:inline/wp:docPr/@descr")
    numbers = [re.match(r"Slide (\d+): .+, as it is shown", text) for text in pictures]
    assert [int(match[1]) for match in numbers if match] == list(range(1, rendered.slides + 1))
    assert len(rendered.data) < 1_500_000
    assert rendered.codes == []
    with zipfile.ZipFile(BytesIO(rendered.data)) as archive:
        for name in rendered.names(".png"):
            with Image.open(BytesIO(archive.read(name))) as image:
                assert (image.width, image.height) == (1080, 608)


def test_the_contents_table_has_the_pages_that_libreoffice_finds(rendered: Guide, libreoffice: LibreOffice) -> None:
    pdf = libreoffice.to_pdf({"guide.docx": rendered.data})["guide.docx"]
    pages = [(found.title, str(found.page)) for found in heading_pages(pdf) if found.level <= 2]
    assert len(pages) > 15
    assert entries(rendered) == pages


def test_without_libreoffice_slides_are_drawn(guide: Callable[[str], Guide]) -> None:
    drawn = guide("auto")
    assert len(drawn.names(".svg")) == len(drawn.names(".png")) == drawn.slides
    assert drawn.names(".svg")
    assert {page for _, page in entries(drawn)} == {""}
    assert drawn.codes == []


def test_without_pictures_the_guide_says_as_much(guide: Callable[[str], Guide]) -> None:
    bare, drawn = guide("none"), guide("drawn")
    assert bare.names(".png") == []
    texts = [[paragraph.text for paragraph in docx.Document(BytesIO(each.data)).paragraphs] for each in (bare, drawn)]
    assert [text for text in texts[0] if text] == [text for text in texts[1] if text]


def test_a_program_that_renders_nothing_is_named(
    guide: Callable[[str], Guide], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DECKBUILDER_LIBREOFFICE", str(tmp_path / "office"))
    drawn = guide("auto")
    assert drawn.codes == ["cannot-render", "cannot-render"]
    assert len(drawn.names(".svg")) == drawn.slides
    assert {page for _, page in entries(drawn)} == {""}


@pytest.mark.parametrize("pack", PACKS)
def test_no_field_is_empty(pack: str, load: Callable[[str], Pack], workspace: Workspace) -> None:
    theme = workspace.theme("board")
    assert theme is not None
    (result,) = pipeline.build([load(pack)], [theme], pipeline.Order(pictures="none"), workspace)
    assert len(result.files) == 3
    for file in result.files[1:]:
        body = docx.Document(BytesIO(file.data)).element.body
        shown, inside = "", False
        for element in body.iter(W + "fldChar", W + "t"):
            kind = element.get(W + "fldCharType")
            if kind == "separate":
                shown, inside = "", True
            elif kind == "end":
                assert shown.strip()
                inside = False
            elif kind is None and inside:
                shown += element.text or ""
        controls = list(body.iter(W + "sdtContent"))
        assert controls
        assert all("".join(control.itertext(W + "t")).strip() for control in controls)

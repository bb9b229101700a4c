"""A theme's font files change how text is fitted, and stand in no document."""

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from pptx import Presentation

from deckbuilder.cli.main import cli
from made_fonts import made_font

PACK = "id: worry\ntitle: A pack\ndate: 2026-01-01\nslides: [slides/one.yaml]\n"
WORDS = "What a child says in the words of a child is heard, and what is heard is written down, point"
POINTS = "\n".join(f"      - {WORDS} {number}" for number in range(15))
SLIDES = f"section: One\nslides:\n  - id: first\n    kind: points\n    title: What is heard\n    points:\n{POINTS}\n"
THEME = """\
name: Northmere
agency: {{name: Northmere Partnership}}
brand:
  colours: {{brand: "#0F4C4A"}}
  fonts: {{heading: Northmere Sans, body: Northmere Sans{more}}}
"""
STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
NAMED = ", ".join(f"fonts/{style}.ttf" for style in STYLES)


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with a pack, and the four files of a narrow font in the folder of a theme."""
    (tmp_path / "content" / "worry" / "slides").mkdir(parents=True)
    (tmp_path / "content" / "worry" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "content" / "worry" / "slides" / "one.yaml").write_text(SLIDES, encoding="utf-8")
    (tmp_path / "themes" / "northmere" / "fonts").mkdir(parents=True)
    for style in STYLES:
        (tmp_path / "themes" / "northmere" / "fonts" / f"{style}.ttf").write_bytes(made_font(style=style, width=300))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write_theme(room: Path, more: str, name: str = "northmere", text: str = THEME) -> None:
    (room / "themes" / name).mkdir(exist_ok=True)
    (room / "themes" / name / "theme.yaml").write_text(text.format(more=more), encoding="utf-8")


def said(name: str = "northmere") -> list[tuple[str, str]]:
    """Check the pack, and give the codes and messages of what is said of fonts."""
    result = CliRunner().invoke(cli, ["check", "worry", "--theme", name, "--format", "json"])
    return [(found["code"], found["message"]) for found in json.loads(result.stdout) if "font" in found["code"]]


def slides(room: Path) -> int:
    result = CliRunner().invoke(cli, ["build", "worry", "--theme", "northmere"])
    assert result.exit_code == 0, result.output
    deck = room / "output" / "northmere" / "worry-deck.pptx"
    return len(Presentation(BytesIO(deck.read_bytes())).slides)


def test_text_in_a_narrow_font_takes_fewer_slides_once_its_files_are_there(room: Path) -> None:
    write_theme(room, "")
    assert [code for code, _ in said()] == ["font-not-known"]
    without = slides(room)
    write_theme(room, f", files: [{NAMED}]")
    assert said() == []
    assert slides(room) < without


def test_no_document_holds_a_font(room: Path) -> None:
    write_theme(room, f", files: [{NAMED}]")
    slides(room)
    fonts = {(room / "themes" / "northmere" / "fonts" / f"{style}.ttf").read_bytes() for style in STYLES}
    files = [path for path in (room / "output" / "northmere").iterdir() if path.suffix in {".pptx", ".docx"}]
    assert len(files) == 3
    for file in files:
        with ZipFile(file) as package:
            for part in package.namelist():
                assert "font" not in part.rpartition("/")[2].lower() or part == "word/fontTable.xml"
                assert package.read(part) not in fonts


def test_faces_without_a_file_are_named(room: Path) -> None:
    write_theme(room, ", files: [fonts/Regular.ttf, fonts/Bold.ttf]")
    assert said() == [("font-faces-missing", "No file has the italic and bold italic of “Northmere Sans”.")]


def test_files_of_a_theme_below_are_no_fault_of_one_with_other_fonts(room: Path) -> None:
    write_theme(room, f", files: [{NAMED}]")
    write_theme(
        room, "", "large", "name: Large\nextends: northmere\nbrand: {{fonts: {{heading: Arial, body: Arial}}}}\n"
    )
    assert said("large") == []


def test_a_fallback_is_not_asked_for_where_files_are_there(room: Path) -> None:
    write_theme(room, f", fallback: Helvetica Now, files: [{NAMED}]")
    assert said() == []

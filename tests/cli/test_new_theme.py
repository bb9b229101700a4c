"""A new theme builds at once, and takes fonts, colours and layouts from the agency's own templates."""

import shutil
from pathlib import Path

import docx
import pptx
import pytest
import yaml
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme
from deckbuilder.theme.colour import contrast
from deckbuilder.theme.starter import brand_colours

DECK = Path(pptx.__file__).parent / "templates" / "default.pptx"
WORD = Path(docx.__file__).parent / "templates" / "default.docx"


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder that holds two templates."""
    shutil.copy(DECK, tmp_path / "brand.pptx")
    shutil.copy(WORD, tmp_path / "report.docx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def test_a_new_theme_builds_without_a_word(room: Path) -> None:
    made = run("new", "theme", "north-county")
    assert (made.exit_code, made.stdout.splitlines()[0]) == (0, "themes/north-county/theme.yaml")
    built = run("build", "starter", "--theme", "north-county", "--strict")
    assert (built.exit_code, built.stderr) == (0, "")
    assert len(built.stdout.splitlines()) == 3
    theme = load_theme(room / "themes" / "north-county", Workspace.around(room), Diagnostics())
    assert theme is not None
    assert theme.name == "North county"


def test_what_a_new_theme_leaves_open_is_refused_for_a_release(room: Path) -> None:
    run("new", "theme", "north")
    refused = run("build", "starter", "--theme", "north", "--release")
    assert refused.exit_code == 1
    assert "placeholder-value" in refused.stderr
    assert "missing-review-date" in refused.stderr
    assert not (room / "output").exists()


def test_a_theme_of_the_agencys_templates_builds_in_them(room: Path) -> None:
    made = run("new", "theme", "north", "--template", "brand.pptx", "--template", "report.docx")
    assert made.exit_code == 0
    written_first = made.stdout.splitlines()[:3]
    assert written_first == [f"themes/north/{name}" for name in ("theme.yaml", "brand.pptx", "report.docx")]
    written = yaml.safe_load((room / "themes" / "north" / "theme.yaml").read_text(encoding="utf-8"))
    assert written["deck"]["template"] == "brand.pptx"
    assert written["deck"]["layouts"]["points"] == "Title and Content"
    assert written["word"]["styles"]["heading 1"] == "heading 1"
    assert written["brand"]["fonts"]["heading"] == "Calibri"
    built = run("build", "starter", "--theme", "north", "--strict")
    assert built.exit_code == 0, built.output
    deck = pptx.Presentation(str(room / "output" / "north" / "starter-deck.pptx"))
    assert (deck.slide_width, deck.slide_height) == (9_144_000, 6_858_000)
    assert deck.slides[0].slide_layout.name == "Title Slide"


def test_a_template_that_cannot_be_used_makes_no_theme(room: Path) -> None:
    (room / "broken.potx").write_bytes(b"no template")
    refused = run("new", "theme", "north", "--template", "broken.potx")
    assert refused.exit_code == 1
    assert "unreadable-template" in refused.stderr
    assert not (room / "themes").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [("North County", "no name for a theme"), ("../north", "no name for a theme"), ("there", "is there already")],
)
def test_a_name_that_is_taken_or_none_is_wrong_usage(name: str, said: str, room: Path) -> None:
    (room / "themes" / "there").mkdir(parents=True)
    (room / "themes" / "there" / "theme.yaml").write_text("name: There\n", encoding="utf-8")
    refused = run("new", "theme", name)
    assert refused.exit_code == 2
    assert said in refused.stderr


@pytest.mark.usefixtures("room")
def test_inspect_shows_a_deck_template_and_prints_a_map_that_can_be_pasted() -> None:
    shown = run("theme", "inspect", "brand.pptx")
    assert (shown.exit_code, shown.stderr) == (0, "")
    for part in (
        "25.4 × 19.05 cm",
        "Calibri (headings)",
        "#1F497D  brand (text 2)        9.10 to 1 on the background",
        "Title and Content (obj) → points, table",
        "22.86 × 12.57 cm at 1.27, 4.45 32 pt",
        "Added to the slide master",
    ):
        assert part in shown.stdout
    pasted = yaml.safe_load(shown.stdout[shown.stdout.index("\ndeck:\n") :])
    assert pasted["deck"]["template"] == "brand.pptx"
    assert pasted["deck"]["layouts"]["title"] == "Title Slide"


@pytest.mark.usefixtures("room")
def test_inspect_shows_a_word_template() -> None:
    shown = run("theme", "inspect", "report.docx")
    assert (shown.exit_code, shown.stderr) == (0, "")
    for part in ("21.59 × 27.94 cm", "Cambria (body)", "14 pt Calibri #365F91 → heading 1"):
        assert part in shown.stdout
    pasted = yaml.safe_load(shown.stdout[shown.stdout.index("\nword:\n") :])
    assert pasted["word"]["styles"]["Title"] == "Title"


def test_inspect_says_why_a_file_cannot_be_used(room: Path) -> None:
    (room / "old.ppt").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600))
    shown = run("theme", "inspect", "old.ppt")
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "PowerPoint 97 to 2003" in shown.stderr


@pytest.mark.parametrize(
    ("scheme", "brand"),
    [
        ({"dk1": "000000", "dk2": "1F497D", "accent1": "4F81BD"}, "#1F497D"),
        # LibreOffice writes black and white where others have a colour.
        ({"dk1": "000000", "dk2": "000000", "accent1": "18A303"}, ""),
        ({"dk1": "333333", "dk2": "44546A", "accent1": "FFD100"}, ""),
        ({"dk1": "333333", "dk2": "333333", "accent1": "777777"}, "#333333"),
    ],
)
def test_the_brand_is_taken_from_a_templates_colours_dark_enough_for_text(scheme: dict[str, str], brand: str) -> None:
    found, accents = brand_colours(scheme)
    assert found == brand or not brand
    for colour in (found, *accents):
        assert contrast(colour.lstrip("#"), "FFFFFF") >= 4.5


def test_two_templates_for_one_program_are_wrong_usage(room: Path) -> None:
    refused = run("new", "theme", "north", "--template", "brand.pptx", "--template", "brand.pptx")
    assert refused.exit_code == 2
    assert "one template for PowerPoint" in refused.stderr
    assert not (room / "themes").exists()

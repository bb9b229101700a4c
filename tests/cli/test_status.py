"""`deckbuilder status`: from which content a built file came, and whether it is out of date."""

import json
import shutil
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli

PACK = "id: small\ntitle: A small pack\nversion: '1.2'\nslides: [slides/one.yaml]\n"
SLIDES = "section: One\nslides:\n  - {id: first, kind: points, title: The first slide, points: [A point]}\n"
THEME = """\
name: {name}
agency: {{name: {name} Partnership, contacts: [{{name: The hub, phone: 01522 782111}}], referral: {{summary: Call.}}}}
brand: {{colours: {{brand: "#0F4C4A"}}, fonts: {{heading: Arial, body: Arial}}}}
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with what a pack, two themes and an edition give."""
    pack = tmp_path / "content" / "another-name"
    for folder in ("slides", "editions"):
        (pack / folder).mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "slides" / "one.yaml").write_text(SLIDES, encoding="utf-8")
    (pack / "editions" / "north.yaml").write_text(
        "replace:\n  - {id: first, kind: points, title: The first, points: [Other]}\n", encoding="utf-8"
    )
    for name in ("north", "south"):
        (tmp_path / "themes" / name).mkdir(parents=True)
        (tmp_path / "themes" / name / "theme.yaml").write_text(THEME.format(name=name.title()), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run("build", "--theme", "north", "--theme", "south", "--pictures", "none").exit_code == 0
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def stale() -> dict[str, list[str]]:
    """Give the reasons of the files that are not up to date, by the theme."""
    told = json.loads(run("status", "--json").stdout)["files"]
    return {each["theme"]: each["reasons"] for each in told if each["state"] == "out of date"}


def replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_fresh_build_is_up_to_date_and_says_where_it_comes_from(room: Path) -> None:
    done = run("status")
    assert (done.exit_code, done.stderr) == (0, "6 files, all up to date.\n")
    first, about, *_ = done.stdout.splitlines()
    assert first == "output/north/small-deck.pptx: up to date"
    assert about.startswith("  deck of small 1.2, theme north, deckbuilder ")
    moved = shutil.copy(room / "output" / "south" / "small-deck.pptx", room / "renamed.pptx")
    assert run("status", str(moved)).exit_code == 0


def test_what_changed_is_named_and_concerns_nobody_else(room: Path) -> None:
    replace(room / "content" / "another-name" / "editions" / "north.yaml", "Other", "Another")
    assert stale() == {"north": ["the pack has changed"]}
    replace(room / "themes" / "south" / "theme.yaml", "0F4C4A", "123456")
    assert stale() == {"north": ["the pack has changed"], "south": ["the theme has changed"]}
    assert run("status").exit_code == 1
    run("build", "--theme", "north", "--theme", "south", "--pictures", "none")
    assert stale() == {}


def test_what_is_no_part_of_a_pack_makes_nothing_out_of_date(room: Path) -> None:
    pack = room / "content" / "another-name"
    for name in ("README.md", ".hidden", "~$slides.docx", "pack.yaml~", "pack.yaml.bak"):
        (pack / name).write_text("not built", encoding="utf-8")
    assert run("status").exit_code == 0
    assert run("build", "--theme", "north", "--pictures", "none").stdout == ""


def test_files_of_others_and_of_content_that_is_not_here(room: Path) -> None:
    (room / "output" / "other.docx").write_bytes(b"PK no zip")
    shutil.rmtree(room / "content" / "another-name")
    (room / "content" / "kept").mkdir()
    states = {each["file"]: each["state"] for each in json.loads(run("status", "--json").stdout)["files"]}
    assert states.pop("output/other.docx") == "not built by this tool"
    assert set(states.values()) == {"content not found here"}


def test_a_theme_with_errors_and_a_tool_of_another_version(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace(room / "themes" / "north" / "theme.yaml", "0F4C4A", "teal")
    assert stale() == {"north": ["the theme has errors now"]}
    monkeypatch.setattr("deckbuilder.pipeline.judging.__version__", "99.0")
    assert "this is 99.0" in stale()["south"][0]


def test_hundreds_of_files_take_a_moment(room: Path) -> None:
    for number in range(300):
        shutil.copy(room / "output" / "south" / "small-deck.pptx", room / "output" / "south" / f"copy-{number}.pptx")
    begun = time.monotonic()
    assert run("status").exit_code == 0
    assert time.monotonic() - begun < 10, "about half a second on a small computer"

"""Every agency at once: what is wrong in one theme stops no other, and the exit status says so."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder.cli.main import cli

PACK = "id: sound\ntitle: A pack\nslides: [slides/one.yaml]\n"
SLIDES = """\
section: One
slides:
  - {id: first, kind: points, title: The first slide, points: [A point]}
  - {id: second, kind: points, title: Who to tell, points: ["Tell {{ agency.contact.name }}"]}
  - {id: third, kind: support, title: Where to get help, contacts: [{name: Your manager}]}
"""
THEME = """\
name: {name}
agency: {{name: {name} Partnership, contacts: [{{name: The hub, phone: 01522 782111}}], referral: {{summary: Call.}}}}
brand: {{colours: {{brand: "{colour}"}}, fonts: {{heading: Arial, body: Arial}}}}
control: {{owner: Us, next_review: 2999-01-31}}
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with a pack and two themes beside the neutral one."""
    pack = tmp_path / "content" / "sound"
    (pack / "slides").mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    (pack / "slides" / "one.yaml").write_text(SLIDES, encoding="utf-8")
    for name in ("north", "south"):
        theme(tmp_path, name)
    theme(tmp_path, "board")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def theme(room: Path, name: str, colour: str = "#0F4C4A", more: str = "") -> None:
    home = room / "themes" / name
    home.mkdir(parents=True, exist_ok=True)
    text = THEME.format(name=name.title(), colour=colour) + more
    (home / "theme.yaml").write_text(text, encoding="utf-8")


def built(folder: Path) -> list[str]:
    files = (path.relative_to(folder) for path in (folder / "output").rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in files if path.parts[1] != ".deckbuilder")


def test_all_builds_every_theme_with_a_line_a_file_and_a_summary(room: Path) -> None:
    done = CliRunner().invoke(cli, ["build", "--theme", "all"])
    assert done.exit_code == 0
    assert sorted(done.stdout.splitlines()) == built(room)
    assert len(built(room)) == 9
    lines = [line.split() for line in done.stderr.splitlines() if line]
    assert lines == [
        ["Theme", "Files", "Slides", "Errors", "Warnings"],
        ["board", "3", "3", "0", "0"],
        ["north", "3", "3", "0", "0"],
        ["south", "3", "3", "0", "0"],
    ]


def test_one_themes_error_stops_no_other(room: Path) -> None:
    theme(room, "north", colour="teal")
    old = room / "output" / "north" / "sound-deck.pptx"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"the deck of before")
    done = CliRunner().invoke(cli, ["build", "--theme", "all"])
    assert done.exit_code == 1
    assert [path for path in built(room) if "/north/" in path] == ["output/north/sound-deck.pptx"]
    assert old.read_bytes() == b"the deck of before"
    assert len(built(room)) == 7
    assert "themes/north/theme.yaml:3" in done.stderr
    assert ["north", "0", "0", "1", "0"] in [line.split() for line in done.stderr.splitlines()]


def test_a_fault_under_some_themes_says_under_which(room: Path) -> None:
    (room / "themes" / "south" / "theme.yaml").write_text(
        THEME.format(name="South", colour="#0F4C4A").replace("contacts: [{name: The hub, phone: 01522 782111}], ", ""),
        encoding="utf-8",
    )
    done = CliRunner().invoke(cli, ["build", "--theme", "all", "--json"])
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    (found,) = told["diagnostics"]
    assert (found["code"], found["file"], found["themes"]) == (
        "missing-value",
        "content/sound/slides/one.yaml",
        ["south"],
    )
    assert [(item["theme"], len(item["written"]), item["errors"]) for item in told["themes"]] == [
        ("board", 3, 0),
        ("north", 3, 0),
        ("south", 0, 1),
    ]
    shown = CliRunner().invoke(cli, ["check", "--theme", "all"])
    assert "under: south" in shown.stderr


def test_a_fault_in_the_pack_is_said_once_and_stops_all(room: Path) -> None:
    (room / "content" / "sound" / "slides" / "one.yaml").write_text(
        SLIDES.replace("points:", "pionts:"), encoding="utf-8"
    )
    done = CliRunner().invoke(cli, ["build", "--theme", "all"])
    assert done.exit_code == 1
    assert not (room / "output").exists()
    assert done.stderr.count("“pionts” is no key") == 2


def test_strict_fails_a_theme_with_a_warning_and_no_other(room: Path) -> None:
    theme(room, "north", colour="#41B6E6")
    done = CliRunner().invoke(cli, ["build", "--theme", "all", "--strict"])
    assert done.exit_code == 1
    assert len(built(room)) == 6
    assert "warning[colour-darkened]" in done.stderr
    assert CliRunner().invoke(cli, ["build", "--theme", "all"]).exit_code == 0
    assert len(built(room)) == 9


def test_a_theme_that_cannot_be_written_lets_the_rest_go_on(room: Path) -> None:
    (room / "output").mkdir()
    (room / "output" / "north").write_text("a file where a folder is wanted")
    done = CliRunner().invoke(cli, ["build", "--theme", "all"])
    assert done.exit_code == 3
    assert len([path for path in built(room) if path.endswith("x")]) == 6
    assert "could not be written" in done.stderr


def test_release_lets_pass_what_is_ready(room: Path) -> None:
    done = CliRunner().invoke(cli, ["build", "--theme", "north", "--release"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(built(room)) == 3
    theme(room, "north", more="word: {page: Letter}\n")
    (room / "themes" / "north" / "theme.yaml").write_text(
        THEME.format(name="North", colour="#0F4C4A").replace("2999", "2020"), encoding="utf-8"
    )
    refused = CliRunner().invoke(cli, ["build", "--theme", "north", "--release"])
    assert refused.exit_code == 1
    assert "review-passed" in refused.stderr
    assert CliRunner().invoke(cli, ["build", "--theme", "north"]).exit_code == 0


def test_a_font_that_readers_may_lack_is_advice_until_a_near_one_is_named(room: Path) -> None:
    file = room / "themes" / "north" / "theme.yaml"
    own = THEME.format(name="North", colour="#0F4C4A").replace("heading: Arial", "heading: Frutiger")
    file.write_text(own, encoding="utf-8")
    done = CliRunner().invoke(cli, ["build", "--theme", "north", "--strict"])
    assert done.exit_code == 0
    assert "advice[font-not-known]: The widths of “Frutiger” are not known" in done.stderr
    file.write_text(own.replace("body: Arial", "body: Arial, fallback: Arial"), encoding="utf-8")
    assert CliRunner().invoke(cli, ["build", "--theme", "north"]).stderr == ""


def test_two_themes_of_one_folder_name_are_wrong_usage(room: Path) -> None:
    theme(room / "elsewhere", "north")
    refused = CliRunner().invoke(cli, ["build", "--theme", "north", "--theme", "elsewhere/themes/north"])
    assert refused.exit_code == 2
    assert "Two themes have the folder name “north”" in refused.stderr
    assert not (room / "output").exists()

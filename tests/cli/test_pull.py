"""`deckbuilder pull`: what a person reads, what a program reads, and the exit status."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli
from pulled import ONE, lines, opened, say

pytest_plugins = ("pull_fixtures",)

DECK = "output/north/small-deck.pptx"


@pytest.fixture
def root(original: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copied = Path(shutil.copytree(original, tmp_path / "w"))
    monkeypatch.chdir(copied)
    return copied


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["pull", *arguments])


def test_changes_are_shown_slide_by_slide_with_their_place_in_the_pack(root: Path) -> None:
    with opened(root / DECK) as slides:
        say(slides[0], "A plain point", "A point")
        say(slides[0], "3 minutes", "5 minutes")
        say(slides[1], "to be asked", "to be heard")
    result = run(DECK)
    assert result.stdout == (
        "output/north/small-deck.pptx: deck of small, theme north\n"
        "\n"
        "Slide 1: First: know me\n"
        "  point (content/small/slides/one.yaml:8)\n"
        "    – A plain point\n"
        "    + A point\n"
        "  notes\n"
        "    – Time: 3 minutes\n"
        "    + Time: 5 minutes\n"
        "    not written: the tool writes it, and no text of the pack holds it\n"
        "\n"
        "Slide 2: In their words\n"
        "  quotation (content/small/slides/one.yaml:36)\n"
        "    These are the words of somebody who was quoted.\n"
        "    – “I want to be asked”\n"
        "    + “I want to be heard”\n"
        "    not written: a quotation is evidence: --quotations writes it\n"
        "\n"
    )
    assert result.stderr == (
        "1 change can go into the pack: --write puts it there. 2 changes cannot go there, for the reason given.\n"
    )
    assert result.exit_code == 1
    assert lines(root, "slides/one.yaml") == ONE.split("\n")


def test_what_is_written_is_named_and_the_status_says_whether_all_is_in_the_pack(root: Path) -> None:
    with opened(root / DECK) as slides:
        say(slides[0], "A plain point", "A point")
    result = run(DECK, "--write")
    assert result.stdout.endswith("written: content/small/slides/one.yaml\n")
    assert (result.stderr, result.exit_code) == ("1 change written into the pack.\n", 0)
    assert "      - A point  # from page 3" in lines(root, "slides/one.yaml")
    result = run(DECK)
    assert result.stdout.endswith("theme north\nNothing was changed that the pack does not say.\n\n")
    assert (result.stderr, result.exit_code) == ("", 0)


def test_colours_mark_the_changed_words_and_long_texts_are_shown_around_them(root: Path) -> None:
    with opened(root / DECK) as slides:
        say(slides[0], "A plain point", "word " * 200 + "A plain new point")
    plain = run(DECK).stdout
    assert "\x1b" not in plain
    assert max(map(len, plain.split("\n"))) < 1200
    coloured = CliRunner().invoke(cli, ["pull", DECK], color=True).stdout
    assert "\x1b[32m" in coloured


def test_a_program_reads_one_object(root: Path) -> None:
    with opened(root / DECK) as slides:
        say(slides[0], "A plain point", "A point\u202e")
        say(slides[1], "to be asked", "to be heard")
    result = run(DECK, "--write", "--json")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    data = json.loads(result.stdout)
    assert data["written"] == ["content/small/slides/one.yaml"]
    (file,) = data["files"]
    assert (file["document"], file["pack"], file["theme"], file["changed_since"]) == ("deck", "small", "north", [])
    assert file["changes"][0] == {
        "place": "slide 1",
        "title": "First: know me",
        "what": "point",
        "kind": "changed",
        "old": "A plain point",
        "new": "A point\u202e",
        "file": "content/small/slides/one.yaml",
        "line": 8,
        "quotation": False,
        "not_written": None,
    }
    assert "\u202e" not in result.stdout
    assert "      - A point  # from page 3" in lines(root, "slides/one.yaml")
    assert file["changes"][1]["quotation"]
    assert data["errors"] == 0


def test_a_file_from_elsewhere_is_an_error_and_one_that_is_not_there_is_wrong_usage(root: Path) -> None:
    (root / "text.pptx").write_text("no deck", encoding="utf-8")
    result = run("text.pptx")
    assert result.exit_code == 1
    assert "text.pptx: error[" in result.stderr
    assert "Traceback" not in result.output
    assert run("absent.pptx").exit_code == 2
    assert run().exit_code == 2


def test_a_pack_that_cannot_be_written_is_left_as_it_is(root: Path) -> None:
    with opened(root / DECK) as slides:
        say(slides[0], "A plain point", "A point")
    one = root / "content" / "small" / "slides" / "one.yaml"
    one.chmod(0o444)
    result = run(DECK, "--write")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "The pack could not be written" in result.stderr
    assert lines(root, "slides/one.yaml") == ONE.split("\n")

"""`deckbuilder import`: a document becomes a pack that builds, and what was decided or lost is said."""

import json
import shutil
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from deckbuilder.cli.main import cli

TALK = Path(__file__).parents[1] / "importing" / "files" / "worried-calls.md"
PICTURE = ROOT / "src" / "deckbuilder" / "builtin" / "starters" / "pack" / "pictures" / "desk.png"
FILES = ["pack.yaml", "slides/01-worried-calls.yaml", "import-report.md"]


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    shutil.copy(TALK, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["import", "worried-calls.md", *arguments], catch_exceptions=False)


def test_a_pack_is_made_that_builds_and_the_report_says_what_was_decided() -> None:
    done = run("--out", "content/calls")
    assert (done.exit_code, done.stdout.splitlines()) == (0, [f"content/calls/{name}" for name in FILES])
    assert "10 slides: 1 × title, 6 × points, 1 × voices, 2 × workshop." in done.stderr
    for said in (
        "line 1: The document says no title; “Worried calls” is made of the file’s name.",
        "The speaker “child” is taken from the title.",
        "28 bullets and numbers were written into the text of list items as well",
    ):
        assert said in done.stderr
        assert said in Path("content/calls/import-report.md").read_text(encoding="utf-8").replace("**", "")
    assert done.stderr.endswith("Build it: deckbuilder build calls\n")
    built = CliRunner().invoke(cli, ["build", "calls", "--only", "deck"])
    assert built.exit_code == 0
    deck = pptx.Presentation("output/board/calls-deck.pptx")
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.notes_slide.notes_text_frame]
    assert notes[0].startswith("These slides come from conversations with callers and with the people who answer them.")


def test_without_out_the_pack_stands_in_content_under_the_files_name() -> None:
    done = run()
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "content/worried-calls/pack.yaml")


def test_a_folder_that_is_not_empty_is_refused_and_with_force_nothing_in_it_is_lost(workspace: Path) -> None:
    folder = workspace / "content" / "calls"
    folder.mkdir()
    assert run("--out", "content/calls").exit_code == 0
    (folder / "pack.yaml").write_text("mine\n", encoding="utf-8")
    refused = run("--out", "content/calls")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "content/calls is not empty" in refused.stderr
    assert (folder / "pack.yaml").read_text(encoding="utf-8") == "mine\n"
    forced = run("--out", "content/calls", "--force")
    assert (forced.exit_code, forced.stdout.splitlines()) == (0, [f"content/calls/{name}" for name in FILES])
    assert "What was there before is kept: content/calls/pack.yaml.old" in forced.stderr
    assert (folder / "pack.yaml.old").read_text(encoding="utf-8") == "mine\n"
    assert sorted(path.name for path in folder.rglob("*.old*")) == ["pack.yaml.old"]
    assert CliRunner().invoke(cli, ["check", "calls"]).exit_code == 0


def test_json_says_it_all_in_one_object() -> None:
    done = run("--out", "content/calls", "--json")
    said = json.loads(done.stdout)
    assert (done.exit_code, said["files"]) == (0, [f"content/calls/{name}" for name in FILES])
    assert said["slides"] == {"title": 1, "points": 6, "voices": 1, "workshop": 2}
    assert said["decided"][0]["place"] == "line 1"
    assert "bullets and numbers" in said["lost"][0]["what"]


def test_a_file_that_is_no_document_is_refused_and_nothing_is_written(workspace: Path) -> None:
    (workspace / "talk.pdf").write_bytes(b"%PDF-1.7")
    done = CliRunner().invoke(cli, ["import", "talk.pdf", "--out", "content/talk"], catch_exceptions=False)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "error[wrong-file-format]: “talk.pdf” is no file that can be imported." in done.stderr
    assert not (workspace / "content" / "talk").exists()
    as_json = CliRunner().invoke(cli, ["import", "talk.pdf", "--json"], catch_exceptions=False)
    said = json.loads(as_json.stdout)
    assert (as_json.exit_code, said["files"], said["diagnostics"][0]["code"]) == (1, [], "wrong-file-format")


def test_a_file_that_is_not_there_is_wrong_usage() -> None:
    assert CliRunner().invoke(cli, ["import", "gone.md"]).exit_code == 2


def test_what_cannot_be_written_is_said_and_leaves_nothing(workspace: Path) -> None:
    (workspace / "content" / "calls").write_text("a file", encoding="utf-8")
    done = run("--out", "content/calls/inner")
    assert (done.exit_code, done.stdout) == (3, "")
    assert "The pack could not be written" in done.stderr


def test_a_deck_that_was_built_comes_back_as_its_pack(workspace: Path) -> None:
    run("--out", "content/calls")
    assert CliRunner().invoke(cli, ["build", "calls", "--only", "deck"]).exit_code == 0
    deck = "output/board/calls-deck.pptx"
    done = CliRunner().invoke(cli, ["import", deck, "--out", "content/again"], catch_exceptions=False)
    assert done.exit_code == 0
    first, again = (
        (workspace / "content" / name / FILES[1]).read_text(encoding="utf-8") for name in ("calls", "again")
    )
    ids = [[line for line in text.splitlines() if "- id:" in line] for text in (first, again)]
    assert ids[0] == ids[1]


HELP = """\
# Where to get help

- Your own safeguarding lead
- The Northmere hub: 01632 960100

# A picture

![](desk.png)
"""
SOUTH = """\
name: South
agency:
  name: South Partnership
  contacts: [{name: The South hub, phone: 01522 782111}]
  referral: {summary: Call., contacts: [{name: The South desk, phone: 01522 782112}]}
brand: {colours: {brand: "#0F4C4A"}, fonts: {heading: Arial, body: Arial}}
control: {next_review: 2999-01-31}
"""


def test_another_agencys_deck_gives_its_own_number_and_what_is_open_is_said(workspace: Path) -> None:
    (workspace / "help.md").write_text(HELP, encoding="utf-8")
    shutil.copy(PICTURE, workspace / "desk.png")
    (workspace / "themes" / "south").mkdir(parents=True)
    (workspace / "themes" / "south" / "theme.yaml").write_text(SOUTH, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", "help.md", "--out", "content/help"], catch_exceptions=False)
    assert "2 places are marked with CHECK in the files under slides/, for you to look at." in done.stderr
    built = CliRunner().invoke(cli, ["build", "help", "--theme", "south", "--only", "deck"], catch_exceptions=False)
    assert "advice[open-checks]: 2 places are still to be looked at" in built.stderr
    assert "warning[weak-description]: This description is still to come: it begins with “TODO”." in built.stderr
    deck = pptx.Presentation("output/south/help-deck.pptx")
    shown = "\n".join(shape.text_frame.text for shape in deck.slides[0].placeholders if shape.has_text_frame)
    assert shown.index("Your own safeguarding lead") < shown.index("01632 960100") < shown.index("01522 782111")
    assert CliRunner().invoke(cli, ["check", "help", "--theme", "south", "--strict"]).exit_code == 1
    refused = CliRunner().invoke(cli, ["build", "help", "--theme", "south", "--release"])
    assert refused.exit_code == 1
    assert "“01632 960100” is a telephone number kept for fiction." in refused.stderr
    assert "holds “TODO”, which stands for something still to come." in refused.stderr

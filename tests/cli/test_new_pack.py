"""A new pack builds at once without a word, explains itself, and shows all that a pack can have."""

import json
import os
import re
from datetime import date
from pathlib import Path

import pptx
import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from jsonschema import Draft7Validator

from deckbuilder.cli.main import cli
from deckbuilder.content import PackFile
from deckbuilder.content.activity import Activity, Question
from deckbuilder.content.pack import ContentNote, Plan, Session
from deckbuilder.content.slides import KINDS, SlideBase
from deckbuilder.source.fields import Model
from deckbuilder.source.validation import keys_of

FILES = [
    "content/calls/pack.yaml",
    "content/calls/pictures/desk.png",
    "content/calls/slides/01-welcome.yaml",
    "content/calls/slides/02-call.yaml",
    "content/calls/slides/03-afterwards.yaml",
    "content/calls/slides/04-practice.yaml",
]
SCHEMAS = [f"schema/{name}.schema.json" for name in ("pack", "section", "edition", "theme")]
NOT_TAUGHT = {
    # Of a pack that retells somebody's report, and of what an author silences; docs/authoring.md has them.
    "source", "origin", "additions", "show_additions", "silence", "avoid", "strong_words",
    # What most packs do without.
    "language", "resources", "default_plan", "leaves_out",
}  # fmt: skip


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def texts(room: Path) -> str:
    return "".join((room / name).read_text(encoding="utf-8") for name in FILES if name.endswith(".yaml"))


def test_a_newcomers_first_minute(room: Path) -> None:
    theme = run("new", "theme", "northmere")
    assert theme.exit_code == 0
    assert theme.stdout.splitlines() == ["themes/northmere/theme.yaml", *SCHEMAS]
    assert "deckbuilder build starter --theme northmere" in theme.stderr
    pack = run("new", "pack", "calls", "--title", 'Calls: the "first" $minute')
    assert (pack.exit_code, pack.stdout.splitlines()) == (0, FILES)
    assert "deckbuilder build calls\n" in pack.stderr
    assert "content/calls/pack.yaml" in pack.stderr
    built = run("build", "--theme", "northmere", "--strict", "--pictures", "none")
    assert (built.exit_code, built.stderr) == (0, "")
    deck = pptx.Presentation(str(room / "output" / "northmere" / "calls-deck.pptx"))
    assert deck.slides[0].shapes.title.text == 'Calls: the "first" $minute'
    assert 12 <= len(deck.slides) <= 16
    guide = Document(str(room / "output" / "northmere" / "calls-facilitator-guide.docx"))
    assert 'Calls: the "first" $minute' in [paragraph.text for paragraph in guide.paragraphs]


@pytest.mark.parametrize("plan", ["single", "series"])
def test_every_plan_builds_without_error_warning_or_advice(plan: str, room: Path) -> None:
    run("new", "pack", "calls")
    checked = run("check", "--plan", plan, "--strict")
    assert (checked.exit_code, checked.stderr) == (0, "Nothing to mend.\n")
    assert (room / "content" / "calls").is_dir()


@pytest.mark.usefixtures("room")
def test_it_may_not_be_issued_before_the_contacts_are_real() -> None:
    run("new", "pack", "calls")
    refused = run("check", "--release", "--json")
    found = [item for item in json.loads(refused.stdout)["diagnostics"] if item["file"] == FILES[0]]
    assert [item["code"] for item in found] == ["placeholder-value"]


def test_it_shows_every_kind_of_slide_and_every_key_worth_knowing(room: Path) -> None:
    run("new", "pack", "calls")
    written = texts(room)
    assert set(re.findall(r"^    kind: (\w+)$", written, re.MULTILINE)) == set(KINDS)
    shown = set(re.findall(r"^[ -]*([a-z_]+):", written, re.MULTILINE))
    models: list[type[Model]] = [PackFile, ContentNote, Plan, Session, Activity, Question, SlideBase]
    assert {key for model in models for key in keys_of(model)} - shown - NOT_TAUGHT == set()
    # Each kind is named in a comment where it is first used.
    assert [kind for kind in KINDS if not re.search(rf"^ *#.*“{kind}”", written, re.MULTILINE)] == []


def test_its_telephone_numbers_ring_nobody(room: Path) -> None:
    run("new", "pack", "calls")
    numbers = re.findall(r"phone: (.+)", texts(room))
    # Ofcom keeps these for drama; 999 stands in the text on purpose.
    assert numbers
    assert [number for number in numbers if not number.startswith("01632 960")] == []


def test_it_has_todays_date_and_a_title_of_its_name(room: Path) -> None:
    before = date.today()  # noqa: DTZ011
    run("new", "pack", "first-minute-calls")
    after = date.today()  # noqa: DTZ011
    pack = yaml.safe_load((room / "content" / "first-minute-calls" / "pack.yaml").read_text(encoding="utf-8"))
    assert (pack["id"], pack["title"]) == ("first-minute-calls", "First minute calls")
    assert before <= pack["date"] <= after


def test_editors_find_the_schemas_that_its_files_name(room: Path) -> None:
    run("new", "pack", "calls")
    for name in FILES:
        if not name.endswith(".yaml"):
            continue
        path = room / name
        first = path.read_text(encoding="utf-8").partition("\n")[0]
        schema = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
        assert schema.is_relative_to(room / "schema")
        # Dates are texts to an editor.
        loaded = json.loads(json.dumps(yaml.safe_load(path.read_text(encoding="utf-8")), default=str))
        assert list(Draft7Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(loaded)) == []


def test_schemas_that_are_there_stay(room: Path) -> None:
    (room / "schema").mkdir()
    (room / "schema" / "pack.schema.json").write_text("{}", encoding="utf-8")
    made = run("new", "pack", "calls")
    assert made.stdout.splitlines() == FILES + SCHEMAS[1:]
    assert (room / "schema" / "pack.schema.json").read_text(encoding="utf-8") == "{}"


def test_it_is_made_in_the_workspace_around(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (room / "content" / "deep").mkdir(parents=True)
    monkeypatch.chdir(room / "content" / "deep")
    assert run("new", "pack", "calls").stdout.splitlines()[0] == "../calls/pack.yaml"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["Worried Calls"], "no name for a pack"),
        (["../calls"], "no name for a pack"),
        (["con"], "no name for a pack"),
        (["a" * 200], "no name for a pack"),
        (["\x1b[2J"], "no name for a pack"),
        (["there"], "content/there is there already"),
        (["calls", "--title", " "], "1 to 150 characters"),
        (["calls", "--title", "x" * 200], "1 to 150 characters"),
        (["calls", "--title", "two\nlines"], "one line"),
        (["calls", "--title", "turned \u202e round"], "one line"),
    ],
)
def test_what_cannot_be_is_wrong_usage_and_writes_nothing(arguments: list[str], said: str, room: Path) -> None:
    (room / "content" / "there").mkdir(parents=True)
    (room / "content" / "there" / "notes.txt").write_text("mine", encoding="utf-8")
    refused = run("new", "pack", *arguments)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert said in refused.stderr
    assert "\x1b" not in refused.stderr
    assert sorted(path.name for path in room.rglob("*")) == ["content", "notes.txt", "there"]


def test_where_one_file_cannot_be_written_none_is(room: Path) -> None:
    (room / "content").mkdir()
    (room / "schema").write_text("a file where a folder is wanted", encoding="utf-8")
    refused = run("new", "pack", "calls")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert "could not be written" in refused.stderr
    assert [path for path in room.rglob("*") if path.suffix in {".yaml", ".png"}] == []


@pytest.mark.skipif(os.name == "nt", reason="a folder that cannot be written to is made otherwise on Windows")
def test_a_link_in_place_of_the_folder_is_not_followed(room: Path) -> None:
    elsewhere = room / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pack.yaml").write_text("id: mine\n", encoding="utf-8")
    (room / "content").mkdir()
    (room / "content" / "calls").symlink_to(elsewhere, target_is_directory=True)
    assert run("new", "pack", "calls").exit_code == 2
    assert (elsewhere / "pack.yaml").read_text(encoding="utf-8") == "id: mine\n"

"""The contract of the command line: what is written, what is printed where, and the exit status."""

import json
import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft7Validator

from conftest import ROOT
from deckbuilder.cli.main import cli

PACK = ROOT / "content" / "learning-review"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PACK, tmp_path / "content" / "learning-review")
    shutil.copytree(ROOT / "themes", tmp_path / "themes")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


FILES = ["deck.pptx", "facilitator-guide.docx", "worksheet.docx"]


def test_build_writes_three_files_and_says_nothing_else(folder: Path) -> None:
    done = run("build")
    assert done.exit_code == 0
    paths = [f"output/board/learning-review-{name}" for name in FILES]
    assert done.stdout.splitlines() == paths
    assert done.stderr == ""
    assert sorted(path.name for path in (folder / "output" / "board").iterdir()) == sorted(Path(p).name for p in paths)


def test_only_and_out_choose_what_is_written_and_where(folder: Path) -> None:
    done = run("build", "learning-review", "--only", "worksheet", "--out", "elsewhere", "--json")
    written = ["elsewhere/board/learning-review-worksheet.docx"]
    told = json.loads(done.stdout)
    assert (told["written"], told["diagnostics"]) == (written, [])
    assert [(theme["theme"], theme["written"], theme["errors"]) for theme in told["themes"]] == [("board", written, 0)]
    assert [path.name for path in (folder / "elsewhere" / "board").iterdir()] == ["learning-review-worksheet.docx"]


def test_a_series_gives_files_for_every_meeting(folder: Path) -> None:
    done = run("build", "--plan", "series")
    assert done.exit_code == 0
    names = sorted(path.name for path in (folder / "output" / "board").iterdir())
    meetings = [f"learning-review-meeting-{number}-{name}" for number in (1, 2, 3) for name in FILES]
    assert names == sorted([*meetings, "learning-review-cover-note.docx"])


def test_check_writes_nothing(folder: Path) -> None:
    done = run("check")
    assert (done.exit_code, done.stdout) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ["content", "themes"]


@pytest.mark.usefixtures("folder")
def test_check_says_where_in_every_format() -> None:
    path = Path("content/learning-review/slides/01-background.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: points", "kind: pionts", 1), encoding="utf-8")
    line = text.split("kind: points")[0].count("\n") + 1
    plain = run("check")
    assert plain.exit_code == 1
    assert f"{path.as_posix()}:{line}:" in plain.stderr
    assert "error[unknown-slide-kind]" in plain.stderr
    assert "Did you mean “points”?" in plain.stderr
    assert "Traceback" not in plain.output
    data = json.loads(run("check", "--format", "json").stdout)
    assert [(item["code"], item["file"], item["line"]) for item in data] == [
        ("unknown-slide-kind", path.as_posix(), line)
    ]
    assert run("check", "--format", "github").stdout.startswith(f"::error file={path.as_posix()},line={line},")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "arguments",
    [("build", "no-such-pack"), ("build", "--theme", "no-such-theme"), ("build", "--only", "poster"), ("frobnicate",)],
)
def test_wrong_usage_is_2(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


@pytest.mark.usefixtures("folder")
def test_an_unknown_plan_is_an_error_that_names_the_near_one() -> None:
    done = run("build", "--plan", "sereis")
    assert done.exit_code == 1
    assert "Did you mean “series”?" in done.stderr


def test_a_machine_that_refuses_is_3_and_changes_no_file(folder: Path) -> None:
    run("build")
    before = {path: path.read_bytes() for path in (folder / "output" / "board").iterdir()}
    (folder / "blocked").mkdir()
    (folder / "blocked" / "board").write_text("a file where a folder is wanted", encoding="utf-8")
    done = run("build", "--out", "blocked")
    assert done.exit_code == 3
    assert "could not be written" in done.stderr
    assert {path: path.read_bytes() for path in (folder / "output" / "board").iterdir()} == before


@pytest.mark.usefixtures("folder")
def test_theme_list_names_the_neutral_theme() -> None:
    rows = [[cell.strip() for cell in line.split("  ") if cell] for line in run("theme", "list").stdout.splitlines()]
    assert ["board", "Partnership board", "Safeguarding Children Partnership", "comes with the tool"] in rows


def test_schemas_accept_the_packs_and_refuse_a_misspelt_key(folder: Path) -> None:
    import yaml  # noqa: PLC0415  # read as an editor reads it, not as the tool does

    done = run("schema")
    names = ("pack", "section", "edition", "theme")
    assert done.stdout.splitlines() == [f"schema/{name}.schema.json" for name in names]
    schemas = {name: json.loads((folder / "schema" / f"{name}.schema.json").read_text()) for name in names}
    for schema in schemas.values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(schema)
    files = [("pack", folder / "content" / "learning-review" / "pack.yaml")]
    for name, room in (("section", "slides"), ("edition", "editions")):
        files += [(name, path) for path in sorted((folder / "content" / "learning-review" / room).iterdir())]
    files += [("theme", path) for path in sorted((folder / "themes").glob("*/theme.yaml"))]
    for name, path in files:
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # BaseLoader makes text only
        # The model reads every scalar as text; numbers and truth values are what an editor would see.
        problems = list(Draft7Validator(schemas[name]).iter_errors(_typed(loaded)))
        assert problems == [], path.name
    broken = {"section": "A", "slides": [{"id": "a", "kind": "points", "titel": "A", "points": ["b"]}]}
    assert list(Draft7Validator(schemas["section"]).iter_errors(broken))


def _typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if value in ("true", "false"):
        return value == "true"
    return int(value) if isinstance(value, str) and value.isdigit() else value


def test_the_schemas_in_the_repository_are_those_of_the_model(folder: Path) -> None:
    run("schema")
    for made in (folder / "schema").iterdir():
        kept = ROOT / "schema" / made.name
        assert kept.read_text(encoding="utf-8") == made.read_text(encoding="utf-8"), "run `deckbuilder schema`"


def test_two_packs_of_one_id_are_refused(folder: Path) -> None:
    shutil.copytree(folder / "content" / "learning-review", folder / "content" / "copied")
    done = run("build")
    assert done.exit_code == 1
    assert "error[duplicate-pack-id]: Another pack has the id “learning-review” already" in done.stderr
    assert not (folder / "output").exists()


def test_a_start_gives_the_guide_the_time_of_day(folder: Path) -> None:
    done = run("build", "--only", "guide", "--start", "09:30")
    assert done.exit_code == 0
    guide = docx.Document(str(folder / "output" / "board" / "learning-review-facilitator-guide.docx"))
    agenda = next(table for table in guide.tables if table.cell(0, 0).text == "Clock")
    assert [row.cells[0].text for row in agenda.rows][1:3] == ["09:30", "09:35"]
    assert any("for a start at 09:30" in paragraph.text for paragraph in guide.paragraphs)


@pytest.mark.parametrize("time", ["25:00", "9", "half past nine", "09:60"])
@pytest.mark.usefixtures("folder")
def test_a_start_that_is_no_time_is_wrong_usage(time: str) -> None:
    done = run("build", "--start", time)
    assert done.exit_code == 2
    assert "is no time of day, such as 09:30" in done.stderr

"""`deckbuilder build --html`: pages are written, remembered, guarded and looked after as the documents are."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli
from small_workspace import make_workspace

SERIES = """\
plans:
  series:
    title: Two
    sessions:
      - {id: a, title: A, include: [{slide: first}]}
      - {id: b, title: B, include: [{slide: second}]}
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with a pack of two slides."""
    monkeypatch.chdir(make_workspace(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def build(*arguments: str) -> Result:
    return run("build", "--theme", "north", "--pictures", "none", *arguments)


def names(room: Path) -> set[str]:
    return {file.name for file in (room / "output" / "north").iterdir()}


DOCUMENTS = {"small-deck.pptx", "small-facilitator-guide.docx", "small-worksheet.docx"}


def test_pages_stand_beside_the_documents(room: Path) -> None:
    done = build("--html", "--html-participants", "--json")
    assert done.exit_code == 0
    assert names(room) == DOCUMENTS | {"small.html", "small-participants.html"}
    assert len(json.loads(done.stdout)["written"]) == 5


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("--only", "html"), {"small.html"}),
        (("--only", "html", "--html-participants"), {"small-participants.html"}),
        (("--only", "deck", "--html"), {"small-deck.pptx", "small.html"}),
        (("--only", "deck", "--only", "html"), {"small-deck.pptx", "small.html"}),
        (("--only", "worksheet"), {"small-worksheet.docx"}),
    ],
)
def test_what_is_asked_for_is_built_and_nothing_else(room: Path, asked: tuple[str, ...], expected: set[str]) -> None:
    assert build(*asked).exit_code == 0
    assert names(room) == expected


def test_a_page_is_the_same_whatever_is_built_beside_it(room: Path) -> None:
    build("--only", "html")
    alone = (room / "output" / "north" / "small.html").read_bytes()
    assert build("--html", "--only", "deck", "--force").exit_code == 0
    assert (room / "output" / "north" / "small.html").read_bytes() == alone


def test_each_session_of_a_series_has_a_page(room: Path) -> None:
    pack = room / "content" / "small" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8") + SERIES, encoding="utf-8")
    assert build("--only", "html").exit_code == 0
    assert names(room) == {"small-a.html", "small-b.html"}
    first = (room / "output" / "north" / "small-a.html").read_text(encoding="utf-8")
    assert "<title>A small pack: 1. A – North Partnership</title>" in first


def test_a_page_that_somebody_edited_is_not_overwritten(room: Path) -> None:
    build("--html")
    page = room / "output" / "north" / "small.html"
    changed = page.read_text(encoding="utf-8").replace("The first slide", "The very first slide")
    page.write_text(changed, encoding="utf-8")
    done = build("--html")
    assert done.exit_code == 1
    assert "edited-file" in done.stderr
    assert page.read_text(encoding="utf-8") == changed
    assert "edited by hand" in run("status").stdout
    assert build("--html", "--force").exit_code == 0
    assert page.read_text(encoding="utf-8") != changed


def test_a_page_of_another_program_is_not_overwritten(room: Path) -> None:
    page = room / "output" / "north" / "small.html"
    page.parent.mkdir(parents=True)
    page.write_text("<h1>Mine</h1>", encoding="utf-8")
    assert build("--html").exit_code == 1
    assert page.read_text(encoding="utf-8") == "<h1>Mine</h1>"


def test_status_knows_pages_by_what_they_were_made_of(room: Path) -> None:
    build("--html")
    page = room / "output" / "north" / "small.html"
    (room / "output" / "north" / "other.html").write_text("<p>Not ours</p>", encoding="utf-8")
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    done = run("status")
    assert done.exit_code == 0
    assert "small.html: up to date\n  web page of small 1.0, theme north" in done.stdout.replace("\\", "/")
    assert "other.html" not in done.stdout
    slides = room / "content" / "small" / "slides" / "one.yaml"
    slides.write_text(slides.read_text(encoding="utf-8").replace("A point", "One point"), encoding="utf-8")
    assert "small.html: out of date: the pack has changed" in run("status").stdout.replace("\\", "/")
    assert build("--html").exit_code == 0
    assert "One point" in page.read_text(encoding="utf-8")


def test_a_build_that_finds_nothing_changed_says_so(room: Path) -> None:
    build("--html")
    assert "4 files are up to date." in build("--html").stderr
    assert build().stderr.count("up to date") == 1
    assert (room / "output" / "north" / "small.html").exists()


LOADED = """\
import sys
from deckbuilder.cli.main import cli
cli(["build", "--theme", "north", "--pictures", "none"], standalone_mode=False)
print(*sorted(name for name in sys.modules if name.startswith(("deckbuilder.web", "jinja2"))))
"""


def test_a_build_without_pages_loads_nothing_for_them(room: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=room, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == ""
    assert names(room) == DOCUMENTS


def test_pdf_of_pages_alone_is_refused(room: Path) -> None:
    done = build("--only", "html", "--pdf")
    assert done.exit_code == 2
    assert "--pdf gives documents as PDF" in done.stderr
    assert not (room / "output").exists()

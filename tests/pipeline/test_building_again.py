"""Building again: the same bytes, nothing rewritten, nothing lost, and nothing of a person's overwritten."""

import errno
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli
from deckbuilder.office import OutputFile, writing
from small_workspace import make_workspace


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_workspace(tmp_path))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


def build(*arguments: str) -> Result:
    return run("build", "--theme", "north", "--pictures", "none", *arguments)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.suffix in {".pptx", ".docx"})
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def edit(path: Path) -> None:
    """Change one word of a deck's or document's text, as a program does that saves it again."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content.replace(b"point", b"thought"))


def test_another_time_zone_folder_hash_seed_and_process_give_the_same_bytes(room: Path, tmp_path: Path) -> None:
    given: list[dict[str, bytes]] = []
    for number, (zone, seed, below) in enumerate((("UTC", "1", "."), ("Asia/Tokyo", "2", "content"))):
        out = tmp_path / f"out-{number}"
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        subprocess.run(
            [sys.executable, "-m", "deckbuilder", "build", "--theme", "all", "--pictures", "drawn", "--out", str(out)],
            check=True,
            capture_output=True,
            cwd=room / below,
            env=environment,
        )
        given.append(files(out))
    assert len(given[0]) >= 6
    assert given[0] == given[1]


def test_nothing_changed_writes_nothing_and_says_so(room: Path) -> None:
    first = build()
    assert len(first.stdout.splitlines()) == 3
    before = {path: path.stat().st_mtime_ns for path in (room / "output").rglob("*")}
    again = build()
    assert (again.exit_code, again.stdout, again.stderr) == (0, "", "3 files are up to date.\n")
    assert {path: path.stat().st_mtime_ns for path in (room / "output").rglob("*")} == before
    told = json.loads(build("--json").stdout)
    assert (told["written"], sorted(told["unchanged"])) == ([], sorted(first.stdout.splitlines()))


def test_a_damaged_record_is_no_hindrance_and_rewrites_nothing(room: Path) -> None:
    build()
    (record,) = (room / "output" / ".deckbuilder").iterdir()
    deck = room / "output" / "north" / "small-deck.pptx"
    stamp = deck.stat().st_mtime_ns
    for damage in ("{", "[]", '{"key": 1}', ""):
        record.write_text(damage, encoding="utf-8")
        assert build().stderr == "3 files are up to date.\n"
    assert deck.stat().st_mtime_ns == stamp


@pytest.mark.parametrize("changed", ["content/small/slides/one.yaml", "themes/north/theme.yaml"])
def test_what_changed_is_built_again(room: Path, changed: str) -> None:
    build()
    before = files(room / "output")
    file = room / changed
    file.write_text(file.read_text(encoding="utf-8").replace("A point", "A new point").replace("0F4C4A", "123456"))
    assert len(build().stdout.splitlines()) == 3
    after = files(room / "output")
    assert all(after[name] != data for name, data in before.items())


def test_only_the_theme_that_changed_is_built_again(room: Path) -> None:
    arguments = ("build", "--theme", "north", "--theme", "south", "--pictures", "none")
    run(*arguments)
    file = room / "themes" / "south" / "theme.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("0F4C4A", "123456"))
    again = run(*arguments)
    assert {Path(line).parent.name for line in again.stdout.splitlines()} == {"south"}
    assert "3 files are up to date." in again.stderr


def test_a_file_that_is_gone_comes_back(room: Path) -> None:
    build()
    deck = room / "output" / "north" / "small-deck.pptx"
    whole = deck.read_bytes()
    deck.unlink()
    assert build().stdout.splitlines() == ["output/north/small-deck.pptx"]
    assert deck.read_bytes() == whole


def test_warnings_are_said_again_and_strict_fails_again(room: Path) -> None:
    file = room / "themes" / "north" / "theme.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("0F4C4A", "41B6E6"))
    first = build()
    again = build()
    assert "warning[colour-darkened]" in first.stderr
    assert again.stderr.startswith(first.stderr)
    assert (again.exit_code, build("--strict").exit_code) == (0, 1)


def test_an_edited_file_stays_until_it_is_forced(room: Path) -> None:
    build()
    deck = room / "output" / "north" / "small-deck.pptx"
    built = deck.read_bytes()
    edit(deck)
    edited = deck.read_bytes()
    (room / "output" / "north" / "small-worksheet.docx").unlink()
    refused = build()
    assert refused.exit_code == 1
    assert "output/north/small-deck.pptx: error[edited-file]: This file has been edited" in refused.stderr
    assert refused.stdout.splitlines() == ["output/north/small-worksheet.docx"]
    assert deck.read_bytes() == edited
    assert "edited by hand" in run("status", str(deck)).stdout
    assert build("--force").exit_code == 0
    assert deck.read_bytes() == built


def test_a_strangers_file_of_the_same_name_stays(room: Path) -> None:
    deck = room / "output" / "north" / "small-deck.pptx"
    deck.parent.mkdir(parents=True)
    deck.write_bytes(b"somebody's own")
    done = build()
    assert done.exit_code == 1
    assert "was not built by this tool" in done.stderr
    assert deck.read_bytes() == b"somebody's own"


def test_a_read_only_file_is_refused_by_name_and_the_rest_goes_on(room: Path) -> None:
    build()
    deck = room / "output" / "north" / "small-deck.pptx"
    deck.chmod(0o444)
    before = deck.read_bytes()
    file = room / "content" / "small" / "slides" / "one.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("A point", "A new point"))
    done = build()
    assert done.exit_code == 3
    assert "output/north/small-deck.pptx: error[cannot-write]" in done.stderr
    assert len(done.stdout.splitlines()) == 2
    assert deck.read_bytes() == before


class _InUseError(PermissionError):
    """What Windows says of a file that PowerPoint holds open."""

    winerror = 32


def test_a_deck_that_is_open_in_powerpoint_on_windows_is_named_and_the_rest_is_written(
    room: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert build().exit_code == 0
    file = room / "content" / "small" / "slides" / "one.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("A point", "A new point"))
    moved = Path.replace

    def replace(source: Path, target: Path) -> Path:
        if target.suffix == ".pptx":
            raise _InUseError(errno.EACCES, "The process cannot access the file", str(target))
        return moved(source, target)

    monkeypatch.setattr(Path, "replace", replace)
    done = build()
    assert done.exit_code == 3
    assert "it is open in another program" in done.stderr
    assert "Close it in PowerPoint or Word." in done.stderr
    assert done.stdout.split() == ["output/north/small-facilitator-guide.docx", "output/north/small-worksheet.docx"]
    assert not list((room / "output").rglob("*.part"))


def test_a_full_disk_leaves_the_old_files_and_nothing_half_written(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build()
    before = files(room / "output")
    file = room / "content" / "small" / "slides" / "one.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("A point", "A new point"))

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    done = build()
    assert done.exit_code == 3
    assert done.stderr.count("the disk is full") == 3
    assert files(room / "output") == before
    assert not list((room / "output").rglob("*.part"))


def test_what_a_killed_build_left_goes_and_what_another_writes_stays(tmp_path: Path) -> None:
    (tmp_path / ".deckbuilder-left.part").write_bytes(b"half")
    with writing._beside(tmp_path) as other:
        writing.write_all([OutputFile(tmp_path / "a", b"whole")])
        assert Path(other.name).exists()
    assert not (tmp_path / ".deckbuilder-left.part").exists()
    assert (tmp_path / "a").read_bytes() == b"whole"


def test_the_date_of_the_sources_is_taken_where_the_pack_has_none(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    build()
    deck = room / "output" / "north" / "small-deck.pptx"
    with zipfile.ZipFile(deck) as archive:
        assert b"2023-11-14T00:00:00Z" in archive.read("docProps/core.xml")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert build().exit_code == 2

"""LibreOffice is found where it is, and whatever the program does, what it made is given and nothing is left of it."""

import os
import re
import stat
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuilder.office.rendering import LibreOffice, find_libreoffice
from deckbuilder.office.rendering.finding import VARIABLE, _usual_places
from deckbuilder.office.rendering.libreoffice import _place_for

posix_only = pytest.mark.skipif(os.name != "posix", reason="the programs made here are scripts")


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder that temporary folders are made in."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], LibreOffice]:
    """Make a program that is found as LibreOffice and does as it says."""

    def make(body: str) -> LibreOffice:
        file = tmp_path / "office program"
        lines = (
            f"#!{sys.executable}",
            "import os, subprocess, sys, time",
            "from pathlib import Path",
            "place = sys.argv.index('--outdir')",
            "out, names = Path(sys.argv[place + 1]), sys.argv[place + 2:]",
            "def convert(name, data=b'%PDF-1.7 made\\n%%EOF\\n'):",
            "    out.mkdir(exist_ok=True)",
            "    (out / name).with_suffix('.pdf').write_bytes(data)",
            body,
        )
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv(VARIABLE, str(file))
        found = find_libreoffice()
        assert found is not None
        return found

    return make


TWO = {"first.pptx": b"1", "second.docx": b"2"}


@posix_only
@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("pass", []),
        ("sys.exit(1)", []),
        ("os.abort()", []),
        ("convert(names[1])", ["second.docx"]),
        ("convert(names[0]); sys.exit(1)", ["first.pptx"]),
        ("convert(names[0]); convert(names[1], b'%PDF-1.7 cut o')", ["first.pptx"]),
        ("convert(names[0], b'<html>'); convert(names[1])", ["second.docx"]),
        ("out.mkdir(); (out / names[0]).with_suffix('.pdf').mkdir(); convert(names[1])", ["second.docx"]),
        ("[convert(name) for name in names]", ["first.pptx", "second.docx"]),
    ],
)
def test_what_was_made_is_given_and_nothing_is_left(
    body: str, made: list[str], program: Callable[[str], LibreOffice], scratch: Path
) -> None:
    assert list(program(body).to_pdf(TWO)) == made
    assert not list(scratch.iterdir())


@posix_only
def test_a_program_that_hangs_is_ended_and_what_it_made_is_given(
    program: Callable[[str], LibreOffice], scratch: Path
) -> None:
    begun = time.monotonic()
    assert list(program("convert(names[0]); time.sleep(60)").to_pdf(TWO, limit=1)) == ["first.pptx"]
    assert time.monotonic() - begun < 20
    assert not list(scratch.iterdir())


@posix_only
@pytest.mark.parametrize("after", ["convert(names[0])", "time.sleep(60)"])
def test_what_the_program_started_is_ended_with_it(
    after: str, tmp_path: Path, program: Callable[[str], LibreOffice]
) -> None:
    beats = tmp_path / "beats"
    child = f"""
import time
for _ in range(600):
    with open({str(beats)!r}, "a") as file:
        file.write("beat ")
    time.sleep(0.05)
"""
    body = f"""
subprocess.Popen([sys.executable, "-c", {child!r}])
while not Path({str(beats)!r}).exists():
    time.sleep(0.05)
{after}
"""
    program(body).to_pdf(TWO, limit=3)
    time.sleep(0.3)  # what is ended may take a moment to be gone
    heard = beats.read_text()
    assert heard
    time.sleep(0.5)
    assert beats.read_text() == heard


@posix_only
def test_the_profile_is_one_of_its_own(program: Callable[[str], LibreOffice], scratch: Path) -> None:
    body = """
profile = next(word for word in sys.argv if word.startswith("-env:UserInstallation="))
convert(names[0], b"%PDF-" + profile.encode() + b"%%EOF")
"""
    office = program(body)
    profiles = [office.to_pdf(TWO)["first.pptx"].decode() for _ in range(2)]
    assert profiles[0] != profiles[1]
    assert all(scratch.as_uri() in profile for profile in profiles)


@pytest.mark.parametrize("text", [None, "no program at all"])
def test_a_program_that_cannot_be_started_makes_nothing(
    text: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "soffice"
    if text:
        file.write_text(text)
    monkeypatch.setenv(VARIABLE, str(file))
    office = find_libreoffice()
    assert office == LibreOffice(file)
    assert office.to_pdf(TWO) == {}


def test_without_files_nothing_is_started(tmp_path: Path) -> None:
    assert LibreOffice(tmp_path / "not there").to_pdf({}) == {}


def executable(file: Path) -> Path:
    file.parent.mkdir(parents=True)
    file.write_text("#!/bin/sh\n")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize("said", ["none", "NONE", " none "])
def test_the_variable_may_say_that_there_is_none(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, said)
    assert find_libreoffice() is None


@posix_only
def test_the_variable_comes_before_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on_path = executable(tmp_path / "bin" / "libreoffice")
    named = executable(tmp_path / "elsewhere" / "soffice7")
    monkeypatch.setenv("PATH", str(on_path.parent))
    monkeypatch.setenv(VARIABLE, "")
    assert find_libreoffice() == LibreOffice(on_path)
    monkeypatch.setenv(VARIABLE, str(named))
    assert find_libreoffice() == LibreOffice(named)
    monkeypatch.setenv(VARIABLE, "libreoffice")
    assert find_libreoffice() == LibreOffice(on_path)


def test_the_newest_of_the_makers_packages_comes_first(tmp_path: Path) -> None:
    for version in ("7.6", "25.2", "24.8"):
        (tmp_path / "opt" / f"libreoffice{version}").mkdir(parents=True)
    places = [place.as_posix() for place in _usual_places("linux", tmp_path)]
    assert re.findall(r"opt/libreoffice([\d.]+)/program/soffice", " ".join(places)) == ["25.2", "24.8", "7.6"]
    assert places[0].endswith("/usr/lib/libreoffice/program/soffice")
    assert places[-1].endswith("/snap/bin/libreoffice")


def test_on_windows_the_program_that_waits_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("ProgramW6432", "ProgramFiles(x86)"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert list(_usual_places("win32")) == [tmp_path / "LibreOffice" / "program" / "soffice.com"]


def test_a_snap_is_given_the_folder_that_it_can_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert _place_for(Path("/snap/bin/libreoffice")) is None
    common = tmp_path / "snap" / "libreoffice" / "common"
    common.mkdir(parents=True)
    assert _place_for(Path("/snap/bin/libreoffice")) == common
    assert _place_for(Path("/usr/bin/soffice")) is None

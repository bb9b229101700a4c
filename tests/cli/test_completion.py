"""Shells are told what may stand at the cursor, quickly, and in a way that each of them reads."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import ROOT
from deckbuilder.cli import main
from deckbuilder.cli.main import cli
from small_workspace import make_workspace

PLANS = """\
plans: # ways to give it
  # the usual one
  whole:
    title: All
    sessions: [{id: a, title: A, include: [first]}]
  "odd name": {title: No}
  short-one:   # likewise
    title: Short
default_plan: whole
"""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a workspace with two packs, of which one has plans."""
    make_workspace(tmp_path)
    other = tmp_path / "content" / "smart"
    shutil.copytree(tmp_path / "content" / "small", other)
    with (other / "pack.yaml").open("a", encoding="utf-8") as file:
        file.write(PLANS)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Ask":
    return Ask(monkeypatch, capsys)


class Ask:
    """Asks as PowerShell does: for the completions of a word after others."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys = monkeypatch, capsys

    def lines(self, words: str, word: str) -> list[dict[str, str]]:
        self.monkeypatch.setenv("_DECKBUILDER_COMPLETE", "powershell_complete")
        self.monkeypatch.setenv("COMP_WORDS", words)
        self.monkeypatch.setenv("COMP_WORD", word)
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == 0
        said = self.capsys.readouterr().out
        assert said.isascii()
        return [json.loads(line) for line in said.splitlines() if line]

    def values(self, *words: str) -> list[str]:
        return [line["value"] for line in self.lines(json.dumps(words[:-1]), words[-1])]


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["bu"], ["build"]),
        (["build", "sm"], ["small", "smart"]),
        (["build", "small", "smar"], ["smart"]),
        (["build", "--theme", ""], ["north", "south", "board", "all"]),
        (["build", "--theme", "north", "--theme", "so"], ["south"]),
        (["build", "--theme=so"], ["south"]),
        (["build", "smart", "--plan", ""], ["whole", "short-one"]),
        (["build", "--plan", "sh"], ["short-one"]),
        (["build", "small", "--plan", ""], []),
        (["build", "--only", "work"], ["worksheet"]),
        (["check", "smar"], ["smart"]),
        (["check", "--format", "git"], ["github"]),
        (["explain", "unknown-sl"], ["unknown-slide", "unknown-slide-kind"]),
        (["new", ""], ["pack", "theme"]),
        (["completion", "power"], ["powershell"]),
        (["build", "nothing-like-it"], []),
    ],
)
def test_what_may_stand_there_is_offered(words: list[str], wanted: list[str], ask: Ask) -> None:
    assert ask.values(*words) == wanted


@pytest.mark.usefixtures("room")
def test_a_code_comes_with_what_it_means(ask: Ask) -> None:
    assert ask.lines('["explain"]', "does-not") == [
        {"type": "plain", "value": "does-not-fit", "help": "Text that does not fit"}
    ]


@pytest.mark.usefixtures("room")
def test_what_is_no_name_may_be_a_file(ask: Ask) -> None:
    assert ask.lines('["check"]', "report") == [{"type": "file", "value": "report", "help": "report"}]


def test_names_beyond_ascii_come_through_any_code_page(room: Path, ask: Ask) -> None:
    shutil.copytree(room / "content" / "small", room / "content" / "übung")
    assert ask.values("build", "ü") == ["übung"]


@pytest.mark.usefixtures("room")
@pytest.mark.parametrize("words", ["", "null", "{", "[" * 5000, "[1, null]", '"build"', '["build", "--jobs"]'])
def test_words_that_are_none_do_no_harm(words: str, ask: Ask) -> None:
    ask.lines(words, "zz")


def test_a_pack_that_cannot_be_read_has_no_plans(room: Path, ask: Ask) -> None:
    (room / "content" / "smart" / "pack.yaml").write_bytes(b"plans:\n  \xff\xfe: {\n  good:\n")
    assert ask.values("build", "--plan", "") == ["good"]


def test_completing_imports_nothing_that_a_build_needs(room: Path) -> None:
    code = (
        "import atexit, sys; atexit.register(lambda: print(sorted({name.partition('.')[0] for name in sys.modules}),"
        " file=sys.stderr)); from deckbuilder.cli.main import main; main()"
    )
    asked = {"_DECKBUILDER_COMPLETE": "powershell_complete", "COMP_WORDS": '["build", "--plan"]', "COMP_WORD": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=room, env={**os.environ, **asked}, capture_output=True, text=True, check=True
    )
    assert "short-one" in done.stdout
    assert "click" in done.stderr
    for heavy in ("pydantic", "pydantic_core", "yaml", "lxml", "rich", "PIL", "fontTools", "starlette"):
        assert f"'{heavy}'" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="needs bash")
def test_bash_completes_with_the_script_that_is_printed(room: Path) -> None:
    program = room / "deckbuilder"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m deckbuilder "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = CliRunner().invoke(cli, ["completion", "bash"]).stdout
    asking = (
        f"{script}\nCOMP_WORDS=(deckbuilder build --theme no); COMP_CWORD=3\n"
        f'_deckbuilder_completion "{program}"; echo "${{COMPREPLY[@]}}"; complete -p deckbuilder'
    )
    done = subprocess.run(["bash", "--norc", "-c", asking], cwd=room, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["north", "complete -o nosort -F _deckbuilder_completion deckbuilder"]


@pytest.mark.parametrize(
    ("shell", "part"),
    [
        ("zsh", "#compdef deckbuilder"),
        ("fish", "complete --no-files --command deckbuilder"),
        ("powershell", "Register-ArgumentCompleter -Native -CommandName 'deckbuilder'"),
    ],
)
def test_there_is_a_script_for_every_shell(shell: str, part: str) -> None:
    done = CliRunner().invoke(cli, ["completion", shell])
    assert (done.exit_code, done.stderr) == (0, "")
    assert part in done.stdout
    assert "_DECKBUILDER_COMPLETE" in done.stdout


def test_the_script_of_powershell_can_be_read_by_every_version_of_it() -> None:
    script = (ROOT / "src" / "deckbuilder" / "builtin" / "completion.ps1").read_bytes()
    # Windows PowerShell 5.1 takes a script without a byte order mark for one in the code page of the machine.
    assert script.isascii()
    for opened, closed in (b"{}", b"()", b"[]"):
        assert script.count(opened) == script.count(closed)


def test_an_unknown_shell_is_wrong_usage() -> None:
    assert CliRunner().invoke(cli, ["completion", "cmd"]).exit_code == 2

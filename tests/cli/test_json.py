"""What the commands say to programs is what docs/json.md says of it, and is harmless on a terminal."""

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pptx
import pytest
from click.testing import CliRunner, Result

from conftest import ROOT
from deckbuilder.cli.json_text import in_json
from deckbuilder.cli.main import cli

_EXAMPLE = re.compile(
    r"```(?:console|text)\n(?P<command>deckbuilder [^\n]*--json)\n```\n\n```json\n(?P<json>.*?)```", re.DOTALL
)
EXAMPLES = [
    (match["command"], match["json"])
    for match in _EXAMPLE.finditer((ROOT / "docs" / "json.md").read_text(encoding="utf-8"))
]
COUNTS = {"errors", "warnings", "advice", "silenced"}
NAMED_BY_AUTHORS = {"proposed"}
"""Keys whose values have keys that are no words of ours."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, catch_exceptions=False)


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Stand in a workspace with a pack that has a warning, a template, and a worksheet that came back."""
    folder = tmp_path_factory.mktemp("room")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run("new", "pack", "learning-review")
        pack = folder / "content" / "learning-review" / "pack.yaml"
        text = pack.read_text(encoding="utf-8")
        pack.write_text(text.replace("minutes: 70", "minutes: 90"), encoding="utf-8")
        run("build", "--only", "worksheet")
        (folder / "returned").mkdir()
        shutil.copy(folder / "output" / "board" / "learning-review-worksheet.docx", folder / "returned" / "one.docx")
        shutil.copy(Path(pptx.__file__).parent / "templates" / "default.pptx", folder / "brand.pptx")
        yield folder


def shape(value: object) -> object:
    """Give what keys a value has, and of which types their values are; of a list, what all its items have."""
    if isinstance(value, dict):
        return {key: "named" if key in NAMED_BY_AUTHORS else shape(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shape(value[0])] if value else []
    return "text or null" if value is None or isinstance(value, str) else type(value).__name__


def agree(ours: object, real: object) -> bool:
    """Say whether two shapes are the same, where both show what a list holds."""
    if isinstance(ours, dict) and isinstance(real, dict):
        return ours.keys() == real.keys() and all(agree(ours[key], real[key]) for key in ours)
    if isinstance(ours, list) and isinstance(real, list):
        return not ours or not real or agree(ours[0], real[0])
    return ours == real


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
@pytest.mark.usefixtures("room")
def test_a_command_says_what_its_example_shows(command: str, example: str) -> None:
    done = run(*shlex.split(command)[1:])
    assert done.exit_code == 0, done.output
    assert done.stdout.count("\n") == 1
    ours, real = shape(json.loads(example)), shape(json.loads(done.stdout))
    assert agree(ours, real), f"{ours}\n{real}"


def test_every_command_that_takes_json_has_an_example() -> None:
    shown = {" ".join(shlex.split(command)[1:3]) for command, _ in EXAMPLES}
    for command in ("build learning-review", "check learning-review", "status --json", "collect returned"):
        assert command in shown
    for command in ("new pack", "schema --json", "theme list", "theme inspect", "explain missing-minutes"):
        assert command in shown


def test_check_counts_what_it_lists(room: Path) -> None:
    assert (room / "content").is_dir()
    told = json.loads(run("check", "--json").stdout)
    assert (told["errors"], told["warnings"]) == (0, 1)
    assert [item["code"] for item in told["diagnostics"]] == ["minutes-do-not-add-up"]
    failed = run("check", "--strict", "--json")
    assert failed.exit_code == 1
    assert json.loads(failed.stdout) == told
    assert "minutes-do-not-add-up" in failed.stderr


@pytest.mark.usefixtures("room")
def test_two_ways_of_saying_it_are_wrong_usage() -> None:
    refused = run("check", "--json", "--format", "github")
    assert (refused.exit_code, refused.stdout) == (2, "")


def test_what_cannot_be_read_is_null_and_the_exit_status_says_so(room: Path) -> None:
    (room / "broken.potx").write_bytes(b"no template")
    done = run("theme", "inspect", "broken.potx", "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told["template"] is None
    assert [item["code"] for item in told["diagnostics"]] == ["unreadable-template"]


def test_what_a_terminal_would_act_on_is_escaped() -> None:
    text = "a\x1b[2Jb\u202ec\x7fd\x9be\U000e0041f\udc80g\u2028h"
    said = in_json({"text": text, "plain": "“Café” – 日本 👩"})
    assert all(character.isprintable() for character in said)
    assert "“Café” – 日本 👩" in said
    assert json.loads(said)["text"] == text


def test_a_name_that_turns_letters_is_escaped_in_what_is_said_of_it(room: Path) -> None:
    theme = room / "themes" / "odd" / "theme.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text("name: Odd \u202ename\nextends: board\n", encoding="utf-8")
    try:
        done = run("theme", "list", "--json")
        listed = run("theme", "list")
    finally:
        shutil.rmtree(theme.parent)
    assert "\\u202e" in done.stdout
    assert "\u202e" not in done.stdout + listed.stdout
    assert "Odd \u202ename" in [theme["name"] for theme in json.loads(done.stdout)["themes"]]

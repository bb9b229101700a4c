"""Commands that run until they are ended: they follow saves, and end cleanly."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from running_command import running
from small_workspace import SLIDES, make_workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent to a process as POSIX has it")
LEAVES_OUT = """\
import sys
from click.testing import CliRunner
from deckbuilder.cli.main import cli
for _ in range(2):
    assert CliRunner().invoke(cli, ["build", "--theme", "north"]).exit_code == 0
assert CliRunner().invoke(cli, ["preview", "--help"]).exit_code == 0
print([name for name in ("starlette", "uvicorn", "watchfiles", "deckbuilder.web") if name in sys.modules])
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path)


def _save(root: Path, text: str) -> None:
    (root / "content" / "small" / "slides" / "one.yaml").write_text(text, encoding="utf-8")


def test_a_build_is_repeated_after_each_save_until_it_is_ended(root: Path) -> None:
    with running(root, "build", "small", "--theme", "north", "--only", "deck", "--watch") as command:
        command.wait_for(command.err, 1)
        assert command.out == ["output/north/small-deck.pptx\n"]
        _save(root, SLIDES.replace("kind: points", "kind: pints", 1))
        command.wait_for(command.err, 4)
        assert "There is no slide kind “pints”." in command.err[1]
        assert len(command.out) == 1
        _save(root, SLIDES.replace("Another point", "A new point"))
        command.wait_for(command.out, 2)
        assert command.end() == 0
        assert command.err[-1] == "Ended.\n"
        assert "Traceback" not in "".join(command.err)


def test_an_extended_theme_that_is_saved_is_noticed_too(root: Path) -> None:
    west = root / "themes" / "west" / "theme.yaml"
    west.parent.mkdir()
    west.write_text("name: West\nextends: north\n", encoding="utf-8")
    with running(root, "build", "--theme", "west", "--only", "deck", "--watch", "--json") as command:
        command.wait_for(command.out, 1)
        command.wait_for(command.err, 1)
        north = root / "themes" / "north" / "theme.yaml"
        north.write_text(north.read_text(encoding="utf-8").replace("#0F4C4A", "#7A1F3D"), encoding="utf-8")
        command.wait_for(command.out, 2)
        assert json.loads(command.out[1])["written"] == ["output/west/small-deck.pptx"]
        assert command.end() == 0


def test_what_is_named_wrongly_is_said_at_once(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "deckbuilder", "build", "smal", "--watch"],
        check=False,
        cwd=root,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert "Did you mean “small”?" in done.stderr


def test_the_preview_says_where_it_is_and_ends_while_a_page_is_open(root: Path) -> None:
    with running(root, "preview", "--theme", "north", "--no-browser") as command:
        command.wait_for(command.out, 1)
        address = command.out[0].strip()
        assert "The first slide" in httpx.get(address).text
        with httpx.stream("GET", f"{address}events?since=none") as events:
            lines = events.iter_lines()
            assert next(line for line in lines if line.startswith("event:")) == "event: news"
            _save(root, SLIDES.replace("Another point", "A new point"))
            assert next(line for line in lines if line.startswith("event:")) == "event: news"
            assert "A new point" in httpx.get(address).text
            assert command.end() == 0
        assert command.out == [f"{address}\n"]
        assert "Traceback" not in "".join(command.err)


def test_a_port_that_is_taken_is_named(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "deckbuilder", "preview", "--no-browser", "--port", port],
            check=False,
            cwd=root,
            capture_output=True,
            text=True,
        )
    assert done.returncode == 3
    assert done.stderr == f"Port {port} cannot be used: another program has it. Leave out --port to take any.\n"


def test_other_commands_load_nothing_of_it(root: Path) -> None:
    environment = os.environ | {"DECKBUILDER_LIBREOFFICE": "none"}
    done = subprocess.run(
        [sys.executable, "-c", LEAVES_OUT], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"

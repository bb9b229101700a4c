"""A build that is killed, at any moment, leaves each file as the old one or the new one."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from small_workspace import make_workspace

MOMENTS = 50
STARTS = 10
"""Of a process of its own, which takes its time: on every system, also where none can be forked."""
_WRITER = """
import sys
from pathlib import Path
from deckbuilder.office import OutputFile, write_all
files = [Path(name) for name in sys.argv[1:]]
print("ready", flush=True)
for turn in range(10**6):
    for file in files:
        write_all([OutputFile(file, bytes([turn % 2]) * 300_000)])
"""
"""Writes old and new files in turn, as builds do one after another, until it is killed."""


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(make_workspace(tmp_path))
    return tmp_path


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a build")


def test_a_writer_killed_again_and_again_leaves_every_file_whole(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311  # moments, not secrets
    files = [tmp_path / name for name in ("deck.pptx", "guide.docx", "worksheet.docx")]
    whole = (b"\0" * 300_000, b"\1" * 300_000)
    for file in files:
        file.write_bytes(whole[0])
    for _ in range(STARTS):
        command = [sys.executable, "-c", _WRITER, *map(str, files)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            writer.kill()
        assert all(file.read_bytes() in whole for file in files)


def _wait_for_a_change(folder: Path, child: int) -> None:
    """Return when something in the folder was made or renamed, or when the child has ended by itself."""
    before = folder.stat().st_mtime_ns
    while folder.stat().st_mtime_ns == before:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None:
            return
        time.sleep(0.0005)


@needs_fork
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # what runs the tests has threads of its own
def test_a_build_killed_at_50_moments_leaves_every_output_whole(room: Path) -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    from deckbuilder.cli.main import cli  # noqa: PLC0415

    arguments = ["build", "--theme", "north", "--pictures", "none", "--force"]
    slides = room / "content" / "small" / "slides" / "one.yaml"
    texts = [slides.read_text(encoding="utf-8")]
    texts.append(texts[0].replace("A point", "A new point"))
    out = room / "output" / "north"
    versions: list[dict[str, bytes]] = []
    took = 0.0
    for text in (texts[1], texts[0]):
        slides.write_text(text, encoding="utf-8")
        begun = time.monotonic()
        assert CliRunner().invoke(cli, arguments).exit_code == 0
        took = time.monotonic() - begun
        versions.append({path.name: path.read_bytes() for path in out.iterdir()})
    chance = random.Random(11)  # noqa: S311  # moments, not secrets
    seen: set[tuple[bool, ...]] = set()
    for turn in range(MOMENTS):
        slides.write_text(texts[(turn + 1) % 2], encoding="utf-8")
        child = os.fork()
        if child == 0:  # the build, without the start of Python and its imports
            CliRunner().invoke(cli, arguments)
            os._exit(0)
        if turn % 2:  # at a moment of the whole build
            time.sleep(chance.uniform(0.1, 1.1) * took)
        else:  # at a moment after its first file has appeared, whatever pace the machine has
            _wait_for_a_change(out, child)
            time.sleep(chance.uniform(0, 0.1) * took)
        os.kill(child, 9)
        os.waitpid(child, 0)
        there = {path.name: path.read_bytes() for path in out.glob("small-*")}
        assert there.keys() == versions[0].keys()
        assert all(data in (versions[0][name], versions[1][name]) for name, data in there.items())
        seen.add(tuple(data == versions[0][name] for name, data in sorted(there.items())))
    assert len(seen) > 1, "no kill came while or after files were written"
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    assert not list((room / "output").rglob("*.part"))

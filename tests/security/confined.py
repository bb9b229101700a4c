"""Runs the command line as a stranger's input meets it: in a process of its own, with bounded time and memory.

Started as a program it loads `deckbuilder` once, and forks for each order, so that only the input costs time.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

SECONDS = 5.0
"""How long any input may take, in seconds of computing."""
MEBIBYTES = 500
"""How much memory any input may take."""
_LOADED = (
    "deckbuilder.cli.main", "deckbuilder.cli.build", "deckbuilder.cli.check", "deckbuilder.cli.collect",
    "deckbuilder.pipeline.building", "deckbuilder.pipeline.collecting", "deckbuilder.pipeline.inspecting",
    "deckbuilder.checks", "deckbuilder.compose", "deckbuilder.fit", "deckbuilder.office.powerpoint.template",
    "deckbuilder.office.word.template", "PIL.Image", "PIL.PngImagePlugin", "PIL.JpegImagePlugin", "lxml.etree",
    "markdown_it", "pydantic", "fontTools.ttLib",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run."""

    status: int
    """The exit status; below 0 for the signal that ended it, such as that for too much time."""
    said: str
    """Standard output and standard error."""
    seconds: float
    """Of computing time."""
    mebibytes: float
    """The most memory at any time."""


class Confined:
    """A process that runs commands, each in a process of its own."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "DECKBUILDER_LIBREOFFICE": "none"}
        self._server = subprocess.Popen(
            [sys.executable, __file__], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.communicate()

    def run(self, folder: Path, *arguments: str) -> Outcome:
        """Run `deckbuilder` in a folder."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.write(json.dumps([str(folder), *arguments]) + "\n")
        self._server.stdin.flush()
        return Outcome(**json.loads(self._server.stdout.readline()))


def _serve() -> None:
    for name in _LOADED:
        __import__(name)
    for line in sys.stdin:
        folder, *arguments = json.loads(line)
        with tempfile.TemporaryFile() as said:
            number = os.fork()
            if number == 0:
                _work(folder, arguments, said.fileno())
            _, status, used = os.wait4(number, 0)
            said.seek(0)
            outcome = {
                "status": os.waitstatus_to_exitcode(status),
                "said": said.read(2**20).decode("utf-8", "replace"),
                "seconds": used.ru_utime + used.ru_stime,
                "mebibytes": used.ru_maxrss / 1024,
            }
        print(json.dumps(outcome), flush=True)  # noqa: T201  # a program's answer


def _work(folder: str, arguments: list[str], said: int) -> None:
    import resource  # noqa: PLC0415  # Windows has none

    from deckbuilder.cli.main import cli  # noqa: PLC0415  # loaded above

    status = 70
    try:
        os.chdir(folder)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(said, 1)
        os.dup2(said, 2)
        resource.setrlimit(resource.RLIMIT_AS, (4 * MEBIBYTES * 2**20,) * 2)
        resource.setrlimit(resource.RLIMIT_CPU, (int(2 * SECONDS),) * 2)
        cli(arguments, prog_name="deckbuilder")
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    except BaseException:  # noqa: BLE001  # what a user would see is told, too
        import traceback  # noqa: PLC0415

        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    _serve()

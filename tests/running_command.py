"""The command in a process of its own, such as one that runs until it is ended."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Running:
    """A command that runs, and what it has printed so far."""

    def __init__(self, folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "deckbuilder", *arguments],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | {"DECKBUILDER_LIBREOFFICE": "none"} | (environment or {}),
            start_new_session=True,
            preexec_fn=None if sys.platform == "win32" else _with_ctrl_c,  # noqa: PLW1509  # nothing runs there but this
        )
        self.out: list[str] = []
        self.err: list[str] = []
        for stream, lines in ((self.process.stdout, self.out), (self.process.stderr, self.err)):
            threading.Thread(target=lambda s=stream, kept=lines: kept.extend(iter(s.readline, "")), daemon=True).start()

    def wait_for(self, lines: list[str], count: int, seconds: float = 20) -> None:
        """Wait until so many lines have been printed."""
        until = time.monotonic() + seconds
        while len(lines) < count:
            assert time.monotonic() < until, (self.out, self.err)
            assert self.process.poll() is None, (self.out, self.err)
            time.sleep(0.01)

    def end(self) -> int:
        """Type Ctrl+C, and give the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


def _with_ctrl_c() -> None:
    # A program that is started in the background may have been told to pass over it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def running(folder: Path, *arguments: str, environment: dict[str, str] | None = None) -> Iterator[Running]:
    """Run a command, and end it in any case."""
    started = Running(folder, *arguments, environment=environment)
    try:
        yield started
    finally:
        if started.process.poll() is None:
            started.process.kill()
        started.process.wait()
        for stream in (started.process.stdout, started.process.stderr):
            if stream:
                stream.close()

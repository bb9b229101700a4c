"""Timing commands that take turns, each in a process of its own."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile

Command = Sequence[str]


@dataclass
class Side:
    """One of those compared: commands that are run one after the other, and what they took."""

    name: str
    commands: Sequence[Command]
    folder: Path
    before: Callable[[], object] = lambda: None
    """What is done before the clock starts, such as deleting what the last run wrote."""
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """The most memory that one of the processes held, in MiB."""

    @property
    def median(self) -> float:
        """The median of the runs, in seconds."""
        return statistics.median(self.seconds)

    def run(self) -> None:
        """Run all commands once."""
        self.before()
        begun = time.perf_counter()
        for command in self.commands:
            with TemporaryFile() as said:  # a pipe that nobody reads would stop one that says much
                process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=said)
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
                if process.returncode:
                    said.seek(0)
                    raise SystemExit(f"{self.name}: {' '.join(command)} failed: {said.read().decode()}")
            self.peak = max(self.peak, usage.ru_maxrss // 1024)
        self.seconds.append(time.perf_counter() - begun)


def take_turns(sides: Sequence[Side], times: int) -> None:
    """Run every side once to warm the disk's cache, then all in turn."""
    for side in sides:
        side.run()
        side.seconds.clear()
    for number in range(times):
        for side in sides:
            side.run()
            print(f"  {number + 1}/{times} {side.name}: {side.seconds[-1]:.2f} s", file=sys.stderr, flush=True)

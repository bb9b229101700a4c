"""Running LibreOffice: many Office files into PDF, in one go, and no trace of it afterwards."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from deckbuilder.office.rendering.profile import Setting, make_profile

_START = 60.0
"""Seconds that a start may take: the first after installing, on a slow machine with a virus scanner."""
_EACH = 30.0
"""Seconds more for each file; a deck of 40 slides takes about one."""
_OPTIONS = ("--headless", "--norestore", "--nologo", "--nodefault")
if sys.platform == "win32":
    _WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _WINDOW = 0


class LibreOffice(Struct, frozen=True):
    """An installed LibreOffice."""

    program: Path

    def to_pdf(
        self, files: Mapping[str, bytes], limit: float | None = None, settings: Sequence[Setting] = ()
    ) -> dict[str, bytes]:
        """Make PDFs of Office files, in one run, since a start takes longer than most files.

        Files are given by name, with the ending of their kind; the PDFs have the same names, in the same order. One
        that could not be made is missing, whatever the reason: a damaged file, a program that crashes, that is not
        there, or that takes more than `limit` seconds, by default a minute and half a minute more for each file.
        Hidden slides have pages like others, and headings of Word documents become the PDF's outline.

        The run has a profile of its own, so that a LibreOffice that is open is no hindrance and the user's settings
        neither matter nor change; `settings` are added to those that are always made. Macros and the network are switched off. Whatever the program has started is ended
        with it.
        """
        if not files:
            return {}
        seconds = _START + _EACH * len(files) if limit is None else limit
        try:
            # On Windows a file may stay locked for a moment after the program has ended.
            with TemporaryDirectory(dir=_place_for(self.program), ignore_cleanup_errors=True) as folder:
                return self._converted(files, Path(folder), seconds, settings)
        except OSError:  # the program does not start, or the disk is full: none is made, or not all
            return {}

    def _converted(
        self, files: Mapping[str, bytes], folder: Path, seconds: float, settings: Sequence[Setting]
    ) -> dict[str, bytes]:
        # Numbers as names: two files may differ in their ending only, and the PDF's name is what comes before it.
        given = {name: f"{number}{Path(name).suffix}" for number, name in enumerate(files)}
        for name, file in given.items():
            (folder / file).write_bytes(files[name])
        profile = make_profile(folder / "profile", settings)
        command = [str(self.program), profile, *_OPTIONS, "--convert-to", "pdf", "--outdir", "pdf", *given.values()]
        _run(command, folder, seconds)
        made = ((name, folder / "pdf" / Path(file).with_suffix(".pdf")) for name, file in given.items())
        found = {name: pdf.read_bytes() for name, pdf in made if pdf.is_file()}
        return {name: pdf for name, pdf in found.items() if _is_whole(pdf)}


def _place_for(program: Path) -> Path | None:
    """Give the folder for temporary folders that the program can read; None for the system's.

    A program installed as a snap has a `/tmp` of its own, but shares a folder in the user's home.
    """
    common = Path.home() / "snap" / "libreoffice" / "common"
    return common if program.is_relative_to("/snap") and common.is_dir() else None


def _is_whole(pdf: bytes) -> bool:
    """Say whether a PDF was written to its end (ISO 32000-1, 7.5.2 and 7.5.5)."""
    return pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-1024:]


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run a program in a folder for so many seconds at most, and end what it leaves behind.

    Its exit status is not asked for: LibreOffice gives 0 also for files that it could not convert.
    """
    process = subprocess.Popen(  # noqa: S603  # the program is the one installed, and what it is given are our own names
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # the group that is ended; nothing on Windows
        creationflags=_WINDOW,
    )
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those it has started, of which LibreOffice has two or three."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        if process.poll() is None:
            subprocess.run(  # noqa: S603  # Windows' own
                [str(taskkill), "/T", "/F", "/PID", str(process.pid)],
                check=False,
                capture_output=True,
                creationflags=_WINDOW,
            )
    else:
        # macOS refuses where all that is left of the group has ended already.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()

"""Rendering by LibreOffice in the background: only the newest state of what is looked at, one process at a time."""

import os
import subprocess
import sys
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Condition, Thread

from msgspec import Struct

from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.office import DeckTemplate, LibreOffice, write_deck
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.showing import Showing

_WIDTH = 1_440
"""The width of a rendered slide in pixels: sharp at the width it has on a laptop's screen."""
_QUIET = 0.5
"""Seconds without a newer state before LibreOffice is started, so that it does not start at each letter."""
_PATIENCE = 5.0
"""Seconds that a process may take to end by itself."""
_MOST = 2
"""How many choices wait: the one looked at, and the one beside it."""
if sys.platform == "win32":
    _WINDOW = subprocess.CREATE_NO_WINDOW
else:
    _WINDOW = 0


class _Job(Struct, frozen=True):
    decks: tuple[PlacedDeck, ...]
    template: DeckTemplate
    drawings: tuple[tuple[str, ...], ...]
    """The names of the drawings, deck by deck."""


class Renderer:
    """A thread that has decks rendered, and puts the pictures in the place of the drawings."""

    def __init__(self, office: LibreOffice, pictures: Pictures, done: Callable[[], None]) -> None:
        """Set up; `done` is called, from the thread, when there are new pictures."""
        self._office = office
        self._pictures = pictures
        self._done = done
        self._waiting: OrderedDict[str, _Job] = OrderedDict()
        self._running: tuple[str, _Job] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._last_failed = False
        self._failed: set[tuple[tuple[str, ...], ...]] = set()
        self._closed = False
        self._changed = Condition()
        self._thread = Thread(target=self._work, name="rendering", daemon=True)
        self._thread.start()

    @property
    def standing(self) -> str:
        """How things stand: `busy`, `done`, or `failed` where LibreOffice made nothing of what came last."""
        with self._changed:
            if self._waiting or self._running:
                return "busy"
            return "failed" if self._last_failed else "done"

    def want(self, name: str, showing: Showing) -> None:
        """Have a state rendered, in the place of an older one of the same name; without effect where it is already."""
        count = len(showing.sessions)
        drawings = tuple(tuple(slide.drawing for slide in showing.of_session(number)) for number in range(count))
        if all(self._pictures.is_rendered(each) for deck in drawings for each in deck):
            return
        job = _Job(tuple(session.deck for session in showing.sessions), showing.template, drawings)
        with self._changed:
            if self._closed or drawings in self._failed:
                return
            if self._running is not None and self._running[0] == name:
                if self._running[1].drawings == drawings:
                    return
                self._end_process()
            if name in self._waiting and self._waiting[name].drawings == drawings:
                return
            self._waiting[name] = job
            self._waiting.move_to_end(name)
            while len(self._waiting) > _MOST:
                self._waiting.popitem(last=False)
            self._changed.notify_all()

    def close(self) -> None:
        """End what runs, and wait until it has ended."""
        with self._changed:
            self._closed = True
            self._waiting.clear()
            last = self._process
            self._end_process()
            self._changed.notify_all()
        self._thread.join(_PATIENCE)
        if self._thread.is_alive() and last is not None:
            last.kill()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closed)
                while not self._closed and self._changed.wait(_QUIET):
                    pass  # another state came
                if self._closed:
                    return
                self._running = self._waiting.popitem(last=True)
            made = False
            try:
                made = self._render(self._running[1])
            except OSError:  # a full disk, a program that may not be started
                self._failed.add(self._running[1].drawings)
                self._last_failed = made = True
            finally:
                with self._changed:
                    self._running = None
            if made and not self._closed:
                self._done()

    def _render(self, job: _Job) -> bool:
        """Render a state; says whether there are new pictures."""
        with TemporaryDirectory(prefix="deckbuilder-preview-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            (folder / "tmp").mkdir()
            for number, deck in enumerate(job.decks):
                (folder / f"{number}.pptx").write_bytes(write_deck(deck, job.template))
            finished = self._run(folder)
            made = [_found(folder, number, len(deck.slides)) for number, deck in enumerate(job.decks)]
        if not all(made):
            if finished:
                self._failed.add(job.drawings)  # what failed once fails again
                self._last_failed = True
            return finished
        self._last_failed = False
        for drawings, files in zip(job.drawings, made, strict=True):
            for drawing, (kind, data) in zip(drawings, files, strict=True):
                self._pictures.render(drawing, data, f"image/{kind}")
        return True

    def _run(self, folder: Path) -> bool:
        """Run the process that renders; says whether it came to its end."""
        program = str(self._office.program.absolute())
        with self._changed:
            if self._closed or (self._running is not None and self._running[0] in self._waiting):
                return False
            process = self._process = subprocess.Popen(  # noqa: S603  # this Python, and names of our own
                [sys.executable, "-P", "-m", "deckbuilder.preview.worker", program, str(_WIDTH)],
                cwd=folder,
                # What is left behind when it is ended goes with the folder.
                env=os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder / "tmp")),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # so that Ctrl+C reaches it through us alone; nothing on Windows
                creationflags=_WINDOW,
            )
        status = process.wait()
        with self._changed:
            self._process = None
        return status == 0

    def _end_process(self) -> None:
        """Have what runs end, with what it has started; the lock must be held."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        if sys.platform == "win32":
            taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
            command = [str(taskkill), "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, check=False, capture_output=True, creationflags=_WINDOW)  # noqa: S603  # Windows' own
            return
        process.terminate()


def _found(folder: Path, deck: int, count: int) -> Sequence[tuple[str, bytes]]:
    """Read the pictures of a deck; none when they are not as many as its slides."""
    names = [
        next((name for kind in ("png", "jpeg") if (name := folder / f"{deck}-{number}.{kind}").is_file()), None)
        for number in range(1, count + 2)
    ]
    files = [name for name in names[:count] if name is not None]
    if len(files) != count or names[count] is not None:
        return []
    return [(name.suffix[1:], name.read_bytes()) for name in files]

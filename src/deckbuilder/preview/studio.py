"""The state of the preview: what is shown of each choice, the last that was good where the newest is not."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from msgspec import Struct

from deckbuilder.preview.choice import Choice
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.problems import Problem, problems_of
from deckbuilder.preview.reading import Sources
from deckbuilder.preview.showing import Showing, show

_MOST = 12
"""How many states are kept, of the choices last looked at."""


class State(Struct, frozen=True):
    """What is to be shown of a pack under a theme and a plan."""

    showing: Showing | None
    """The newest that could be compiled; None where none could since the start."""
    stale: bool
    """Whether it is older than the files, which have errors."""
    problems: tuple[Problem, ...]
    """Of the files as they are, those that were silenced last."""

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that hold."""
        return tuple(problem for problem in self.problems if not problem.silenced)

    def count(self, severity: str) -> int:
        """Count the problems of a severity that hold."""
        return sum(problem.severity == severity for problem in self.open_problems)


class Studio:
    """Compiles what is asked for, when its files are others than before; safe to use from several threads."""

    def __init__(self, sources: Sources, pictures: Pictures, wanted: Callable[[str, Showing], None]) -> None:
        """Set up; `wanted` is told what is looked at, with the name of its choice, so that it can be rendered."""
        self.sources = sources
        self.pictures = pictures
        self._wanted = wanted
        self._states: OrderedDict[tuple[str, str, str], tuple[object, State]] = OrderedDict()
        self._lock = Lock()

    def state(self, choice: Choice) -> State:
        """Give what is to be shown of a choice; its pack and theme must be among those of the sources."""
        with self._lock:
            state = self._state(choice)
        if state.showing is not None and not state.stale:
            self._wanted(f"{choice.pack} {choice.theme} {choice.plan}", state.showing)
        return state

    def _state(self, choice: Choice) -> State:
        name = (choice.pack, choice.theme, choice.plan)
        pack = self.sources.pack(self.sources.packs[choice.pack])
        theme = self.sources.theme(self.sources.themes[choice.theme])
        # A theme that was read again is another value, also where its digest is not known for its errors.
        made_of = (pack, theme) if theme.theme is None else (pack.digest, theme.digest)
        kept = self._states.get(name)
        if kept is not None and kept[0] == made_of:
            self._states.move_to_end(name)
            return kept[1]
        showing, said = show(pack, theme, choice.plan, self.sources.around, self.pictures)
        last = kept[1].showing if kept is not None else None
        shown = showing or last
        ids = frozenset(slide.id for slide in shown.slides) if shown else frozenset()
        problems = problems_of(said.in_reading_order(), ids, self.sources.around.current)
        state = State(shown, showing is None and shown is not None, problems)
        self._states[name] = (made_of, state)
        self._states.move_to_end(name)
        while len(self._states) > _MOST:
            self._states.popitem(last=False)
        return state

"""The paragraphs of a person's text and of the pack's, paired: what was said, what is said now, what changed."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.pipeline.pulling.changes import OURS, Change, Kind
from deckbuilder.pipeline.pulling.lines import Line
from deckbuilder.pipeline.pulling.regions import Form, Region
from deckbuilder.pipeline.pulling.texts import Keys
from deckbuilder.pipeline.pulling.tracing import Traced

_NAMES = {
    "points": "point",
    "ask": "question to ask",
    "watch_for": "what to watch for",
    "caution": "caution",
    "quote": "quotation",
    "attribution": "speaker",
    "context": "introduction of a quotation",
    "rows": "cell of the table",
    "questions": "question of the activity",
    "steps": "step of the activity",
    "debrief": "debrief",
    "set_up": "set-up",
    "group_size": "group size",
    "outcomes": "outcome",
    "recap": "recap",
    "next_steps": "next step",
}


def name_of(keys: Keys) -> str:
    """Say what a text is, by the fields that lead to it."""
    named = [key for key in keys if isinstance(key, str) and key != "text"]
    last = named[-1] if named else "text"
    return _NAMES.get(last, last.replace("_", " "))


class Zone(Struct, frozen=True):
    """Paragraphs that belong together, as the pack gives them and as they are now."""

    place: str
    title: str
    what: str
    """What a paragraph is that no text of the pack gives."""
    were: Sequence[Traced]
    now: Sequence[Line]
    foreign: Callable[[Line], str] = lambda _: OURS
    """Says of a paragraph that no text of the pack gives where it comes from."""
    empty: Region | None = None
    """Where the first paragraph goes where there is none."""


class Entry(Struct):
    """A paragraph: one that stayed, a new one, or one that is gone."""

    zone: Zone
    was: Traced | None
    """None for a new one."""
    now: Line | None
    """None for one that is gone."""
    rank: int
    """Which of the pack's paragraphs it is; -1 for a new one."""
    region: Region | None
    changes: list[Change] = field(default_factory=list)

    @property
    def line(self) -> Line:
        """What it says now, or said."""
        return self.now or (self.was.line if self.was is not None else Line(()))

    @property
    def key(self) -> tuple[object, int]:
        """The text of the pack that it shows."""
        piece = self.was.piece if self.was is not None else None
        return (piece.text.origin, piece.number) if piece is not None else (id(self), 0)

    def note(self, kind: Kind, reason: str = "") -> None:
        """Note that it has changed; a reason says why that is not written."""
        piece = self.was.piece if self.was is not None else None
        listed = self.region is not None and self.region.form is Form.LIST
        what = name_of(piece.keys) if piece is not None and not listed else self._what()
        change = change_of(self.was, self.now, kind, what, reason)
        self.changes.append(replace(change, place=change.place or self.zone.place, title=self.zone.title))

    def _what(self) -> str:
        if self.region is None:
            return self.zone.what
        return "notes" if self.region.form is Form.PASSAGE else name_of(self.region.node.path)


def change_of(was: Traced | None, now: Line | None, kind: Kind, what: str, reason: str) -> Change:
    """Give a change of a paragraph; a reason says why it is not written."""
    piece = was.piece if was is not None else None
    looks = was is not None and now is not None and was.line.key == now.key and kind is Kind.CHANGED
    line = now or (was.line if was is not None else Line(()))
    return Change(
        place=line.place,
        title="",
        what=what,
        kind=kind,
        old=_said(was.line if was is not None else None, looks=looks),
        new=_said(now, looks=looks),
        origin=piece.text.origin if piece is not None else None,
        reason=reason,
        quotation=piece is not None and piece.is_quotation,
    )


def _said(line: Line | None, *, looks: bool) -> str:
    """Give what a paragraph says, with the marks of its look where that alone has changed."""
    if line is None:
        return ""
    return line.marked if looks else line.text


def refuse(entries: Iterable[Entry], reason: str) -> None:
    """Say of all changes of some paragraphs why they are not written, where nothing says so yet."""
    for entry in entries:
        entry.changes = [replace(each, reason=each.reason or reason) for each in entry.changes]

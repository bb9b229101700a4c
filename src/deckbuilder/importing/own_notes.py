"""Speaker notes of a deck that this tool built, read back into what `compose.notes` wrote them of."""

import re
from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.importing.notes_kept import notes_value
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.points import Write
from deckbuilder.ir.text import ListKind, Paragraph, Run

_LISTS = {f"{words.ASK}:": "ask", f"{words.WATCH_FOR}:": "watch_for", "Steps:": "steps", "Debrief:": "debrief"}
"""What begins a list, and the key that holds it."""
_LINES = {f"{words.CAUTION}:": "caution", "Purpose:": "purpose", "Set-up:": "set_up", "Time:": "time"}
"""What begins a line, and the key that holds it."""
_LENGTH = re.compile(r"(?:(\d{1,2}) hours?)? ?(?:(\d{1,4}) minutes?)?")


class OwnNotes(Struct):
    """What the notes of a slide say."""

    texts: dict[str, list[tuple[Run, ...]]] = field(default_factory=dict)
    """`ask`, `watch_for`, `caution`, and of an activity `purpose`, `set_up`, `steps` and `debrief`."""
    passages: list[tuple[list[Paragraph], bool]] = field(default_factory=list)
    """What there is to say, and whether it holds strong language."""
    minutes: int | None = None
    strong_quotation: bool = False

    def values(self, write: Write) -> dict[str, Value]:
        """Give the keys that any slide may have, as the pack writes them."""
        found: dict[str, Value] = {}
        passages: list[Value] = []
        for paragraphs, strong in self.passages:
            values = _each(notes_value(paragraphs))
            passages += [{"text": value, "strong_language": True} if strong else value for value in values]
        if passages:
            found["notes"] = passages[0] if len(passages) == 1 and isinstance(passages[0], str) else passages
        if self.minutes is not None:
            found["minutes"] = self.minutes
        for key in ("ask", "watch_for", "caution"):
            if self.texts.get(key):
                found[key] = [write(runs) for runs in self.texts[key]]
        return found


def own_notes(paragraphs: Iterable[Paragraph], *, activity: bool) -> OwnNotes:
    """Read notes; `activity` says that the slide is a workshop, whose notes say how it is run."""
    found = OwnNotes()
    listed = ""
    strong = False
    for paragraph in paragraphs:
        text = paragraph.text
        if listed and paragraph.list is not ListKind.NONE and paragraph.level == 0:
            found.texts[listed].append(paragraph.runs)
            continue
        listed = ""
        label = _label(paragraph)
        key = _LISTS.get(label, "")
        if key and label == text.strip() and (activity or key in {"ask", "watch_for"}):
            listed = key
            found.texts.setdefault(key, [])
        elif label in _LINES and (activity or _LINES[label] in {"caution", "time"}):
            _line(found, _LINES[label], paragraph, label)
        elif text == words.STRONG_QUOTATION:
            found.strong_quotation = True
        elif text == f"{words.STRONG_LANGUAGE}:":
            strong = True
            found.passages.append(([], True))
        elif text not in {words.NO_NOTES, words.CONTINUED}:
            if not found.passages:
                found.passages.append(([], strong))
            found.passages[-1][0].append(paragraph)
    return found


def _line(found: OwnNotes, key: str, paragraph: Paragraph, label: str) -> None:
    rest = _after(paragraph.runs, label)
    length = length_of("".join(run.text for run in rest)) if key == "time" else None
    if length is not None:
        found.minutes = length
    elif key != "time":
        found.texts.setdefault(key, []).append(rest)


def _label(paragraph: Paragraph) -> str:
    """Give the bold words up to a colon that a paragraph begins with; empty where it begins otherwise."""
    first = paragraph.runs[0] if paragraph.runs else None
    if first is None or not first.strong or paragraph.list is not ListKind.NONE:
        return ""
    label, colon, _ = first.text.partition(":")
    return label + colon


def _after(runs: tuple[Run, ...], label: str) -> tuple[Run, ...]:
    first = replace(runs[0], text=runs[0].text[len(label) :].lstrip())
    return tuple(run for run in (first, *runs[1:]) if run.text)


def length_of(text: str) -> int | None:
    """Read a length of time as `words.minutes` writes it; None where it is none."""
    match = _LENGTH.fullmatch(text.strip())
    if match is None or not (match[1] or match[2]):
        return None
    return int(match[1] or 0) * 60 + int(match[2] or 0)


def _each(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value] if value else []

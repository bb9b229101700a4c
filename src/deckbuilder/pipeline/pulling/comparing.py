"""The paragraphs of one text of a slide, or of its notes: what a person changed in them, and what becomes of it."""

from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.compose import words
from deckbuilder.pipeline.pulling.arranging import arrange_regions, arrange_voices
from deckbuilder.pipeline.pulling.changes import BY_HAND, NEWER, QUOTATION, Change, Kind
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.entries import Entry, Zone
from deckbuilder.pipeline.pulling.lines import aligned
from deckbuilder.pipeline.pulling.regions import Form, Region, region_of
from deckbuilder.pipeline.pulling.rewriting import look_changed
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.pipeline.pulling.voices import SPEAKER, Voices
from deckbuilder.source.editing import RemoveEntry

_OPTIONAL = frozenset({"subtitle", "caption", "purpose", "set_up", "group_size", "context", "attribution"})
_LABELS = frozenset(f"{label}:" for label in (words.ASK, words.WATCH_FOR, "Steps", "Debrief"))
"""What stands above lists in the notes, and stays there when somebody deletes the list."""


class Wish(Struct, frozen=True):
    """What is wished of the changes of a file."""

    write: bool = False
    quotations: bool = False
    """Whether the words of people who were quoted may be changed too."""
    force: bool = False
    """Whether they are written though the pack has changed since the file was built."""


def compare(zone: Zone, desk: Desk, wish: Wish) -> list[Change]:
    """Say what a person changed, and note on the desk what of it goes into the pack."""
    entries: list[Entry] = []
    for old, new in aligned([each.line for each in zone.were], zone.now):
        was = zone.were[old] if old is not None else None
        now = zone.now[new] if new is not None else None
        entries.append(Entry(zone, was, now, -1 if old is None else old, _region(was, desk)))
    _find_homes(entries, zone)
    voices = Voices(zone.were, desk)
    for entry in entries:
        _compare_one(entry, voices, desk, wish)
    arrange_regions(entries, desk)
    arrange_voices(entries, voices, desk, allowed=wish.quotations)
    return [change for entry in entries for change in entry.changes]


def _region(was: Traced | None, desk: Desk) -> Region | None:
    return region_of(was.piece, desk.files) if was is not None and was.piece is not None else None


def _find_homes(entries: Sequence[Entry], zone: Zone) -> None:
    """Give each new paragraph the region of the one before it, or else of the one that follows."""
    there = [entry for entry in entries if entry.now is not None]
    known = any(entry.region is not None for entry in there)
    for index, entry in enumerate(there):
        if entry.was is not None or entry.line.key in _LABELS:
            continue
        before = there[index - 1] if index else None
        after = next((each for each in there[index + 1 :] if each.was is not None), None)
        for beside in (before, after):
            if beside is not None and beside.region is not None and _fits(entry, beside, beside.region):
                entry.region = beside.region
                break
        if entry.region is None and not known:
            entry.region = zone.empty


def _fits(entry: Entry, beside: Entry, region: Region) -> bool:
    """Say whether a new paragraph may stand in the region of one beside it."""
    mine, theirs = entry.line, beside.line
    labelled = beside.was is not None and beside.was.affix.before
    same_kind = (mine.list.value == "none") == (theirs.list.value == "none")
    return mine.group == theirs.group and not labelled and (same_kind or region.form is Form.PASSAGE)


def _compare_one(entry: Entry, voices: Voices, desk: Desk, wish: Wish) -> None:
    was, now = entry.was, entry.now
    if was is None:
        if entry.region is None and entry.line.key not in _LABELS:
            entry.note(Kind.ADDED, BY_HAND)
    elif now is None:
        if entry.region is None and not voices.holds(was):
            entry.note(Kind.REMOVED, _removed(was, entry.zone, desk))
    elif was.line.key != now.key or look_changed(was.line, now, was.affix):
        if was.piece is None:
            reason = SPEAKER if voices.speaks(was) else entry.zone.foreign(was.line)
        elif was.piece.is_quotation and not wish.quotations:
            reason = QUOTATION
        else:
            reason = desk.change(was, now)
        entry.note(Kind.CHANGED, reason)


def _removed(was: Traced, zone: Zone, desk: Desk) -> str:
    """Take out a text that stands for itself; gives why that cannot be, or nothing."""
    if was.piece is None:
        return zone.foreign(was.line)
    node = desk.files.node(was.piece.text.origin)
    if desk.keeps:
        return NEWER
    if node is None or node.path[-1] not in _OPTIONAL:
        return BY_HAND
    desk.files.edit(node.file, RemoveEntry(node.path[:-1], str(node.path[-1])))
    return ""

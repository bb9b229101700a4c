"""Paragraphs that came, went and moved, list by list, and quotations likewise."""

from bisect import bisect_left
from collections.abc import Sequence

from deckbuilder.pipeline.pulling.changes import NEWER, QUOTATION, Change, Kind
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.entries import Entry, refuse
from deckbuilder.pipeline.pulling.notes import first_notes
from deckbuilder.pipeline.pulling.regions import Region
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.pipeline.pulling.trees import Row, arrange
from deckbuilder.pipeline.pulling.voices import Voices


def arrange_regions(entries: Sequence[Entry], desk: Desk) -> None:
    """Note what came, went and moved in each list and each passage of notes, and what becomes of these."""
    for region in dict.fromkeys(entry.region for entry in entries if entry.region is not None):
        _arrange(region, [entry for entry in entries if entry.region == region], desk)


def arrange_voices(entries: Sequence[Entry], voices: Voices, desk: Desk, *, allowed: bool) -> None:
    """Note which quotations came, went and moved, and what becomes of their list.

    `allowed` says whether quotations may be taken out.
    """
    quotes = [(entry, voices.number(entry.was)) for entry in entries if entry.was is not None]
    spoken = [(entry, number) for entry, number in quotes if number is not None]
    moved = _moved([entry for entry, _ in spoken])
    for entry, _ in spoken:
        if entry.now is None:
            entry.note(Kind.REMOVED, NEWER if desk.keeps else "" if allowed else QUOTATION)
        elif entry.rank in moved:
            entry.note(Kind.MOVED)
    shifted = [entry for entry, _ in spoken if any(_is_structural(change) for change in entry.changes)]
    if shifted:
        there = [number for entry, number in spoken if entry.now is not None or not _goes(entry)]
        reason = voices.arrange(there)
        if reason:
            refuse(shifted, reason)


def _goes(entry: Entry) -> bool:
    return any(change.kind is Kind.REMOVED and not change.reason for change in entry.changes)


def _arrange(region: Region, entries: Sequence[Entry], desk: Desk) -> None:
    _note_all(region, entries, desk)
    structural = [entry for entry in entries if any(_is_structural(change) for change in entry.changes)]
    if not structural:
        return
    were = [entry for entry in sorted(entries, key=_rank) if entry.was is not None]
    rows: dict[tuple[object, int], Row] = {}
    for entry in entries:
        if entry.now is not None or desk.keeps:
            rows.setdefault(entry.key, Row(entry.was, entry.line))
    if not were and region == entries[0].zone.empty:
        reason = first_notes(region, [row.line for row in rows.values()], desk)
    else:
        reason = arrange(region, _once(were), list(rows.values()), desk)
    if reason:
        refuse(structural, reason)


def _note_all(region: Region, entries: Sequence[Entry], desk: Desk) -> None:
    moved = _moved(entries)
    below = 0
    for entry in entries:
        # No level may be left out between two.
        level = min(entry.now.level, below) if entry.now is not None else below
        below = level + 1 if entry.now is not None else below
        if entry.was is None:
            entry.note(Kind.ADDED)
        elif entry.now is None:
            entry.note(Kind.REMOVED, NEWER if desk.keeps else "")
        elif entry.rank in moved:
            entry.note(Kind.MOVED)
        elif region.nests and entry.was.line.level != level:
            entry.note(Kind.LEVEL)


def _moved(entries: Sequence[Entry]) -> frozenset[int]:
    """Give the paragraphs that have left their place: as few as explain the new order."""
    order = [entry.rank for entry in entries if entry.was is not None and entry.now is not None]
    return frozenset(order) - frozenset(longest_rising(order))


def _is_structural(change: Change) -> bool:
    return change.kind is not Kind.CHANGED and not change.reason


def _rank(entry: Entry) -> int:
    return entry.rank


def _once(entries: Sequence[Entry]) -> list[Traced]:
    """Give the texts that paragraphs show, each once, though a slide on two may show it twice."""
    found = {entry.key: entry.was for entry in reversed(entries) if entry.was is not None}
    return list(reversed(found.values()))


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Give a longest rising row among numbers, in order."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(places[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        places[at : at + 1] = [index]
    found: list[int] = []
    at = places[-1] if places else -1
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return found[::-1]

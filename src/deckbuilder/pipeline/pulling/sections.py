"""Sections of a deck that somebody gave another name."""

from deckbuilder.ir.text import Run
from deckbuilder.pipeline.pulling.changes import BY_HAND, Change, Kind
from deckbuilder.pipeline.pulling.deck_reading import DeckReading
from deckbuilder.pipeline.pulling.lines import Line, tokens_of
from deckbuilder.pipeline.pulling.texts import Piece
from deckbuilder.pipeline.pulling.tracing import Traced


def section_changes(reading: DeckReading) -> dict[str, list[Change]]:
    """Say which sections have another name, each by the id of its first slide, and note what goes into the pack.

    A section has another name when all its slides stand in one of that name, and none of the pack's has it.
    """
    names: dict[str, set[str]] = {}
    first: dict[str, str] = {}
    for pair in reading.pairs:
        if pair.ours and pair.theirs:
            old = pair.ours[0].section
            names.setdefault(old, set()).update(part.section for part in pair.theirs)
            first.setdefault(old, pair.id)
    found: dict[str, list[Change]] = {}
    for old, now in names.items():
        new = next(iter(now))
        if len(now) == 1 and new and old and new != old and new not in names:
            found[first[old]] = [_renamed(old, new, first[old], reading)]
    return found


def _renamed(old: str, new: str, slide: str, reading: DeckReading) -> Change:
    markup = reading.made.markup
    name = next((each.section for each in reading.made.pack.sections if markup.plain(each.section) == old), None)
    was, line = Line(tokens_of((Run(old),))), Line(tokens_of((Run(new),)))
    reason = BY_HAND
    if name is not None:
        piece = Piece(name, ("section",), Line(tokens_of(markup.runs(name))))
        reason = reading.desk.change(Traced(was, piece), line)
    place = next(pair.theirs[0].place for pair in reading.pairs if pair.id == slide)
    origin = name.origin if name is not None else None
    return Change(place, "", "name of the section", Kind.CHANGED, old, new, origin, reason)

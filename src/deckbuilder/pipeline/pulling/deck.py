"""A deck that came back: its slides, one after the other."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from deckbuilder.compose import words
from deckbuilder.content.slides import Slide, SupportSlide
from deckbuilder.ir.outline import Outline, OutlineSlide
from deckbuilder.pipeline.pulling.changes import OURS, THEME, TWICE, Change, Kind
from deckbuilder.pipeline.pulling.comparing import Wish, compare
from deckbuilder.pipeline.pulling.deck_reading import DeckReading
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.entries import Zone
from deckbuilder.pipeline.pulling.figures import figure_changes
from deckbuilder.pipeline.pulling.lines import Line, key_of, line_of
from deckbuilder.pipeline.pulling.making import Made
from deckbuilder.pipeline.pulling.opening import Came
from deckbuilder.pipeline.pulling.regions import Form, Region
from deckbuilder.pipeline.pulling.sections import section_changes
from deckbuilder.pipeline.pulling.slides import SlidePair, body_lines, paired, text_lines, title_of
from deckbuilder.pipeline.pulling.structure import Structure
from deckbuilder.pipeline.pulling.texts import Waiting, pieces_of
from deckbuilder.pipeline.pulling.tracing import Traced, all_traced, without_suffix


def deck_changes(
    came: Came, made: Made, desk: Desk, wish: Wish, outlines: tuple[Outline, Outline]
) -> tuple[list[Change], list[str]]:
    """Say what changed in a deck, and what else is to be known; notes on the desk what goes into the pack."""
    ours, theirs = outlines
    reading = DeckReading(
        made, came.theme, desk, wish, "pack" in came.since, ours, theirs, paired(ours.slides, theirs.slides)
    )
    texts = text_changes(reading)
    sections = section_changes(reading)
    structure = Structure(reading)
    of_slides, gone = structure.changes()
    changes = [
        change
        for index, pair in enumerate(reading.pairs)
        for change in (*sections.get(pair.id, ()), *of_slides.get(index, ()), *texts.get(pair.id, ()))
    ]
    notes = list(structure.notes)
    notes += [
        f"Other slides stand between the parts of “{name}”; they count as behind it." for name in split_up(reading)
    ]
    notes += [f"{slide.place} is hidden; a pack hides no slide." for slide in theirs.slides if slide.hidden]
    return [*changes, *gone], notes


def text_changes(reading: DeckReading) -> dict[str, list[Change]]:
    """Say what changed on slides that both have, by their ids, and note what goes into the pack."""
    theme = _theme_keys(reading)

    def foreign(line: Line) -> str:
        return THEME if line.key in theme else OURS

    slides = reading.slides
    return {
        pair.id: _OfSlide(reading, pair, slides[pair.id], foreign).changes()
        for pair in reading.pairs
        if pair.id in slides and pair.theirs
    }


def _theme_keys(reading: DeckReading) -> frozenset[str]:
    return frozenset(piece.line.key for piece in pieces_of(reading.theme.agency, reading.made.markup))


class _OfSlide:
    def __init__(self, reading: DeckReading, pair: SlidePair, slide: Slide, foreign: Callable[[Line], str]) -> None:
        self._reading = reading
        self._pair = pair
        self._slide = slide
        self._foreign = foreign
        self._pieces = list(pieces_of(slide, reading.made.markup))
        if isinstance(slide, SupportSlide):
            markup = reading.made.markup
            for index, contact in enumerate(reading.made.pack.about.support):
                self._pieces += pieces_of(contact, markup, ("support", index))
        self._place = pair.theirs[0].place
        self._title = title_of(pair.theirs[0]).text or title_of(pair.ours[0]).text

    def changes(self) -> list[Change]:
        """Say what changed on the slide."""
        reading = self._reading
        found = self._title_changes()
        found += self._compared("text of the slide", self._body(self._pair.ours), self._body(self._pair.theirs))
        found += figure_changes(self._pair, self._pieces, self._place, self._title, reading.desk)
        found += self._compared("notes", _notes(self._pair.ours), _notes(self._pair.theirs))
        return found

    def _title_changes(self) -> list[Change]:
        piece = next(each for each in self._pieces if each.keys == ("title",))
        ours = _title(self._pair.ours[0], parts=len(self._pair.ours))
        theirs = [_title(part, parts=len(self._pair.ours)) for part in self._pair.theirs]
        shown = key_of(piece.line.text)
        was = Traced(ours, piece if ours.key == shown else None)
        other = [line for line in theirs if line.key != ours.key]
        if not other or (self._reading.settled and len(other) < len(theirs)):
            other = [next((line for line in theirs if line.key == ours.key), theirs[0])]
        changes = compare(self._zone("title", [was], other[:1]), self._reading.desk, self._reading.wish)
        if len({line.key for line in other}) > 1:
            line = next(each for each in other if each.key != other[0].key)
            changes.append(
                Change(self._place, self._title, "title", Kind.CHANGED, ours.text, line.text, piece.text.origin, TWICE)
            )
        return changes

    def _body(self, parts: Sequence[OutlineSlide]) -> list[Line]:
        tagged = all(part.tag is not None for part in self._pair.theirs)
        lines = [text_lines(part) if tagged else body_lines(part) for part in parts]
        return [
            Line(line.tokens, line.level, line.list, 100 * number + line.group)
            for number, part in enumerate(lines)
            for line in part
        ]

    def _compared(self, what: str, ours: list[Line], theirs: list[Line]) -> list[Change]:
        waiting = Waiting()
        for piece in self._pieces:
            if piece.keys != ("title",) and piece.in_notes == (what == "notes"):
                waiting.add(piece)
        were = all_traced(ours, waiting)
        empty = None
        if what == "notes":
            were, theirs = _without_stand_in(were, theirs)
            empty = self._empty_notes()
        zone = self._zone(what, were, theirs, empty)
        return compare(zone, self._reading.desk, self._reading.wish)

    def _empty_notes(self) -> Region | None:
        if self._slide.notes:
            return None
        node = self._reading.desk.files.node(self._slide.id.origin)
        return Region(Form.PASSAGE, node.above.at("notes")) if node is not None else None

    def _zone(self, what: str, were: Sequence[Traced], now: Sequence[Line], empty: Region | None = None) -> Zone:
        return Zone(self._place, self._title, what, were, now, self._foreign, empty)


def _title(slide: OutlineSlide, *, parts: int) -> Line:
    line = title_of(slide)
    return without_suffix(line) if parts > 1 else line


def _notes(parts: Sequence[OutlineSlide]) -> list[Line]:
    continued = key_of(words.CONTINUED)
    lines = [line_of(paragraph) for part in parts for paragraph in part.notes]
    return [line for line in lines if line.key != continued]


def _without_stand_in(were: list[Traced], now: list[Line]) -> tuple[list[Traced], list[Line]]:
    """Pass over what the tool says where a slide has no notes, whether or not somebody has deleted it."""
    stand_in = key_of(words.NO_NOTES)
    return (
        [each for each in were if each.line.key != stand_in],
        [line for line in now if line.key != stand_in],
    )


def split_up(reading: DeckReading) -> list[str]:
    """Name the slides of which something stands between their parts now."""
    places: dict[str, list[int]] = {}
    for index, slide in enumerate(reading.theirs.slides):
        for pair in reading.pairs:
            if slide in pair.theirs and pair.id:
                places.setdefault(pair.id, []).append(index)
    return [name for name, found in places.items() if any(b != a + 1 for a, b in pairwise(found))]

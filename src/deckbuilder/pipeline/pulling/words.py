"""A Word document that came back: its paragraphs, one after the other."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from deckbuilder.diagnostics import Origin
from deckbuilder.ir.outline import Outline, OutlineColumn, OutlineQuote, OutlineSlide, OutlineTable
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.pipeline.pulling.changes import QUOTATION, THEME, UNSURE, Change, Kind
from deckbuilder.pipeline.pulling.comparing import Wish
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.entries import change_of, name_of
from deckbuilder.pipeline.pulling.lines import Line, Pair, aligned, key_of, line_of, lines_in, tokens_of
from deckbuilder.pipeline.pulling.making import Made
from deckbuilder.pipeline.pulling.opening import Came
from deckbuilder.pipeline.pulling.rewriting import look_changed
from deckbuilder.pipeline.pulling.slides import title_of
from deckbuilder.pipeline.pulling.texts import Piece, pieces_of
from deckbuilder.pipeline.pulling.tracing import Traced, traced, without_suffix

_START = re.compile(r"The times are for a start at ([01]\d|2[0-3]):([0-5]\d)\.")
_COMPOSED = "the tool puts this together of several texts: change them in the pack"
_PARAGRAPHS = "a Word document gets and loses paragraphs by what is in the pack: change it there"


def document_changes(
    came: Came, made: Made, desk: Desk, wish: Wish, outlines: tuple[Outline, Outline]
) -> tuple[list[Change], list[str]]:
    """Say what changed in a Word document, and note on the desk what of it goes into the pack."""
    search = _Search(made)
    were = [traced(line, search.under(heading)) for heading, line in _lines(outlines[0])]
    now = [line for _, line in _lines(outlines[1])]
    theme = frozenset(piece.line.key for piece in pieces_of(came.theme.agency, made.markup))
    changes: list[Change] = []
    typed = 0
    pairs = aligned([each.line for each in were], now)
    taken = _taken_over(were, now, pairs) if "pack" in came.since else frozenset()
    for old, new in pairs:
        was, line = (were[old] if old is not None else None), (now[new] if new is not None else None)
        if (
            was is not None
            and line is not None
            and was.line.key == line.key
            and not look_changed(was.line, line, was.affix)
        ):
            continue
        if line is not None and _piece_of(was) in taken:
            continue
        if was is None and came.received.document == "worksheet":
            typed += 1
            continue
        changes.append(_change(was, line, desk, wish, search, theme))
    notes = []
    if typed:
        texts = "1 text" if typed == 1 else f"{typed} texts"
        notes.append(f"What stands in the worksheet’s fields is passed over ({texts}): `deckbuilder collect` reads it.")
    return changes, notes


def _piece_of(was: Traced | None) -> tuple[Origin | None, int]:
    piece = was.piece if was is not None else None
    return (piece.text.origin, piece.number) if piece is not None else (None, 0)


def _taken_over(were: Sequence[Traced], now: Sequence[Line], pairs: Sequence[Pair]) -> frozenset[object]:
    """Give the texts that stand in several places, and in one of them as the pack says them now."""
    same = (
        were[old] for old, new in pairs if old is not None and new is not None and were[old].line.key == now[new].key
    )
    return frozenset(_piece_of(each) for each in same if each.piece is not None)


def start_of(outline: Outline) -> int | None:
    """Give when the session begins that a guide was built for, in minutes from midnight; None where it does not say."""
    for _, line in _lines(outline):
        match = _START.match(line.key)
        if match is not None:
            return int(match[1]) * 60 + int(match[2])
    return None


def _change(
    was: Traced | None, now: Line | None, desk: Desk, wish: Wish, search: "_Search", theme: frozenset[str]
) -> Change:
    piece = was.piece if was is not None else None
    kind = Kind.CHANGED if was is not None and now is not None else Kind.ADDED if was is None else Kind.REMOVED
    if was is None or now is None:
        reason = _PARAGRAPHS
    elif piece is None:
        key = was.line.key
        reason = UNSURE if search.is_unsure(key) else THEME if key in theme else _COMPOSED
    elif piece.is_quotation and not wish.quotations:
        reason = QUOTATION
    else:
        reason = desk.change(was, now)
    return change_of(was, now, kind, name_of(piece.keys) if piece is not None else "text", reason)


def _lines(outline: Outline) -> Iterator[tuple[str, Line]]:
    """Give every paragraph and cell of a document in order, with the words of the heading that it stands under."""
    for part in outline.slides:
        heading = without_suffix(title_of(part)).key
        for line in _of_part(part):
            if line.tokens:
                yield heading, line


def _of_part(part: OutlineSlide) -> Iterator[Line]:
    place = part.place
    yield _line(part.title, place)
    yield _line(part.subtitle, place)
    for block in (*part.body, *part.notes):
        if isinstance(block, Paragraph):
            yield line_of(block, place=place)
        elif isinstance(block, OutlineTable):
            for cell in chain.from_iterable((block.header, *block.rows)):
                yield from lines_in(cell, place=place)
        elif isinstance(block, OutlineColumn):
            yield _line(block.heading, place)
            yield from (line_of(paragraph, place=place) for paragraph in block.paragraphs)
        elif isinstance(block, OutlineQuote):
            yield _line(block.runs, place)
            yield _line(block.attribution, place)


def _line(runs: tuple[Run, ...], place: str) -> Line:
    return Line(tokens_of(runs), place=place)


class _Search:
    """Finds the text that a paragraph shows: under a slide's heading in that slide first, else in the whole pack."""

    def __init__(self, made: Made) -> None:
        self._all: dict[str, list[Piece]] = {}
        self._own: dict[str, dict[str, list[Piece]]] = {}
        self._heading = ""
        for slide in made.delivery.slides:
            pieces = list(pieces_of(slide, made.markup))
            mine = self._own.setdefault(key_of(made.markup.plain(slide.title)), {})
            for piece in pieces:
                mine.setdefault(piece.line.key, []).append(piece)
                self._all.setdefault(piece.line.key, []).append(piece)
        models: Sequence[object] = (made.pack.about, made.delivery.plan, made.delivery.session, *made.pack.sections)
        for model in models:
            if model is not None:
                for piece in pieces_of(model, made.markup):  # type: ignore[arg-type]  # all are models
                    if piece.keys[0] != "slides":
                        self._all.setdefault(piece.line.key, []).append(piece)

    def under(self, heading: str) -> "_Search":
        """Look from now on under a heading; one that names no slide belongs to the slide before."""
        for key in (heading, heading.partition(": ")[2]):
            if key in self._own:
                self._heading = key
        return self

    def take(self, key: str) -> Piece | None:
        """Give the text that says something; None when none does, or several do."""
        mine = self._own.get(self._heading, {}).get(key)
        if mine:
            return mine[0]
        found = self._all.get(key, [])
        return found[0] if len({each.text.origin for each in found}) == 1 else None

    def is_unsure(self, key: str) -> bool:
        """Say whether several texts of the pack say the same."""
        return len(self._all.get(key, [])) > 1

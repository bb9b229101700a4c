"""From pieces to the blocks of a slide: in reading order, with texts that stand side by side told as such."""

from collections.abc import Sequence

from deckbuilder.ir.outline import OutlineBlock, OutlineColumn
from deckbuilder.ir.template import Box
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office.reader.outline.geometry import bands, columns, in_reading_order
from deckbuilder.office.reader.outline.pieces import Piece
from deckbuilder.office.reader.outline.slide_runs import as_heading, in_one

_BODIES = {"", "obj", "body"}
_LONGEST = 120
"""The most characters of a text that heads a column."""

_QUOTES = '“„‘«»"”'
"""What a quotation begins with, which heads nothing."""


def arranged(pieces: Sequence[Piece]) -> tuple[OutlineBlock, ...]:
    """Give the blocks of a slide without its title."""
    if any(piece.box.cx <= 0 and piece.box.cy <= 0 and piece.holder is not None for piece in pieces):
        return _flat(pieces)  # of a placeholder without a place only the file's order is known
    rows = bands(pieces, _box)
    found: list[OutlineBlock] = []
    while rows:
        row = rows.pop(0)
        sides = columns(row, _box)
        taken = _headed(sides, rows) or _side_by_side(sides)
        if taken:
            found += taken
        else:
            found += _flat(in_reading_order(row, _box))
    return tuple(found)


def _box(piece: Piece) -> Box:
    return piece.box


def _flat(pieces: Sequence[Piece]) -> tuple[OutlineBlock, ...]:
    return tuple(block for piece in pieces for block in piece.blocks)


def _headed(sides: list[list[Piece]], rows: list[list[Piece]]) -> list[OutlineColumn]:
    """Read a row of headings with the row of texts below it, which is taken from `rows`."""
    if len(sides) < 2 or not rows or not all(len(side) == 1 and _is_heading(side[0]) for side in sides):
        return []
    below = columns(rows[0], _box)
    if len(below) != len(sides) or not all(_is_text(side) for side in below):
        return []
    if not all(_over(above[0], side) for above, side in zip(sides, below, strict=True)):
        return []
    if all(len(side) == 1 and len(side[0].paragraphs) == 1 and _is_heading(side[0]) for side in below) and not any(
        piece.holder is not None or piece.strong for side in sides for piece in side
    ):
        return []  # a grid of labels, of which no row heads the other
    rows.pop(0)
    return [_column(above[0], side) for above, side in zip(sides, below, strict=True)]


def _side_by_side(sides: list[list[Piece]]) -> list[OutlineColumn]:
    if len(sides) < 2 or not all(_is_text(side) for side in sides):
        return []
    ordered = [in_reading_order(side, _box) for side in sides]
    headed = all(len(side) > 1 and _is_heading(side[0]) for side in ordered)
    if headed:
        return [_column(side[0], side[1:]) for side in ordered]
    held = all(side[0].holder in _BODIES for side in sides)
    many = all(sum(len(piece.paragraphs) for piece in side) > 1 for side in sides)
    return [_inner_heading(side) for side in ordered] if held or many else []


def _inner_heading(side: Sequence[Piece]) -> OutlineColumn:
    """Read a column whose heading, where it has one, is the first paragraph of its text: no item above items."""
    texts = [paragraph for piece in side for paragraph in piece.paragraphs]
    first, rest = texts[0], texts[1:]
    bold = all(run.strong for run in first.runs if run.text.strip())
    others_bold = rest and all(run.strong for each in rest for run in each.runs if run.text.strip())
    heads = first.list is ListKind.NONE and len(first.text) <= _LONGEST and rest
    if heads and (all(each.list is not ListKind.NONE for each in rest) or (bold and not others_bold)):
        return OutlineColumn(as_heading(first.runs), tuple(rest))
    return OutlineColumn((), tuple(texts))


def _column(heading: Piece, side: Sequence[Piece]) -> OutlineColumn:
    runs: tuple[Run, ...] = as_heading(in_one(heading.paragraphs))
    texts: list[Paragraph] = [paragraph for piece in in_reading_order(side, _box) for paragraph in piece.paragraphs]
    return OutlineColumn(runs, tuple(texts))


def _is_text(side: Sequence[Piece]) -> bool:
    return all(piece.paragraphs for piece in side)


def _is_heading(piece: Piece) -> bool:
    texts = piece.paragraphs
    short = len(texts) == 1 and texts[0].list is ListKind.NONE and len(piece.text) <= _LONGEST
    return short and piece.text[:1] not in _QUOTES


def _over(heading: Piece, side: Sequence[Piece]) -> bool:
    left = min(piece.box.x for piece in side)
    right = max(piece.box.x + piece.box.cx for piece in side)
    middle = heading.box.x + heading.box.cx / 2
    return left <= middle <= right

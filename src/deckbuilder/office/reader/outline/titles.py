"""Which text of a slide is its title, and which its subtitle."""

from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.ir.text import ListKind, Run
from deckbuilder.office.reader.outline.losses import Losses, shown
from deckbuilder.office.reader.outline.pieces import Piece
from deckbuilder.office.reader.outline.slide_runs import as_heading, in_one

_TITLES = {"title", "ctrTitle"}
_LONGEST = 150
"""The most characters of a text that is taken as a title."""
_MOST_LINES = 3
"""The most paragraphs of a subtitle."""


class Titled(Struct, frozen=True):
    """A slide's pieces, with title and subtitle told from the others."""

    title: tuple[Run, ...]
    subtitle: tuple[Run, ...]
    rest: tuple[Piece, ...]


def titled(pieces: Sequence[Piece], layout: str, place: str, losses: Losses) -> Titled:
    """Tell title and subtitle from what else stands on a slide.

    `layout` is `title` or `section` where the slide's layout is one.
    """
    rest = list(pieces)
    title = next((piece for piece in rest if piece.holder in _TITLES), None)
    if title is None:
        title = _likely(rest)
        if title is not None:
            losses.add(place, f"No title is marked as one; {shown(title.text)}, the largest text at the top, is taken.")
    if title is not None:
        rest.remove(title)
    subtitle = _subtitle(rest, layout)
    if subtitle is not None:
        rest.remove(subtitle)
    return Titled(_runs(title), _runs(subtitle), tuple(rest))


def _runs(piece: Piece | None) -> tuple[Run, ...]:
    return as_heading(in_one(piece.paragraphs)) if piece is not None else ()


def _likely(pieces: Sequence[Piece]) -> Piece | None:
    """Give the piece that people take for the title: the largest text, at the top."""
    texts = [piece for piece in pieces if piece.paragraphs]
    largest = max((piece.size for piece in texts), default=0)
    able = [piece for piece in texts if piece.size == largest]
    first = min(able, key=lambda piece: (piece.box.y, piece.box.x), default=None)
    if first is None or len(first.paragraphs) > 1 or len(first.text) > _LONGEST:
        return None
    if any(paragraph.list is not ListKind.NONE for paragraph in first.paragraphs):
        return None
    others = [piece for piece in pieces if piece is not first]
    larger = len(able) == 1 and len(texts) > 1
    above = all(piece.box.y >= first.box.y + first.box.cy // 2 for piece in others)
    below_half = bool(others) and all(piece.box.y + piece.box.cy <= first.box.y for piece in others)
    return first if (larger or above) and not below_half else None


def _subtitle(rest: Sequence[Piece], layout: str) -> Piece | None:
    kinds = {"title": ("subTitle",), "section": ("subTitle", "body", "")}.get(layout, ())
    texts = [piece for piece in rest if piece.paragraphs]
    for kind in kinds:
        able = next((piece for piece in texts if piece.holder == kind and not piece.text.isdecimal()), None)
        if able is not None:
            listed = any(paragraph.list is not ListKind.NONE for paragraph in able.paragraphs)
            return None if (listed and len(able.paragraphs) > 1) or len(able.paragraphs) > _MOST_LINES else able
    return None

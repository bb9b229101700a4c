"""Titles and ids: every slide has one of its own, made where the document has none."""

from msgspec.structs import replace

from deckbuilder.importing.dividing import Piece
from deckbuilder.importing.pack_files import name_of, unused
from deckbuilder.importing.pack_text import tidy
from deckbuilder.ir.outline import OutlineColumn, OutlinePicture, OutlineTable
from deckbuilder.ir.text import Paragraph, Run

_MOST_WORDS = 8
_MOST_CHARACTERS = 60


def name_pieces(pieces: list[Piece], document: str) -> None:
    """Give each slide a title that no other has, and an id made of it; what is made up is said.

    `document` is what the whole is called.
    """
    own = {_key(tidy(piece.title)) for piece in pieces if piece.ordinal == 1 and piece.title}
    numbering = _Numbering(own)
    ids: set[str] = set()
    before: tuple[Run, ...] = ()
    for piece in pieces:
        title = tidy(piece.title)
        made = piece.ordinal == 1 and not any(character.isalnum() for run in title for character in run.text)
        if piece.ordinal > 1:
            title = before
        elif made:
            title = _made(piece, document, title)
        before = title
        piece.title, number = numbering.distinct(title, yields=made)
        if number and piece.ordinal == 1 and not made:
            piece.ask(f"Another slide has this title already, so “({number})” was added.")
        piece.id = unused(name_of(_text(piece.title), name_of(piece.place, "slide")), ids)


class _Numbering:
    """Makes titles distinct by a number behind them."""

    def __init__(self, own: set[str]) -> None:
        self._own = own
        """The titles that the document gives, which no other slide takes."""
        self._used: set[str] = set()
        self._last: dict[str, int] = {}

    def distinct(self, title: tuple[Run, ...], *, yields: bool) -> tuple[tuple[Run, ...], int]:
        """Give a title that no other has, and the number added to it, or 0; one that `yields` leaves the document's."""
        key = _key(title)
        if key not in self._used and not (yields and key in self._own):
            self._used.add(key)
            return title, 0
        number = self._last.get(key, 1) + 1
        while f"{key} ({number})" in self._used or f"{key} ({number})" in self._own:
            number += 1
        self._last[key] = number
        self._used.add(f"{key} ({number})")
        suffix, last = f" ({number})", title[-1]
        if last.strong or last.emphasis or last.link:
            return (*title, Run(suffix)), number
        return (*title[:-1], replace(last, text=last.text + suffix)), number


def _text(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _key(runs: tuple[Run, ...]) -> str:
    return " ".join(_text(runs).split()).casefold()


def _made(piece: Piece, document: str, given: tuple[Run, ...]) -> tuple[Run, ...]:
    if piece.opens == "title":
        piece.ask(f"The document says no title; “{document}” is made of the file’s name. Give it its own.")
        return (Run(document),)
    words = _first_words(piece)
    if not words:
        words = _text(given) if given else piece.place[:1].upper() + piece.place[1:]
    piece.ask("The document gives this slide no title; this one is made of what stands on it.")
    return (Run(words),)


def _first_words(piece: Piece) -> str:
    body = piece.body
    text = ""
    if isinstance(body, OutlinePicture):
        text = body.description or "Picture"
    elif isinstance(body, OutlineTable):
        text = ", ".join(filter(None, (_text(cell).strip() for cell in body.header))) or "Table"
    elif isinstance(body, tuple) and body:
        first = body[0]
        text = (
            _text(first.heading) or first.paragraphs[0].text if isinstance(first, OutlineColumn) else _text(first.runs)
        )
    elif piece.notes and isinstance(piece.notes[0], Paragraph):
        text = piece.notes[0].text
    words = text.split()
    short = " ".join(words[:_MOST_WORDS])
    if len(short) > _MOST_CHARACTERS:
        short = short[:_MOST_CHARACTERS].rpartition(" ")[0] or short[:_MOST_CHARACTERS]
    return short + "…" if len(short) < len(" ".join(words)) else short

"""Slides whose layout is one for a quotation: the words, and who said them."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.ir.outline import OutlineQuote
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.office.reader.outline.pieces import Piece
from deckbuilder.office.reader.outline.slide_runs import as_heading, in_one, trimmed

_LAYOUT = re.compile(
    r"\b(?:quot(?:e|ation)s?|zitate?|citations?|citas?|citazion[ei]|cita[çc](?:ão|ões|ao|oes)|citaat|citaten|"
    r"citat|cytaty?|sitat|sitaatti|lainaus|idézet|citát|цитат[аы]?)\b",
    re.IGNORECASE,
)
"""What Office calls these layouts, in the languages of its designs."""
_PAIRS = {
    "“": "”",
    "„": "“”",
    "‘": "’",
    "«": "»",
    "»": "«",
    '"': '"',
    "”": "”",
    "\N{SINGLE LOW-9 QUOTATION MARK}": "‘’",
}
"""What closes a quotation, by what opens it."""
_DASH = re.compile(r"\A\s*[—–―-]+\s*")
_LONGEST = 120
"""The most characters of a line that says who spoke."""


def is_for_quotation(layout: str) -> bool:
    """Say whether a layout's name, or a style's, is that of one for quotations."""
    return _LAYOUT.search(layout) is not None


def quoted(pieces: Sequence[Piece]) -> tuple[OutlineQuote, tuple[Piece, ...]] | None:
    """Find the quotation among the pieces of such a slide; gives it and the others, the title among them."""
    texts = [piece for piece in pieces if piece.paragraphs and piece.holder is not None]
    marked = next((piece for piece in texts if unmarked(in_one(piece.paragraphs)) is not None), None)
    words = marked or max(texts, key=lambda piece: (piece.size, len(piece.text)), default=None)
    if words is None:
        return None
    rest = [piece for piece in pieces if piece is not words]
    spoken, speaker = spoken_by(words.paragraphs)
    if not speaker:
        after = next((piece for piece in rest if piece in texts and piece.holder not in {"title", "ctrTitle"}), None)
        if after is not None and len(after.paragraphs) == 1 and len(after.text) <= _LONGEST:
            speaker = without_dash(in_one(after.paragraphs))
            rest.remove(after)
    return OutlineQuote(as_heading(spoken), speaker), tuple(rest)


def names_speaker(paragraph: Paragraph) -> bool:
    """Say whether a line begins with a dash, as one does that says who spoke."""
    return _DASH.match(paragraph.text) is not None and len(paragraph.text) <= _LONGEST


def spoken_by(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Part the words of a quotation from its last line, where that begins with a dash and says who spoke."""
    last = paragraphs[-1]
    if len(paragraphs) > 1 and names_speaker(last):
        words = in_one(paragraphs[:-1])
        return unmarked(words) or words, without_dash(last.runs)
    words = in_one(paragraphs)
    return unmarked(words) or words, ()


def unmarked(runs: tuple[Run, ...]) -> tuple[Run, ...] | None:
    """Give runs without the quotation marks around the whole; None where there are none."""
    text = "".join(run.text for run in runs)
    opening, inner, closing = text[:1], text[1:-1], text[-1:]
    if not inner.strip() or closing not in _PAIRS.get(opening, ()):
        return None
    if opening in inner or (closing in inner and closing != "’"):  # which is an apostrophe too
        return None
    cut = [*runs]
    cut[0] = replace(cut[0], text=cut[0].text[1:])
    cut[-1] = replace(cut[-1], text=cut[-1].text[:-1])
    return trimmed(tuple(run for run in cut if run.text))


def without_dash(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give runs without the dash that says that a name follows."""
    if not runs:
        return ()
    return trimmed((replace(runs[0], text=_DASH.sub("", runs[0].text)), *runs[1:]))

"""What a text may be divided into, and how wide the pieces are.

Where a line may end is what Unicode Standard Annex 14 says, with LibreOffice's rules for the characters of East Asia.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from deckbuilder.fit.metrics import Face, FontMetrics
from deckbuilder.ir.text import JOINED_EMOJI, JOINER

Runs = tuple[tuple[str, int], ...]
"""Texts and their styles: 0 for regular, 1 for bold, 2 for italic, 3 for both, with `WHOLE` added or not."""
WHOLE = 4
"""Added to the style of a text that is divided only where it is wider than a line.

So LibreOffice sets a link on a slide, since it takes it for a field: what does not fit begins a line, and what follows
a text wider than a line begins another.
"""

_SPACES = r" \r\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""Spaces at which a line may break: all but those that are made to keep words together."""
_WIDE = r"\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003134f"
"""The characters of East Asia between which a line may break anywhere; not those of Korea, which stand in words."""
_FORBIDDEN = (
    r"\u3001\u3002\u3005\u3009\u300b\u300d\u300f\u3011\u3015\u3017\u30fb\u30fc\uff01\uff05\uff09\uff0c\uff0e"
    r"\uff1a\uff1b\uff1f\uff3d\uff5d\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e"
    r"\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6"
)
"""What no line of East Asia begins with: closing marks, and small letters that belong to the one before."""
_CLOSING = _FORBIDDEN + r",.:;%!?)\]}”’…·"
_OPENING = r"\u3008\u300a\u300c\u300e\u3010\u3014\u3016\uff08\uff3b\uff5b(\[{“‘"
"""What no line ends with."""
_AFTER = r"‐–/!?…|\u200b-"
"""After these a line may end, inside a word."""
_BEFORE_NONE = r"‐–/!?…,.:;%)\]}“”‘’«»\"'-"
"""No line begins with these, so that one ends before them only at a space."""
_FIRST_WIDE = "\u2e80"
"""The first of the characters of East Asia."""


def _pieces(wide: str) -> re.Pattern[str]:
    """Make the pattern of what a text may be divided into, `wide` being the characters a line may break between.

    At spaces, at zero-width spaces, after hyphens, dashes and slashes, and after each character of East Asia. A soft
    hyphen divides nothing: not every program breaks there.
    """
    inside = rf"(?:[^\n\t{_SPACES}{wide}—{_AFTER}]|[{_AFTER}](?=[{_BEFORE_NONE}]))+"
    single = rf"[{_OPENING}]*[{wide}][{_CLOSING}]*|" if wide else ""
    return re.compile(rf"\n|\t|[{_SPACES}]+|{single}{inside}[{_AFTER}]?[{_FORBIDDEN}]*|—+[{_BEFORE_NONE}]*|[{_AFTER}]")


def _words(wide: str) -> re.Pattern[str]:
    """Make the pattern of what a reader would not see divided: as above, but words joined with a slash are one."""
    single = rf"|[{_OPENING}]*[{wide}][{_CLOSING}]*" if wide else ""
    return re.compile(rf"[^\n\t{_SPACES}{wide}—‐–\u200b-]+[‐–\u200b-]?{single}")


@cache
def _for_any(make: Callable[[str], re.Pattern[str]]) -> re.Pattern[str]:
    # Compiled for the first text that asks for it: it takes as long as to set a page.
    return make(_WIDE)


_FEW_PIECES, _FEW_WORDS = _pieces(""), _words("")
"""The same for texts without characters of East Asia, where both give the same."""
_EAST_ASIAN = rf"[{_WIDE}\uac00-\ud7af]"
_ADDRESS = re.compile("://|^www[.]")
_LATIN = "\u024f"
"""The last of the Latin letters that every font has."""
_BETWEEN_SCRIPTS = 0.24
"""What LibreOffice leaves between Latin and East Asian characters; Word leaves a quarter of the text size."""
_BESIDE_ARABIC = 0.7
"""The least width of a digit beside Arabic letters: it is taken from the font that has these, even in bold."""
_ARABIC = re.compile("[\u0600-\u08ff]")
_EAST_ASIAN_SPACE = 0.32
"""The least width of a space after a character of East Asia: it is taken from the font that has that."""
_AS_WIDE = str.maketrans("\u00a0\u202f\u2007\u2011", "   -")
"""Characters that keep words together, which metrics do not list, and those that are as wide."""


class Divided(NamedTuple):
    """A text in pieces, each of which a line holds whole where it can; widths are in text sizes."""

    pieces: list[str]
    starts: list[int]
    """The index of each piece's first character in the text of all runs."""
    lefts: list[float]
    """Where each would begin and end if the text stood on one line."""
    rights: list[float]
    marks: list[int]
    """Which pieces are line breaks and tabs, in order, and after them how many pieces there are."""
    ends: list[int]
    """Where each run ends in the text of all runs."""
    whole: dict[int, int]
    """Where text that stays whole begins and ends: its piece has what follows it without a break, too."""


def has_east_asian(runs: Runs) -> bool:
    """Say whether runs have a character of East Asia."""
    return any(max(text, default="") >= _FIRST_WIDE and re.search(_EAST_ASIAN, text) for text, _ in runs)


def words(text: str) -> list[str]:
    """Give the words of a text that are not divided where it can be helped; of web addresses the parts."""
    found: list[str] = []
    few = max(text, default="") < _FIRST_WIDE
    for word in (_FEW_WORDS if few else _for_any(_words)).findall(text):
        found += (_FEW_PIECES if few else _for_any(_pieces)).findall(word) if _ADDRESS.search(word) else [word]
    return found


def face_of_style(metrics: FontMetrics, style: int) -> Face:
    """Give the face that a style of `Runs` is set in."""
    return metrics.face(bold=style & 1 > 0, italic=style & 2 > 0)


@lru_cache(maxsize=8_000)
def divided(runs: Runs, metrics: FontMetrics) -> Divided:
    """Divide the text of runs, and measure its pieces: for whichever width it is set in, that is done once."""
    text = _all_pieces(runs, metrics)
    return _with_whole(text, runs) if any(style >= WHOLE for _, style in runs) else text


def _with_whole(text: Divided, runs: Runs) -> Divided:
    """Join the pieces of each text that stays whole, and the one that begins in it."""
    spans = {end - len(words): end for (words, style), end in zip(runs, text.ends, strict=True) if style >= WHOLE}
    made, end = Divided([], [], [], [], [], text.ends, {}), 0
    for piece, start, left, right in zip(text.pieces, text.starts, text.lefts, text.rights, strict=True):
        if piece in "\n\t":
            made.marks.append(len(made.pieces))
            end = 0
        elif start < end:
            made.pieces[-1] += piece
            made.rights[-1] = right
            continue
        elif start in spans:
            made.whole[start] = end = spans[start]
        made.pieces.append(piece)
        made.starts.append(start)
        made.lefts.append(left)
        made.rights.append(right)
    made.marks.append(len(made.pieces))
    return made


def _all_pieces(runs: Runs, metrics: FontMetrics) -> Divided:
    """Divide the text of runs into the pieces that any text has, and measure them."""
    whole = "".join(text for text, _ in runs)
    has_arabic = _ARABIC.search(whole) is not None
    # A line may end before a text that stays whole, whatever comes before it.
    ends = list(accumulate(len(text) for text, _ in runs))
    cuts = [0, *(end - len(text) for (text, style), end in zip(runs, ends, strict=True) if style >= WHOLE), len(whole)]
    pattern = _FEW_PIECES if max(whole, default="") < _FIRST_WIDE else _for_any(_pieces)
    pieces = _with_emoji([piece for one, other in pairwise(cuts) for piece in pattern.findall(whole, one, other)])
    made = Divided(pieces, [], [], [], [], ends, {})
    faces = _faces(runs, metrics)
    number, (face, rest) = 0, faces[0]
    at, right, was_wide, last = 0, 0.0, False, ""
    starts, lefts, rights = made.starts, made.lefts, made.rights
    for index, piece in enumerate(pieces):
        while not rest:
            number += 1
            face, rest = faces[number]
        size = len(piece)
        wide, are_wide = _piece(face, piece)
        before = face.between(last, piece[0]) if last in face.kerning.first else 0.0
        if are_wide is None:
            if piece in "\n\t":
                made.marks.append(index)
            elif last > _LATIN:
                wide = max(wide, _space_after(face, last, east_asian=was_wide) * size)
        else:
            if last and are_wide[0] != was_wide:
                before = _BETWEEN_SCRIPTS
            was_wide = are_wide[1]
            if size > rest:
                wide = _mixed_width(runs, number, len(runs[number][0]) - rest, piece, metrics)
            if has_arabic:
                wide = max(wide, _BESIDE_ARABIC * size if piece[0].isdigit() else 0.0)
        starts.append(at)
        lefts.append(right + before)
        right += before + wide
        rights.append(right)
        at += size
        last = "" if piece in "\n\t" else piece[-1]
        while size > rest:
            size -= rest
            number += 1
            face, rest = faces[number]
        rest -= size
    made.marks.append(len(pieces))
    return made


def _faces(runs: Runs, metrics: FontMetrics) -> list[tuple[Face, int]]:
    """Give the face of each run, and how many characters it has."""
    return [(face_of_style(metrics, style), len(text)) for text, style in runs] or [(metrics.regular, 0)]


def _with_emoji(pieces: list[str]) -> list[str]:
    """Join each emoji that is made of several with the word before it: LibreOffice ends no line between the two."""
    if not any(JOINER in piece for piece in pieces):
        return pieces
    found: list[str] = []
    for piece in pieces:
        if JOINED_EMOJI.match(piece) and len(found) > 1 and found[-1] == " " and not found[-2].isspace():
            word, space = found[-2:]
            found[-2:] = [word + space + piece]
        else:
            found.append(piece)
    return found


@lru_cache(maxsize=20_000)
def _piece(face: Face, piece: str) -> tuple[float, tuple[bool, bool] | None]:
    """Give the width of a piece, and whether its first and its last character are of East Asia; None for a space."""
    if piece.isspace():
        return width_of(face, piece), None
    kinds = [_is_wide(character) for character in (piece if max(piece) > _LATIN else piece[:1])]
    changes = sum(one != other for one, other in pairwise(kinds))
    return width_of(face, piece) + changes * _BETWEEN_SCRIPTS, (kinds[0], kinds[-1])


def _is_wide(character: str) -> bool:
    return character >= _FIRST_WIDE and re.match(_EAST_ASIAN, character) is not None


def _space_after(face: Face, character: str, *, east_asian: bool) -> float:
    """Give the least width of a space after a character that the font may lack; 0 where it is the font's own."""
    least = max(face.widths.space_after(character), _EAST_ASIAN_SPACE * east_asian)
    return least if least > face.widths[" "] else 0.0


def _mixed_width(runs: Runs, number: int, at: int, piece: str, metrics: FontMetrics) -> float:
    """Give the width of a piece that stands in several runs, from a character of a run on."""
    total = 0.0
    while piece:
        text, style = runs[number]
        part = text[at : at + len(piece)]
        if part:
            total += width_of(face_of_style(metrics, style), part)
        piece, number, at = piece[len(part) :], number + 1, 0
    return total


@lru_cache(maxsize=20_000)
def width_of(face: Face, text: str) -> float:
    """Give the width of a text in a face, in text sizes."""
    return face.width(text.translate(_AS_WIDE))

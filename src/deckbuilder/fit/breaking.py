"""Where lines break.

Lines are filled greedily, as Office and LibreOffice fill them. Where a line may end is what Unicode Standard Annex 14
says, with LibreOffice's own rules for slashes, and its rules for the characters of East Asia.
"""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from deckbuilder.fit.metrics import Face, FontMetrics

Runs = tuple[tuple[str, int], ...]
"""Texts and their styles: 0 for regular, 1 for bold, 2 for italic, 3 for both."""

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
_LETTERS = rf"[^\n\t{_SPACES}{_WIDE}—{_AFTER}]"
_INSIDE = rf"(?:{_LETTERS}|[{_AFTER}](?=[{_BEFORE_NONE}]))+"
_PIECES = re.compile(
    rf"\n|\t|[{_SPACES}]+|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*"
    rf"|{_INSIDE}[{_AFTER}]?[{_FORBIDDEN}]*|—+[{_BEFORE_NONE}]*|[{_AFTER}]"
)
"""What a text may be divided into.

At spaces, at zero-width spaces, after hyphens, dashes and slashes, and after each character of East Asia. A soft hyphen
divides nothing: not every program breaks there.
"""
_WORDS = re.compile(rf"[^\n\t{_SPACES}{_WIDE}—‐–\u200b-]+[‐–\u200b-]?|[{_OPENING}]*[{_WIDE}][{_CLOSING}]*")
"""What a reader would not see divided: as above, but words joined with a slash are one."""
_EAST_ASIAN = re.compile(rf"[{_WIDE}\uac00-\ud7af]")
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
_GLUED = 66
"""How many characters LibreOffice looks back from a slash for a space, at which it rather breaks."""
_AS_WIDE = str.maketrans("\u00a0\u202f\u2007\u2011", "   -")
"""Characters that keep words together, which metrics do not list, and those that are as wide."""
_ROUNDING = 1e-6
"""What a sum of widths may differ by from the same sum in another order, in text sizes."""
TAB = 4.0
"""The distance of tab stops, in text sizes, where none is given."""


class _Text(NamedTuple):
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


def width_of(face: Face, text: str) -> float:
    """Give the width of a text in a face, in text sizes."""
    return _width(face, text)


def has_east_asian(runs: Runs) -> bool:
    """Say whether runs have a character of East Asia."""
    return any(not text.isascii() and _EAST_ASIAN.search(text) is not None for text, _ in runs)


def words(text: str) -> list[str]:
    """Give the words of a text that are not divided where it can be helped; of web addresses the parts."""
    found: list[str] = []
    for word in _WORDS.findall(text):
        found += _PIECES.findall(word) if _ADDRESS.search(word) else [word]
    return found


def line_starts(runs: Runs, width: float, metrics: FontMetrics, tab: float = TAB) -> list[int]:
    """Give the indices, in the text of all runs, at which the second line begins, the third, and so on.

    `width` and `tab`, the distance of tab stops, are in text sizes. A word that is wider than a line is broken inside.
    """
    text = _measured(runs, metrics)
    pieces, lefts, rights, total = text.pieces, text.lefts, text.rights, len(text.pieces)
    width += _ROUNDING
    found: list[int] = []
    # Where the line begins: the piece looked at, the index of the character, the place on the one long line.
    index, begin, left = 0, 0, 0.0
    marks = iter(text.marks)
    stop = next(marks)
    while index < total:
        over = bisect_right(rights, left + width, index, stop)
        if over < stop and pieces[over].isspace():
            over += 1
        if over >= stop:
            if stop == total:
                break
            index = stop + 1
            if pieces[stop] == "\n":
                begin = text.starts[stop] + 1
                left = lefts[index] if index < total else rights[stop]
                found.append(begin)
            else:
                left = rights[stop] - ((lefts[stop] - left) // tab + 1) * tab
            stop = next(marks)
            continue
        room = width - (lefts[over] - left)
        exact = _width(_face_of(runs, text, metrics, text.starts[over]), pieces[over][0]) > room
        goal = _break_before(text, over, begin, exact=exact)
        if goal is None:
            cuts, left_over = _cut(runs, text, over, metrics, width, room if text.starts[over] > begin else width)
            found += cuts
            begin = cuts[-1] if cuts else begin
            index, left = over + 1, rights[over] - left_over
        else:
            index, begin, left = goal, text.starts[goal], lefts[goal]
            found.append(begin)
    return found


def count_lines(runs: Runs, width: float, metrics: FontMetrics, tab: float = TAB) -> int:
    """Count the lines of runs in a width given in text sizes."""
    return len(line_starts(runs, width, metrics, tab)) + 1


def break_lines(runs: Runs, width: float, metrics: FontMetrics, tab: float = TAB) -> list[list[tuple[int, str]]]:
    """Give the lines that `count_lines` counts: the numbers of the runs that each shows, and what it has of them.

    The spaces at which a line breaks stay at its end.
    """
    lines: list[list[tuple[int, str]]] = [[]]
    starts = iter([*line_starts(runs, width, metrics, tab), -1])
    stop, at = next(starts), 0
    for number, (text, _) in enumerate(runs):
        end = at + len(text)
        while at < end or stop == at:
            if stop == at:
                lines.append([])
                stop = next(starts)
                continue
            upto = end if stop < 0 else min(stop, end)
            shown = text[at - end :][: upto - at].removesuffix("\n")
            if shown:
                lines[-1].append((number, shown))
            at = upto
    return lines


def _break_before(text: _Text, index: int, begin: int, *, exact: bool) -> int | None:
    """Give the piece that the next line begins with, or None where the piece at `index` is broken inside.

    LibreOffice does not end a line at a slash where it finds a space not too far before it; if that is where the line
    begins, it breaks the word anywhere. Nor does it where the line would be full: it looks for a place before it then.
    `exact` says that not even the first character of the piece has room.
    """
    pieces, starts = text.pieces, text.starts
    if exact and starts[index] > begin and pieces[index - 1][-1] == "/":
        index -= 1
    start = starts[index]
    if start <= begin:
        return None
    if pieces[index - 1][-1] != "/":
        return index
    for number in range(index - 1, -1, -1):
        if start - starts[number + 1] > _GLUED:
            break
        if pieces[number].isspace():
            return number + 1 if starts[number + 1] > begin else None
    return index


def _cut(
    runs: Runs, text: _Text, index: int, metrics: FontMetrics, width: float, room: float
) -> tuple[list[int], float]:
    """Break a piece inside, the first time after what fits in `room`; gives where, and how wide what is left is."""
    cuts: list[int] = []
    begin, wide, first, last = text.starts[index], 0.0, room < width, ""
    for at, character in enumerate(text.pieces[index], begin):
        face = _face_of(runs, text, metrics, at)
        advance = _width(face, character) + (face.between(last, character) if at > begin else 0.0)
        last = character
        if advance > 0 and wide + advance > (room if first else width) and (at > begin or first):
            cuts.append(at)
            begin, wide, first = at, 0.0, False
        wide += advance
    return cuts, wide


def _face_of(runs: Runs, text: _Text, metrics: FontMetrics, index: int) -> Face:
    """Give the face of a character in the text of all runs."""
    number = bisect_right(text.ends, index)
    return _face(metrics, runs[number][1]) if number < len(runs) else metrics.regular


def _face(metrics: FontMetrics, style: int) -> Face:
    return metrics.face(bold=style % 2 == 1, italic=style > 1)


@lru_cache(maxsize=8_000)
def _measured(runs: Runs, metrics: FontMetrics) -> _Text:
    """Divide the text of runs, and measure its pieces: for whichever width it is set in, that is done once."""
    whole = "".join(text for text, _ in runs)
    pieces, has_arabic = _PIECES.findall(whole), _ARABIC.search(whole) is not None
    made = _Text(pieces, [], [], [], [], list(accumulate(len(text) for text, _ in runs)))
    faces = [(_face(metrics, style), len(text)) for text, style in runs] or [(metrics.regular, 0)]
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


@lru_cache(maxsize=20_000)
def _piece(face: Face, piece: str) -> tuple[float, tuple[bool, bool] | None]:
    """Give the width of a piece, and whether its first and its last character are of East Asia; None for a space."""
    if piece.isspace():
        return _width(face, piece), None
    kinds = [_EAST_ASIAN.match(character) is not None for character in (piece if max(piece) > _LATIN else piece[:1])]
    changes = sum(one != other for one, other in pairwise(kinds))
    return _width(face, piece) + changes * _BETWEEN_SCRIPTS, (kinds[0], kinds[-1])


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
            total += _width(_face(metrics, style), part)
        piece, number, at = piece[len(part) :], number + 1, 0
    return total


@lru_cache(maxsize=20_000)
def _width(face: Face, text: str) -> float:
    return face.width(text.translate(_AS_WIDE))

"""Where lines break.

Lines are filled greedily, as Office and LibreOffice fill them. Where a line may end is what Unicode Standard Annex 14
says, with LibreOffice's own rules for slashes, and its rules for the characters of East Asia.
"""

from bisect import bisect_right
from functools import lru_cache

from deckbuilder.fit.metrics import Face, FontMetrics
from deckbuilder.fit.pieces import Divided, Runs, divided, face_of_style, width_of
from deckbuilder.fit.plain_lines import ROUNDING

_GLUED = 66
"""How many characters LibreOffice looks back from a slash for a space, at which it rather breaks."""
TAB = 4.0
"""The distance of tab stops, in text sizes, where none is given."""


def line_starts(runs: Runs, width: float, metrics: FontMetrics, tab: float = TAB) -> list[int]:
    """Give the indices, in the text of all runs, at which the second line begins, the third, and so on.

    `width` and `tab`, the distance of tab stops, are in text sizes. A word that is wider than a line is broken inside.
    """
    text = divided(runs, metrics)
    pieces, lefts, rights, total = text.pieces, text.lefts, text.rights, len(text.pieces)
    width += ROUNDING
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
        exact = width_of(_face_of(runs, text, metrics, text.starts[over]), pieces[over][0]) > room
        goal = _break_before(text, over, begin, exact=exact)
        if goal is None:
            cuts, left_over = _cut(runs, text, over, metrics, width, room if text.starts[over] > begin else width)
            found += cuts
            begin = cuts[-1] if cuts else begin
            index, left = over + 1, rights[over] - left_over
            end = text.whole.get(text.starts[over], 0)
            if cuts and cuts[0] < end:
                tail = pieces[over][end - text.starts[over] :]
                if tail or index < stop:
                    found = [cut for cut in found if cut < end] + [end]
                    begin = end
                    left = rights[over] - width_of(_face_of(runs, text, metrics, end), tail) if tail else lefts[index]
        else:
            index, begin, left = goal, text.starts[goal], lefts[goal]
            found.append(begin)
    return found


@lru_cache(maxsize=50_000)
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


def _break_before(text: Divided, index: int, begin: int, *, exact: bool) -> int | None:
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
    runs: Runs, text: Divided, index: int, metrics: FontMetrics, width: float, room: float
) -> tuple[list[int], float]:
    """Break a piece inside, the first time after what fits in `room`; gives where, and how wide what is left is."""
    cuts: list[int] = []
    begin, wide, first, last = text.starts[index], 0.0, room < width, ""
    for at, character in enumerate(text.pieces[index], begin):
        face = _face_of(runs, text, metrics, at)
        advance = width_of(face, character) + (face.between(last, character) if at > begin else 0.0)
        last = character
        if advance > 0 and wide + advance > (room if first else width) and (at > begin or first):
            cuts.append(at)
            begin, wide, first = at, 0.0, False
        wide += advance
    return cuts, wide


def _face_of(runs: Runs, text: Divided, metrics: FontMetrics, index: int) -> Face:
    """Give the face of a character in the text of all runs."""
    number = bisect_right(text.ends, index)
    return face_of_style(metrics, runs[number][1]) if number < len(runs) else metrics.regular

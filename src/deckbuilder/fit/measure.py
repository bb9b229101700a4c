"""How high paragraphs stand in a width."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from deckbuilder.fit.metrics import Face, FontMetrics, font_metrics
from deckbuilder.ir.template import Fonts, Placeholder, TextLevel
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.units import Pt, points

_SPACES = r" \t\r\f\v\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000"
"""Spaces at which a line may break: all but those that are made to keep words together."""
_WIDE = r"\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003134f"
"""The characters of East Asia, between which a line may break anywhere."""
_CLOSING = (
    r"\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u3015\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f\uff3d\uff5d,.;:!?)”’…"
)
"""What no line begins with: it stays with the character before."""
_LETTERS = rf"[^\n{_SPACES}{_WIDE}\u200b‐–—/-]"
_DASHES = r"[\u200b‐–—/-]"
_PIECE = (
    rf"\n|[{_SPACES}]+|{_LETTERS}+(?:[/-](?=[0-9]){_LETTERS}+)*{_DASHES}*"
    rf"|[{_WIDE}][{_CLOSING}]*|{_DASHES}+"
)
_PIECES = re.compile(_PIECE)
"""What a text may be divided into (Unicode Standard Annex 14).

At spaces, at zero-width spaces, after hyphens, dashes and slashes, but not between a hyphen or slash and a digit, and
after each character of East Asia. A soft hyphen divides nothing: not every program breaks there.
"""
_LINED = re.compile(rf"https?://[^\n{_SPACES}]+|{_PIECE}")
"""Where a line breaks: as above, but a web address goes to the next line whole, as LibreOffice has it."""
_BREAKING = frozenset("\u200b‐–—/-")
_AS_WIDE = str.maketrans("\u00a0\u202f\u2007\u2011", "   -")
"""Characters that keep words together, which metrics do not list, and those that are as wide."""

SAFETY = 1.01
"""What measured widths are multiplied by: renderers round each glyph's advance."""

SLIDE_LINE = 1.2
"""The least height of a line on a slide, as a multiple of the text size.

LibreOffice gives every line of a presentation this height, whatever the font and whatever other font it takes for a
character; PowerPoint gives a font with a larger height its own.
"""

_MOST_DESCENT = 0.25
"""The most that is taken for a descent: what some fonts have beyond it, the gap between lines, is above the text."""


class Measure:
    """Measures text in the fonts of a template.

    A line is at least `least_line` high, a multiple of the text size: on a slide 1.2, on a page 0, as the lines of a
    Word document are as high as their font has them.
    """

    def __init__(self, fonts: Fonts, least_line: float = SLIDE_LINE) -> None:
        self._least_line = least_line
        self._heading = font_metrics(fonts.heading, fonts.fallback)
        self._body = font_metrics(fonts.body, fonts.fallback)

    def height(
        self, paragraphs: Sequence[Paragraph], placeholder: Placeholder, sizes: tuple[Pt, ...] | None = None
    ) -> Pt:
        """Give the height of paragraphs in a placeholder, at its levels' sizes or at others."""
        width = points(placeholder.box.cx) - points(placeholder.inset[0]) - points(placeholder.inset[2])
        total = 0.0
        for index, paragraph in enumerate(paragraphs):
            level = placeholder.levels[min(paragraph.level, len(placeholder.levels) - 1)]
            size = sizes[min(paragraph.level, len(sizes) - 1)] if sizes else level.size
            lines = self.lines(paragraph.runs, Pt(width - points(level.indent)), size, level)
            total += lines * size * self.line_height(level)
            if index:
                total += level.before
        return Pt(total)

    def lines(self, runs: Iterable[Run], width: Pt, size: Pt, level: TextLevel) -> int:
        """Give the number of lines that runs take in a width."""
        metrics = self._metrics(level)
        return count_lines(
            tuple((_shown(run, level), _style(run, level)) for run in runs), width / size / SAFETY, metrics
        )

    def broken(self, runs: Sequence[Run], width: Pt, size: Pt, level: TextLevel) -> list[list[tuple[Run, str]]]:
        """Give the lines that runs take in a width: for each, the runs and what it shows of them."""
        shown = tuple((_shown(run, level), _style(run, level)) for run in runs)
        lines = break_lines(shown, width / size / SAFETY, self._metrics(level))
        return [[(runs[index], text) for index, text in line] for line in lines]

    def drawn_width(self, text: str, size: Pt, level: TextLevel, *, bold: bool) -> Pt:
        """Give the width of a text as it is shown, with no allowance for rounding."""
        return Pt(self._metrics(level).face(bold=bold).width(text.translate(_AS_WIDE)) * size)

    def width(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width of runs on one line."""
        metrics = self._metrics(level)
        return Pt(sum(_width(_face(metrics, _style(run, level)), _shown(run, level)) for run in runs) * size * SAFETY)

    def longest_word(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width of the widest piece that does not break."""
        metrics = self._metrics(level)
        return Pt(
            max(
                (
                    _width(_face(metrics, _style(run, level)), piece)
                    for run in runs
                    for piece in _PIECES.findall(_shown(run, level))
                    if not piece.isspace()
                ),
                default=0.0,
            )
            * size
            * SAFETY
        )

    def line_height(self, level: TextLevel) -> float:
        """Give the height of a line as a multiple of the text size."""
        return max(self._metrics(level).regular.line_height, self._least_line) * level.line_spacing

    def descent(self, level: TextLevel) -> float:
        """Give how far a line's lower edge is from its baseline, as a multiple of the text size."""
        face = self._metrics(level).regular
        return min(face.line_height - face.ascent, _MOST_DESCENT)

    def _metrics(self, level: TextLevel) -> FontMetrics:
        return self._heading if level.heading_font else self._body


def _shown(run: Run, level: TextLevel) -> str:
    return run.text.upper() if level.caps else run.text


def _style(run: Run, level: TextLevel) -> int:
    return int(level.bold or run.strong) + 2 * run.emphasis


def _face(metrics: FontMetrics, style: int) -> Face:
    return metrics.face(bold=style % 2 == 1, italic=style > 1)


def count_lines(runs: tuple[tuple[str, int], ...], width: float, metrics: FontMetrics) -> int:
    """Count the lines of runs (text and style) in a width given in text sizes.

    A style is 0 for regular, 1 for bold, 2 for italic, 3 for both.

    Breaks greedily, as Office does. A word wider than the line is broken inside.
    """
    return len(_breaks(runs, width, metrics)) + 1


def break_lines(runs: tuple[tuple[str, int], ...], width: float, metrics: FontMetrics) -> list[list[tuple[int, str]]]:
    """Give the lines that `count_lines` counts: the numbers of the runs that each shows, and what it has of them.

    The spaces at which a line breaks stay at its end.
    """
    breaks = _breaks(runs, width, metrics)
    starts = {piece for piece, inside in breaks if not inside}
    cuts = {piece: inside for piece, inside in breaks if inside}
    pieces = [(index, piece) for index, (text, _) in enumerate(runs) for piece in _LINED.findall(text)]
    lines: list[list[tuple[int, str]]] = [[]]
    # Of the word that is broken inside: its cuts, those made, and how wide it is so far.
    wanted, made, wide = 0, 0, 0.0
    for number, (index, piece) in enumerate(pieces):
        if number in starts:
            lines.append([])
        if number in cuts or number in starts or piece.isspace():
            wanted, made, wide = cuts.get(number, 0), 0, 0.0
        if piece == "\n":
            continue
        lines[-1].append((index, "" if wanted else piece))
        for character in piece if wanted else "":
            wide += _width(_face(metrics, runs[index][1]), character)
            while made < wanted and wide > width * (made + 1):
                lines.append([(index, "")])
                made += 1
            lines[-1][-1] = (index, lines[-1][-1][1] + character)
    return [*lines, []] if len(pieces) in starts else lines


def _breaks(runs: tuple[tuple[str, int], ...], width: float, metrics: FontMetrics) -> list[tuple[int, int]]:
    """Find where lines break: before the piece of this number, or, from 1, which break inside the word from it on."""
    found: list[tuple[int, int]] = []
    used, space, word, start, first = 0.0, 0.0, 0.0, 0, 0
    for text, style in runs:
        face = _face(metrics, style)
        pieces = _LINED.findall(text)
        for number, piece in enumerate(pieces, first):
            if piece == "\n":
                used, space, word, start = 0.0, 0.0, 0.0, number + 1
                found.append((start, 0))
            elif piece.isspace():
                used, space, word, start = used + space + word, _width(face, piece), 0.0, number + 1
            else:
                word += _width(face, piece)
                if used + space + word > width:
                    if used > 0:
                        found.append((start, 0))
                        used, space = 0.0, 0.0
                    while word > width > 0:
                        inside = found[-1][1] + 1 if found and found[-1][0] == start else 1
                        found.append((start, inside))
                        word -= width
                if piece[-1] in _BREAKING or piece[-1] >= "\u2e80":
                    used, space, word, start = used + space + word, 0.0, 0.0, number + 1
        first += len(pieces)
    return found


@lru_cache(maxsize=20_000)
def _width(face: Face, piece: str) -> float:
    return face.width(piece.translate(_AS_WIDE))

"""How high paragraphs stand in a width."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from deckbuilder.fit.metrics import Face, FontMetrics, font_metrics
from deckbuilder.ir.template import Fonts, Placeholder, TextLevel
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.units import Pt, points

_PIECES = re.compile(r"\n|[^\S\n]+|[^\s‐–—/-]+[‐–—/-]*|[‐–—/-]+")
"""Where a line may break: at spaces, and after hyphens, dashes and slashes."""

SAFETY = 1.01
"""What measured widths are multiplied by: renderers round each glyph's advance."""


class Measure:
    """Measures text in the fonts of a template."""

    def __init__(self, fonts: Fonts) -> None:
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
            tuple((_shown(run, level), level.bold or run.strong) for run in runs), width / size / SAFETY, metrics
        )

    def width(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width of runs on one line."""
        metrics = self._metrics(level)
        return Pt(
            sum(metrics.face(bold=level.bold or run.strong).width(_shown(run, level)) for run in runs) * size * SAFETY
        )

    def longest_word(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width of the widest piece that does not break."""
        metrics = self._metrics(level)
        return Pt(
            max(
                (
                    _width(metrics.face(bold=level.bold or run.strong), piece)
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
        return self._metrics(level).regular.line_height * level.line_spacing

    def _metrics(self, level: TextLevel) -> FontMetrics:
        return self._heading if level.heading_font else self._body


def _shown(run: Run, level: TextLevel) -> str:
    return run.text.upper() if level.caps else run.text


def count_lines(runs: tuple[tuple[str, bool], ...], width: float, metrics: FontMetrics) -> int:
    """Count the lines of runs (text and whether it is bold) in a width given in text sizes.

    Breaks greedily, as Office does. A word wider than the line is broken inside.
    """
    lines, used, space, word = 1, 0.0, 0.0, 0.0
    for text, bold in runs:
        face = metrics.face(bold=bold)
        for piece in _PIECES.findall(text):
            if piece == "\n":
                lines, used, space, word = lines + 1, 0.0, 0.0, 0.0
            elif piece.isspace():
                used, space, word = used + space + word, face.width(piece), 0.0
            else:
                word += _width(face, piece)
                if used + space + word > width:
                    if used > 0:
                        lines, used, space = lines + 1, 0.0, 0.0
                    while word > width > 0:
                        lines, word = lines + 1, word - width
                if piece[-1] in "‐–—/-":
                    used, space, word = used + space + word, 0.0, 0.0
    return lines


@lru_cache(maxsize=20_000)
def _width(face: Face, piece: str) -> float:
    return face.width(piece)

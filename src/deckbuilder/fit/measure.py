"""How high paragraphs stand in a width."""

from collections.abc import Iterable, Sequence

from deckbuilder.fit.breaking import break_lines, count_lines
from deckbuilder.fit.metrics import FontMetrics, font_metrics
from deckbuilder.fit.pieces import WHOLE, face_of_style, has_east_asian, width_of, words
from deckbuilder.fit.plain_lines import plain_lines
from deckbuilder.ir.template import Fonts, Placeholder, TextLevel
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.units import Pt, points

__all__ = ["CAUTION", "SLIDE_LINE", "Measure", "break_lines", "count_lines"]

CAUTION = 0.01
"""The share of a width that is left free where text is fitted: the kerning of a font may differ a little from that of
its free twin, and renderers round each glyph's advance."""

_EAST_ASIAN_CAUTION = 0.02
"""What is left free besides where a text has characters of East Asia: LibreOffice counts some of the space between
scripts twice when it looks where a line ends."""

_TAB = 72
"""The distance of tab stops on a slide, in points (ECMA-376 Part 1, 21.1.2.2.7: an inch)."""

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
    Word document are as high as their font has them. Of every width the share `caution` is left free: none where text
    is to be measured as it is, `CAUTION` where it is to fit.
    """

    def __init__(self, fonts: Fonts, least_line: float = SLIDE_LINE, caution: float = 0.0) -> None:
        self._least_line = least_line
        self._used = 1 - caution
        self._keeps_links = least_line > 0
        self._heading = font_metrics(fonts.heading, fonts.fallback, fonts.files)
        self._body = font_metrics(fonts.body, fonts.fallback, fonts.files)

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
        """Give the number of lines that runs take in a width.

        On a slide a link is not divided where it fits on a line: that is how LibreOffice sets it.
        """
        shown = tuple([self._set(run, level) for run in runs])
        metrics = self._metrics(level).at(size)
        used = self._used
        plain = plain_lines(shown, width / size * used, metrics)
        if plain is not None:
            return plain
        if used < 1 and has_east_asian(shown):
            used -= _EAST_ASIAN_CAUTION
        lines = count_lines(shown, width / size * used, metrics, _TAB / size)
        if lines == 1 or self._used == 1:
            return lines
        # A word that is broken inside a narrower line may take fewer lines than one that goes to the next whole.
        return max(lines, count_lines(shown, width / size, metrics, _TAB / size))

    def broken(self, runs: Sequence[Run], width: Pt, size: Pt, level: TextLevel) -> list[list[tuple[Run, str]]]:
        """Give the lines that runs take in a width: for each, the runs and what it shows of them."""
        shown = tuple(self._set(run, level) for run in runs)
        lines = break_lines(shown, width / size * self._used, self._metrics(level).at(size), _TAB / size)
        return [[(runs[index], text) for index, text in line] for line in lines]

    def drawn_width(self, text: str, size: Pt, level: TextLevel, *, bold: bool) -> Pt:
        """Give the width of a text as it is shown, with nothing left free."""
        return Pt(width_of(self._metrics(level).at(size).face(bold=bold), text) * size)

    def width(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width that runs need to stand on one line."""
        metrics = self._metrics(level).at(size)
        total = sum(width_of(face_of_style(metrics, _style(run, level)), _shown(run, level)) for run in runs)
        return Pt(total * size / self._used)

    def longest_word(self, runs: Iterable[Run], size: Pt, level: TextLevel) -> Pt:
        """Give the width that the widest word needs to stand undivided."""
        metrics = self._metrics(level).at(size)
        widths = (
            width_of(face_of_style(metrics, _style(run, level)), word)
            for run in runs
            for word in words(_shown(run, level))
        )
        return Pt(max(widths, default=0.0) * size / self._used)

    def line_height(self, level: TextLevel) -> float:
        """Give the height of a line as a multiple of the text size."""
        return max(self._metrics(level).regular.line_height, self._least_line) * level.line_spacing

    def descent(self, level: TextLevel) -> float:
        """Give how far a line's lower edge is from its baseline, as a multiple of the text size."""
        face = self._metrics(level).regular
        return min(face.line_height - face.ascent, _MOST_DESCENT)

    def _set(self, run: Run, level: TextLevel) -> tuple[str, int]:
        style = _style(run, level)
        if self._keeps_links and run.link is not None:
            style += WHOLE
        return run.text.upper() if level.caps else run.text, style

    def _metrics(self, level: TextLevel) -> FontMetrics:
        return self._heading if level.heading_font else self._body


def _shown(run: Run, level: TextLevel) -> str:
    return run.text.upper() if level.caps else run.text


def _style(run: Run, level: TextLevel) -> int:
    return int(level.bold or run.strong) + 2 * run.emphasis

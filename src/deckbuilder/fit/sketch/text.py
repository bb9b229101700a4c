"""Paragraphs in a box, line by line, as the measure breaks them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.fit.sketch.marks import mark, shown
from deckbuilder.fit.sketch.paint import Paint
from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.drawing import Line, Shape, Span, Stroke
from deckbuilder.ir.template import Bullet, FixedText, Placeholder, TextLevel
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.units import Pt, points

Mark = Shape | Stroke | Line


class Setter(Struct, frozen=True):
    """Sets the text of one deck."""

    paint: Paint
    slides: frozenset[str]
    """The ids of the deck's slides: a link to another leads nowhere, and is shown as plain text."""
    link: str = "hlink"
    """The colour of links."""

    def placeholder(
        self, paragraphs: Sequence[Paragraph], place: Placeholder, sizes: tuple[Pt, ...] | None = None
    ) -> list[Mark]:
        """Set paragraphs in a placeholder, at its levels' sizes or at others."""
        left, top, right, bottom = (points(each) for each in place.inset)
        x, y = points(place.box.x) + left, points(place.box.y) + top
        width, room = points(place.box.cx) - left - right, points(place.box.cy) - top - bottom
        y += _spare(room - self.paint.measure.height(paragraphs, place, sizes), place.anchor)
        marks: list[Mark] = []
        numbers = Numbers()
        for index, paragraph in enumerate(paragraphs):
            level = place.levels[min(paragraph.level, len(place.levels) - 1)]
            size = sizes[min(paragraph.level, len(sizes) - 1)] if sizes else level.size
            y += level.before if index else 0
            lead = points(level.indent)
            mirrored = runs_leftwards(paragraph.text)
            lines, lower = self.block(paragraph.runs, (x if mirrored else x + lead, y), Pt(width - lead), size, level)
            number = numbers.next(paragraph, level)
            if lines and (number or level.bullet):
                # In a level with no room for it, the number stands before the text all the same.
                before = points(level.hanging) or size * 1.2
                begin = x + width - lead + before if mirrored else x + lead - before
                marks.append(self._before(number, level, size, (begin, lines[0].baseline), mirrored=mirrored))
            marks += lines
            y = lower
        return marks

    def fixed(self, text: FixedText) -> list[Line]:
        """Set a text that every slide of a layout shows."""
        level, box = text.level, text.box
        runs = (Run(text.text),)
        width = points(box.cx)
        y = points(box.y) + _spare(points(box.cy) - self.height(runs, width, level.size, level), text.anchor)
        return self.block(runs, (points(box.x), y), width, level.size, level)[0]

    def height(self, runs: Sequence[Run], width: Pt, size: Pt, level: TextLevel) -> float:
        """Give how high runs stand in a width."""
        measure = self.paint.measure
        return measure.lines(runs, width, size, level) * size * measure.line_height(level)

    def block(
        self, runs: Sequence[Run], at: tuple[float, float], width: Pt, size: Pt, level: TextLevel
    ) -> tuple[list[Line], float]:
        """Set runs from a point, its left upper corner, in a width; gives the lines and their lower edge.

        A line without a character is left out, but takes its room. A text that runs from right to left stands at the
        right where its level does not stand in the middle.
        """
        x, y = at
        leftwards = runs_leftwards("".join(run.text for run in runs))
        align = "r" if leftwards and level.align != "ctr" else level.align
        measure = self.paint.measure
        step = size * measure.line_height(level)
        lines: list[Line] = []
        for parts in measure.broken(runs, width, size, level):
            y += step
            spans = self._spans(parts, size, level)
            if spans:
                free = width - sum(span.width for span in spans)
                start = x + {"r": free, "ctr": free / 2}.get(align, 0.0)
                baseline = Pt(y - size * measure.descent(level))
                lines.append(Line(Pt(start), baseline, size, self.paint.typeface(level), spans, align, leftwards))
        return lines, y

    def _spans(self, parts: Iterable[tuple[Run, str]], size: Pt, level: TextLevel) -> tuple[Span, ...]:
        joined: list[tuple[Run, str]] = []
        for run, text in parts:
            if joined and replace(joined[-1][0], text="") == replace(run, text=""):
                joined[-1] = (run, joined[-1][1] + text)
            else:
                joined.append((run, text))
        while joined and not joined[-1][1].rstrip():
            joined.pop()
        if joined:
            joined[-1] = (joined[-1][0], joined[-1][1].rstrip())
        return tuple(self._span(run, text, size, level) for run, text in joined if text)

    def _span(self, run: Run, text: str, size: Pt, level: TextLevel) -> Span:
        bold = level.bold or run.strong
        leads = run.link is not None and (not run.link.startswith("#") or run.link[1:] in self.slides)
        return Span(
            text,
            self.paint.measure.drawn_width(text, size, level, bold=bold),
            self.paint.rgb(self.link if leads else level.colour),
            bold,
            run.emphasis,
            leads,
        )

    def _before(self, number: str, level: TextLevel, size: Pt, at: tuple[float, Pt], *, mirrored: bool) -> Mark:
        """Draw what stands before a paragraph: its number, or else the level's bullet.

        It begins at a point of the first line's baseline, and goes to the left of it where the paragraph is mirrored.
        """
        x, baseline = at
        bullet = level.bullet or Bullet(colour=level.colour)
        colour = self.paint.rgb(bullet.colour)
        text = number or shown(bullet)
        own = size if number else Pt(size * bullet.size / 100)
        width = self.paint.measure.drawn_width(text, own, level, bold=level.bold)
        if mirrored:
            x -= width
        drawn = None if number else mark(text, x, baseline, own, colour)
        if drawn is not None:
            return drawn
        return Line(Pt(x), baseline, own, self.paint.typeface(level), (Span(text, width, colour, level.bold),))


class Numbers:
    """Counts the numbered paragraphs of a placeholder, level by level."""

    def __init__(self) -> None:
        self._counts: dict[int, int] = {}

    def next(self, paragraph: Paragraph, level: TextLevel) -> str:
        """Give the number of the next paragraph, with its full stop; empty where it has none."""
        for deeper in [each for each in self._counts if each > paragraph.level]:
            del self._counts[deeper]
        by_level = level.bullet is not None and not level.bullet.character
        if paragraph.list is not ListKind.NUMBER and not by_level:
            self._counts.pop(paragraph.level, None)
            return ""
        count = paragraph.start or self._counts.get(paragraph.level, 0) + 1
        self._counts[paragraph.level] = count
        return f"{count}."


def _spare(room: float, anchor: str) -> float:
    """Give how much of the room that is left stands above the text."""
    return {"ctr": room / 2, "b": room}.get(anchor, 0.0)

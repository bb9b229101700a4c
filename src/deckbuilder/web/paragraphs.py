"""Paragraphs and lists as HTML: flat paragraphs with levels become lists within lists."""

from collections.abc import Sequence

from markupsafe import Markup

from deckbuilder.ir.text import ListKind, Paragraph
from deckbuilder.web.inline import NO_TARGETS, Targets, escaped, runs_html, way_of

_TAGS = {ListKind.BULLET: "ul", ListKind.NUMBER: "ol"}


def paragraphs_html(
    paragraphs: Sequence[Paragraph], targets: Targets = NO_TARGETS, *, start: int = 1, leftwards: bool = False
) -> Markup:
    """Give paragraphs and lists, in order. `start` is the number that the first numbered list begins with.

    A numbered paragraph that names no number goes on counting, also after a paragraph that stands between.
    """
    writer = _Lists(targets, start, leftwards=leftwards)
    for paragraph in paragraphs:
        writer.take(paragraph)
    return writer.finished()


def cell_html(paragraphs: Sequence[Paragraph], targets: Targets = NO_TARGETS, *, leftwards: bool = False) -> Markup:
    """Give what stands in a cell: the words alone where it is one plain paragraph."""
    if len(paragraphs) == 1 and paragraphs[0].list is ListKind.NONE:
        return runs_html(paragraphs[0].runs, targets)
    return paragraphs_html(paragraphs, targets, leftwards=leftwards)


class _Lists:
    def __init__(self, targets: Targets, start: int, *, leftwards: bool) -> None:
        self._targets = targets
        self._leftwards = leftwards
        self._out: list[str] = []
        self._open: list[str] = []
        """The tags of the open lists, the outermost first; each has an open item."""
        self._counts: dict[int, int] = {0: start - 1}
        """The last number of each level."""

    def take(self, paragraph: Paragraph) -> None:
        way = way_of(paragraph.text, leftwards=self._leftwards)
        words = runs_html(paragraph.runs, self._targets)
        if paragraph.list is ListKind.NONE:
            self._close(0)
            self._out.append(f"<p{way}>{words}</p>")
            return
        # An item that is deeper by more than one has no list between to stand in.
        depth = min(paragraph.level, len(self._open)) + 1
        self._begin(depth, _TAGS[paragraph.list], paragraph.start)
        self._out.append(f"<li{way}>{words}")

    def finished(self) -> Markup:
        self._close(0)
        return escaped("".join(self._out))

    def _begin(self, depth: int, tag: str, start: int | None) -> None:
        """Open what an item of a depth, from 1, stands in; its own list goes on if it is open."""
        self._close(depth)
        self._counts = {level: count for level, count in self._counts.items() if level < depth}
        if len(self._open) == depth and (self._open[-1] != tag or start is not None):
            self._close(depth - 1)
        number = start if start is not None else self._counts.get(depth - 1, 0) + 1
        if len(self._open) == depth:
            self._out.append("</li>")
        else:
            attribute = f' start="{number}"' if tag == "ol" and number != 1 else ""
            self._out.append(f"<{tag}{attribute}>")
            self._open.append(tag)
        if tag == "ol":
            self._counts[depth - 1] = number

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            self._out.append(f"</li></{self._open.pop()}>")

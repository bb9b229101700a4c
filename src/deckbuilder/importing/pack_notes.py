"""Writing paragraphs and lists as the text of notes, so that `compose.markup` reads back the very same ones."""

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.compose import Markup
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.pack_text import has_many_marks, inline, tidy
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.source import Text

DEEPEST = 5
"""The deepest level of a list in notes, from 0."""
WIDTH = 100
"""The most characters of a line before it is folded, where it can be."""
_LIST_MARK = re.compile(r"(^|\n)(?:([-+*])|(\d{1,9})([.)]))(?=\s|$)")
_FOLD = re.compile(r"(?<=[^\s\\]) (?=[^\s\-+*\d])")
"""A space at which a line may end: the next line must not look like an item of a list."""


def notes(paragraphs: Iterable[Paragraph]) -> str:
    """Write paragraphs and lists; what is read of it are these paragraphs, `settled`."""
    wanted = settled(paragraphs)
    if any(has_many_marks(each.runs) for each in wanted):
        return _written(wanted, 0)
    for width in (WIDTH, 0):
        written = _written(wanted, width)
        if _read(written, wanted) == wanted:
            return written
    return _written(tuple(replace(each, runs=(Run(each.text),)) for each in wanted), 0)


def settled(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Give paragraphs as notes can hold them: no empty ones, no level left out, numbers where a list begins."""
    found: list[Paragraph] = []
    lists: list[_List] = []
    broken_off: _List | None = None
    for paragraph in paragraphs:
        runs = tidy(paragraph.runs)
        if not runs:
            continue
        if paragraph.list is ListKind.NONE:
            broken_off = lists[0] if lists and lists[0].kind is ListKind.NUMBER else broken_off
            lists.clear()
            found.append(Paragraph(runs))
            continue
        level = min(paragraph.level, len(lists), DEEPEST)
        del lists[level + 1 :]
        start = paragraph.start
        same = len(lists) > level and lists[level].kind is paragraph.list
        if same and (start is None or paragraph.list is ListKind.BULLET):
            lists[level].number += 1
            start = None
        else:
            goes_on = broken_off.number + 1 if broken_off and not lists and level == 0 else 1
            number = start if start is not None else goes_on
            lists[level:] = [_List(paragraph.list, min(max(number, 0), _MOST))]
            start = lists[level].number if paragraph.list is ListKind.NUMBER else None
        broken_off = None if level == 0 and paragraph.list is ListKind.NUMBER else broken_off
        found.append(Paragraph(runs, level, paragraph.list, start))
    return tuple(found)


_MOST = 999_999_000
"""The highest number that a list may begin with; Markdown takes nine digits."""


class _List(Struct):
    """A list as it is read or written."""

    kind: ListKind
    number: int
    """That of its last item."""
    closing: str = "."
    """What stands behind its numbers: two lists that touch differ in it."""
    indent: int = 0
    """Where the text of its items begins."""


def _written(paragraphs: tuple[Paragraph, ...], width: int) -> str:
    text = ""
    lists: list[_List] = []
    for paragraph in paragraphs:
        body = _LIST_MARK.sub(_escaped, inline(paragraph.runs))
        if paragraph.list is ListKind.NONE:
            lists.clear()
            text += ("\n\n" if text else "") + _folded(body, 0, 0, width)
            continue
        level = paragraph.level
        del lists[level + 1 :]
        last = lists[level] if len(lists) > level else None
        outer = lists[level - 1].indent if level else 0
        if last is None or last.kind is not paragraph.list or paragraph.start is not None:
            closing = ")" if last and last.kind is paragraph.list and last.closing == "." else "."
            lists[level:] = [_List(paragraph.list, paragraph.start or 0, closing)]
            runs_on = last is None and level and (paragraph.list is ListKind.BULLET or paragraph.start == 1)
            text += "\n" if runs_on else "\n\n" if text else ""
        else:
            last.number += 1
            text += "\n"
        here = lists[level]
        mark = "- " if here.kind is ListKind.BULLET else f"{here.number}{here.closing} "
        here.indent = outer + len(mark)
        text += " " * outer + mark + _folded(body, here.indent, here.indent, width)
    return text


def _escaped(match: re.Match[str]) -> str:
    before, bullet, number, closing = match.groups()
    return f"{before}\\{bullet}" if bullet else f"{before}{number}\\{closing}"


def _folded(text: str, column: int, indent: int, width: int) -> str:
    """Fold a text that begins at a column into lines of a width, later ones indented; 0 leaves lines as they are."""
    lines = []
    for line in text.split("\n"):
        start, last = 0, None
        for place in (match.start() for match in _FOLD.finditer(line)) if width else ():
            if column + place - start > width and last is not None:
                lines.append(line[start:last])
                start, column = last + 1, indent
            last = place
        if width and last is not None and column + len(line) - start > width and last > start:
            lines.append(line[start:last])
            start = last + 1
        lines.append(line[start:])
        column = indent
    return ("\n" + " " * indent).join(lines)


def _read(written: str, wanted: tuple[Paragraph, ...]) -> tuple[Paragraph, ...] | None:
    if not wanted:
        return ()
    slides = [run.link[1:] for each in wanted for run in each.runs if run.link and run.link.startswith("#")]
    diagnostics = Diagnostics()
    read = Markup({}, slides, diagnostics).paragraphs(Text(written))
    return None if len(diagnostics) else tuple(read)

"""Lists: from paragraphs with levels to points with points of their own."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, field

from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.pack_text import tidy
from deckbuilder.ir.text import ListKind, Paragraph, Run

DEEPEST = 3
"""The deepest level of points that layouts know, from 0."""

Write = Callable[[Iterable[Run]], str]


class Points(Struct, frozen=True):
    """A list as a pack has it."""

    points: list[Value]
    numbered: bool
    flattened: bool
    """Whether it had more levels than a slide has."""


class _Item(Struct):
    paragraph: Paragraph
    items: "list[_Item]" = field(default_factory=list)


def points_of(paragraphs: Sequence[Paragraph], write: Write) -> Points:
    """Make points of paragraphs; `write` writes their texts."""
    root: list[_Item] = []
    path: list[_Item] = []
    flattened = False
    least = min((paragraph.level for paragraph in paragraphs), default=0)
    for paragraph in paragraphs:
        if not tidy(paragraph.runs):
            continue
        level = min(paragraph.level - least, len(path))
        flattened |= level > DEEPEST
        level = min(level, DEEPEST)
        item = _Item(paragraph)
        del path[level:]
        (path[-1].items if path else root).append(item)
        path.append(item)
    points, numbered = _written(root, write)
    return Points(points, numbered, flattened)


def _written(items: list[_Item], write: Write) -> tuple[list[Value], bool]:
    """Write items that stand beside one another; gives them, and whether they are numbered."""
    numbers = _numbers(items)
    numbered = bool(items) and numbers == list(range(1, len(items) + 1))
    points: list[Value] = []
    for item, number in zip(items, numbers, strict=True):
        runs = item.paragraph.runs
        if number is not None and not numbered:
            # A pack numbers whole lists from 1; other numbers stand in the text.
            runs = (Run(f"{number}. "), *runs)
        text = write(runs)
        inner, inner_numbered = _written(item.items, write)
        if not inner:
            points.append(text)
            continue
        point: dict[str, Value] = {"text": text}
        if inner_numbered:
            point["numbered"] = True
        points.append({**point, "points": inner})
    return points, numbered


def _numbers(items: list[_Item]) -> list[int | None]:
    found: list[int | None] = []
    last = 0
    for item in items:
        if item.paragraph.list is not ListKind.NUMBER:
            found.append(None)
            continue
        last = item.paragraph.start if item.paragraph.start is not None else last + 1
        found.append(last)
    return found

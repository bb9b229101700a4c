"""What a slide that somebody added says, as a pack holds it."""

import re
from collections.abc import Container, Sequence
from unicodedata import normalize

from msgspec import Struct, field

from deckbuilder.content.pack import slug
from deckbuilder.ir.text import ListKind
from deckbuilder.pipeline.pulling.lines import Line
from deckbuilder.pipeline.pulling.rewriting import Links, fresh_text
from deckbuilder.source.editing import Fresh

_LONGEST_ID = 40


def free_id(title: str, taken: Container[str]) -> str:
    """Make an id of a title that no slide has yet."""
    stem = slug(normalize("NFKD", title).encode("ascii", "ignore").decode())
    if len(stem) > _LONGEST_ID:
        stem = re.sub(r"-[^-]*$", "", stem[: _LONGEST_ID + 1])[:_LONGEST_ID].strip("-")
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    return name


class _Point(Struct):
    line: Line
    points: "list[_Point]" = field(default_factory=list)


def nested_points(lines: Sequence[Line], links: Links) -> list[Fresh]:
    """Put lines under those that they stand below."""
    roots: list[_Point] = []
    above: list[_Point] = []
    for line in lines:
        point = _Point(line)
        del above[min(line.level, len(above)) :]
        (above[-1].points if above else roots).append(point)
        above.append(point)
    return [_written(each, links) for each in roots]


def _written(point: _Point, links: Links) -> Fresh:
    text = fresh_text(point.line, links)
    if not point.points:
        return text
    value: dict[str, Fresh] = {"text": text, "points": [_written(each, links) for each in point.points]}
    if point.points[0].line.list is ListKind.NUMBER:
        value["numbered"] = "true"
    return value

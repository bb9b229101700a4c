"""Putting a list of points, or a passage of notes, in the order and on the levels that somebody gave it."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from deckbuilder.pipeline.pulling.changes import BY_HAND, NEEDED, UNSURE
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.files import Node
from deckbuilder.pipeline.pulling.lines import Line, key_of
from deckbuilder.pipeline.pulling.passages import Block, item_after, put_together
from deckbuilder.pipeline.pulling.regions import Form, Region, item_of
from deckbuilder.pipeline.pulling.rewriting import fresh_text
from deckbuilder.pipeline.pulling.tracing import Traced
from deckbuilder.source import Text
from deckbuilder.source.editing import Arrange, Fresh, New, RemoveEntry, SetEntry, SetText, SetValue

_LIST_MARK = re.compile(r"^(?:([-+*])|(\d{1,9})([.)]))(?=\s|$)")


class Row(Struct, frozen=True):
    """A paragraph of a region, as it is to be."""

    was: Traced | None
    """None for a new one."""
    line: Line


class _Point(Struct):
    row: Row
    item: Node | None
    """The item of a list that it is now; None for a new one."""
    scalar: Node | None
    points: "list[_Point]" = field(default_factory=list)


def arrange(region: Region, were: Sequence[Traced], rows: Sequence[Row], desk: Desk) -> str:
    """Note the edits that give a region other paragraphs; gives why that cannot be done, or nothing.

    `were` are the paragraphs that it had. New texts of those that stay are noted already.
    """
    if not rows:
        return _removed(region, desk)
    if region.form is Form.PASSAGE:
        return _passage(region.node, were, rows, desk)
    if region.form is Form.SINGLE:
        texts: list[Fresh] = [_text_of(row, desk) for row in rows]
        desk.settled.add(region.node)
        desk.files.edit(region.node.file, SetValue(region.node.path, texts if len(texts) > 1 else texts[0]))
        return ""
    shown: dict[Node, set[Node]] = {}
    for was in were:
        item = _item(was, desk)
        if item is not None:
            shown.setdefault(item.above, set()).add(item)
    if any(len(items) != desk.files.count(holder) for holder, items in shown.items()) or not shown:
        return UNSURE
    _sync(region.node, _forest(rows, desk, nests=region.nests), desk)
    return ""


def _item(was: Traced | None, desk: Desk) -> Node | None:
    node = _scalar(was, desk)
    return item_of(node) if node is not None else None


def _scalar(was: Traced | None, desk: Desk) -> Node | None:
    return desk.files.node(was.piece.text.origin) if was is not None and was.piece is not None else None


def _forest(rows: Sequence[Row], desk: Desk, *, nests: bool) -> list[_Point]:
    """Put rows under those that they stand below."""
    roots: list[_Point] = []
    above: list[_Point] = []
    for row in rows:
        point = _Point(row, _item(row.was, desk), _scalar(row.was, desk))
        level = min(row.line.level, len(above)) if nests else 0
        del above[level:]
        (above[-1].points if above else roots).append(point)
        above.append(point)
    return roots


def _sync(holder: Node, points: Sequence[_Point], desk: Desk) -> None:
    """Make a list of the file hold these points."""
    items: list[int | New] = []
    for point in points:
        if point.item is not None and point.item.above == holder:
            items.append(int(point.item.path[-1]))
            _sync_below(point, point.item, desk)
        else:
            items.append(New(_fresh(point, desk)))
    if items != list(range(desk.files.count(holder))):
        desk.files.edit(holder.file, Arrange(holder.path, tuple(items)))


def _sync_below(point: _Point, item: Node, desk: Desk) -> None:
    below = item.at("points")
    if desk.files.has(below):
        if point.points:
            _sync(below, point.points, desk)
            return
        desk.files.edit(item.file, RemoveEntry(item.path, "points"))
        if desk.files.has(item.at("numbered")):
            desk.files.edit(item.file, RemoveEntry(item.path, "numbered"))
    elif point.points:
        children: list[Fresh] = [_fresh(each, desk) for each in point.points]
        if point.scalar is not None and point.scalar != item:
            desk.files.edit(item.file, SetEntry(item.path, "points", children))
        else:
            desk.settled.add(item)
            desk.files.edit(item.file, SetValue(item.path, {"text": desk.text(item), "points": children}))


def _fresh(point: _Point, desk: Desk) -> Fresh:
    text = _text_of(point.row, desk)
    if point.scalar is not None:
        desk.settled.add(point.scalar)
    if not point.points:
        return text
    value: dict[str, Fresh] = {"text": text, "points": [_fresh(each, desk) for each in point.points]}
    if point.item is not None and desk.files.has(point.item.at("numbered")):
        value["numbered"] = desk.files.raw(point.item.at("numbered")) or "false"
    return value


def _text_of(row: Row, desk: Desk) -> str:
    node = _scalar(row.was, desk)
    return desk.text(node) if node is not None else fresh_text(row.line, desk.links)


def _removed(region: Region, desk: Desk) -> str:
    """Take out a whole list, or a passage that is all there is of the notes."""
    node = region.node
    if not isinstance(node.path[-1], str):
        return BY_HAND
    last, slide = node.path[-1], node.above
    if last == "questions" or "columns" in node.path or (last == "points" and desk.files.raw(slide.at("kind")) == last):
        return NEEDED
    desk.files.edit(node.file, RemoveEntry(node.path[:-1], node.path[-1]))
    return ""


def _passage(node: Node, were: Sequence[Traced], rows: Sequence[Row], desk: Desk) -> str:
    was = desk.passage(node)
    if was is None or len(was.blocks) != len(were):
        return BY_HAND
    blocks: list[tuple[Block, int | None]] = []
    for row in rows:
        if row.was is not None and row.was.piece is not None:
            number = row.was.piece.number
            text = desk.new(node, number)
            blocks.append((was.blocks[number] if text is None else was.blocks[number].saying(text), number))
        else:
            blocks.append((_new_block(row.line, blocks[-1][0] if blocks else was.blocks[0], desk), None))
    new = put_together(blocks, was)
    read = desk.markup.paragraphs(Text(new))
    # Words of the pack that stand for others are not the same yet.
    alike = len(read) == len(rows) and all(
        each.list is row.line.list and (row.was is not None or key_of(each.text) == row.line.key)
        for each, row in zip(read, rows, strict=True)
    )
    if not alike:
        return BY_HAND
    desk.settled.add(node)
    desk.files.edit(node.file, SetText(node.path, new))
    return ""


def _new_block(line: Line, before: Block, desk: Desk) -> Block:
    text = fresh_text(line, desk.links)
    lead = ""
    if line.list.value != "none":
        lead = item_after(before) or ("1. " if line.list.value == "number" else "- ")
    else:
        text = _LIST_MARK.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", text)
    return Block(lead, ("",)).saying(text) if text else Block(lead, (text,))

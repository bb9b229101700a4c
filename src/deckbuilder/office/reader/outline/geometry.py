"""Where shapes stand, and the order in which people read them."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from deckbuilder.ir.template import Box
from deckbuilder.office.reader.inheritance import own_box
from deckbuilder.office.reader.parts import Element, find, whole
from deckbuilder.units import Emu

_DEPTH = 40
"""How often bands and columns are cut again; more than slides need."""
_TOUCH = 0.15
"""What of the smaller of two shapes may stand in the other's band or column before the two are one."""

T = TypeVar("T")
Span = tuple[float, float]


def moved_out(box: Box | None, group: Element) -> Box | None:
    """Give a box within a group in the coordinates around the group (20.1.7.5)."""
    outer, place = own_box(group), find(group, "p:grpSpPr/a:xfrm")
    offset, extent = find(place, "a:chOff"), find(place, "a:chExt")
    if box is None or outer is None or offset is None or extent is None:
        return box
    wide = outer.cx / (whole(extent.get("cx"), 0) or 1)
    high = outer.cy / (whole(extent.get("cy"), 0) or 1)
    x, y = box.x - whole(offset.get("x"), 0), box.y - whole(offset.get("y"), 0)
    return Box(
        Emu(round(outer.x + x * wide)), Emu(round(outer.y + y * high)), Emu(round(box.cx * wide)),
        Emu(round(box.cy * high)),
    )  # fmt: skip


def bands(items: Sequence[T], box_of: Callable[[T], Box]) -> list[list[T]]:
    """Cut what stands on a slide into bands, one below the other; those of a band stand beside each other."""
    return _cut(items, lambda item: _vertical(box_of(item)))


def columns(items: Sequence[T], box_of: Callable[[T], Box]) -> list[list[T]]:
    """Cut what stands on a slide into columns, from left to right."""
    return _cut(items, lambda item: _horizontal(box_of(item)))


def in_reading_order(items: Sequence[T], box_of: Callable[[T], Box], depth: int = 0) -> list[T]:
    """Sort what stands on a slide: top to bottom by bands, and within one left to right by columns."""
    if len(items) < 2:
        return list(items)
    if depth < _DEPTH:
        for cut in (bands, columns):
            parts = cut(items, box_of)
            if len(parts) > 1:
                return [item for part in parts for item in in_reading_order(part, box_of, depth + 1)]
    return sorted(items, key=lambda item: (box_of(item).y, box_of(item).x))


def _vertical(box: Box) -> Span:
    return box.y, box.y + max(box.cy, 1)


def _horizontal(box: Box) -> Span:
    return box.x, box.x + max(box.cx, 1)


def _cut(items: Sequence[T], span_of: Callable[[T], Span]) -> list[list[T]]:
    found: list[list[T]] = []
    end = smallest = 0.0
    for item in sorted(items, key=span_of):
        start, stop = span_of(item)
        touch = _TOUCH * min(smallest, stop - start)
        if found and start < end - touch:
            found[-1].append(item)
            end, smallest = max(end, stop), min(smallest, stop - start)
        else:
            found.append([item])
            end, smallest = stop, stop - start
    return found

"""What is behind a text on a slide: the shape's fill, what lies under it, the background."""

from deckbuilder.ir.template import Box
from deckbuilder.office.reader.colours import Palette
from deckbuilder.office.reader.inheritance import Lineage, kind_of
from deckbuilder.office.reader.parts import Element, every, find, local, whole

Grounds = tuple[str, ...] | None
"""Colours; empty where they cannot be known, None where a picture is."""

_PLAIN = 1
"""How many fills of a theme's list are plain; those after it may be gradients of the colour, or pictures."""


def grounds_of(shape: Element, box: Box | None, lineage: Lineage) -> Grounds:
    """Give the colours behind a shape's text."""
    palette = lineage.palette
    for item in lineage.forebears(shape):
        own = _fill(item, palette)
        if not isinstance(own, str):
            return own
        if find(item, "p:spPr/a:noFill") is not None:
            break
    return _under(shape, box, lineage)


def _under(shape: Element, box: Box | None, lineage: Lineage) -> Grounds:
    palette = lineage.palette
    below: list[Element] = []
    for part in ([lineage.master] if lineage.shows_master() else []) + [lineage.layout]:
        below += [item for item in _shapes(lineage, part) if kind_of(item) is None]
    for item in _shapes(lineage, lineage.slide):
        if item is shape or shape in item.iter():
            break
        below.append(item)
    for item in reversed(below):
        other = lineage.box(item)
        if box is None or other is None or not box.meets(other):
            continue
        fill: Grounds | str = None if local(item) == "pic" else _fill(item, palette)
        if isinstance(fill, str):
            continue
        whole_box = _covers(other, box)
        if local(item) == "pic":
            if whole_box:
                return None
            continue
        if whole_box:
            return fill
    return _background(lineage, palette)


def _shapes(lineage: Lineage, part: str | None) -> list[Element]:
    tree = find(lineage.parts.xml(part), "p:cSld/p:spTree")
    wanted = ("}sp", "}pic", "}grpSp")
    return (
        [item for item in tree if isinstance(item.tag, str) and item.tag.endswith(wanted)] if tree is not None else []
    )


def _fill(shape: Element, palette: Palette) -> Grounds | str:
    """Give the grounds that a shape's own fill makes; “none” where it has none."""
    properties = find(shape, "p:spPr")
    if find(properties, "a:noFill") is not None:
        return "none"
    for way in ("solidFill", "gradFill", "blipFill"):
        if find(properties, f"a:{way}") is not None:
            return palette.grounds(properties)
    if find(properties, "a:pattFill") is not None:
        return ()
    style = find(shape, "p:style/a:fillRef")
    number = whole(style.get("idx"), 0) if style is not None else 0
    if style is None or number == 0:
        return "none"
    colour = palette.colour(style)
    return (colour,) if colour and number <= _PLAIN else ()


def _background(lineage: Lineage, palette: Palette) -> Grounds:
    for part in (lineage.slide, lineage.layout, lineage.master):
        ground = find(lineage.parts.xml(part), "p:cSld/p:bg")
        if ground is None:
            continue
        properties, reference = find(ground, "p:bgPr"), find(ground, "p:bgRef")
        if properties is not None:
            return palette.grounds(properties)
        if reference is not None:
            return _of_theme(reference, lineage, palette)
    return ("FFFFFF",)


def _of_theme(reference: Element, lineage: Lineage, palette: Palette) -> Grounds:
    number = whole(reference.get("idx"), 0)
    theme = lineage.parts.xml(lineage.parts.target(lineage.master or lineage.deck, "theme"))
    fills = every(theme, "a:themeElements/a:fmtScheme/a:bgFillStyleLst/*")
    if not 0 <= number - 1001 < len(fills):
        return ()
    fill, own = fills[number - 1001], palette.colour(reference)
    if local(fill) == "blipFill":
        return None
    holders = [fill] if local(fill) == "solidFill" else every(fill, "a:gsLst/a:gs")
    found = [palette.colour(item, own) for item in holders]
    return () if None in found else tuple(item for item in found if item)


def _covers(outer: Box, inner: Box) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.x + outer.cx >= inner.x + inner.cx
        and outer.y + outer.cy >= inner.y + inner.cy
    )

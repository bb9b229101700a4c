"""What is behind a text on a slide: the shape's fill, what lies under it, the background."""

from msgspec import Struct

from deckbuilder.ir.template import Box
from deckbuilder.office.reader.inheritance import Lineage, kind_of
from deckbuilder.office.reader.parts import Element, every, find, local, whole
from deckbuilder.office.reader.picture_colours import picture_colours
from deckbuilder.units import Emu


class Grounds(Struct, frozen=True):
    """What is behind a text."""

    colours: tuple[str, ...] = ()
    """Empty where they cannot be known."""
    picture: bool = False
    """Whether they are those of a picture, each behind some of the text, perhaps."""


_PLAIN = 1
"""How many fills of a theme's list are plain; those after it may be gradients of the colour, or pictures."""
_MOST = 0.5
"""How much of a text's box a picture covers that counts as behind it."""


def grounds_of(shape: Element, box: Box | None, lineage: Lineage) -> Grounds:
    """Give what is behind a shape's text."""
    for item in lineage.forebears(shape):
        own = _fill(item, box, lineage)
        if own is not None:
            return own
        if find(item, "p:spPr/a:noFill") is not None:
            break
    return _under(shape, box, lineage)


def _under(shape: Element, box: Box | None, lineage: Lineage) -> Grounds:
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
        if local(item) == "pic":
            if _share(other, box) >= _MOST:
                return _picture(find(item, "p:blipFill"), item, other, box, lineage)
        elif _share(other, box) >= 1 and (fill := _fill(item, box, lineage)) is not None:
            return fill
    return _background(box, lineage)


def _shapes(lineage: Lineage, part: str | None) -> list[Element]:
    tree = find(lineage.parts.xml(part), "p:cSld/p:spTree")
    wanted = {"sp", "pic", "grpSp", "graphicFrame"}
    return [item for item in tree if local(item) in wanted] if tree is not None else []


def _fill(shape: Element, over: Box | None, lineage: Lineage) -> Grounds | None:
    """Give what a shape's own fill puts behind a text; None where it has none."""
    properties = find(shape, "p:spPr")
    if find(properties, "a:noFill") is not None:
        return None
    picture = find(properties, "a:blipFill")
    if picture is not None:
        return _picture(picture, shape, lineage.box(shape), over, lineage)
    if find(properties, "a:solidFill") is not None or find(properties, "a:gradFill") is not None:
        return Grounds(lineage.palette.grounds(properties))
    if find(properties, "a:pattFill") is not None:
        return Grounds()
    style = find(shape, "p:style/a:fillRef")
    number = whole(style.get("idx"), 0) if style is not None else 0
    if style is None or number == 0:
        return None
    colour = lineage.palette.colour(style)
    return Grounds((colour,) if colour and number <= _PLAIN else ())


def _picture(fill: Element | None, holder: Element, box: Box | None, over: Box | None, lineage: Lineage) -> Grounds:
    root = holder.getroottree().getroot()
    parts = lineage.parts
    part = next((item for item in (lineage.slide, lineage.layout, lineage.master) if parts.xml(item) is root), None)
    if part is None or box is None or over is None:
        return Grounds(picture=True)
    return Grounds(picture_colours(parts, part, fill, box, over), picture=True)


def _background(over: Box | None, lineage: Lineage) -> Grounds:
    palette = lineage.palette
    for part in (lineage.slide, lineage.layout, lineage.master):
        ground = find(lineage.parts.xml(part), "p:cSld/p:bg")
        if ground is None:
            continue
        properties, reference = find(ground, "p:bgPr"), find(ground, "p:bgRef")
        if properties is not None:
            picture = find(properties, "a:blipFill")
            if picture is not None:
                return _picture(picture, ground, _whole_slide(lineage), over, lineage)
            return Grounds(palette.grounds(properties))
        if reference is not None:
            return _of_theme(reference, lineage)
    return Grounds(("FFFFFF",))


def _whole_slide(lineage: Lineage) -> Box | None:
    size = find(lineage.parts.xml(lineage.deck), "p:sldSz")
    if size is None:
        return None
    return Box(Emu(0), Emu(0), Emu(whole(size.get("cx"), 0)), Emu(whole(size.get("cy"), 0)))


def _of_theme(reference: Element, lineage: Lineage) -> Grounds:
    palette = lineage.palette
    number = whole(reference.get("idx"), 0)
    theme = lineage.parts.xml(lineage.parts.target(lineage.master or lineage.deck, "theme"))
    fills = every(theme, "a:themeElements/a:fmtScheme/a:bgFillStyleLst/*")
    if not 0 <= number - 1001 < len(fills):
        return Grounds()
    fill, own = fills[number - 1001], palette.colour(reference)
    if local(fill) == "blipFill":
        return Grounds(picture=True)
    holders = [fill] if local(fill) == "solidFill" else every(fill, "a:gsLst/a:gs")
    found = [palette.colour(item, own) for item in holders]
    return Grounds(() if None in found else tuple(item for item in found if item))


def _share(outer: Box, inner: Box) -> float:
    """Give how much of the inner box the outer one covers, from 0 to 1."""
    if inner.cx <= 0 or inner.cy <= 0:
        return 1.0
    across = min(outer.x + outer.cx, inner.x + inner.cx) - max(outer.x, inner.x)
    down = min(outer.y + outer.cy, inner.y + inner.cy) - max(outer.y, inner.y)
    return max(across, 0) * max(down, 0) / (inner.cx * inner.cy)

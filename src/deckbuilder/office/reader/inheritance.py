"""Where the look of a slide's text comes from: shape, layout, master, deck (ECMA-376 Part 1, 19.3.1.36 and 21.1.2.4)."""

from msgspec import Struct, field

from deckbuilder.ir.template import Box
from deckbuilder.office.reader.colours import Palette
from deckbuilder.office.reader.parts import Element, Parts, every, find, is_on, whole
from deckbuilder.units import Emu

_SAME = {"ctrTitle": "title", "subTitle": "body", "obj": "body", "": "body", "chart": "body", "tbl": "body"}


def kind_of(shape: Element) -> tuple[str, str] | None:
    """Give the type and index of a shape's placeholder; None where it is none."""
    mark = find(shape, "./*/p:nvPr/p:ph")
    return None if mark is None else (mark.get("type", ""), mark.get("idx", ""))


def own_box(shape: Element) -> Box | None:
    """Give the box that a shape says it has, in the coordinates of its group."""
    place = find(shape, "p:spPr/a:xfrm")
    place = find(shape, "p:grpSpPr/a:xfrm") if place is None else place
    place = find(shape, "p:xfrm") if place is None else place
    offset, extent = find(place, "a:off"), find(place, "a:ext")
    if offset is None or extent is None:
        return None
    corner = Emu(whole(offset.get("x"), 0)), Emu(whole(offset.get("y"), 0))
    return Box(*corner, Emu(whole(extent.get("cx"), 0)), Emu(whole(extent.get("cy"), 0)))


class Lineage(Struct, frozen=True):
    """A slide with the layout and the master it rests on."""

    parts: Parts
    slide: str
    layout: str | None
    master: str | None
    deck: str

    palette: Palette
    """The colours that the slide's names stand for."""
    fonts: dict[str, str]
    """The theme's fonts, by `mj` and `mn`."""
    _known: dict[Element, list[Element]] = field(default_factory=dict)
    """What each shape inherits from, as it was asked for."""
    _levels: dict[tuple[Element, int], list[Element]] = field(default_factory=dict)
    """What says how each level of each shape looks, likewise: there may be ten thousand paragraphs of one."""

    @classmethod
    def of(cls, parts: Parts, slide: str, deck: str) -> "Lineage":
        """Follow a slide's relationships."""
        layout = parts.target(slide, "slideLayout")
        master = parts.target(layout, "slideMaster") if layout else None
        mapped = find(parts.xml(master), "p:clrMap")
        for part in (layout, slide):
            other = find(parts.xml(part), "p:clrMapOvr/a:overrideClrMapping")
            mapped = other if other is not None else mapped
        names = {str(key): str(value) for key, value in mapped.attrib.items()} if mapped is not None else {}
        themed = master or deck
        palette = Palette(parts.theme_colours(themed), names)
        return cls(parts, slide, layout, master, deck, palette, parts.theme_fonts(themed))

    def forebears(self, shape: Element) -> list[Element]:
        """Give the shape itself and the placeholders of layout and master that it inherits from, nearest first."""
        if shape not in self._known:
            self._known[shape] = self._follow(shape)
        return self._known[shape]

    def _follow(self, shape: Element) -> list[Element]:
        kind = kind_of(shape)
        found = [shape]
        if kind is None:
            return found
        for part, by_index in ((self.layout, True), (self.master, False)):
            candidates = every(self.parts.xml(part), "p:cSld/p:spTree/p:sp")
            held = [(item, own) for item in candidates if (own := kind_of(item)) is not None]
            wanted = kind_of(found[-1]) or kind
            same = [item for item, own in held if by_index and own[1] == wanted[1] and own[1]]
            same = same or [item for item, own in held if _alike(own[0]) == _alike(wanted[0])]
            found += same[:1]
        return found

    def box(self, shape: Element) -> Box | None:
        """Give where a shape is."""
        return next((box for item in self.forebears(shape) if (box := own_box(item)) is not None), None)

    def body(self, shape: Element, attribute: str) -> str | None:
        """Give an attribute of `a:bodyPr`, the shape's own or inherited."""
        for item in self.forebears(shape):
            body = find(item, "p:txBody/a:bodyPr")
            if body is not None and body.get(attribute) is not None:
                return body.get(attribute)
        return None

    def autofit(self, shape: Element) -> Element | None:
        """Give the element that says how text and shape are fitted to each other."""
        for item in self.forebears(shape):
            for way in ("normAutofit", "spAutoFit", "noAutofit"):
                found = find(item, f"p:txBody/a:bodyPr/a:{way}")
                if found is not None:
                    return found
        return None

    def levels(self, shape: Element, level: int) -> list[Element]:
        """Give what says how paragraphs of a level look, nearest first."""
        known = self._levels.get((shape, level))
        if known is None:
            known = self._levels[shape, level] = self._styles(shape, level)
        return known

    def _styles(self, shape: Element, level: int) -> list[Element]:
        path = f"a:lvl{level + 1}pPr"
        styles = [find(item, f"p:txBody/a:lstStyle/{path}") for item in self.forebears(shape)]
        kind = kind_of(shape)
        if kind is not None:
            alike = _alike(kind[0])
            style = {"title": "titleStyle", "body": "bodyStyle"}.get(alike, "otherStyle")
            styles.append(find(self.parts.xml(self.master), f"p:txStyles/p:{style}/{path}"))
        styles.append(find(self.parts.xml(self.deck), f"p:defaultTextStyle/{path}"))
        return [item for item in styles if item is not None]

    def shows_master(self) -> bool:
        """Say whether the master's own shapes are seen."""
        parts = (self.parts.xml(self.slide), self.parts.xml(self.layout))
        return all(item is None or is_on(item.get("showMasterSp", "1")) for item in parts)


def _alike(kind: str) -> str:
    return _SAME.get(kind, kind)

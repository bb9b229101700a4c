"""Placeholders with what they inherit: boxes, levels, insets, from the layout up to the presentation's defaults.

A placeholder is known by its layout, its type and its idx, never by its name: names are translated and copied.
"""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from deckbuilder.ir.template import Box, TextLevel
from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.office.powerpoint.adopt.grounds import Grounds, Layer, box_of
from deckbuilder.office.powerpoint.adopt.levels import FoundFonts, Styles, does_not_wrap, is_vertical, text_levels
from deckbuilder.office.powerpoint.adopt.parts import A, P, number
from deckbuilder.units import Emu

TITLES = {"title", "ctrTitle"}
FOOT = ("dt", "ftr", "sldNum")
_INSETS = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
"""The insets of a text body that says nothing of them (20.1.10.16)."""
_ANCHORS = {"t": "t", "ctr": "ctr", "b": "b", "just": "t", "dist": "t"}


class Holder(Struct, frozen=True, eq=False):
    """A placeholder of a layout or a master."""

    element: etree._Element
    type: str
    idx: int
    name: str
    box: Box | None
    """Its own or the master's; None where neither says."""
    own_box: bool
    levels: tuple[TextLevel, ...]
    described: int
    """How many levels the template styles for it."""
    inset: tuple[Emu, Emu, Emu, Emu]
    anchor: str
    shrinks: bool
    """Whether the template has shrunk its sample text."""
    hidden: bool
    turned: bool
    """Whether its text does not run from left to right in one column of lines that wrap."""
    ground: str | None
    """The colour behind its text, as digits; None for a picture, or more colours than one."""


class Family(Struct, frozen=True):
    """What the placeholders of a master and its layouts inherit from."""

    part: str
    master: etree._Element
    defaults: etree._Element | None
    scheme: Scheme
    fonts: FoundFonts
    grounds: Grounds

    def counterpart(self, reference: etree._Element) -> etree._Element | None:
        """Find the master's placeholder that a layout's inherits from."""
        wanted = master_type(str(reference.get("type", "obj")))
        for shape in placeholder_shapes(self.master):
            if master_type(str(placeholder(shape).get("type", "obj"))) == wanted:
                return shape
        return None

    def holder(self, shape: etree._Element, part: str, layers: list[Layer]) -> Holder:
        """Read a placeholder of the master or one of its layouts."""
        reference = placeholder(shape)
        above = self.counterpart(reference) if part != self.part else None
        kind = str(reference.get("type", "obj"))
        bodies = [body for each in (shape, above) if each is not None and (body := each.find(f"{P}txBody")) is not None]
        properties = [found for body in bodies if (found := body.find(A + "bodyPr")) is not None]
        lists = [found for body in bodies if (found := body.find(A + "lstStyle")) is not None]
        styles = Styles((*lists, *self._above(kind)))
        own = box_of(shape)
        box = own or (box_of(above) if above is not None else None)
        return Holder(
            element=shape,
            type=kind,
            idx=number(reference, "idx"),
            name=_about(shape, "name"),
            box=box,
            own_box=own is not None,
            levels=text_levels(styles, self.scheme, self.fonts, is_title=kind in TITLES),
            described=1 if kind in TITLES else styles.described(),
            inset=_inset(properties),
            anchor=_ANCHORS.get(_said(properties, "anchor") or "t", "t"),
            shrinks=any(each.find(A + "normAutofit[@fontScale]") is not None for each in properties),
            hidden=_about(shape, "hidden") in {"1", "true"},
            turned=_is_turned(shape, above, properties),
            ground=self._ground(shape, box, part, layers),
        )

    def _ground(self, shape: etree._Element, box: Box | None, part: str, layers: list[Layer]) -> str | None:
        if box is None:
            return None
        own = self.grounds.filled(shape, box, part, self.scheme)
        return self.grounds.behind([*layers, own] if own else layers, box)

    def _above(self, kind: str) -> Iterator[etree._Element]:
        style = "titleStyle" if kind in TITLES else "otherStyle" if kind in FOOT else "bodyStyle"
        found = self.master.find(f"{P}txStyles/{P}{style}")
        if found is not None:
            yield found
        if self.defaults is not None:
            yield self.defaults


def master_type(kind: str) -> str:
    """Give the type of the master's placeholder that one of a layout inherits from."""
    return "title" if kind in TITLES else kind if kind in FOOT else "body"


def placeholder_shapes(tree: etree._Element) -> list[etree._Element]:
    """Give the shapes of a master or layout that are placeholders to be filled, in their order."""
    shapes = tree.find(f"{P}cSld/{P}spTree")
    found = shapes.iterfind(P + "sp") if shapes is not None else ()
    return [shape for shape in found if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None]


def placeholder(shape: etree._Element) -> etree._Element:
    """Give the `p:ph` of a placeholder shape."""
    found = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
    if found is None:
        raise ValueError("this shape is no placeholder")
    return found


def _about(shape: etree._Element, attribute: str) -> str:
    about = shape.find(f"{P}nvSpPr/{P}cNvPr")
    return str(about.get(attribute, "")) if about is not None else ""


def _said(properties: list[etree._Element], attribute: str) -> str | None:
    return next((str(each.get(attribute)) for each in properties if each.get(attribute) is not None), None)


def _inset(properties: list[etree._Element]) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, right, bottom = (
        Emu(next((number(each, name) for each in properties if each.get(name) is not None), usual))
        for name, usual in _INSETS
    )
    return left, top, right, bottom


def _is_turned(shape: etree._Element, above: etree._Element | None, properties: list[etree._Element]) -> bool:
    framed = next((each for each in (shape, above) if each is not None and box_of(each)), None)
    frame = framed.find(f"{P}spPr/{A}xfrm") if framed is not None else None
    if frame is not None and number(frame, "rot") % 21_600_000:
        return True
    vertical = next((each for each in properties if each.get("vert") is not None), None)
    return is_vertical(vertical) or any(does_not_wrap(each) for each in properties)

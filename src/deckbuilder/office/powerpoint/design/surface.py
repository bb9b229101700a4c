"""Shapes behind text.

A slide takes the shape of its placeholders from its layout in PowerPoint only; other programs show a plain box. So a
shape is drawn on the layout, and the placeholder is the plain box inside it, in the same colour. Where a layout's
placeholder may stay empty, it has the shape itself: an empty placeholder is not shown.
"""

from msgspec import Struct

from deckbuilder.ir.template import Decoration
from deckbuilder.office.powerpoint.design.frame import box
from deckbuilder.office.powerpoint.design.holders import Look
from deckbuilder.units import Emu, emu

Place = tuple[float, float, float, float]
"""Left, upper edge, width and height, in inches."""
Sides = tuple[float, float, float, float]
"""Left, top, right and bottom, in inches."""

_ARC = 0.29289
"""How far the middle of a quarter circle is from either edge of its corner, as a share of its radius."""


class Stand(Struct, frozen=True):
    """A placeholder on a surface, and what is drawn behind it."""

    place: Place
    look: Look
    behind: tuple[Decoration, ...] = ()


class Surface(Struct, frozen=True):
    """A shape behind text."""

    fill: str | None
    """None for the slide's own ground."""
    shape: str = "rect"
    """The preset shape (ECMA-376 Part 1, 20.1.10.56)."""
    corner: float = 0.0
    """How far the shape's corners are rounded or cut, in inches; as far as can be where that is less."""

    def under(self, place: Place, inset: Sides) -> Stand:
        """Draw the shape, with the placeholder inside it; `inset` is from the shape's edges to the text."""
        if self.fill is None or self.shape == "rect":
            return Stand(place, {"fill": self.fill, "inset": _emu(inset)})
        x, y, width, height = place
        left, top, right, bottom = kept = self._kept(width, height)
        inner = (x + left, y + top, width - left - right, height - top - bottom)
        shape = Decoration(box(*place), self.fill, self.shape, self._adjust(width, height))
        return Stand(inner, {"fill": self.fill, "inset": _emu(_less(inset, kept))}, (shape,))

    def own(self, place: Place, inset: Sides) -> Stand:
        """Give the shape to the placeholder itself."""
        _, _, width, height = place
        look: Look = {"fill": self.fill, "inset": _emu(_less(inset, self._kept(width, height)))}
        if self.shape != "rect":
            look |= {"geometry": self.shape, "adjust": self._adjust(width, height)}
        return Stand(place, look)

    def _adjust(self, width: float, height: float) -> int | None:
        """Give the preset shape's adjustment in its own units, hundred-thousandths of the shorter side."""
        if not self.corner:
            return None
        return min(round(self.corner / min(width, height) * 100_000), 50_000)

    def _kept(self, width: float, height: float) -> Sides:
        """Give how far the preset shape itself keeps text from its edges (presetShapeDefinitions.xml)."""
        corner = min(self.corner, min(width, height) / 2)
        arc = corner * _ARC
        if self.shape == "ellipse":
            across, down = width * _ARC / 2, height * _ARC / 2
            return across, down, across, down
        return {
            "roundRect": (arc, arc, arc, arc),
            "round2SameRect": (arc, arc, arc, 0.0),
            "snip1Rect": (0.0, corner / 2, corner / 2, 0.0),
        }.get(self.shape, (0.0, 0.0, 0.0, 0.0))


def _less(inset: Sides, kept: Sides) -> Sides:
    left, top, right, bottom = (max(wanted - own, 0.0) for wanted, own in zip(inset, kept, strict=True))
    return left, top, right, bottom


def _emu(inset: Sides) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, right, bottom = inset
    return emu(left), emu(top), emu(right), emu(bottom)

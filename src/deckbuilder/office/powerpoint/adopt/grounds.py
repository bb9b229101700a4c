"""What stands behind text: the background of master and layout, the shapes and pictures on them, as one colour or none."""

import warnings
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from msgspec import Struct, field
from PIL import Image, UnidentifiedImageError

from deckbuilder.ir.template import Box
from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.office.powerpoint.adopt.parts import A, P, Parts, R, number, switched_on
from deckbuilder.theme.colour import contrast, luminance
from deckbuilder.units import Emu

_ALIKE = 1.35
"""The most contrast between two colours that text sees as one."""
_OPAQUE = 90_000
"""What shows less of what is behind it than this, in thousandths of a per cent, counts as opaque."""
_MIXED = 0.2
"""How much of an area may stand on something else without its text being in danger."""
_THUMB = (32, 24)
_MOST_PIXELS = 40_000_000


class Layer(Struct, frozen=True):
    """The background, or a shape or picture over it."""

    box: Box
    colour: str | None
    """None for more colours than one, or for a picture."""
    picture: str = ""
    """The part of the picture; empty for none."""


class Grounds(Struct):
    """Says what stands behind an area of a master or a layout."""

    parts: Parts
    slide: Box
    thumbs: dict[str, Image.Image | None] = field(default_factory=dict)
    """Pictures, made small, by their parts."""

    def layers(self, master: str, layout: str, scheme: Scheme, theme: etree._Element | None) -> list[Layer]:
        """Give what a slide of a layout shows behind its text, from back to front; of the master for no layout."""
        below = self.parts.tree(master)
        plain = self._background(master, scheme, theme) or Layer(self.slide, scheme.colours["lt1"])
        if not layout:
            return [plain, *self._shapes(master, scheme)]
        own = self._background(layout, scheme, theme)
        found = [own or plain]
        if switched_on(self.parts.tree(layout), "showMasterSp", default=True) and below is not None:
            found += self._shapes(master, scheme)
        return [*found, *self._shapes(layout, scheme)]

    def behind(self, layers: list[Layer], area: Box) -> str | None:
        """Give the one colour behind an area, as digits; None where there are several."""
        ground: str | None = None
        mixed = 0.0
        for layer in layers:
            share = _share(layer.box, area)
            if share <= 0:
                continue
            shown, colour = self._flat(layer, area) if layer.picture else (True, layer.colour)
            if not shown:
                continue
            if share > 0.5:
                differs = ground is None or colour is None or contrast(ground, colour) > _ALIKE
                mixed = (1 - share) if differs else mixed
                ground = colour
            elif ground is None or colour is None or contrast(ground, colour) > _ALIKE:
                mixed += share
        return None if mixed > _MIXED else ground

    def _background(self, part: str, scheme: Scheme, theme: etree._Element | None) -> Layer | None:
        own = self.parts.tree(part).find(f"{P}cSld/{P}bg")
        properties = own.find(P + "bgPr") if own is not None else None
        reference = own.find(P + "bgRef") if own is not None else None
        if properties is not None:
            return next(
                (self._layer(fill, self.slide, part, scheme, None) for fill in properties if _is_fill(fill)), None
            )
        if reference is None:
            return None
        index, colour = number(reference, "idx"), scheme.of(reference)
        fills = theme.find(f"{A}themeElements/{A}fmtScheme/{A}bgFillStyleLst") if theme is not None else None
        if fills is None or not 1001 <= index <= 1000 + len(fills):
            return Layer(self.slide, colour)
        home = next(iter(self.parts.related(part, "theme")), part)
        return self._layer(fills[index - 1001], self.slide, home, scheme, colour)

    def _layer(self, fill: etree._Element, box: Box, part: str, scheme: Scheme, placeholder: str | None) -> Layer:
        kind = etree.QName(fill).localname
        if kind != "blipFill" and any(number(alpha, "val", 100_000) < _OPAQUE for alpha in fill.iter(A + "alpha")):
            return Layer(box, None)
        if kind == "solidFill":
            return Layer(box, scheme.of(fill, placeholder))
        if kind == "gradFill":
            stops = [scheme.of(stop, placeholder) for stop in fill.iterfind(f"{A}gsLst/{A}gs")]
            known = [colour for colour in stops if colour]
            alike = (
                len(known) == len(stops) > 0 and contrast(min(known, key=luminance), max(known, key=luminance)) < _ALIKE
            )
            return Layer(box, known[0] if alike else None)
        blip = fill.find(A + "blip")
        target = self.parts.target(part, str(blip.get(R + "embed"))) if blip is not None else None
        return Layer(box, None, target or "")

    def _shapes(self, part: str, scheme: Scheme) -> Iterator[Layer]:
        """Give shapes and pictures that are no placeholders."""
        shapes = self.parts.tree(part).find(f"{P}cSld/{P}spTree")
        for shape, box in _drawn(shapes, None):
            if shape.find(f".//{P}ph") is not None:
                continue
            if shape.tag == P + "pic":
                fill = shape.find(P + "blipFill")
                if fill is not None:
                    yield self._layer(fill, box, part, scheme, None)
            elif shape.tag == P + "sp":
                layer = self.filled(shape, box, part, scheme)
                if layer is not None:
                    yield layer

    def filled(self, shape: etree._Element, box: Box, part: str, scheme: Scheme) -> Layer | None:
        """Give the layer that a shape's own fill makes; None for one without."""
        properties = shape.find(P + "spPr")
        for fill in properties if properties is not None else ():
            if fill.tag == A + "noFill":
                return None
            if _is_fill(fill):
                return self._layer(fill, box, part, scheme, None)
        reference = shape.find(f"{P}style/{A}fillRef")
        if reference is not None and number(reference, "idx"):
            return Layer(box, scheme.of(reference))
        return None

    def _flat(self, layer: Layer, area: Box) -> tuple[bool, str | None]:
        """Say whether a picture shows behind an area at all, and in which colour if in one."""
        if layer.picture not in self.thumbs:
            self.thumbs[layer.picture] = _thumb(self.parts.package.parts.get(layer.picture, b""))
        thumb = self.thumbs[layer.picture]
        if thumb is None:
            return True, None
        box, (width, height) = layer.box, thumb.size
        left, right = ((edge - box.x) / box.cx * width for edge in (area.x, area.x + area.cx))
        upper, lower = ((edge - box.y) / box.cy * height for edge in (area.y, area.y + area.cy))
        left, upper = min(max(int(left), 0), width - 1), min(max(int(upper), 0), height - 1)
        right, lower = min(max(round(right), left + 1), width), min(max(round(lower), upper + 1), height)
        raw = thumb.crop((left, upper, right, lower)).tobytes()
        seen = [raw[index : index + 3] for index in range(0, len(raw), 4) if raw[index + 3] > 40]
        if len(seen) < 0.1 * len(raw) / 4:
            return False, None
        seen.sort(key=lambda pixel: 54 * pixel[0] + 183 * pixel[1] + 19 * pixel[2])
        low, middle, high = (seen[round(at * (len(seen) - 1))].hex().upper() for at in (0.05, 0.5, 0.95))
        return True, middle if contrast(low, high) <= _ALIKE else None


def _drawn(shapes: etree._Element | None, group: tuple[Box, Box] | None) -> Iterator[tuple[etree._Element, Box]]:
    """Give shapes and pictures with where they are on the slide, those in groups too.

    `group` is where the group is, and the same rectangle as its members count (20.1.7.5).
    """
    for shape in shapes if shapes is not None else ():
        if shape.tag == P + "grpSp":
            frame = shape.find(f"{P}grpSpPr/{A}xfrm")
            inner, outer = (_rectangle(frame, *names) for names in (("chOff", "chExt"), ("off", "ext")))
            if inner and outer and inner.cx and inner.cy:
                yield from _drawn(shape, (_moved(outer, group), inner))
        elif (box := box_of(shape)) is not None:
            yield shape, _moved(box, group)


def _moved(box: Box, group: tuple[Box, Box] | None) -> Box:
    if group is None:
        return box
    outer, inner = group
    across, down = outer.cx / inner.cx, outer.cy / inner.cy
    return Box(
        Emu(round(outer.x + (box.x - inner.x) * across)),
        Emu(round(outer.y + (box.y - inner.y) * down)),
        Emu(round(box.cx * across)),
        Emu(round(box.cy * down)),
    )


def box_of(shape: etree._Element) -> Box | None:
    """Give the box that a shape gives itself."""
    return _rectangle(shape.find(f"{P}spPr/{A}xfrm"), "off", "ext")


def _rectangle(frame: etree._Element | None, off: str, ext: str) -> Box | None:
    place = frame.find(A + off) if frame is not None else None
    size = frame.find(A + ext) if frame is not None else None
    if place is None or size is None:
        return None
    x, y, cx, cy = (Emu(number(*pair)) for pair in ((place, "x"), (place, "y"), (size, "cx"), (size, "cy")))
    return Box(x, y, cx, cy)


def _is_fill(element: etree._Element) -> bool:
    return element.tag in {A + "solidFill", A + "gradFill", A + "blipFill", A + "pattFill"}


def _share(box: Box, area: Box) -> float:
    """Say how much of an area a box covers."""
    across = min(box.x + box.cx, area.x + area.cx) - max(box.x, area.x)
    down = min(box.y + box.cy, area.y + area.cy) - max(box.y, area.y)
    if across <= 0 or down <= 0 or area.cx * area.cy == 0:
        return 0.0
    return across * down / (area.cx * area.cy)


def _thumb(data: bytes) -> Image.Image | None:
    """Make a picture small; None for a drawing, or one that cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP"))
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (_THUMB[0] * 4, _THUMB[1] * 4))
            return picture.convert("RGBA").resize(_THUMB, Image.Resampling.BOX)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        return None

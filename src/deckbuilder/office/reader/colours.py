"""Colours of DrawingML, resolved through a colour map and a theme (ECMA-376 Part 1, 20.1.2.3)."""

import re
from collections.abc import Mapping

from msgspec import Struct

from deckbuilder.office.reader.parts import Element, every, find, local, whole
from deckbuilder.theme.colour import mix, shaded

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SHADES = {"lumMod", "lumOff", "tint", "shade", "satMod", "hueMod", "alpha"}


class Palette(Struct, frozen=True):
    """The theme's colours and what the slide's names for them stand for."""

    theme: Mapping[str, str]
    names: Mapping[str, str]

    def colour(self, holder: Element | None, own: str | None = None) -> str | None:
        """Give the colour in an element such as `a:solidFill`; `own` is what `phClr` stands for."""
        item = next((child for child in holder if isinstance(child.tag, str)), None) if holder is not None else None
        return None if item is None else self.of(item, own)

    def of(self, item: Element, own: str | None = None) -> str | None:
        """Give the colour that an element such as `a:schemeClr` is; None when it cannot be known."""
        value = item.get("lastClr") or item.get("val") or ""
        if local(item) == "schemeClr":
            value = (own or "") if value == "phClr" else self.theme.get(self.names.get(value, value), "")
        if not _HEX.fullmatch(value):
            return None
        return _shade(item, value.upper())

    def grounds(self, holder: Element | None) -> tuple[str, ...]:
        """Give the colours of a fill: one, or those of a gradient; empty when unknown."""
        solid, gradient = find(holder, "a:solidFill"), every(holder, "a:gradFill/a:gsLst/a:gs")
        found = [self.colour(item) for item in ([solid] if solid is not None else gradient)]
        return () if None in found else tuple(item for item in found if item)


def _shade(item: Element, colour: str) -> str | None:
    share, added = 1.0, 0.0
    for change in item:
        kind, amount = local(change), whole(change.get("val"), 100_000) / 100_000
        if not kind:
            continue
        if (kind == "alpha" and amount < 1) or kind not in _SHADES:
            return None
        if kind == "lumMod":
            share = amount
        elif kind == "lumOff":
            added = amount
        elif kind in {"tint", "shade"}:
            colour = mix(colour, "FFFFFF" if kind == "tint" else "000000", 1 - amount)
    return shaded(colour, share, added) if (share, added) != (1.0, 0.0) else colour

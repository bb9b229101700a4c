"""The colours of a master: its theme's twelve through its colour map, and what stands behind text.

Colours are named as in `ir.template`, and what a name means is what slides mean by it: `dk1` is what the colour map
gives for `tx1` (ECMA-376 Part 1, 19.3.1.6), whichever of the theme's twelve that is.
"""

from functools import cached_property

from lxml import etree
from msgspec import Struct

from deckbuilder.office.powerpoint.adopt.parts import A, number
from deckbuilder.theme.colour import contrast, named, shaded

_TWELVE = ("dk1", "lt1", "dk2", "lt2", *(f"accent{index}" for index in range(1, 7)), "hlink", "folHlink")
_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
_UNMAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
_USUAL = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4", "accent2": "ED7D31",
    "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47", "hlink": "0563C1",
    "folHlink": "954F72",
}  # fmt: skip
"""What PowerPoint takes where a theme lacks a colour."""
_PRESET = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "gray": "808080"}


class Scheme(Struct, frozen=True, dict=True):
    """A master's colours."""

    theme: dict[str, str]
    """The theme's own twelve, as six hexadecimal digits."""
    mapping: dict[str, str]
    """The colour map: what `bg1`, `tx1` and so on stand for."""

    @cached_property
    def colours(self) -> dict[str, str]:
        """The twelve as slides see them."""
        return {name: self.theme[self.mapping.get(_MAPPED.get(name, name), name)] for name in _TWELVE}

    def rgb(self, name: str) -> str:
        """Resolve a colour in the notation of `ir.template`."""
        return named(name, self.colours)

    def nearest(self, colour: str) -> str:
        """Name the theme colour that is nearest to one that is written as digits."""
        if colour not in self._nearest:
            self._nearest[colour] = min(_TWELVE[:10], key=lambda name: contrast(self.colours[name], colour))
        return self._nearest[colour]

    @cached_property
    def _nearest(self) -> dict[str, str]:
        return {}

    def of(self, holder: etree._Element | None, placeholder: str | None = None) -> str | None:
        """Resolve the colour in a fill or a reference; None where there is none, or one that cannot be told.

        `placeholder` is what `phClr` stands for.
        """
        if holder is None:
            return None
        for element in holder:
            tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if tag in {"srgbClr", "sysClr", "schemeClr", "prstClr"}:
                base = self._base(element, tag, placeholder)
                return _modified(base, element) if base else None
        return None

    def _base(self, element: etree._Element, tag: str, placeholder: str | None) -> str | None:
        value = str(element.get("val", ""))
        if tag == "srgbClr":
            return value.upper() if _is_hexadecimal(value) else None
        if tag == "sysClr":
            last = str(element.get("lastClr", ""))
            return last.upper() if _is_hexadecimal(last) else ("FFFFFF" if value == "window" else "000000")
        if tag == "prstClr":
            return _PRESET.get(value)
        if value == "phClr":
            return placeholder
        if value in _UNMAPPED:
            return self.colours[_UNMAPPED[value]]
        return self.theme.get(value)

    def name_of(self, fill: etree._Element | None) -> str | None:
        """Name the colour of a text, approximated by the nearest of the theme; None where none is given."""
        if fill is None:
            return None
        scheme = fill.find(A + "schemeClr")
        if scheme is not None and not len(scheme):
            value = str(scheme.get("val", ""))
            name = _UNMAPPED.get(value, value)
            if name in self.colours and (value in _UNMAPPED or name.startswith(("accent", "hlink", "folHlink"))):
                return name
        colour = self.of(fill)
        return self.nearest(colour) if colour else None


def _is_hexadecimal(value: str) -> bool:
    return len(value) == 6 and all(digit in "0123456789abcdefABCDEF" for digit in value)


def _modified(colour: str, element: etree._Element) -> str:
    """Apply what changes the lightness; other changes are too small to matter for contrast."""
    share, added = 1.0, 0.0
    for change in element:
        tag = etree.QName(change).localname if isinstance(change.tag, str) else ""
        value = number(change, "val", 100_000) / 100_000
        if tag == "lumMod":
            share *= value
        elif tag == "lumOff":
            added += value
        elif tag == "shade":
            share *= value
        elif tag == "tint":
            share, added = share * value, added + (1 - value)
    return shaded(colour, share, max(added, 0.0)) if (share, added) != (1.0, 0.0) else colour


def scheme_of(theme: etree._Element | None, colour_map: etree._Element | None) -> Scheme:
    """Read the colours of a master."""
    found = dict(_USUAL)
    own = theme.find(f"{A}themeElements/{A}clrScheme") if theme is not None else None
    plain = Scheme(found, {})
    for entry in own if own is not None else ():
        name = etree.QName(entry).localname if isinstance(entry.tag, str) else ""
        colour = plain.of(entry) if name in found else None
        if colour:
            found[name] = colour
    mapping = {str(key): str(value) for key, value in (colour_map.attrib.items() if colour_map is not None else ())}
    return Scheme(found, {key: value for key, value in mapping.items() if value in found})

"""The colours and fonts of a template: its theme part, and what its settings make of the colours' names."""

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from deckbuilder.office import xml
from deckbuilder.office.word.adopt.source import Source
from deckbuilder.office.word.adopt.wml import attribute, child, hex_colour, tree

_A = f"{{{xml.NS_A}}}"
_SLOTS = {
    "dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink",
    "followedHyperlink": "folHlink", **{f"accent{number}": f"accent{number}" for number in range(1, 7)},
}  # fmt: skip
_MAPPED = {"text1": "t1", "background1": "bg1", "text2": "t2", "background2": "bg2"}
_USUAL = {"t1": "dark1", "bg1": "light1", "t2": "dark2", "bg2": "light2"}


class TheirTheme(Struct, frozen=True):
    """A template's theme."""

    name: str
    colours: Mapping[str, str]
    """By the standard's names, as six hexadecimal digits; empty where the template has no theme."""
    fonts: Mapping[str, str]
    """`major` for headings and `minor` for text."""
    mapping: Mapping[str, str]
    """What the names of text and background stand for."""

    def slot(self, name: str) -> str:
        """Give the standard's name of a colour that WordprocessingML names, such as `text1`."""
        short = _MAPPED.get(name)
        return _SLOTS.get(self.mapping.get(short, _USUAL[short]) if short else name, name)

    def colour(self, name: str) -> str:
        """Give a colour by WordprocessingML's name for it; empty where there is none."""
        return self.colours.get(self.slot(name), "")

    def font(self, name: str) -> str:
        """Give a font by the theme's name for it, such as `minorHAnsi`; empty where there is none."""
        return self.fonts.get("major" if name.startswith("major") else "minor", "")


def read_theme(source: Source, settings: etree._Element) -> TheirTheme:
    """Read a template's theme."""
    mapping = child(settings, "clrSchemeMapping")
    names = {short: attribute(mapping, short) or usual for short, usual in _USUAL.items()}
    part = source.related("theme")
    root = tree(source.package.parts[part]) if part else None
    scheme = root.find(f".//{_A}clrScheme") if root is not None else None
    colours: dict[str, str] = {}
    for slot in scheme if scheme is not None else ():
        inner = next(iter(slot), None)
        digits = hex_colour(inner.get("lastClr") or inner.get("val") or "") if inner is not None else ""
        if digits:
            colours[etree.QName(slot).localname] = digits
    fonts = {}
    for name in ("major", "minor"):
        latin = root.find(f".//{_A}{name}Font/{_A}latin") if root is not None else None
        fonts[name] = latin.get("typeface", "") if latin is not None else ""
    return TheirTheme(root.get("name", "") if root is not None else "", colours, fonts, names)

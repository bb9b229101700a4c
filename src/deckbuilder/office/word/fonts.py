"""The font table: what stands in for the brand's fonts where a computer does not have them (ECMA-376 Part 1, 17.8)."""

from deckbuilder.ir.template import Fonts
from deckbuilder.office import xml
from deckbuilder.office.word.parts import NAMESPACES

_KNOWN = {
    "Arial": ("swiss", "020B0604020202020204"),
    "Calibri": ("swiss", "020F0502020204030204"),
    "Cambria": ("roman", "02040503050406030204"),
    "Georgia": ("roman", "02040502050405020303"),
    "Segoe UI": ("swiss", "020B0502040204020203"),
    "Tahoma": ("swiss", "020B0604030504040204"),
    "Times New Roman": ("roman", "02020603050405020304"),
    "Trebuchet MS": ("swiss", "020B0603020202020204"),
    "Verdana": ("swiss", "020B0604030504040204"),
}
"""Family and classification (PANOSE) of the fonts that come with Office."""


def font_table(fonts: Fonts) -> str:
    """Write the font table: each font of the brand names its fallback, and is described as that is."""
    names = dict.fromkeys((fonts.heading, fonts.body, fonts.fallback or "Arial", "Arial"))
    return f"<w:fonts {NAMESPACES}>{''.join(_font(name, fonts.fallback) for name in names)}</w:fonts>"


def _font(name: str, fallback: str) -> str:
    known = _KNOWN.get(name)
    instead = fallback if known is None and name != fallback else ""
    family, panose = known or _KNOWN.get(instead, ("swiss", ""))
    alternative = f'<w:altName w:val="{xml.attribute(instead)}"/>' if instead else ""
    described = f'<w:panose1 w:val="{panose}"/>' if panose else ""
    return f'<w:font w:name="{xml.attribute(name)}">{alternative}{described}<w:family w:val="{family}"/></w:font>'

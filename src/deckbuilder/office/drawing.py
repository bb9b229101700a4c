"""DrawingML that decks and documents share: colours, the theme part, text of DrawingML shapes."""

from deckbuilder.ir.template import Fonts
from deckbuilder.office import xml

_MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}
"""The names by which slides, layouts and masters use the theme's colours, through the colour map."""


def colour(name: str) -> str:
    """Give a theme colour as a `schemeClr` element; the notation is that of `ir.template`."""
    base, _, shade = name.partition("/")
    value = _MAPPED.get(base, base)
    if not shade:
        return f'<a:schemeClr val="{value}"/>'
    modulated, _, offset = shade.partition("+")
    changes = f'<a:lumMod val="{int(modulated) * 1000}"/>'
    if offset:
        changes += f'<a:lumOff val="{int(offset) * 1000}"/>'
    return f'<a:schemeClr val="{value}">{changes}</a:schemeClr>'


def solid(name: str) -> str:
    """Give a solid fill in a theme colour."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def theme(name: str, colours: dict[str, str], fonts: Fonts) -> str:
    """Write a theme part (ECMA-376 Part 1, 20.1.6.9)."""
    scheme = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in colours.items())
    families = "".join(
        f'<a:{tag}><a:latin typeface="{xml.attribute(font)}"/><a:ea typeface=""/><a:cs typeface=""/></a:{tag}>'
        for tag, font in (("majorFont", fonts.heading), ("minorFont", fonts.body))
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    label = xml.attribute(name)
    return (
        f'<a:theme xmlns:a="{xml.NS_A}" name="{label}"><a:themeElements><a:clrScheme name="{label}">{scheme}'
        f'</a:clrScheme><a:fontScheme name="{label}">{families}</a:fontScheme><a:fmtScheme name="{label}">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )

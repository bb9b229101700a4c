"""The colours of a page, for a light and a dark screen: the brand's own where they can be read, else the nearest.

Values are six hexadecimal digits without #; names are those of the custom properties in `templates/page.css`.
"""

import colorsys
from collections.abc import Callable, Mapping

from deckbuilder.ir.template import Template
from deckbuilder.theme.colour import (
    LARGE_CONTRAST,
    TEXT_CONTRAST,
    channels,
    contrast,
    from_channels,
    hue_of,
    luminance,
    mix,
    named,
    readable,
    saturation_of,
)
from deckbuilder.web.chart import COLOURS

_TEXTS = {
    "brand": "dk2",
    "accent": "accent1",
    "caution": "accent2",
    "ask": "accent3",
    "watch": "accent4",
    "quiet": "accent6",
    "link": "hlink",
    "visited": "folHlink",
}
"""The colours that carry text or mark a passage, and the theme's names for them."""
_READING = 7.0
"""The contrast of running text (WCAG 2.2, success criterion 1.4.6)."""
_STEP = 0.004


def light_colours(look: Template) -> dict[str, str]:
    """Give the colours for a light screen."""
    colours = look.colours
    ground, text = colours["lt1"], colours["dk1"]
    if luminance(ground) <= luminance(text) or contrast(ground, text) < _READING:
        # An agency's own template may be light on dark, or stand on a strong colour; a light screen is neither.
        ground, text = "FFFFFF", "1A1A1A"
    tint = colours["lt2"]
    if contrast(tint, text) < _READING or luminance(tint) < 0.6:
        tint = mix(ground, colours["dk2"], 0.06)
    grounds = (ground, tint)
    text = readable(text, grounds, _READING)
    found = {name: readable(colours[theirs], grounds) for name, theirs in _TEXTS.items()}
    return {
        "ground": ground,
        "tint": tint,
        "text": text,
        **found,
        "banner": found["brand"],
        "on-banner": ground,
        "rule": mix(ground, text, 0.2),
        "edge": readable(mix(ground, text, 0.5), grounds, LARGE_CONTRAST),
        **_series(look, lambda colour: readable(colour, grounds, LARGE_CONTRAST)),
    }


def dark_colours(look: Template) -> dict[str, str]:
    """Give the colours for a dark screen: a ground of the brand's hue, and its colours as light as they must be."""
    colours = look.colours
    hue, saturation = hue_of(colours["dk2"]) / 360, min(saturation_of(colours["dk2"]), 0.22)
    ground, tint, banner = (
        from_channels(*colorsys.hls_to_rgb(hue, light, saturation)) for light in (0.075, 0.125, 0.19)
    )
    grounds = (ground, tint, banner)
    text = from_channels(*colorsys.hls_to_rgb(hue, 0.93, saturation / 2))
    found = {name: lightened(colours[theirs], grounds) for name, theirs in _TEXTS.items()}
    return {
        "ground": ground,
        "tint": tint,
        "text": text,
        **found,
        "banner": banner,
        "on-banner": text,
        "rule": mix(ground, text, 0.25),
        "edge": lightened(mix(ground, text, 0.4), grounds, LARGE_CONTRAST),
        **_series(look, lambda colour: lightened(colour, grounds, LARGE_CONTRAST)),
    }


def lightened(colour: str, grounds: tuple[str, ...], ratio: float = TEXT_CONTRAST) -> str:
    """Lighten a colour, keeping its hue, until it has the contrast on each of some dark grounds."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    changed = colour
    while light < 1 and any(contrast(changed, ground) < ratio for ground in grounds):
        light = min(light + _STEP, 1.0)
        changed = from_channels(*colorsys.hls_to_rgb(hue, light, saturation))
    return changed


def _series(look: Template, legible: Callable[[str], str]) -> dict[str, str]:
    """Give the colours of a chart's series."""
    names = (*look.series, "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")[:COLOURS]
    return {f"s{index}": legible(named(name, look.colours)) for index, name in enumerate(names, 1)}


def declared(colours: Mapping[str, str]) -> str:
    """Write colours as declarations of custom properties."""
    return "".join(f"--{name}:#{value};" for name, value in colours.items())

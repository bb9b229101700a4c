"""Colour arithmetic: luminance and contrast as WCAG 2.2 defines them, mixing, darkening until text can be read.

Colours are six hexadecimal digits without #.
"""

import colorsys
from collections.abc import Mapping
from functools import lru_cache

TEXT_CONTRAST = 4.5
"""What text needs at any size (WCAG 2.2, success criterion 1.4.3)."""
LARGE_CONTRAST = 3.0
"""What text of 18 points, or 14 bold, and anything that is not text needs (1.4.3 and 1.4.11)."""

_STEP = 0.004


def channels(colour: str) -> tuple[float, float, float]:
    """Give red, green and blue from 0 to 1."""
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return red, green, blue


def from_channels(red: float, green: float, blue: float) -> str:
    """Make a colour of red, green and blue from 0 to 1."""
    return "".join(f"{round(min(max(value, 0.0), 1.0) * 255):02X}" for value in (red, green, blue))


@lru_cache(maxsize=1_000)
def luminance(colour: str) -> float:
    """Give the relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def least_contrast(size: float, *, bold: bool) -> float:
    """Give the contrast that text of a size in points needs."""
    return LARGE_CONTRAST if size >= 18 or (bold and size >= 14) else TEXT_CONTRAST


def mix(one: str, other: str, share: float) -> str:
    """Mix two colours; `share` is how much of the second, from 0 to 1."""
    first, second = channels(one), channels(other)
    return from_channels(*(a + (b - a) * share for a, b in zip(first, second, strict=True)))


def shaded(colour: str, lightness_share: float, lightness_added: float = 0.0) -> str:
    """Change the lightness as `lumMod` and `lumOff` do (ECMA-376 Part 1, 20.1.2.3.20 and 20.1.2.3.21)."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    return from_channels(*colorsys.hls_to_rgb(hue, min(light * lightness_share + lightness_added, 1.0), saturation))


def named(name: str, colours: Mapping[str, str]) -> str:
    """Give a colour of a theme by its name, which may carry a shade, in the notation of `ir.template`."""
    base, _, shade = name.partition("/")
    if not shade:
        return colours[base]
    share, _, added = shade.partition("+")
    return shaded(colours[base], int(share) / 100, int(added or 0) / 100)


def hue_of(colour: str) -> float:
    """Give the hue in degrees; 0 for greys."""
    return colorsys.rgb_to_hls(*channels(colour))[0] * 360


def saturation_of(colour: str) -> float:
    """Give the saturation from 0 for greys to 1."""
    return colorsys.rgb_to_hls(*channels(colour))[2]


def vividness_of(colour: str) -> float:
    """Give how vivid a colour looks, from 0 for greys, black and white to 1: its strongest channel less its weakest.

    Of two tones with the same saturation, the one nearer to the middle lightness is the more vivid.
    """
    found = channels(colour)
    return max(found) - min(found)


_CALM = 0.25
"""How vivid a tone of a colour may be that is nearly black, and hardly vivid for that reason alone."""
_MOST_SATURATED = 0.8


def tone_of(colour: str, grounds: tuple[str, ...], ratio: float) -> str:
    """Make the lightest tone of a colour's hue that has the contrast on each of some grounds.

    Neither it nor its pale shade, `40+60`, is more vivid than the colour.
    """
    hue, _, saturation = colorsys.rgb_to_hls(*channels(colour))
    vividness = max(vividness_of(colour), _CALM)
    light = 0.95
    while True:
        most = min(vividness / max(1 - abs(2 * each - 1), _STEP) for each in (light, 0.4 * light + 0.6))
        made = from_channels(*colorsys.hls_to_rgb(hue, light, min(saturation, _MOST_SATURATED, most)))
        if light <= 0 or all(contrast(made, ground) >= ratio for ground in grounds):
            return made
        light = max(light - _STEP, 0.0)


def toned(hue: float, saturation: float, grounds: tuple[str, ...], ratio: float) -> str:
    """Make the lightest colour of a hue in degrees and a saturation that has the contrast on each of some grounds."""
    return readable(from_channels(*colorsys.hls_to_rgb(hue % 360 / 360, 0.95, saturation)), grounds, ratio)


def muted(colour: str, saturation_share: float) -> str:
    """Take saturation away, leaving so much of it."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    return from_channels(*colorsys.hls_to_rgb(hue, light, saturation * saturation_share))


def readable(colour: str, grounds: tuple[str, ...], ratio: float = TEXT_CONTRAST) -> str:
    """Darken a colour, keeping its hue, until it has the contrast on each of some light grounds."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(colour))
    changed = colour
    while light > 0 and any(contrast(changed, ground) < ratio for ground in grounds):
        light = max(light - _STEP, 0.0)
        changed = from_channels(*colorsys.hls_to_rgb(hue, light, saturation))
    return changed

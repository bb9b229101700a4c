"""The twelve theme colours: what the brand gives, what is made of it, and whether text can be read in them.

A theme colour that carries text is checked on every ground that the designs put behind it. A colour of the brand that
is too light is darkened, keeping its hue, and a warning says so; text and background that cannot be told apart are
refused, since nobody but the brand's owner can say what was meant.

What is not given is made of the brand's colour: the main accent is its own hue in another lightness, no more vivid than
the brand itself, the accents beside it are calm hues far from it, each in a lightness of its own, so that a chart can
be told apart in black and white.
"""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.theme.colour import (
    TEXT_CONTRAST,
    contrast,
    hue_of,
    luminance,
    mix,
    muted,
    readable,
    saturation_of,
    shaded,
    tone_of,
    toned,
)
from deckbuilder.theme.model import Colours

_SATURATIONS = {14: 0.58, 42: 0.95, 95: 0.45, 165: 0.55, 205: 0.5, 235: 0.35, 265: 0.32, 290: 0.3, 330: 0.4}
"""The saturation of calm hues in degrees: terracotta, ochre, moss, sea green, blue, indigo, violet, purple, plum."""
_HUES = ((14, 265, 205), (265, 205, 330, 14), (42, 165, 95), (205, 330, 235, 290))
"""Which hues accents 2 to 5 may have, in the order in which they are tried. The fourth is one that looks light, the
fifth one that looks dark: a chart puts tints of the two side by side."""
_APART = 40
"""How far an accent's hue is from the brand's at least, in degrees."""
_ASIDE = 25
"""How far it is from the other accents'."""
_RATIOS = (5.4, 5.4, 7.4, 5.0, 6.2, 5.4)
"""The contrast of each accent that is made; what differs here differs in lightness."""
_GREY = 0.12
"""A brand less saturated than this has no hue to speak of, and its main accent is slate."""
_SLATE = (210.0, 0.22)
_LINK, _FOLLOWED = (212.0, 0.68), (278.0, 0.38)
"""Hue and saturation of links: blue and violet, as people know them, whatever the brand."""
_LIGHT_RATIO, _DEEP_RATIO = 7.0, 9.0
"""A brand below the first is nearly as light as the accents beside it, which then are as dark as the second."""


def palette(colours: Colours, diagnostics: Diagnostics) -> dict[str, str]:
    """Give the twelve theme colours by the standard's names, as six hexadecimal digits."""
    return _Palette(diagnostics).made(colours)


def _digits(colour: Text) -> str:
    return colour.lstrip("#").upper()


def _between(one: float, other: float) -> float:
    """Give how far two hues are from each other, in degrees."""
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)


def _beside(brand: float | None) -> list[int]:
    """Choose the hues of accents 2 to 5 beside the brand's; None where it has none."""
    chosen: list[int] = []
    for hues in _HUES:
        free = (
            hue
            for hue in hues
            if (brand is None or _between(hue, brand) >= _APART)
            and all(_between(hue, each) >= _ASIDE for each in chosen)
        )
        chosen.append(next(free, hues[-1]))
    return chosen


class _Palette:
    def __init__(self, diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics

    def made(self, colours: Colours) -> dict[str, str]:
        given = _digits(colours.brand)
        background = _digits(colours.background) if colours.background else "FFFFFF"
        text = _digits(colours.text) if colours.text else readable(shaded(muted(given, 0.6), 0.45), (background,), 12)
        tint = _digits(colours.tint) if colours.tint else mix(background, given, 0.07)
        if not self._check_grounds(colours, text, background, tint):
            # What the other colours are worth is not seen before their grounds are right.
            self._diagnostics = Diagnostics()
        grounds = (background, tint)
        brand = self._legible(given, colours.brand, grounds, "brand")
        accents = [
            self._accent(index, colours.accents[index] if index < len(colours.accents) else None, brand, grounds)
            for index in range(6)
        ]
        link = self._own(colours.link, "link", grounds) or toned(*_LINK, grounds, 5.4)
        followed = self._own(colours.followed_link, "followed_link", grounds) or toned(*_FOLLOWED, grounds, 6.5)
        return {
            "dk1": text,
            "lt1": background,
            "dk2": brand,
            "lt2": tint,
            **{f"accent{number}": colour for number, colour in enumerate(accents, 1)},
            "hlink": link,
            "folHlink": followed,
        }

    def _check_grounds(self, colours: Colours, text: str, background: str, tint: str) -> bool:
        sound = True
        for ground, written, name in ((background, colours.background, "background"), (tint, colours.tint, "tint")):
            ratio = contrast(text, ground)
            if ratio >= TEXT_CONTRAST and luminance(ground) > luminance(text):
                continue
            sound = False
            place = written or colours.text or colours.brand
            reason = (
                f"has a contrast of {ratio:.2f} to 1 on the {name} “#{ground}”; {TEXT_CONTRAST} is the least"
                if ratio < TEXT_CONTRAST
                else f"is lighter than the {name} “#{ground}”; documents that are printed are dark on light"
            )
            self._diagnostics.error(
                "low-contrast",
                f"The text colour “#{text}” {reason}.",
                place.origin,
                f"Make text darker or {name} lighter.",
            )
        return sound

    def _accent(self, index: int, given: Text | None, brand: str, grounds: tuple[str, ...]) -> str:
        if given is not None:
            return self._legible(_digits(given), given, grounds, f"accent {index + 1}")
        hue, saturation = hue_of(brand), saturation_of(brand)
        grey = saturation < _GREY
        if grey:
            hue, saturation = _SLATE
        ratio = _RATIOS[index]
        if index < 2 and min(contrast(brand, ground) for ground in grounds) < _LIGHT_RATIO:
            ratio = _DEEP_RATIO
        if index == 0 and not grey:
            return tone_of(brand, grounds, ratio)
        if index == 0:
            return toned(hue, saturation, grounds, ratio)
        if index == 5:  # the quiet one: captions and footers
            return toned(hue, 0.12, grounds, ratio)
        beside = _beside(None if grey else hue)[index - 1]
        return toned(beside, _SATURATIONS[beside], grounds, ratio)

    def _own(self, given: Text | None, name: str, grounds: tuple[str, ...]) -> str | None:
        return self._legible(_digits(given), given, grounds, name) if given is not None else None

    def _legible(self, colour: str, given: Text, grounds: tuple[str, ...], name: str) -> str:
        changed = readable(colour, grounds)
        if changed != colour:
            ratio = min(contrast(colour, ground) for ground in grounds)
            self._diagnostics.warn(
                "colour-darkened",
                f"“{given}” ({name}) has a contrast of {ratio:.2f} to 1 on the background or the tint, which is too "
                f"little for text: “#{changed}” is used, on large areas too.",
                given.origin,
                f"Write “#{changed}” yourself, or another colour of the brand; {TEXT_CONTRAST} to 1 is the least.",
            )
        return changed

"""The twelve theme colours: what the brand gives, what is made of it, and whether text can be read in them.

A theme colour that carries text is checked on every ground that the designs put behind it. A colour of the brand that
is too light is darkened, keeping its hue, and a warning says so; text and background that cannot be told apart are
refused, since nobody but the brand's owner can say what was meant.
"""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.theme.colour import (
    TEXT_CONTRAST,
    contrast,
    luminance,
    mix,
    muted,
    readable,
    shaded,
    turned,
)
from deckbuilder.theme.model import Colours

_TURNS = (0, 150, -75, 60, -150, 0)
"""How far the hue of each accent that is not given stands from the brand's, in degrees."""


def palette(colours: Colours, diagnostics: Diagnostics) -> dict[str, str]:
    """Give the twelve theme colours by the standard's names, as six hexadecimal digits."""
    return _Palette(diagnostics).made(colours)


def _digits(colour: Text) -> str:
    return colour.lstrip("#").upper()


class _Palette:
    def __init__(self, diagnostics: Diagnostics) -> None:
        self._diagnostics = diagnostics

    def made(self, colours: Colours) -> dict[str, str]:
        given = _digits(colours.brand)
        background = _digits(colours.background) if colours.background else "FFFFFF"
        text = _digits(colours.text) if colours.text else readable(shaded(muted(given, 0.6), 0.45), (background,), 12)
        tint = _digits(colours.tint) if colours.tint else mix(background, given, 0.07)
        self._check_grounds(colours, text, background, tint)
        grounds = (background, tint)
        brand = self._legible(given, colours.brand, grounds, "brand")
        accents = [
            self._accent(index, colours.accents[index] if index < len(colours.accents) else None, brand, grounds)
            for index in range(6)
        ]
        link = self._own(colours.link, "link", grounds) or readable(turned(brand, 12), grounds)
        followed = self._own(colours.followed_link, "followed_link", grounds) or readable(turned(brand, 60), grounds)
        return {
            "dk1": text,
            "lt1": background,
            "dk2": brand,
            "lt2": tint,
            **{f"accent{number}": colour for number, colour in enumerate(accents, 1)},
            "hlink": link,
            "folHlink": followed,
        }

    def _check_grounds(self, colours: Colours, text: str, background: str, tint: str) -> None:
        for ground, written, name in ((background, colours.background, "background"), (tint, colours.tint, "tint")):
            ratio = contrast(text, ground)
            if ratio >= TEXT_CONTRAST and luminance(ground) > luminance(text):
                continue
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

    def _accent(self, index: int, given: Text | None, brand: str, grounds: tuple[str, ...]) -> str:
        if given is not None:
            return self._legible(_digits(given), given, grounds, f"accent {index + 1}")
        made = turned(brand, _TURNS[index])
        if index == 0:
            made = shaded(made, 1.0, 0.06)
        if index == 5:  # the quiet one: captions and footers
            made = muted(shaded(made, 1.0, 0.1), 0.25)
        return readable(made, grounds)

    def _own(self, given: Text | None, name: str, grounds: tuple[str, ...]) -> str | None:
        return self._legible(_digits(given), given, grounds, name) if given is not None else None

    def _legible(self, colour: str, given: Text, grounds: tuple[str, ...], name: str) -> str:
        changed = readable(colour, grounds)
        if changed != colour:
            ratio = min(contrast(colour, ground) for ground in grounds)
            self._diagnostics.warn(
                "colour-darkened",
                f"“{given}” ({name}) has a contrast of {ratio:.2f} to 1 on the background or the tint, which is too "
                f"little for text: “#{changed}” is used.",
                given.origin,
                f"Write “#{changed}” yourself, or another colour of the brand; {TEXT_CONTRAST} to 1 is the least.",
            )
        return changed

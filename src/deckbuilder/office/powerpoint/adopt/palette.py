"""Our colour roles in the template's colours: what the designs call `dk2` or `accent1`, in colours that can be read.

For each role the first of some candidates is taken that has the contrast on every ground it stands on; the last is
always the text's own colour.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.template import Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast, luminance

_ACCENTS = tuple(f"accent{number}" for number in range(1, 7))
_SUBTLE = 1.6
"""The most contrast that a card's ground has with the slide's: a card is calm."""
_GOOD = 7.0
"""The contrast wished for between text and a card's ground."""


class Palette(Struct, frozen=True, dict=True):
    """Roles and their colours for slides with some ground."""

    scheme: Scheme
    ground: str | None
    """As digits; None where no one colour stands behind the text."""

    def role(self, name: str) -> str:
        """Give the colour for one that a design names."""
        if name in self._roles:
            return self._roles[name]
        # Of shades, those of the quiet colour are lines; the others stand on a heading's ground.
        return self.quiet if name.startswith("accent6") else self._roles["lt1"]

    @property
    def roles(self) -> dict[str, str]:
        """The colour of each role, in the notation of `ir.template`."""
        return dict(self._roles)

    @cached_property
    def text(self) -> str:
        """The colour of text on the slide itself."""
        return self._first(("dk1", "lt1", "dk2", "lt2"), [self._behind]) or self._strongest(self._behind)

    @cached_property
    def _behind(self) -> str:
        return self.ground or self.scheme.colours["lt1"]

    @cached_property
    def card(self) -> str:
        """The ground of cards: calm, and not the slide's own where that can be told."""
        text = self.scheme.rgb(self.text)
        dark = luminance(self._behind) < luminance(text)
        base = min(("lt1", "lt2", "dk1", "dk2"), key=lambda name: contrast(self.scheme.rgb(name), self._behind))
        shades = ("/85+15", "/75+25", "/90+10") if dark else ("/95", "/90", "/85")
        candidates = ("lt2", *(base + shade for shade in shades), "lt1", base)
        for least in (_GOOD, TEXT_CONTRAST):
            for name in candidates:
                colour = self.scheme.rgb(name)
                calm = contrast(colour, self._behind) <= _SUBTLE and (
                    self.ground is None or contrast(colour, self._behind) > 1.04
                )
                if calm and contrast(text, colour) >= least:
                    return name
        return next((name for name in candidates if contrast(text, self.scheme.rgb(name)) >= TEXT_CONTRAST), base)

    @cached_property
    def grounds(self) -> list[str]:
        """What text of our layouts may stand on, as digits."""
        own = [] if self.ground is None else [self.ground]
        return [*own, self.scheme.rgb(self.card)]

    @cached_property
    def on_heading(self) -> str:
        """The colour of text on the ground of a column's heading or a table's."""
        return self._first(("lt1", "lt2", "dk1", "dk2"), [self.scheme.rgb(self.text)]) or "lt1"

    @cached_property
    def quiet(self) -> str:
        """The colour of captions: the text's own, softer."""
        light = luminance(self.scheme.rgb(self.text)) > luminance(self._behind)
        shades = ("/75", "/85") if light else ("/65+35", "/75+25", "/85+15")
        return self._first([self.text + shade for shade in shades], self.grounds) or self.text

    @cached_property
    def _roles(self) -> dict[str, str]:
        light = self.scheme.rgb(self.on_heading)
        roles = {"dk1": self.text, "lt1": self.on_heading, "lt2": self.card, "accent6": self.quiet}
        roles["dk2"] = self._accent(("dk2", *_ACCENTS), [*self.grounds, light]) or self.text
        taken: set[str] = set()
        for number in range(1, 6):
            wanted = f"accent{number}"
            others = tuple(name for name in _ACCENTS if name not in taken)
            found = self._accent((wanted, *others, "dk2"), [*self.grounds, light]) or self.text
            taken.add(found.partition("/")[0])
            roles[wanted] = found
        roles["hlink"] = "hlink"
        return roles

    def series(self) -> tuple[str, ...]:
        """Give the colours of a chart's series: those that stand out from the ground, the strongest first."""
        colours = [name for name in _ACCENTS if contrast(self.scheme.rgb(name), self.grounds[0]) >= 2.0]
        made = list(dict.fromkeys([self._roles["dk2"], *colours]))
        return tuple((made * 6)[:6]) if made else (self.text,) * 6

    def _accent(self, names: Iterable[str], grounds: list[str]) -> str | None:
        """Take a colour as it is, or else darker or lighter."""
        light = luminance(self.scheme.rgb(self.text)) > luminance(self._behind)
        shades = ("", "/60+40", "/40+60") if light else ("", "/75", "/50")
        return self._first([name + shade for name in names for shade in shades], grounds)

    def _first(self, names: Iterable[str], grounds: list[str]) -> str | None:
        for name in names:
            colour = self.scheme.rgb(name)
            if all(contrast(colour, ground) >= TEXT_CONTRAST for ground in grounds):
                return name
        return None

    def _strongest(self, ground: str) -> str:
        return max(("dk1", "lt1", "dk2", "lt2"), key=lambda name: contrast(self.scheme.rgb(name), ground))

    def recoloured(self, layout: Layout) -> Layout:
        """Give a layout in the template's colours."""
        return replace(
            layout,
            background=None,
            placeholders=tuple(self.of_place(each) for each in layout.placeholders),
            decorations=tuple(self._decoration(each) for each in layout.decorations),
            texts=(),
        )

    def of_place(self, place: Placeholder) -> Placeholder:
        """Give a placeholder in the template's colours."""
        if not place.own_style:
            return place
        levels = tuple(self._level(level) for level in place.levels)
        return replace(place, levels=levels, fill=self.role(place.fill) if place.fill else None)

    def _decoration(self, shape: Decoration) -> Decoration:
        return replace(shape, fill=self.role(shape.fill))

    def _level(self, level: TextLevel) -> TextLevel:
        bullet: Bullet | None = level.bullet
        if bullet is not None:
            bullet = replace(bullet, colour=self.role(bullet.colour))
        return replace(level, colour=self.role(level.colour), bullet=bullet)

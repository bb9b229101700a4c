"""What a drawing of a template's slides needs: its colours as digits, its fonts, and the measure of text in them."""

from collections.abc import Iterable

from msgspec import Struct, field

from deckbuilder.fit.measure import Measure
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.ir.drawing import SAMPLE, Typeface
from deckbuilder.ir.template import Fonts, Layout, Template, TextLevel
from deckbuilder.theme.colour import LARGE_CONTRAST, TEXT_CONTRAST, contrast, named


class Paint(Struct, frozen=True):
    """Colours and fonts of a template."""

    template: Template
    measure: Measure
    heading: Typeface
    body: Typeface
    _known: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, template: Template) -> "Paint":
        """Take them from a template."""
        fonts = template.fonts
        heading, body = (_typeface(name, fonts) for name in (fonts.heading, fonts.body))
        return cls(template, Measure(fonts), heading, body)

    def rgb(self, name: str) -> str:
        """Give a colour as digits; the notation is that of `ir.template`."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = named(name, self.template.colours)
        return known

    def typeface(self, level: TextLevel) -> Typeface:
        """Give the font of a level."""
        return self.heading if level.heading_font else self.body

    def background(self, layout: Layout) -> str:
        """Give what slides of a layout stand on.

        An agency's own layout does not say; the first of the theme's grounds is taken on which its title can be read.
        """
        if layout.background is not None:
            return self.rgb(layout.background)
        titles = layout.slots("title")
        level = titles[0].levels[0] if titles else self.template.plain
        return self.rgb(self._first(("lt1", "lt2", "dk2", "dk1"), self.rgb(level.colour), LARGE_CONTRAST))

    def header_text(self, ground: str) -> str:
        """Name the colour of text in a table's header, on a ground given in digits."""
        return self._first(("lt1", "lt2", "dk1", "dk2"), ground, TEXT_CONTRAST)

    def _first(self, names: Iterable[str], other: str, least: float) -> str:
        return next((name for name in names if contrast(self.rgb(name), other) >= least), "lt1")


def _typeface(name: str, fonts: Fonts) -> Typeface:
    metrics = font_metrics(name, fonts.fallback, fonts.files)
    return Typeface(name, metrics.regular.width(SAMPLE), metrics.bold.width(SAMPLE))

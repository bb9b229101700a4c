"""What a Word document is put into: page, colours, fonts, text sizes."""

from dataclasses import dataclass

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Fonts
from deckbuilder.theme import Theme


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A generated Word template. Lengths are in twips, twentieths of a point, as Word counts them."""

    name: str
    colours: dict[str, str]
    """The twelve theme colours by the standard's names, as six hexadecimal digits."""
    fonts: Fonts
    page_width: int = 11_906
    page_height: int = 16_838
    margin_side: int = 1_304
    margin_top: int = 1_474
    margin_bottom: int = 1_304
    body_size: float = 12
    """In points."""

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.page_width - 2 * self.margin_side


def word_template(theme: Theme, diagnostics: Diagnostics) -> WordTemplate | None:  # noqa: ARG001
    """Make the Word template of a theme; None when it cannot be made, with errors among the diagnostics."""
    fonts = theme.brand.fonts
    return WordTemplate(
        name=str(theme.name),
        colours=theme.colours,
        fonts=Fonts(str(fonts.heading), str(fonts.body), str(fonts.fallback or "")),
    )

"""What an agency's own PowerPoint template holds, before it is used: for people who write a theme for it."""

from collections.abc import Callable

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.theme import TemplateFile


class PlaceholderInspection(Struct, frozen=True):
    """A placeholder of a layout. Lengths are in centimetres, text sizes in points."""

    type: str
    idx: int
    name: str
    box: tuple[float, float, float, float] | None
    """From the left, from the top, width, height; None where neither layout nor master says."""
    text_size: float


class LayoutInspection(Struct, frozen=True):
    """A layout."""

    name: str
    """As `layouts:` in theme.yaml wants it."""
    type: str
    """The standard's type (ECMA-376 Part 1, 19.7.15); empty where the template gives none."""
    master: str
    placeholders: tuple[PlaceholderInspection, ...]
    serves: tuple[str, ...]
    """Our layouts that it would serve as without being asked for."""


class FontInspection(Struct, frozen=True):
    """A font that the template uses."""

    name: str
    use: str
    """`headings` or `body`."""
    known: bool | None
    """Whether its widths are known; None where nobody was asked."""


class ColourInspection(Struct, frozen=True):
    """A theme colour as slides see it."""

    name: str
    value: str
    """Six hexadecimal digits."""
    contrast: float | None
    """The contrast with the background; None where that is a picture, or of more colours than one."""


class DeckInspection(Struct, frozen=True):
    """What a PowerPoint template holds."""

    width: float
    """Of a slide, in centimetres."""
    height: float
    masters: tuple[str, ...]
    master: str
    """The one that would be used."""
    layouts: tuple[LayoutInspection, ...]
    fonts: tuple[FontInspection, ...]
    colours: tuple[ColourInspection, ...]
    problems: tuple[str, ...]
    proposed: dict[str, str | None]
    """For each of our layouts the template's, by the name that `layouts:` wants; None for one that would be added."""


def inspect_deck(
    file: TemplateFile, diagnostics: Diagnostics, is_known: Callable[[str], bool] | None = None
) -> DeckInspection | None:
    """Look into a template; None, with a diagnostic, when it cannot be read.

    `is_known` says whether a font's widths are known.
    """
    # Only this needs lxml, which takes 20 ms to import.
    from deckbuilder.office.powerpoint.adopt.inspector import inspected  # noqa: PLC0415

    return inspected(file, diagnostics, is_known)

"""Looking into a Word template before it is used: what it holds, and which of its styles would serve which of ours."""

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.theme import TemplateFile


class PageInspection(Struct, frozen=True):
    """The page that our text takes. Lengths are in centimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    text_width: float
    """The width between the margins."""


class WordFontInspection(Struct, frozen=True):
    """A font that the template uses."""

    name: str
    use: str
    """`headings` or `body`, as the template's main heading and plain text have it."""


class WordColourInspection(Struct, frozen=True):
    """A colour of the template's theme."""

    name: str
    """The standard's: `dk1`, `accent1` and so on."""
    value: str
    """Six hexadecimal digits."""
    contrast: float
    """The contrast with the page; text needs 4.5."""


class StyleInspection(Struct, frozen=True):
    """A style."""

    name: str
    """As `styles:` in theme.yaml wants it."""
    kind: str
    """`paragraph`, `character`, `table` or `numbering`."""
    size: float
    """The size of its text, in points; 0 for a table or numbering style."""
    colour: str
    """The colour of its text, as six hexadecimal digits; empty for a table or numbering style."""
    font: str
    """Empty for a table or numbering style, and where nothing says it."""
    serves: tuple[str, ...]
    """Our styles that it would serve as without being asked for."""


class WordInspection(Struct, frozen=True):
    """What a Word template holds."""

    page: PageInspection
    fonts: tuple[WordFontInspection, ...]
    colours: tuple[WordColourInspection, ...]
    """Those of its theme; empty where it has none."""
    styles: tuple[StyleInspection, ...]
    problems: tuple[str, ...]
    """What is odd about it, and is dealt with."""
    proposed: dict[str, str | None]
    """For each of our styles the name of its style; None where ours would be added."""


def inspect_word(file: TemplateFile, diagnostics: Diagnostics) -> WordInspection | None:
    """Look into a Word template; None, with a diagnostic, when it cannot be used."""
    # Reading a file of somebody else's takes a parser that costs 20 ms to import; most themes have none.
    from deckbuilder.office.word.adopt.inspector import inspected  # noqa: PLC0415

    return inspected(file, diagnostics)

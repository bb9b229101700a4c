"""What a Word document is put into: where its styles and lists are found, and the file around its body."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document
from deckbuilder.ir.page import PageLook
from deckbuilder.office.package import Package
from deckbuilder.theme import Theme


class ListLevel(Struct, frozen=True):
    """How a level of a list is set."""

    style: str
    """The paragraphs' style, by its id."""
    list: int = 0
    """Of a bulleted list its `w:num`, 0 where the style has its own; of a numbered one its `w:abstractNum`."""
    level: int = 0
    """The level within that."""
    indent: str = ""
    """A `w:ind` that keeps the style's own indents, where naming a list would take them away; empty for none."""


class Lists(Struct, frozen=True):
    """The lists of a template."""

    bullets: tuple[ListLevel, ...]
    """Of lists in the document's usual text, by level; the last holds for deeper ones too."""
    numbers: tuple[ListLevel, ...]
    passage_bullets: int = 1
    """The `w:num` of bullets in passages with a style of their own, such as questions to ask."""
    passage_numbers: int = 1
    """Likewise, of numbers, the `w:abstractNum`."""
    first: int = 2
    """The first free `w:num`."""
    indent: int = 425
    """Of each level of the passages' lists, in twips."""


class Frame(Protocol):
    """The file around the body: generated from a theme, or an agency's own."""

    def begin(self) -> Package:
        """Give the package that the document is written into."""

    def finish(self, package: Package, body: str, lists: str, document: Document) -> None:
        """Put the body, and the `w:num` elements of its lists, into the package."""


class WordTemplate(Struct, frozen=True):
    """A Word template. Lengths are in twips, twentieths of a point, as Word counts them."""

    styles: Mapping[str, str]
    """The ids of the styles by our names for them."""
    text_width: int
    """The width between the margins."""
    lists: Lists
    frame: Frame
    page: PageLook
    """What `fit` needs to know of its page."""
    outline_contents: bool = False
    """Whether the contents table finds headings by their outline level, since their styles are not Word's own."""


def word_template(theme: Theme, diagnostics: Diagnostics) -> WordTemplate | None:
    """Make the Word template of a theme; None when it cannot be made, with errors among the diagnostics."""
    mine = Diagnostics()
    if theme.word_template is not None:
        # Reading a file of somebody else's takes a parser that costs 20 ms to import; most themes have none.
        from deckbuilder.office.word.adopt.adopted import adopted_template  # noqa: PLC0415

        made = adopted_template(theme, theme.word_template, mine)
    else:
        from deckbuilder.office.word.generated import generated_template  # noqa: PLC0415

        made = generated_template(theme, mine)
    diagnostics.extend(mine)
    return None if mine.has_errors else made

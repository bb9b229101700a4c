"""What makes the decks of one agency look unlike those of another: compositions, weights, corners, rules."""

from collections.abc import Callable
from dataclasses import dataclass

from deckbuilder.ir.template import Decoration, Image, Layout
from deckbuilder.office.powerpoint.design.frame import Frame


@dataclass(frozen=True, slots=True)
class Logos:
    """The brand's logo, and its form for the brand's own colour; None where the theme has none."""

    usual: Image | None = None
    on_brand: Image | None = None


@dataclass(frozen=True, slots=True)
class Character:
    """A way to compose slides. The layouts' names, placeholders and their numbers are the same in all."""

    title: Callable[[Frame, Logos], Layout]
    section: Callable[[Frame], Layout]
    decorations: Callable[[Frame], tuple[Decoration, ...]]
    """Those of the master, behind most layouts."""
    workshop: Callable[[Frame], tuple[Decoration, ...]]
    """Those of activities, which stand instead of the master's: clearly another mode."""
    heading_bold: bool = True
    card_shape: str = "rect"
    """The preset shape behind quotations and contacts (ECMA-376 Part 1, 20.1.10.56)."""
    card_adjust: int | None = None
    """The preset shape's first adjustment, in its own units."""
    card_rule: bool = True
    """Whether a strong rule stands at a quotation's left edge."""
    chip_shape: str = "roundRect"
    chip_adjust: int | None = 50_000

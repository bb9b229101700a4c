"""What makes the decks of one agency look unlike those of another: compositions, weights, corners, rules."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from deckbuilder.ir.template import Bullet, Decoration, Image, Layout
from deckbuilder.office.powerpoint.design.frame import Frame
from deckbuilder.office.powerpoint.design.surface import Surface
from deckbuilder.office.powerpoint.design.type_scale import DOT

__all__ = ["Cards", "Character", "Columns", "Logos", "Surface", "Workshop"]


class Logos(Struct, frozen=True):
    """The brand's logo, and its form for the brand's own colour; None where the theme has none."""

    usual: Image | None = None
    on_brand: Image | None = None


class Cards(Struct, frozen=True):
    """How quotations and contacts stand."""

    ground: Surface = Surface("lt2")
    """Behind a quotation."""
    contact: Surface = Surface("lt2")
    """Behind a contact."""
    rule: Literal["", "left", "top"] = "left"
    """Where a rule stands at quotations. Contacts have none: it would stand where a contact is left out."""
    rule_size: float = 0.09
    """How thick the rule is, in inches."""
    rule_colour: str = "accent1"
    inset: tuple[float, float, float, float] = (0.32, 0.22, 0.25, 0.2)
    """Left, top, right and bottom, in inches."""


class Columns(Struct, frozen=True):
    """How the two sides of a comparison stand."""

    head: Surface = Surface("dk2")
    text: str = "lt1"
    """The colour of the heading."""
    mark: str = "accent4/20+80"
    """The colour of tick and cross."""
    body: Surface = Surface("lt2")
    rule: str | None = None
    """The colour of a line under each heading; None for none."""
    inset: float = 0.25
    """From a column's edges to its text, in inches."""


class Workshop(Struct, frozen=True):
    """How activities stand: clearly another mode."""

    decorations: Callable[[Frame], tuple[Decoration, ...]]
    """They stand instead of the master's."""
    ground: str = "lt2"
    title: str = "accent2"
    foot: str = "accent6"
    chip: Surface = Surface("accent2", "roundRect", 1.0)
    """Behind group size and minutes."""
    chip_text: str = "lt1"
    panel: Surface = Surface("lt1")
    """Behind the questions."""


class Character(Struct, frozen=True):
    """A way to compose slides. The layouts' names, placeholders and their numbers are the same in all."""

    title: Callable[[Frame, Logos], Layout]
    section: Callable[[Frame], Layout]
    decorations: Callable[[Frame], tuple[Decoration, ...]]
    """Those of the master, behind most layouts."""
    workshop: Workshop
    heading_bold: bool = True
    bullet: Bullet = DOT
    """Before the points of a list."""
    cards: Cards = Cards()
    columns: Columns = Columns()

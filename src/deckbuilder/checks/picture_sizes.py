"""A picture is fine enough for the place it has, and not much finer than any screen can show."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import Picture, PlacedDeck
from deckbuilder.ir.template import Template

LEAST_DOTS = 110
"""Dots in an inch, below which a picture looks coarse on a projector or in print."""
SCREEN_DOTS = 3840
"""The width of a 4K screen in pixels (ITU-R BT.2020)."""
MOST_TIMES = 2.5
"""How many times the pixels of a 4K screen a side may have."""

_EMU_AN_INCH = 914400


def picture_sizes(deck: PlacedDeck, template: Template, diagnostics: Diagnostics) -> None:
    """Warn of a picture that is shown coarse, and advise on one that is needlessly large."""
    for placed in deck.slides:
        if placed.figure is None or not isinstance(placed.figure.content, Picture):
            continue
        picture, box = placed.figure.content, placed.figure.box
        inches = box.cx / _EMU_AN_INCH
        on_screen = SCREEN_DOTS * box.cx / template.width
        if picture.width / inches < LEAST_DOTS:
            diagnostics.warn(
                "coarse-picture",
                f"“{picture.name}” is {picture.width} pixels wide and is shown {inches:.1f} inches wide: "
                f"{picture.width / inches:.0f} dots in an inch, which looks coarse.",
                placed.slide.origin,
                f"Use one that is at least {round(inches * LEAST_DOTS)} pixels wide.",
            )
        elif picture.width > on_screen * MOST_TIMES:
            diagnostics.advise(
                "needlessly-large-picture",
                f"“{picture.name}” is {picture.width} pixels wide; a 4K screen shows {on_screen:.0f} of them.",
                placed.slide.origin,
                f"Make it {round(on_screen)} pixels wide; the files become smaller.",
            )

"""No text is smaller than its place allows: 18 points for a slide's body text in the themes that come with the tool."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import Fill, PlacedDeck
from deckbuilder.ir.template import Placeholder, Template
from deckbuilder.units import Pt


def text_sizes(deck: PlacedDeck, template: Template, diagnostics: Diagnostics) -> None:
    """Report text below the minimum of its placeholder, once a slide."""
    for placed in deck.slides:
        layout = template.layout(placed.layout)
        for fill in (placed.title, *placed.fills):
            slots = layout.slots(fill.role)
            place = slots[fill.slot] if fill.slot < len(slots) else None
            if place is None:
                continue
            size = shrunk_to(fill, place)
            if size is not None:
                diagnostics.error(
                    "text-too-small",
                    f"Text in “{place.name}” is shown at {size:g} points; at least {place.minimum:g} are wanted.",
                    placed.slide.origin,
                    "Make the text of this level larger in the template's layout, or do without the level.",
                )
                break


def shrunk_to(fill: Fill, place: Placeholder) -> Pt | None:
    """Give the smallest size, in points, to which a fill's text was shrunk below its place's minimum; None for none.

    A level that the layout itself sets below the minimum keeps its size, and is reported with the template.
    """
    sizes = fill.sizes or ()
    used = {min(paragraph.level, len(sizes) - 1) for paragraph in fill.paragraphs if paragraph.text.strip() and sizes}
    own = [place.levels[min(level, len(place.levels) - 1)].size for level in sorted(used)]
    shrunk = [sizes[level] for level, size in zip(sorted(used), own, strict=True) if sizes[level] < size]
    return min((size for size in shrunk if size < place.minimum), default=None)

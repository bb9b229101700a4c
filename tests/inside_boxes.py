"""What every placed deck keeps to: its texts lie inside their boxes and are never set too small."""

from deckbuilder.fit.measure import Measure
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.units import points


def assert_inside(placed: PlacedDeck, template: Template) -> None:
    """Hold every text against the box and the least size of its placeholder, as the tool measures them."""
    measure = Measure(template.fonts)
    for slide in placed.slides:
        layout = template.layout(slide.layout)
        for fill in (slide.title, *slide.fills):
            place = layout.slots(fill.role)[fill.slot]
            room = points(place.box.cy) - points(place.inset[1]) - points(place.inset[3])
            named = (slide.number, slide.title_text, fill.role)
            assert measure.height(fill.paragraphs, place, fill.sizes) <= room, named
            for size, level in zip(fill.sizes or (), place.levels, strict=False):
                assert size >= min(place.minimum, level.size), named

"""Pictures that stand at one place on most slides, as a logo does: the theme shows its own."""

from collections import defaultdict

from deckbuilder.office.reader.outline.leads import Leads
from deckbuilder.office.reader.outline.losses import Losses, number_of
from deckbuilder.office.reader.parts import Parts, every, find, name, whole

_FEWEST = 3
"""On how many slides a picture has to stand at least."""


def pictures_on_most(parts: Parts, slides: list[str], leads: Leads, losses: Losses) -> frozenset[str]:
    """Give the parts of the pictures that stand on more than half of the slides, at the same place and size."""
    places: dict[tuple[str, int, int, int, int], set[str]] = defaultdict(set)
    for slide in slides:
        for picture in every(parts.xml(slide), "p:cSld/p:spTree/p:pic"):
            blip = find(picture, "p:blipFill/a:blip")
            media = leads.part(slide, blip.get(name("r:embed"), "")) if blip is not None else None
            offset, extent = find(picture, "p:spPr/a:xfrm/a:off"), find(picture, "p:spPr/a:xfrm/a:ext")
            if media is not None and offset is not None and extent is not None:
                where = (whole(offset.get("x"), 0), whole(offset.get("y"), 0))
                size = (whole(extent.get("cx"), 0), whole(extent.get("cy"), 0))
                places[media, *where, *size].add(slide)
    found = {key[0]: len(on) for key, on in places.items() if len(on) >= _FEWEST and len(on) * 2 > len(slides)}
    for media, count in found.items():
        called = media.rpartition("/")[2]
        what = f"A picture at one place on {number_of(count, 'slide')} ({called}) is left out: a logo is the theme's."
        losses.add("the whole deck", what)
    return frozenset(found)

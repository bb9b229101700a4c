"""Which slide of the pack each slide of a deck came of: tags of the presentation (19.3.1.47), by the slides' own ids.

PowerPoint keeps the id of a slide for as long as it lives, and gives a new or duplicated one an id that was never
used, so a tag never comes to speak of another slide. Programs that number slides anew, such as LibreOffice, drop tags.
"""

from collections.abc import Iterable

from deckbuilder.ir.outline import SlideTag
from deckbuilder.ir.presentation import PlacedSlide
from deckbuilder.office import xml

TAGS_PART = "/ppt/tags/tag1.xml"
TAGS_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
FIRST_SLIDE_ID = 256
"""The least id a slide may have (19.7.13)."""
_NAME = "SLIDE"
"""What a tag's name begins with, before the slide's id; PowerPoint writes names in capitals."""


def tag_list(slides: Iterable[PlacedSlide]) -> str:
    """Write the part: for each slide the pack's id of it, its kind, and which part of it this is."""
    tags = "".join(
        f'<p:tag name="{_NAME}{FIRST_SLIDE_ID + placed.number - 1}" '
        f'val="{xml.attribute(f"{placed.slide.id} {placed.slide.layout} {placed.part}/{placed.parts}")}"/>'
        for placed in slides
    )
    return f"<p:tagLst {xml.P_NAMESPACES}>{tags}</p:tagLst>"


def tags_of(pairs: Iterable[tuple[str, str]]) -> dict[int, SlideTag]:
    """Read tags, given as names and values, by the slides' ids; those that are not ours are passed over."""
    found: dict[int, SlideTag] = {}
    for name, value in pairs:
        number, words = name.upper().removeprefix(_NAME), value.split(" ")
        part = words[-1].split("/")
        if number.isdecimal() and len(words) == 3 and len(part) == 2 and all(each.isdecimal() for each in part):
            found[int(number)] = SlideTag(words[0], words[1], int(part[0]), int(part[1]))
    return found

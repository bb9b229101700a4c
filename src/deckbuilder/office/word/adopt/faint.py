"""Which of a template's styles are hard to read on its page."""

from deckbuilder.office.word.adopt.analysis import Analysis
from deckbuilder.office.word.adopt.choice import OURS
from deckbuilder.theme.colour import contrast, least_contrast


def faint_styles(found: Analysis) -> list[str]:
    """Say which of the template's styles that we use have too little contrast on the page."""
    said = []
    styles = dict.fromkeys(style for ours, style in found.choice.items() if style is not None and OURS[ours] != "table")
    for style in styles:
        colour = found.sheet.colour(style)
        size, bold = found.sheet.size(style), found.sheet.switched(style, "rPr", "b")
        least = least_contrast(size, bold=bold)
        ratio = contrast(colour, found.paper)
        if ratio < least:
            said.append(
                f"its “{style.name}” (#{colour}) has a contrast of {ratio:.2f} to 1 on the page; {least:g} is the least"
            )
    return said

"""The characters that a theme can choose from, each a file."""

from deckbuilder.office.powerpoint.design.character import Character
from deckbuilder.office.powerpoint.design.characters.beams import BEAMS
from deckbuilder.office.powerpoint.design.characters.blocks import BLOCKS
from deckbuilder.office.powerpoint.design.characters.circles import CIRCLES
from deckbuilder.office.powerpoint.design.characters.leaves import LEAVES
from deckbuilder.office.powerpoint.design.characters.lines import LINES

CHARACTERS: dict[str, Character] = {
    "leaves": LEAVES,
    "beams": BEAMS,
    "circles": CIRCLES,
    "blocks": BLOCKS,
    "lines": LINES,
}
"""By the names that `theme.yaml` gives them."""

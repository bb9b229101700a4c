"""The characters that a theme can choose from, each a file."""

from deckbuilder.office.powerpoint.design.character import Character
from deckbuilder.office.powerpoint.design.characters.leaves import LEAVES

CHARACTERS: dict[str, Character] = {"leaves": LEAVES}
"""By the names that `theme.yaml` gives them."""

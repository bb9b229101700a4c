"""The theme model: an agency's brand, its contacts and its document control. It knows no content."""

from deckbuilder.theme.load import load_theme
from deckbuilder.theme.model import Theme

__all__ = ["Theme", "load_theme"]

"""The content model: the pack, its slides, activities and delivery plans. It knows no brand and no format."""

from deckbuilder.content.load import load_pack
from deckbuilder.content.pack import Pack, PackFile
from deckbuilder.content.slides import Section

__all__ = ["Pack", "PackFile", "Section", "load_pack"]

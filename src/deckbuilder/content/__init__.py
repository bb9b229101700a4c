"""The content model: the pack, its slides, activities and delivery plans. It knows no brand and no format."""

from deckbuilder.content.load import load_pack
from deckbuilder.content.pack import Pack
from deckbuilder.content.schema import pack_schema, section_schema

__all__ = ["Pack", "load_pack", "pack_schema", "section_schema"]

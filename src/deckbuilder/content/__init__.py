"""The content model: the pack, its slides, activities and delivery plans. It knows no brand and no format."""

from deckbuilder.content.edition import EditionFile
from deckbuilder.content.load import load_pack
from deckbuilder.content.load_edition import apply_edition, check_editions
from deckbuilder.content.pack import Pack, PackFile
from deckbuilder.content.silencing import check_silences, silenced, unused_silences
from deckbuilder.content.slides import Section

__all__ = [
    "EditionFile",
    "Pack",
    "PackFile",
    "Section",
    "apply_edition",
    "check_editions",
    "check_silences",
    "load_pack",
    "silenced",
    "unused_silences",
]

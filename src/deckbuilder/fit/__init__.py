"""Font metrics, line breaking, sizes, splitting: from a deck to a placed deck."""

from deckbuilder.fit.metrics import FontMetrics, font_metrics, is_known
from deckbuilder.fit.metrics.font_file import FontFileError, faces_in
from deckbuilder.fit.metrics.own_family import FACES, family_faces
from deckbuilder.fit.pages import kept_together
from deckbuilder.fit.place import place_deck
from deckbuilder.fit.sketch import draw_slide

__all__ = [
    "FACES",
    "FontFileError",
    "FontMetrics",
    "draw_slide",
    "faces_in",
    "family_faces",
    "font_metrics",
    "is_known",
    "kept_together",
    "place_deck",
]

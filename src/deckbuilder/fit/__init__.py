"""Font metrics, line breaking, sizes, splitting: from a deck to a placed deck."""

from deckbuilder.fit.metrics import FontMetrics, font_metrics, is_known
from deckbuilder.fit.pages import kept_together
from deckbuilder.fit.place import place_deck
from deckbuilder.fit.sketch import draw_slide

__all__ = ["FontMetrics", "draw_slide", "font_metrics", "is_known", "kept_together", "place_deck"]

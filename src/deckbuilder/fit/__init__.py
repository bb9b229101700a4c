"""Font metrics, line breaking, sizes, splitting: from a deck to a placed deck."""

from deckbuilder.fit.metrics import FontMetrics, font_metrics, is_known
from deckbuilder.fit.place import place_deck

__all__ = ["FontMetrics", "font_metrics", "is_known", "place_deck"]

"""A slide drawn from what `fit` placed, for readers without PowerPoint and for machines without LibreOffice."""

from deckbuilder.fit.sketch.slide import draw_slide

__all__ = ["draw_slide"]

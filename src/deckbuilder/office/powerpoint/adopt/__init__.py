"""The agency's own PowerPoint template: read, mended, and completed with the layouts that it lacks."""

from deckbuilder.office.powerpoint.adopt.adoption import adopt

__all__ = ["adopt"]

"""What can be wrong in a pack, a theme or a built file, and how it is said."""

from deckbuilder.diagnostics.catalogue import Explanation, explanation, explanations
from deckbuilder.diagnostics.model import Diagnostic, Diagnostics, Origin, Severity, SourceFile, did_you_mean
from deckbuilder.diagnostics.silenceable import CAN_BE_SILENCED, OF_SOME_THEMES

__all__ = [
    "CAN_BE_SILENCED",
    "OF_SOME_THEMES",
    "Diagnostic",
    "Diagnostics",
    "Explanation",
    "Origin",
    "Severity",
    "SourceFile",
    "did_you_mean",
    "explanation",
    "explanations",
]

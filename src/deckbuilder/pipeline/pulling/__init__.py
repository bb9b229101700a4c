"""What somebody changed in a built document, and putting it back into the pack."""

from deckbuilder.pipeline.pulling.changes import Change, Pull, Pulled
from deckbuilder.pipeline.pulling.comparing import Wish
from deckbuilder.pipeline.pulling.pulling import pull

__all__ = ["Change", "Pull", "Pulled", "Wish", "pull"]

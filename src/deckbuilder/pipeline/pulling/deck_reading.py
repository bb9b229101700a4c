"""A deck that came back beside the one that the pack gives."""

from collections.abc import Mapping

from msgspec import Struct, field

from deckbuilder.content.slides import Slide
from deckbuilder.ir.outline import Outline
from deckbuilder.pipeline.pulling.comparing import Wish
from deckbuilder.pipeline.pulling.desk import Desk
from deckbuilder.pipeline.pulling.making import Made
from deckbuilder.pipeline.pulling.slides import SlidePair
from deckbuilder.theme import Theme


class DeckReading(Struct):
    """Two readings of a deck, as it is built and as it came back, and what is needed to compare them."""

    made: Made
    theme: Theme
    desk: Desk
    wish: Wish
    settled: bool
    """Whether the pack has changed since: what a file says in two ways, one of them the pack's, is then taken over."""
    ours: Outline
    theirs: Outline
    pairs: list[SlidePair] = field(default_factory=list)

    @property
    def slides(self) -> Mapping[str, Slide]:
        """The slides of the session, by their ids."""
        return {str(slide.id): slide for slide in self.made.delivery.slides}

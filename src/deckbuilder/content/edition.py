"""An edition: what one agency's version of a pack leaves out, says otherwise and adds, slide by slide."""

from typing import Annotated, cast

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from deckbuilder.content.slides import AnySlide
from deckbuilder.source.fields import Id, Model, Shorthand


class Insertion(Model):
    """Slides that the pack does not have, and where they come in."""

    after: Id | None = None
    """The slide that they follow."""
    before: Id | None = None
    """The slide that they precede."""
    slides: Annotated[tuple[AnySlide, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_of_two(self) -> "Insertion":
        if (self.after is None) == (self.before is None):
            raise PydanticCustomError("one_of", "one of “after” and “before” is wanted here")
        return self

    @property
    def anchor(self) -> Id:
        """The slide that the new ones stand beside."""
        # The model has seen to it that one of the two is there.
        return cast("Id", self.after or self.before)


class EditionFile(Model):
    """A file under `editions/`, named after an agency's theme."""

    omit: Annotated[tuple[Id, ...], Shorthand(None, single=True)] = ()
    """The slides that are left out."""
    replace: tuple[AnySlide, ...] = ()
    """Whole slides; the `id` of each names the slide that it takes the place of."""
    insert: tuple[Insertion, ...] = ()
    """Slides that are added, each beside a slide of the pack."""

    @property
    def own_slides(self) -> tuple[AnySlide, ...]:
        """Every slide that the edition brings along, in the file's order."""
        return (*self.replace, *(slide for insertion in self.insert for slide in insertion.slides))

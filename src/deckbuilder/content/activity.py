"""An activity: written once, shown as a slide, explained in the guide, answered on the worksheet."""

from typing import Annotated

from pydantic import Field

from deckbuilder.content.fields import Minutes
from deckbuilder.source import Text
from deckbuilder.source.fields import Model, Shorthand, Texts


class Question(Model):
    """A question that participants work on."""

    text: Text
    prompts: Texts = ()
    """What the facilitator may ask when a group is stuck."""
    options: Texts = ()
    """What participants tick on the worksheet, as many as they like."""
    lines: Annotated[int, Field(ge=1, le=30)] | None = None
    """How many lines of room the worksheet leaves for a written answer: without the key 5, or none beside options."""

    @property
    def room(self) -> int:
        """How many lines of room the worksheet leaves for a written answer; 0 for no written answer."""
        if self.lines is not None:
            return self.lines
        return 0 if self.options else 5


class Activity(Model):
    """What the facilitator needs to run an activity."""

    purpose: Text | None = None
    set_up: Text | None = None
    """How the room and the groups are arranged, and what is handed out."""
    group_size: Text | None = None
    """Such as “Groups of 3 or 4”."""
    steps: Texts = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1), Shorthand("text")]
    debrief: Texts = ()
    """What to bring out when the groups come back together."""
    minutes: Minutes | None = None

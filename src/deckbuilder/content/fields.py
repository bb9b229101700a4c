"""The kinds of field that the content model is made of."""

from typing import Annotated, Literal

from pydantic import Field

from deckbuilder.source import Text
from deckbuilder.source.fields import Flag, Model, Shorthand

Minutes = Annotated[int, Field(ge=0, le=1440)]
"""A length of time in whole minutes."""

Speaker = Literal["child", "parent", "professional", "interviewee"]
"""Who said the words. `interviewee` where the source does not say which of them it was."""


class Point(Model):
    """An item of a list, which may have items of its own."""

    text: Text
    points: "Points" = ()
    numbered: Flag = False
    """Whether this point's own points are numbered."""


Points = Annotated[tuple[Point, ...], Shorthand("text")]
"""A list of points; a plain text stands for a point without points of its own."""


class Note(Model):
    """A passage of the speaker notes: paragraphs and lists in Markdown."""

    text: Text
    strong_language: Flag = False
    """Whether it holds words that a presenter may not want to read out."""


Notes = Annotated[tuple[Note, ...], Shorthand("text", single=True)]
"""Speaker notes: one text, or a list of passages."""


class Silence(Model):
    """A warning or piece of advice that somebody has looked at and decided against."""

    code: Text
    """The message's code, such as `dense-slide`."""
    reason: Text
    """Why it does not hold here."""


Point.model_rebuild()

"""What comes back in worksheets that were filled in: answers, and the table that is made of them."""

import re

from msgspec import Struct

from deckbuilder.diagnostics import Origin

_WHO = re.compile(r"\b(?:name|role)\b", re.IGNORECASE)
_ASKS_WHO = re.compile(r"(?!Agency\b|Date\b).+ – Your answer|(?:Name|Role)(?: \(optional\))?")
"""Questions of the table “About you”, whose columns are “About you” and “Your answer”."""


class ReturnedFile(Struct, frozen=True):
    """A file that came back, not yet looked into."""

    origin: Origin
    """The file as a whole; nothing of the text stands in it."""
    data: bytes


class GivenAnswer(Struct, frozen=True):
    """What somebody wrote into one field, or ticked of one question."""

    tag: str
    """The field's, as the worksheet has it; of the options of a question, what they have in common. Empty where
    somebody took the field out and wrote in its place."""
    part: str
    """The heading above it; empty for none."""
    question: str
    text: str
    """Never empty. A line break is a newline."""
    title: str = ""
    """What the field is called in Word."""

    @property
    def names_the_person(self) -> bool:
        """Whether it says who answered: name or role, or another field about the person that is not known here.

        Where the tag is lost, the title tells, or the question where that is lost too.
        """
        group, _, name = self.tag.partition(".")
        if group == "about":
            return name not in {"agency", "date"}
        if self.tag:
            return group == "log" and name in {"name", "role"}
        if not self.title:
            return _ASKS_WHO.fullmatch(self.question) is not None
        return "question" not in self.title.casefold() and _WHO.search(self.title) is not None


class NamedField(Struct, frozen=True):
    """A field of a worksheet."""

    title: str
    """Empty where it has none."""
    tag: str
    part: str
    """The heading above it; empty for none."""
    question: str
    """What it asks; of a check box the words of its option."""


class Worksheet(Struct, frozen=True):
    """A worksheet that was filled in. What it says of itself is empty where a program has dropped it."""

    pack: str
    """The pack's id, or the document's title where the id is lost."""
    pack_version: str
    agency: str
    theme: str
    session: str
    answers: tuple[GivenAnswer, ...]
    """In the order of the file; fields without an answer are left out."""
    fields: tuple[NamedField, ...] = ()
    """All that there are, in the order of the file; none where a program has dropped the tags."""


class AnswerTable(Struct, frozen=True):
    """Rows of text under a header, as they are written."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as long as the header."""

"""The worksheet's fields: their tags, by which answers are read back, and their titles."""

from zlib import crc32

from deckbuilder.ir.document import Field, FieldKind

LONGEST = 64
"""The most characters that Word allows in a control's tag and in its title (MS-OI29500, 2.1.6)."""


def text_field(tag: str, title: str, prompt: str) -> Field:
    """Make a field for text of several lines."""
    return Field(tag, shortened(title), prompt=prompt)


def date_field(tag: str, title: str) -> Field:
    """Make a field for a date."""
    return Field(tag, shortened(title), FieldKind.DATE, "Date")


def tick_field(tag: str, title: str) -> Field:
    """Make a check box."""
    return Field(tag, shortened(title), FieldKind.TICK)


def scale_field(tag: str, title: str) -> Field:
    """Make a choice from 1 to 5; on paper, its numbers are there to be circled."""
    shown = ("1 (not at all)", "2", "3", "4", "5 (very)")
    choices = tuple((text, str(value)) for value, text in enumerate(shown, 1))
    return Field(tag, shortened(title), FieldKind.CHOICE, "1   2   3   4   5", choices)


def tag(owner: str, *rest: str) -> str:
    """Make a tag of a slide's id, or the name of another part, and what tells its fields apart.

    It is the same in every version of a pack, as long as the ids are.
    """
    ending = ".".join(("", *rest))
    room = LONGEST - len(ending)
    if len(owner) > room:
        # Ids may be longer than tags; what tells two long ones apart is kept.
        owner = f"{owner[: room - 9].rstrip('-')}-{crc32(owner.encode()):08x}"
    return owner + ending


def shortened(title: str) -> str:
    """Cut a title that is too long for Word, at a word."""
    if len(title) <= LONGEST:
        return title
    return title[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:.–") + "…"

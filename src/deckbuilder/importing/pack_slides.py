"""What importing makes of a document: slides with the keys and values that a pack's files hold.

Both `recognising`, for documents from elsewhere, and `own_deck`, for decks that this tool built, give a `PackDraft`;
`pack_files` writes it.
"""

from typing import TypeAlias

from msgspec import Struct, field

from deckbuilder.ir.outline import Loss, OutlinePicture

Value: TypeAlias = str | int | float | bool | list["Value"] | dict[str, "Value"]
"""What stands under a key of a pack's file. Texts are the pack's inline Markdown, notes its blocks
(`pack_text.inline`, `pack_text.blocks`)."""


class PackSlide(Struct, frozen=True):
    """A slide as the pack will have it."""

    fields: dict[str, Value]
    """`id`, `kind`, `title` and the rest, as `content.slides` has them, in the order in which they are written."""
    place: str = ""
    """Where it stands in the document, as the outline says it."""
    section: str = ""
    """The name of the section it stands in; empty where the document has none."""
    hidden: bool = False
    """Whether the document passes it over when it is shown."""
    pictures: tuple[OutlinePicture, ...] = ()
    """The pictures that it names as `pictures/NAME`."""
    look_at: tuple[str, ...] = ()
    """Sentences on what its author should look at; they become comments above it."""


class PackDraft(Struct, frozen=True):
    """A pack in the making."""

    slides: tuple[PackSlide, ...]
    about: dict[str, Value] = field(default_factory=dict)
    """Keys of `pack.yaml` and their values, other than `slides`; `id` may be missing."""
    lost: tuple[Loss, ...] = ()
    """What the document says and the pack does not, or in another way."""
    decided: tuple[Loss, ...] = ()
    """What was decided where the document leaves it open, for the author to look at."""

"""What is said of a file that came back."""

from enum import StrEnum

from msgspec import Struct

from deckbuilder.diagnostics import Origin
from deckbuilder.office import OutputFile


class Kind(StrEnum):
    """What became of a text or a slide."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    LEVEL = "level"
    """A point that stands on another level."""


class Change(Struct, frozen=True):
    """One thing that a person changed."""

    place: str
    """Where it stands in their file, such as “slide 7”; for what is gone, where it stood."""
    title: str
    """The slide's title, or the heading that it stands under."""
    what: str
    """What it is in the pack, such as “point” or “notes”."""
    kind: Kind
    old: str = ""
    """The words as the pack gives them; empty for what is new."""
    new: str = ""
    """The words in their file; empty for what is gone."""
    origin: Origin | None = None
    """Where the pack says it; None where that is not known."""
    reason: str = ""
    """Why it is not written into the pack; empty where it is."""
    quotation: bool = False
    """Whether it changes the words of somebody who was quoted."""


class Pulled(Struct, frozen=True):
    """What a file says that its pack does not."""

    file: str
    """As the user named it."""
    document: str
    """`deck`, `guide` or `worksheet`; empty for any other document of the tool's."""
    pack: str
    """The pack's id."""
    theme: str
    """The name of the theme's folder."""
    changes: tuple[Change, ...] = ()
    """In the order of the file, slides that are gone last."""
    since: tuple[str, ...] = ()
    """What else has changed since it was built: `pack`, `theme`, `tool`."""
    notes: tuple[str, ...] = ()
    """What else is to be known, a sentence each: what writing brings with it, and what was passed over."""


class Pull(Struct, frozen=True):
    """What came of files that came back."""

    pulled: tuple[Pulled, ...]
    """Of each file that could be read and traced back."""
    files: tuple[OutputFile, ...] = ()
    """The packs' files with the changes in them, to be written all or none; none where that was not wished."""


QUOTATION = "a quotation is evidence: --quotations writes it"
THEME = "the theme says it"
OURS = "the tool writes it, and no text of the pack holds it"
VALUE = "it comes from “{}”, which the theme or the pack gives"
TERM = "“{}” is the agency’s term for “{}”"
MASKED = "a strong word is masked here, and its own letters stand in the pack alone"
TWICE = "it is changed in two ways"
BY_HAND = "put it into the pack by hand"
ANCHORED = "the pack uses the same text in several places (“&” and “*”)"
UNSURE = "several texts of the pack read the same, and which of them is meant is not known"
AFFIX = "the words around it are the tool’s own"
NEEDED = "the slide needs one at least: delete the slide, or put another in its place"
NEWER = "the pack has changed since, and may be the newer of the two"

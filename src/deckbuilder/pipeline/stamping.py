"""Where a file comes from, among its own properties."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.presentation import Properties
from deckbuilder.pipeline.compiling import Compiled
from deckbuilder.pipeline.writing import Issue

THEME_FOLDER, PACK_DIGEST, THEME_DIGEST = "Theme folder", "Pack digest", "Theme digest"
"""The names of the custom properties. Pack, version, theme, session and document have theirs from what was composed."""


class FileOrigin(Struct, frozen=True):
    """What a file is made of."""

    theme_folder: str
    """The name of the theme's folder, which is that of the folder the file goes to."""
    pack_digest: str
    theme_digest: str


def stamped(issue: Issue, origin: FileOrigin, dated: date | None) -> Issue:
    """Give what is issued with its origin in the properties of each file, and a date where the pack has none."""
    note = issue.cover_note
    return replace(
        issue,
        sessions=tuple(_stamped(session, origin, dated) for session in issue.sessions),
        cover_note=note and replace(note, properties=_with(note.properties, origin, dated)),
    )


def _stamped(session: Compiled, origin: FileOrigin, dated: date | None) -> Compiled:
    deck, guide, worksheet = session.deck.deck, session.guide, session.worksheet
    return replace(
        session,
        deck=replace(session.deck, deck=replace(deck, properties=_with(deck.properties, origin, dated))),
        guide=guide and replace(guide, properties=_with(guide.properties, origin, dated)),
        worksheet=worksheet and replace(worksheet, properties=_with(worksheet.properties, origin, dated)),
    )


def _with(properties: Properties, origin: FileOrigin, dated: date | None) -> Properties:
    own = (
        (THEME_FOLDER, origin.theme_folder),
        (PACK_DIGEST, origin.pack_digest),
        (THEME_DIGEST, origin.theme_digest),
    )
    return replace(properties, date=properties.date or dated, custom=(*properties.custom, *own))

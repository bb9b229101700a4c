"""Speaker notes: as one text, or as several passages where they are too long for one."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from deckbuilder.importing.cutting import in_pieces
from deckbuilder.importing.pack_notes import notes
from deckbuilder.importing.pack_slides import Value
from deckbuilder.ir.text import Paragraph

_MOST = 15_000
"""The most characters of a passage as it is written, a little less than a text of a pack may have."""
_LONGEST = 5_000
"""The most characters of a paragraph before it is cut: with its marks escaped it may be three times as long."""


def notes_value(paragraphs: Sequence[Paragraph]) -> Value:
    """Write paragraphs as the value of `notes`; empty where they hold no words."""
    short = [
        replace(paragraph, runs=runs)
        for paragraph in paragraphs
        for runs in (in_pieces(paragraph.runs, _LONGEST) if len(paragraph.text) > _LONGEST else [paragraph.runs])
    ]
    written = [text for text in _passages(short) if text]
    return written[0] if len(written) == 1 else list(written) if written else ""


def _passages(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    if not paragraphs:
        return
    alone = len(paragraphs) == 1
    if alone or sum(len(each.text) for each in paragraphs) <= _MOST:
        written = notes(paragraphs)
        if alone or len(written) <= _MOST:
            yield written
            return
    middle = len(paragraphs) // 2
    yield from _passages(paragraphs[:middle])
    yield from _passages(paragraphs[middle:])

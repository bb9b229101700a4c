"""Reads a presentation or a document of unknown origin as an outline: what it says, slide by slide."""

from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.outline import Loss, Outline
from deckbuilder.office.reader.outline.measuring import MAX_CHARACTERS, characters_of
from deckbuilder.office.reader.outline.opening import UnreadableError, damaged, opened, too_long
from deckbuilder.office.reader.parts import Parts
from deckbuilder.office.unpacking import has_macros

__all__ = ["read_outline"]


def read_outline(data: bytes, shown_as: str, diagnostics: Diagnostics) -> Outline | None:
    """Read a .pptx or .docx, told apart by what is in it; None, with a diagnostic, where it cannot be read.

    `shown_as` is the file as whoever sent it would name it. What the outline cannot hold stands in its `lost`.
    """
    try:
        kind, parts, main = opened(data, shown_as, diagnostics)
        try:
            outline = _outline(kind, parts, main)
        except (ValueError, SyntaxError, KeyError, AttributeError, IndexError):
            damaged(shown_as, diagnostics)
        if characters_of(outline) > MAX_CHARACTERS:
            too_long(shown_as, diagnostics)
    except UnreadableError:
        return None
    if has_macros(parts.package):
        macros = Loss("the whole file", "The file holds macros; they were not run and are not carried.")
        outline = replace(outline, lost=(macros, *outline.lost))
    return outline


def _outline(kind: str, parts: Parts, main: str) -> Outline:
    if kind == "deck":
        from deckbuilder.office.reader.outline.deck import deck_outline  # noqa: PLC0415  # each needs half of the room

        return deck_outline(parts, main)
    from deckbuilder.office.reader.outline.document import document_outline  # noqa: PLC0415

    return document_outline(parts, main)

"""How a Markdown file divides its slides: by headings, or by lines as Marp and reveal.js do."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from deckbuilder.importing.markdown.front import Front

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_NOTES = re.compile(r"\{?\.?(notes|speaker-notes)\b")


class Manner(Struct, frozen=True):
    """How a file says what a slide is."""

    parts: bool
    """Whether lines (`---`) divide slides, and further headings stand on the slide."""
    marks_notes: bool
    """Whether it says itself which passages are notes, so that the paragraphs after a list are not."""


def manner_of(tokens: "Sequence[Token]", front: Front) -> Manner:
    """Say how a file divides its slides."""
    marp = front.values.get("marp", "").lower() == "true"
    parts = marp or _is_divided_by_lines(tokens)
    marks_notes = parts or any(token.type == "div_open" and is_notes(token.info) for token in tokens)
    return Manner(parts, marks_notes)


def is_notes(info: str) -> bool:
    """Say whether a fenced div holds speaker notes."""
    return _NOTES.match(info) is not None


def _is_divided_by_lines(tokens: "Sequence[Token]") -> bool:
    """Say whether there are lines with one heading between two of them at most, or a second one directly below it."""
    lines = headings = 0
    behind_heading = False
    for token in tokens:
        if token.level:
            continue
        if token.type == "hr":
            lines, headings, behind_heading = lines + 1, 0, False
        elif token.type == "heading_open":
            headings += not behind_heading
            if headings > 1:
                return False
            behind_heading = True
        elif token.type not in {"heading_close", "inline"}:
            behind_heading = False
    return lines > 0

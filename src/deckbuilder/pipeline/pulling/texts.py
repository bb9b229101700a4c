"""The texts of a pack, each with what the documents show of it."""

from collections.abc import Iterator

from msgspec import Struct, field
from pydantic import BaseModel

from deckbuilder.compose import Markup
from deckbuilder.content.fields import Note
from deckbuilder.pipeline.pulling.lines import Line, line_of, tokens_of
from deckbuilder.source import Text

Keys = tuple[str | int, ...]
"""The fields of a model that lead to a text."""

_NO_TEXT = frozenset(
    {"id", "kind", "origin", "additions", "silence", "picture", "slides", "include", "leaves_out", "default_plan"}
    | {"version", "date", "language", "strong_words", "avoid", "plans"}
)
IN_NOTES = frozenset({"notes", "ask", "watch_for", "caution"})
_OF_ACTIVITY = frozenset({"purpose", "set_up", "steps", "debrief"})


class Piece(Struct, frozen=True):
    """A paragraph that a text of the pack gives."""

    text: Text
    keys: Keys
    line: Line
    number: int = 0
    """Which paragraph of a passage of notes it is."""
    of_passage: bool = False
    """Whether its text may give several paragraphs."""

    @property
    def in_notes(self) -> bool:
        """Whether a slide says it in its notes."""
        return self.keys[0] in IN_NOTES or (self.keys[0] == "activity" and self.keys[1] in _OF_ACTIVITY)

    @property
    def is_quotation(self) -> bool:
        """Whether it gives the words of somebody, or who that was."""
        return "voices" in self.keys and self.keys[-1] in {"quote", "attribution"}


def pieces_of(model: BaseModel, markup: Markup, keys: Keys = ()) -> Iterator[Piece]:
    """Give every paragraph that a model's texts can give."""
    for name in type(model).model_fields:
        if name not in _NO_TEXT:
            yield from _pieces(getattr(model, name), markup, (*keys, name))


def _pieces(value: object, markup: Markup, keys: Keys) -> Iterator[Piece]:
    if isinstance(value, Text):
        if value.origin is not None:
            yield Piece(value, keys, Line(tokens_of(markup.runs(value))))
    elif isinstance(value, Note):
        if value.text.origin is not None:
            for number, paragraph in enumerate(markup.paragraphs(value.text)):
                yield Piece(value.text, keys, line_of(paragraph), number, of_passage=True)
    elif isinstance(value, BaseModel):
        yield from pieces_of(value, markup, keys)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _pieces(item, markup, (*keys, index))


class Waiting(Struct):
    """Paragraphs that documents may show, by what they say; each is found once before it is found again."""

    by_key: dict[str, list[Piece]] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)

    def add(self, piece: Piece) -> None:
        """Take in a paragraph, behind those that say the same."""
        self.by_key.setdefault(piece.line.key, []).append(piece)

    def take(self, key: str) -> Piece | None:
        """Give the next paragraph that says something, at last the last again; None when none says it."""
        found = self.by_key.get(key)
        if not found:
            return None
        number = self.used.get(key, 0)
        self.used[key] = number + 1
        return found[min(number, len(found) - 1)]

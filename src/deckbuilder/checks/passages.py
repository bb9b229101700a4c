"""The texts of a pack that a reader meets, in order, each with whether it is somebody else's words."""

from collections.abc import Sequence
from functools import cache, lru_cache

from msgspec import Struct
from pydantic import BaseModel

from deckbuilder.content import Pack, PackFile, Section
from deckbuilder.content.pack import Include, Outcome, Plan, Session, SourceDocument
from deckbuilder.content.slides import SlideBase, Voice
from deckbuilder.source import Text
from deckbuilder.source.fields import Contact

_NO_PROSE: dict[type[BaseModel], frozenset[str]] = {
    SlideBase: frozenset({"id", "kind", "origin", "additions", "picture", "silence"}),
    PackFile: frozenset(
        {
            "id",
            "version",
            "date",
            "language",
            "slides",
            "default_plan",
            "additions",
            "strong_words",
            "avoid",
            "silence",
        }
    ),
    Voice: frozenset({"speaker"}),
    Contact: frozenset({"phone", "link"}),
    Outcome: frozenset({"slides"}),
    Section: frozenset({"id"}),
    Plan: frozenset({"leaves_out"}),
    Session: frozenset({"id"}),
    Include: frozenset({"slide", "section"}),
}
"""Fields that hold names for the program, addresses or rules, and no prose."""

_QUOTED: dict[type[BaseModel], frozenset[str]] = {
    Voice: frozenset({"quote", "attribution"}),
    Contact: frozenset({"name"}),
    SourceDocument: frozenset(SourceDocument.model_fields) - {"note"},
}
"""Fields that hold words of others: what was said, and names."""


class Passage(Struct, frozen=True):
    """A text as the author wrote it."""

    text: Text
    quoted: bool
    """Whether the words are somebody else's, which the pack must not change."""


def passages(value: object) -> Sequence[Passage]:
    """Give the passages of a pack, a section, a slide, or whatever part of one."""
    if isinstance(value, Pack):
        return _of_pack(value)
    found: list[Passage] = []
    _gather(value, found, quoted=False)
    return found


@lru_cache(maxsize=2)
def _of_pack(pack: Pack) -> Sequence[Passage]:
    """Give those of a pack, which one rule after another asks for."""
    return passages((pack.about, pack.sections))


def _gather(value: object, found: list[Passage], *, quoted: bool) -> None:
    if isinstance(value, Text):
        found.append(Passage(value, quoted))
    elif isinstance(value, tuple):
        for item in value:
            _gather(item, found, quoted=quoted)
    elif isinstance(value, BaseModel):
        fields = value.__dict__
        for name, of_others in _prose(type(value)):
            part = fields[name]
            if part:  # most fields are not given
                _gather(part, found, quoted=quoted or of_others)
    elif isinstance(value, dict):
        for item in value.values():
            _gather(item, found, quoted=quoted)


@cache
def _prose(model: type[BaseModel]) -> tuple[tuple[str, bool], ...]:
    """Give the fields of a model that hold prose, each with whether it is that of others."""
    left_out, quoted = _names(_NO_PROSE, model), _names(_QUOTED, model)
    return tuple((name, name in quoted) for name in model.model_fields if name not in left_out)


def _names(table: dict[type[BaseModel], frozenset[str]], model: type[BaseModel]) -> frozenset[str]:
    return frozenset(name for known, names in table.items() if issubclass(model, known) for name in names)

"""The texts of a pack that a reader meets, in order, each with whether it is somebody else's words."""

from collections.abc import Iterator
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Passage:
    """A text as the author wrote it."""

    text: Text
    quoted: bool
    """Whether the words are somebody else's, which the pack must not change."""


def passages(value: object) -> Iterator[Passage]:
    """Give the passages of a pack, a section, a slide, or whatever part of one."""
    if isinstance(value, Pack):
        yield from passages(value.about)
        yield from passages(value.sections)
    elif isinstance(value, Text):
        yield Passage(value, quoted=False)
    elif isinstance(value, BaseModel):
        left_out, quoted = _names(_NO_PROSE, value), _names(_QUOTED, value)
        for name in type(value).model_fields:
            if name not in left_out:
                for passage in passages(getattr(value, name)):
                    yield Passage(passage.text, quoted=True) if name in quoted else passage
    elif isinstance(value, dict):
        yield from passages(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from passages(item)


def _names(table: dict[type[BaseModel], frozenset[str]], value: BaseModel) -> frozenset[str]:
    return frozenset(name for model, names in table.items() if isinstance(value, model) for name in names)

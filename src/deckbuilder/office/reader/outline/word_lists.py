"""Lists of a Word document: of which kind an item is, and which number it has (ECMA-376 Part 1, 17.9)."""

from msgspec import Struct, field

from deckbuilder.ir.text import ListKind
from deckbuilder.office.reader.parts import Element, every, find, name, whole
from deckbuilder.office.reader.word_styles import WordStyles, value_of

_LOOPS = 10
"""How often lists may name another for theirs."""
_LAST_LEVEL = 8


class ListItem(Struct, frozen=True):
    """A paragraph's place in a list."""

    kind: ListKind
    level: int
    number: int
    """The number that Word shows, from the list's start on; 0 for a bullet."""


class _Level(Struct):
    """A level of a list, as one of its numbers (`w:num`) has it."""

    kind: ListKind
    first: int
    restart: int | None
    """The number to begin with anew; None to go on counting. It holds once."""


class Numbering(Struct):
    """The lists of a document, counted as they are read."""

    styles: WordStyles
    root: Element | None
    _nums: dict[str, Element] = field(default_factory=dict)
    _abstracts: dict[str, Element] = field(default_factory=dict)
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _styled: dict[tuple[str, str], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Know the lists by their ids."""
        self._nums.update((item.get(name("w:numId"), ""), item) for item in every(self.root, "w:num"))
        lists = every(self.root, "w:abstractNum")
        self._abstracts.update((item.get(name("w:abstractNumId"), ""), item) for item in lists)

    def item(self, paragraph: Element) -> ListItem | None:
        """Give a paragraph's place, counting it; None for a paragraph outside all lists."""
        chain = self.styles.paragraph_chain(paragraph)
        number, level = self._numbered(paragraph, chain)
        if number is None:
            return _by_name(chain)
        if number == "0":
            return None
        abstract = self._abstract(number)
        if abstract is None:
            return _by_name(chain)
        level = self._level_of_style(number, abstract, chain) if level is None else level
        held = self._level(number, abstract, level)
        if held.kind is ListKind.NONE:
            return None
        count = self._count(abstract, level, held) if held.kind is ListKind.NUMBER else 0
        named = _by_name(chain)
        # Each of Word's own styles, such as “List Bullet 2”, has a list to itself.
        return ListItem(held.kind, max(level, named.level) if named is not None else level, count)

    def _numbered(self, paragraph: Element, chain: list[Element]) -> tuple[str | None, int | None]:
        number: str | None = None
        level: int | None = None
        for holder in (paragraph, *chain):
            own = find(holder, "w:pPr/w:numPr")
            if own is None:
                continue
            number = number if number is not None else value_of(find(own, "w:numId")) or None
            found = find(own, "w:ilvl")
            if level is None and found is not None:
                level = min(max(whole(found.get(name("w:val")), 0), 0), _LAST_LEVEL)
        return number, level

    def _abstract(self, number: str) -> Element | None:
        for _ in range(_LOOPS):
            held = self._nums.get(number)
            abstract = self._abstracts.get(value_of(find(held, "w:abstractNumId")))
            link = value_of(find(abstract, "w:numStyleLink"))
            if held is None or not link:
                return abstract
            linked = next(iter(self.styles.chain(link)), None)
            number = value_of(find(linked, "w:pPr/w:numPr/w:numId"))
        return None

    def _level_of_style(self, number: str, abstract: Element, chain: list[Element]) -> int:
        key = number, chain[0].get(name("w:styleId"), "") if chain else ""
        if key not in self._styled:
            styles = {style.get(name("w:styleId")) for style in chain}
            levels = every(abstract, "w:lvl")
            own = next((item for item in levels if value_of(find(item, "w:pStyle")) in styles), None)
            self._styled[key] = min(whole(own.get(name("w:ilvl")), 0), _LAST_LEVEL) if own is not None else 0
        return self._styled[key]

    def _level(self, number: str, abstract: Element, level: int) -> _Level:
        if (number, level) not in self._levels:
            own = every(self._nums.get(number), "w:lvlOverride")
            override = next((item for item in own if whole(item.get(name("w:ilvl")), -1) == level), None)
            tried = (_level(override, level), _level(abstract, level), _level(abstract, 0))
            held = next((each for each in tried if each is not None), None)
            start, restart = find(held, "w:start"), find(override, "w:startOverride")
            shown = value_of(find(held, "w:numFmt")) or "decimal"
            none = shown == "none" or held is None
            kind = ListKind.BULLET if shown == "bullet" else ListKind.NONE if none else ListKind.NUMBER
            self._levels[number, level] = _Level(
                kind,
                whole(start.get(name("w:val")), 1) if start is not None else 1,
                whole(restart.get(name("w:val")), 1) if restart is not None else None,
            )
        return self._levels[number, level]

    def _count(self, abstract: Element, level: int, held: _Level) -> int:
        counts = self._counts.setdefault(abstract.get(name("w:abstractNumId"), ""), {})
        if held.restart is not None:
            counts[level], held.restart = held.restart, None
        else:
            counts[level] = counts[level] + 1 if level in counts else held.first
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return max(counts[level], 1)


def _level(holder: Element | None, level: int) -> Element | None:
    return next((item for item in every(holder, "w:lvl") if whole(item.get(name("w:ilvl")), -1) == level), None)


def _by_name(chain: list[Element]) -> ListItem | None:
    """Tell a list by its style's name, for documents that name the style and no list."""
    for style in chain:
        words = value_of(find(style, "w:name")).casefold().split()
        if words[:1] == ["list"] and words[1:2] in (["bullet"], ["number"]):
            level = whole(words[2], 1) - 1 if len(words) > 2 else 0
            kind = ListKind.BULLET if words[1] == "bullet" else ListKind.NUMBER
            return ListItem(kind, min(max(level, 0), _LAST_LEVEL), 0)
    return None

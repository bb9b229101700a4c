"""Which slides of a deck that came back are which of the pack."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from deckbuilder.ir.outline import OutlineColumn, OutlineQuote, OutlineSlide, OutlineTable
from deckbuilder.ir.text import Paragraph
from deckbuilder.pipeline.pulling.lines import Line, alike, line_of, lines_in, tokens_of, words_of

_ALIKE = 0.5
"""The share of words that two slides have in common when one is taken for the other without its tag."""
_MOST = 300
"""The most slides that are compared each with each."""


class SlidePair(Struct, frozen=True):
    """A slide of the pack, as it was built and as it came back."""

    id: str
    """Of the slide in the pack; empty for a new one."""
    ours: tuple[OutlineSlide, ...]
    """Its parts as they are built; none for a new slide."""
    theirs: tuple[OutlineSlide, ...]
    """Its parts in the file; none for a slide that is gone."""


def paired(ours: Sequence[OutlineSlide], theirs: Sequence[OutlineSlide]) -> list[SlidePair]:
    """Pair slides, in the order of the file; what is gone comes last.

    Where a program has dropped the tags, titles and words say which slide is which.
    """
    built: dict[str, list[OutlineSlide]] = {}
    for slide in ours:
        if slide.tag is not None:
            built.setdefault(slide.tag.id, []).append(slide)
    known = {index: slide.tag.id for index, slide in enumerate(theirs) if slide.tag and slide.tag.id in built}
    parts = [part for name, group in built.items() if name not in known.values() for part in group]
    untold = [index for index in range(len(theirs)) if index not in known]
    for part, index in _alike(parts, [theirs[index] for index in untold]):
        if parts[part].tag is not None:
            known[untold[index]] = parts[part].tag.id  # type: ignore[union-attr]  # told in the line above
    pairs: dict[str, list[OutlineSlide]] = {}
    order: list[str | int] = []
    for index, slide in enumerate(theirs):
        name = known.get(index)
        if name is None:
            order.append(index)
        else:
            if name not in pairs:
                order.append(name)
            pairs.setdefault(name, []).append(slide)
    found = [
        SlidePair("", (), (theirs[each],))
        if isinstance(each, int)
        else SlidePair(each, tuple(built[each]), tuple(pairs[each]))
        for each in order
    ]
    return found + [SlidePair(name, tuple(group), ()) for name, group in built.items() if name not in pairs]


def _alike(ours: Sequence[OutlineSlide], theirs: Sequence[OutlineSlide]) -> list[tuple[int, int]]:
    own, others = ([title_of(slide).key for slide in side] for side in (ours, theirs))
    pairs: dict[int, int] = {}
    for a, b, size in SequenceMatcher(None, own, others, autojunk=False).get_matching_blocks():
        pairs |= {a + each: b + each for each in range(size)}
    taken = set(pairs.values())
    for index, title in enumerate(own):
        at = next((each for each, key in enumerate(others) if key == title and each not in taken), None)
        if index not in pairs and at is not None:
            pairs[index] = at
            taken.add(at)
    left = [each for each in range(len(ours)) if each not in pairs][:_MOST]
    right = [each for each in range(len(theirs)) if each not in taken][:_MOST]
    words = {each: _words(theirs[each]) for each in right}
    for index in left:
        mine = _words(ours[index])
        best = max(right, key=lambda each: alike(mine, words[each]), default=None)
        if best is not None and alike(mine, words[best]) >= _ALIKE:
            pairs[index] = best
            right.remove(best)
    return sorted(pairs.items())


def _words(slide: OutlineSlide) -> Counter[str]:
    lines = [title_of(slide), *body_lines(slide), *(line_of(paragraph) for paragraph in slide.notes)]
    return sum((words_of(line) for line in lines), Counter())


def title_of(slide: OutlineSlide) -> Line:
    """Give a slide's title as a line."""
    return Line(tokens_of(slide.title))


def text_lines(slide: OutlineSlide) -> list[Line]:
    """Give what the placeholders of a slide hold, of one that has its tag."""
    return [line_of(paragraph, group) for group, text in enumerate(slide.texts) for paragraph in text]


def body_lines(slide: OutlineSlide) -> list[Line]:
    """Give all texts of a slide but its title, its tables and its notes, in reading order."""
    found = lines_in(slide.subtitle, -1)
    for group, block in enumerate(slide.body):
        if isinstance(block, Paragraph):
            found.append(line_of(block))
        elif isinstance(block, OutlineColumn):
            found += lines_in(block.heading, group)
            found += [line_of(paragraph, group) for paragraph in block.paragraphs]
        elif isinstance(block, OutlineQuote):
            found += [*lines_in(block.runs, group), *lines_in(block.attribution, group)]
    return found


def tables_of(slides: Sequence[OutlineSlide]) -> list[OutlineTable]:
    """Give the tables of the parts of a slide."""
    return [block for slide in slides for block in slide.body if isinstance(block, OutlineTable)]

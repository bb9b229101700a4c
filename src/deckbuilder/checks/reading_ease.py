"""Texts are easy to follow when heard or read once: short sentences, and not too many long words.

The measure is LIX, the readability index of C.-H. Björnsson (Läsbarhet, 1968): words in a sentence, plus the share of
words of more than six letters in per cent. Under 40 is easy, over 50 hard, over 60 very hard. It counts letters and
not syllables, so it needs no dictionary and holds for most languages that separate words. Sentences: the UK
government's style guide asks for no more than 25 words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from deckbuilder.checks.passages import passages
from deckbuilder.content import Pack
from deckbuilder.content.slides import Slide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text

LONGEST_SENTENCE = 40
"""Words; a listener has lost the beginning of a longer one. Well over the 25 that are asked for, so that only what
is surely too long is named."""
HARDEST = 60
"""LIX, above which a text is very hard."""
_LONG_WORD = 6
_ENOUGH = 40
"""Words, below which the measure means nothing."""

_MARKUP = re.compile(r"\]\([^)\]]*\)|<[^<>]*>|\{\{(?:(?!\{\{).)*?\}\}|[*_`#>\[\]]", re.DOTALL)
_SENTENCE_END = re.compile(r"(?<![.!?…:;])[.!?…:;]++[”’\"')]*+(?=\s|$)|\n[^\S\n]*\n\s*+|\n[^\S\n]*(?:[-*+]|\d+[.)])\s")
_NO_WORDS = frozenset({"–", "—", "-", "/", "&", "+", "=", "→", "…", "•"})
_AROUND_WORDS = ".,:;!?…()“”‘’\"'–—"


def reading_ease(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise on very long sentences, and on slides and notes that are very hard to read."""
    for slide in pack.slides:
        for name, texts in (("slide", _shown(slide)), ("notes", [note.text for note in slide.notes])):
            plain = [_MARKUP.sub(" ", text) for text in texts]
            if sum(len(text.split()) for text in plain) < _ENOUGH:
                continue  # too little to be judged, and for a very long sentence
            read = [list(_sentences(text)) for text in plain]
            for text, found in zip(texts, read, strict=True):
                longest = max(map(len, found), default=0)
                if longest > LONGEST_SENTENCE:
                    diagnostics.advise(
                        "long-sentence",
                        f"A sentence here has {longest} words.",
                        text.origin,
                        "Make two or three of it; 25 words are plenty.",
                    )
            index = lix(chain.from_iterable(read))
            if index > HARDEST:
                diagnostics.advise(
                    "hard-to-read",
                    f"The text of this {name} is very hard to read (LIX {index:.0f}; over 60 is very hard)."
                    if name == "slide"
                    else f"These notes are very hard to read (LIX {index:.0f}; over 60 is very hard).",
                    texts[0].origin,
                    "Use shorter sentences and everyday words.",
                )


def _shown(slide: Slide) -> list[Text]:
    """Give what the slide shows in the pack's own words."""
    fields = {"points", "columns", "rows", "caption", "subtitle"}
    parts = [getattr(slide, name) for name in type(slide).model_fields if name in fields]
    return [passage.text for passage in passages(tuple(parts)) if not passage.quoted]


def sentences(text: str) -> Iterator[list[str]]:
    """Give each sentence's words. A colon, a paragraph or an item of a list ends a sentence too."""
    return _sentences(_MARKUP.sub(" ", text))


def _sentences(plain: str) -> Iterator[list[str]]:
    """Give the same of a text without markup."""
    for sentence in _SENTENCE_END.split(plain):
        words = sentence.split()
        if not _NO_WORDS.isdisjoint(words):
            words = [word for word in words if word not in _NO_WORDS]
        if words:
            yield words


def lix(found: Iterable[Sequence[str]]) -> float:
    """Give the readability index of sentences; 0 where there is too little to judge."""
    counted = words = long = 0
    for sentence in found:
        counted += 1
        words += len(sentence)
        # What stands around a word is taken off those alone that may be long with it.
        long += len([1 for word in sentence if len(word) > _LONG_WORD and len(word.strip(_AROUND_WORDS)) > _LONG_WORD])
    return words / counted + 100 * long / words if words >= _ENOUGH else 0.0

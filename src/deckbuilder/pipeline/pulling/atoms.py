"""What stands in a text of the pack for something else: values in braces, terms, masked words.

A person who edits a document sees what they stand for. Each counts as one, so that it can be put back as it is.
"""

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from msgspec import Struct

from deckbuilder.compose import Markup
from deckbuilder.ir.text import Run
from deckbuilder.pipeline.pulling.changes import MASKED, TERM, VALUE
from deckbuilder.pipeline.pulling.lines import Token, tokens_of
from deckbuilder.source import Text

_VALUE = re.compile(r"\{\{((?:(?!\{\{|\}\}).)*)\}\}")
_WORD = re.compile(r"\s+|\w+|\W")
_FIRST = 0xE000
"""The first of the characters that have no meaning of their own (Unicode's private use area)."""
_MOST = 1_000
_ALIKE = 0.5
"""The share of words that an agency's terms leave as they are, at least."""
_LARGEST = 20_000
"""The most words of a text in which the agency's terms are looked for."""


class Atom(Struct, frozen=True):
    """Something that stands for something else."""

    raw: str
    """As the pack writes it."""
    shown: str
    """As the document shows it."""
    reason: str
    """Why its own words cannot be changed in the document."""


class Source(Struct, frozen=True):
    """A text of one paragraph as its author wrote it, with each atom as one character."""

    written: str
    runs: tuple[Run, ...]
    atoms: dict[str, Atom]
    """By the character that stands for it."""

    def tokens(self) -> tuple[tuple[Token, ...], tuple[str, ...]]:
        """Give the words that it shows, and for each the character of the atom that it is part of; empty for none."""
        tokens: list[Token] = []
        owners: list[str] = []
        for run in self.runs:
            for piece in re.split(f"([{chr(_FIRST)}-{chr(_FIRST + _MOST)}])", run.text):
                atom = self.atoms.get(piece)
                shown = atom.shown if atom else piece
                if not shown:
                    continue
                found = tokens_of((Run(shown, run.strong, run.emphasis, run.link),))
                tokens += found
                owners += [piece if atom else ""] * len(found)
        # Space between runs is told by reading them as one.
        whole = tokens_of([Run(self._expanded(run.text), run.strong, run.emphasis, run.link) for run in self.runs])
        if [each.text for each in whole] == [each.text for each in tokens]:
            return whole, tuple(owners)
        return whole, ()

    def _expanded(self, text: str) -> str:
        return "".join(self.atoms[each].shown if each in self.atoms else each for each in text)

    def restored(self, written: str) -> str:
        """Give a text in which atoms are characters as the pack writes it."""
        return "".join(self.atoms[each].raw if each in self.atoms else each for each in written)


def source_of(raw: str, worded: str, markup: Markup) -> Source | None:
    """Read a text as its author wrote it, and as the agency's words make it; None where the two do not fit together."""
    if any(_FIRST <= ord(each) <= _FIRST + _MOST for each in raw):
        return None
    atoms: dict[str, Atom] = {}

    def kept(atom: Atom) -> str:
        sign = chr(_FIRST + len(atoms))
        atoms[sign] = atom
        return sign

    def value(match: re.Match[str]) -> str:
        shown = markup.plain(Text(match.group()))
        return kept(Atom(match.group(), shown, VALUE.format(match.group())))

    marked = _VALUE.sub(value, raw)
    if raw != worded:
        signs = iter(list(atoms))
        other = _VALUE.sub(lambda _: next(signs, "\0"), worded)
        if "\0" in other or next(signs, None) is not None:
            return None
        found = _with_terms(marked, other, kept, markup)
        if found is None:
            return None
        marked = found
    if len(atoms) > _MOST:
        return None
    return Source(marked, markup.runs(Text(marked)), atoms)


def _with_terms(raw: str, worded: str, kept: Callable[[Atom], str], markup: Markup) -> str | None:
    old, new = _WORD.findall(raw), _WORD.findall(worded)
    if max(len(old), len(new)) > _LARGEST:
        return None
    pieces: list[str] = []
    changed: tuple[str, str] = ("", "")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return None  # words of the tool's own that stand in the place of a text
    for tag, a, b, c, d in [*matcher.get_opcodes(), ("equal", 0, 0, 0, 0)]:
        if tag != "equal":
            changed = (changed[0] + "".join(old[a:b]), changed[1] + "".join(new[c:d]))
            continue
        if changed != ("", ""):
            if not changed[0] or not changed[1].strip():
                return None
            shown = markup.plain(Text(changed[1]))
            masked = "\\*" in changed[1]
            pieces.append(kept(Atom(changed[0], shown, MASKED if masked else TERM.format(shown, changed[0]))))
            changed = ("", "")
        pieces += old[a:b]
    return "".join(pieces)

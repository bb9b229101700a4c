"""No regular expression of ours takes long over a text made for that."""

import importlib
import pkgutil
import re
import time
from dataclasses import dataclass

import pytest

import deckbuilder

LENGTH = 4_000
"""A fifth of the longest text there is (`deckbuilder.source.yaml_reader.MAX_TEXT`)."""
SECONDS = 0.03
"""A pattern that reads each character once takes a tenth of it; one that looks at all pairs takes more, and three
times as long, at the least, for a text of twice the length."""
PIECES = (
    "{{", "{{ ", "}}", "[", "[a](", "](", "(", "<", "<http://", "`", "*", "*a", "_a", "_", "“", "‘", "‘a’b", "'", " 'a",
    "«", '"', '"1"', "a", "a ", " ", "\t", "\n", "\n\n", "1", "1.", "a.", "a.a", "a-", "a-a", "-", "@", "a@", "www.",
    "://", "https://", "http://a ", "url(", "url( ", "@import", "=", "é", "中",
    "\uff0c", "\u200d", "\u0627", "# ", "> ",
    "- ", "\\", "&", "…", "? ", "!", "A. ", "+44 ", "0 ", "d'", "'d", "y-m", "q.r1", "q.o1", ".", "of the ", "image ",
)  # fmt: skip


WHOLE = frozenset({
    "answer_sheet._RUNS", "answers._ASKS_WHO", "answers._OPTION", "answers._ROW", "alternative_text._FILE_NAME",
    "descriptions._FILE_NAME", "reading._OURS", "reading._TITLE", "links._ADDRESS",
})  # fmt: skip
"""Patterns that are only held against the beginning of a text, or all of it."""


@dataclass(frozen=True, slots=True)
class Pattern:
    name: str
    value: "re.Pattern[str]"

    def use(self, text: str) -> None:
        self.value.match(text)
        self.value.fullmatch(text)
        if self.name not in WHOLE:
            for _ in self.value.finditer(text):
                pass


def _patterns() -> list[Pattern]:
    found: dict[str, Pattern] = {}
    for module in pkgutil.walk_packages(deckbuilder.__path__, "deckbuilder."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found.setdefault(value.pattern, Pattern(f"{module.name.rpartition('.')[2]}.{name}", value))
    return list(found.values())


PATTERNS = _patterns()


def test_there_are_patterns_to_try() -> None:
    assert len(PATTERNS) > 30


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.name for pattern in PATTERNS])
def test_a_pattern_takes_no_longer_than_its_text(pattern: Pattern) -> None:
    for piece in PIECES:
        text = piece * (LENGTH // len(piece)) + "\x00"
        if _seconds(pattern, text) > SECONDS:
            whole, half = _least(pattern, text), _least(pattern, text[len(text) // 2 :])
            assert whole < 3 * half, f"{whole:.2f} s over {piece!r} again and again, {half:.2f} s over half of it"


def _least(pattern: Pattern, text: str) -> float:
    return min(_seconds(pattern, text) for _ in range(5))


def _seconds(pattern: Pattern, text: str) -> float:
    begun = time.process_time()
    pattern.use(text)
    return time.process_time() - begun

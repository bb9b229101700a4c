"""Plain text has as many lines as the rules for any text give it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder.fit.breaking import line_starts
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.fit.pieces import WHOLE, Runs
from deckbuilder.fit.plain_lines import plain_lines

FAMILIES = ("Calibri", "Arial", "Cambria", "Times New Roman", "Verdana")
WORDS = (
    "I",
    "AVATAR",
    "To",
    "Yes,",
    "“No”",
    "well-being",
    "follow-up-call",
    "don’t",
    "(Part 2)",
    "–",
    "what?!",
    "Tŷ",
    "[sic]",
)
words = st.one_of(st.sampled_from(WORDS), st.text("abcAVTWyjo-.,’”?!", min_size=1, max_size=9))
texts = st.lists(words, min_size=1, max_size=14).map(" ".join)
spaces = st.sampled_from(("", " "))
styled = st.tuples(st.tuples(spaces, texts, spaces).map("".join), st.integers(0, 3))
runs = st.lists(styled, min_size=1, max_size=3)


@settings(max_examples=200, deadline=None)
@given(
    runs=runs.map(tuple), width=st.floats(1, 40), family=st.sampled_from(FAMILIES), size=st.sampled_from((11, 18, 24))
)
def test_it_counts_what_the_rules_for_any_text_count(runs: Runs, width: float, family: str, size: int) -> None:
    metrics = font_metrics(family).at(size)
    counted = plain_lines(runs, width, metrics)
    if counted is not None:
        assert counted == len(line_starts(runs, width, metrics)) + 1


@pytest.mark.parametrize(
    "text",
    [
        "Ask a child what they want, and (slowly) listen.",
        "A follow-up call – the same day!",
        "“I didn’t want to go to the police”",
        "What went well: answers (2\u00a0of\u00a03)",
    ],
)
def test_most_texts_are_plain(text: str) -> None:
    assert plain_lines(((text, 0),), 30, font_metrics("Calibri")) is not None


def test_the_runs_of_a_sentence_are_plain() -> None:
    runs = (("Time: ", 1), ("ten minutes", 0), (", ", 0), ("“", 0), ("no more", 2), ("”", 0))
    assert plain_lines(runs, 30, font_metrics("Calibri")) == 1


@pytest.mark.parametrize("text", ["", "two  spaces", "and/or", "well—no", "東京", "a\nb", "‐", "no?yes", "one-–two"])
def test_other_text_is_left_to_the_rules_for_any(text: str) -> None:
    assert plain_lines(((text, 0),), 30, font_metrics("Calibri")) is None


def test_so_are_a_link_on_a_slide_a_word_wider_than_a_line_and_nothing_at_all() -> None:
    assert plain_lines((("here", WHOLE),), 30, font_metrics("Calibri")) is None
    assert plain_lines((("immeasurably", 0),), 3, font_metrics("Calibri")) is None
    assert plain_lines((), 3, font_metrics("Calibri")) is None

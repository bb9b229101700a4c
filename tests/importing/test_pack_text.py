"""Text is written so that the tool reads back the very same words, with the very same look."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckbuilder.compose import Markup
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.pack_notes import notes, settled
from deckbuilder.importing.pack_text import inline, tidy
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.source import Text

_PIECES = st.sampled_from(
    [
        "a", "b1", "Être", "😀", " ", "  ", "\n", "\t", "\N{NO-BREAK SPACE}", "*", "**", "_", "__", "`", "``",
        "[", "]", "(", ")", "](", "{{", "}}", "{{ agency.name }}", "<", ">", "<b>", "&", "&amp;", "&#65;", "\\",
        "!", "#", "# ", "-", "- ", "+ ", "1.", "1. ", "2) ", "~~", "“", "”", "'", '"', ": ", " #", "http://x.org",
        "<http://x.org>", ".",
    ]
)  # fmt: skip
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=8).map("".join)
_LINKS = st.sampled_from(
    [None, None, None, "https://example.org/a(b)c?d=1&amp;e={{f}}#g", "mailto:a@example.org", "#first", "tel:0163 2"]
)
_RUNS = st.lists(st.builds(Run, _TEXTS, st.booleans(), st.booleans(), _LINKS), max_size=5).map(tuple)
_PARAGRAPHS = st.lists(
    st.builds(Paragraph, _RUNS, st.integers(0, 4), st.sampled_from(ListKind), st.none() | st.integers(0, 12)),
    max_size=7,
)


def reader(diagnostics: Diagnostics) -> Markup:
    return Markup({}, ["first"], diagnostics)


@settings(deadline=None, max_examples=120)
@given(_RUNS)
@example((Run("Note:", strong=True), Run("text")))
@example((Run("a", strong=True), Run("b", strong=True, emphasis=True), Run("c", emphasis=True)))
@example((Run("in"), Run("side", strong=True), Run("out")))
@example((Run("{{{ agency.name }}}"),))
def test_what_is_read_of_a_text_is_what_was_written(runs: tuple[Run, ...]) -> None:
    wanted = tidy(runs)
    diagnostics = Diagnostics()
    read = reader(diagnostics).runs(Text(inline(runs)))
    assert (read if wanted else (), list(diagnostics)) == (wanted, [])


@settings(deadline=None, max_examples=60)
@given(_PARAGRAPHS)
def test_what_is_read_of_notes_is_what_was_written(paragraphs: list[Paragraph]) -> None:
    wanted = settled(paragraphs)
    diagnostics = Diagnostics()
    read = reader(diagnostics).paragraphs(Text(notes(paragraphs)))
    assert (read if wanted else (), list(diagnostics)) == (wanted, [])


@settings(deadline=None, max_examples=50)
@given(_RUNS)
def test_tidying_takes_away_space_at_the_ends_alone(runs: tuple[Run, ...]) -> None:
    before = re.sub(
        r"[\x00-\x08\x0c-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]",
        "",
        "".join(r.text for r in runs).replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n"),
    )
    assert "".join(run.text for run in tidy(runs)) == before.strip()

"""Inline Markdown, values and links."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckbuilder.compose import Markup
from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.text import ListKind, Run
from deckbuilder.source import Text


def read(text: str) -> tuple[tuple[Run, ...], list[str]]:
    diagnostics = Diagnostics()
    markup = Markup({"agency.name": "A & B *Trust*", "control.owner": None}, ["here"], diagnostics)
    origin = Origin(SourceFile("a.yaml", text), 1, 1)
    return markup.runs(Text(text, origin)), [item.code for item in diagnostics]


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain words", (Run("plain words"),)),
        ("a **strong** word", (Run("a "), Run("strong", strong=True), Run(" word"))),
        ("an *emphatic* word", (Run("an "), Run("emphatic", emphasis=True), Run(" word"))),
        ("my [Asian] community", (Run("my [Asian] community"),)),
        ("see [the law](https://example.org)", (Run("see "), Run("the law", link="https://example.org"))),
        ("see [it](#here)", (Run("see "), Run("it", link="#here"))),
        ("one\\\ntwo", (Run("one\ntwo"),)),
        ("2 * 3 < 7 & more", (Run("2 * 3 < 7 & more"),)),
        ("for {{ agency.name }}", (Run("for A & B *Trust*"),)),
        ("<b>not markup</b>", (Run("<b>not markup</b>"),)),
    ],
)
def test_texts_become_runs(text: str, runs: tuple[Run, ...]) -> None:
    assert read(text) == (runs, [])


PIECES = ("a", "b c", "**", "*", "[", "]", "(", ")", " ", ".", "“", "é", "_", "`", "\\", "1", "!", "&amp;", "<")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_what_is_read_without_the_parser_is_read_as_it_would(text: str) -> None:
    tokens = MarkdownIt("zero").enable(["emphasis", "escape", "entity", "backticks"]).parseInline(text)[0].children
    strong, expected = 0, ""
    for token in tokens or []:
        strong += token.nesting if token.type.startswith("strong") else 0
        expected += token.content.upper() if strong else token.content
    if "](" not in text:
        assert "".join(run.text.upper() if run.strong else run.text for run in read(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("for {{ agency.nmae }}", "unknown-value"),
        ("for {{ control.owner }}", "missing-value"),
        ("for {{ agency.__class__ }}", "unknown-value"),
        ("[go](#nowhere)", "unknown-link"),
        ("[go](javascript:alert(1))", "bad-link"),
        ("[go](file:///etc/passwd)", "bad-link"),
    ],
)
def test_what_leads_nowhere_is_an_error(text: str, code: str) -> None:
    assert read(text)[1] == [code]


def test_notes_hold_paragraphs_and_lists() -> None:
    markup = Markup({}, [], Diagnostics())
    text = Text("First.\n\n- one\n- two\n  - deeper\n\nThen:\n\n1. yes\n2. no\n")
    found = [(p.text, p.list, p.level, p.start) for p in markup.paragraphs(text)]
    assert found == [
        ("First.", ListKind.NONE, 0, None),
        ("one", ListKind.BULLET, 0, None),
        ("two", ListKind.BULLET, 0, None),
        ("deeper", ListKind.BULLET, 1, None),
        ("Then:", ListKind.NONE, 0, None),
        ("yes", ListKind.NUMBER, 0, 1),
        ("no", ListKind.NUMBER, 0, None),
    ]


def test_plain_paragraphs_of_notes_are_kept_apart() -> None:
    markup = Markup({}, [], Diagnostics())
    assert [p.text for p in markup.paragraphs(Text("One\nline.\n\nTwo."))] == ["One line.", "Two."]

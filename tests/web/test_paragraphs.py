"""Paragraphs with levels as lists within lists, and runs of text as HTML."""

import pytest

from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.web import runs_html
from deckbuilder.web.paragraphs import paragraphs_html

BULLET, NUMBER, PLAIN = ListKind.BULLET, ListKind.NUMBER, ListKind.NONE


def said(*parts: tuple[ListKind, int, str] | tuple[ListKind, int, str, int]) -> str:
    return paragraphs_html([Paragraph((Run(each[2]),), each[1], each[0], *each[3:]) for each in parts])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (said((BULLET, 0, "a"), (BULLET, 0, "b")), "<ul><li>a</li><li>b</li></ul>"),
        (
            said((BULLET, 0, "a"), (BULLET, 1, "b"), (BULLET, 2, "c"), (BULLET, 0, "d")),
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        (said((BULLET, 2, "deep"), (BULLET, 0, "a")), "<ul><li>deep</li><li>a</li></ul>"),
        (said((NUMBER, 0, "a", 1), (NUMBER, 0, "b")), "<ol><li>a</li><li>b</li></ol>"),
        (said((NUMBER, 0, "a", 1), (NUMBER, 0, "b", 1)), "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        (
            said((NUMBER, 0, "a", 4), (PLAIN, 0, "between"), (NUMBER, 0, "b")),
            '<ol start="4"><li>a</li></ol><p>between</p><ol start="5"><li>b</li></ol>',
        ),
        (
            said((NUMBER, 0, "a"), (NUMBER, 1, "x"), (NUMBER, 0, "b"), (NUMBER, 1, "y")),
            "<ol><li>a<ol><li>x</li></ol></li><li>b<ol><li>y</li></ol></li></ol>",
        ),
        (said((BULLET, 0, "a"), (NUMBER, 0, "b")), "<ul><li>a</li></ul><ol><li>b</li></ol>"),
    ],
)
def test_levels_become_lists(written: str, expected: str) -> None:
    assert written == expected


def test_a_list_may_begin_with_another_number() -> None:
    assert paragraphs_html([Paragraph((Run("a"),), list=NUMBER)], start=3) == '<ol start="3"><li>a</li></ol>'


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ([Run("a < b & c")], "a &lt; b &amp; c"),
        ([Run("one\ntwo", strong=True)], "<strong>one<br>two</strong>"),
        ([Run("a", emphasis=True, strong=True)], "<strong><em>a</em></strong>"),
        ([Run("see ", link="https://e.org/?a&b"), Run("it", strong=True, link="https://e.org/?a&b")],
         '<a href="https://e.org/?a&amp;b">see <strong>it</strong></a>'),
        ([Run("there", link="#known")], '<a href="#its-id">there</a>'),
        ([Run("nowhere", link="#unknown")], "nowhere"),
        ([Run("no", link="javascript:alert(1)")], "no"),
        ([Run("no", link="data:text/html,x")], "no"),
        ([Run("ring", link="tel:999")], '<a href="tel:999">ring</a>'),
    ],
)  # fmt: skip
def test_runs_become_html(runs: list[Run], expected: str) -> None:
    assert runs_html(runs, {"known": "its-id"}) == expected

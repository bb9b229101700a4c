"""On a terminal a bar shows how far it is; elsewhere nothing but the lines that were asked for."""

import io
import sys
from pathlib import Path

import pytest

from deckbuilder.cli.progress import followed
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.pipeline import ThemeResult

THEMES = [Path("themes/north"), Path("themes/south")]
RESULTS = [ThemeResult(folder, (), 3, Diagnostics()) for folder in THEMES]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, themes: list[Path], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    results = RESULTS[: len(themes)]
    assert list(followed(results, themes)) == results
    return stream.getvalue()


def test_a_terminal_shows_a_bar_with_the_theme_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(_Terminal(), THEMES, monkeypatch)
    assert "north" in text
    assert "2/2" in text


def test_one_theme_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(_Terminal(), THEMES[:1], monkeypatch) == ""


def test_what_is_no_terminal_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(io.StringIO(), THEMES, monkeypatch) == ""

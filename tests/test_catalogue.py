"""Every code that the program can report has a page, every page has a code, and `explain` shows it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from deckbuilder.cli.main import cli
from deckbuilder.diagnostics import explanations

SOURCE = Path(__file__).parent.parent / "src" / "deckbuilder"
PAGES = explanations()
FENCE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)

ABOUT_FILES = {
    "built-of-what-is-not-here",
    "cannot-pull",
    "cannot-render",
    "cannot-write",
    "document-too-long",
    "edited-file",
    "empty-file",
    "file-too-large",
    "no-pack-file",
    "no-pdf",
    "no-theme-file",
    "not-a-built-file",
    "not-utf8",
    "nothing-to-import",
    "pack-has-changed",
    "picture-too-large",
    "slide-too-long",
    "text-too-long",
    "unreadable-file",
}
"""No lines of YAML could show these."""


def codes_in(modules: list[ast.Module]) -> Iterator[str]:
    """Give the codes that modules report, also those they hand to a function of ours that reports them."""
    reporting = {"error": 0, "warn": 0, "advise": 0}
    for module in modules:
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef):
                names = [argument.arg for argument in function.args.args if argument.arg != "self"]
                for call in ast.walk(function):
                    first = call.args[0] if isinstance(call, ast.Call) and call.args else None
                    if (
                        isinstance(call, ast.Call)
                        and _called(call) in {"error", "warn", "advise"}
                        and isinstance(first, ast.Name)
                    ):
                        assert first.id in names, f"line {call.lineno}: where does this code come from?"
                        reporting[function.name] = names.index(first.id)
    for module in modules:
        yield from _codes_given(module, reporting)


def _codes_given(module: ast.Module, places: dict[str, int]) -> Iterator[str]:
    for call in ast.walk(module):
        if isinstance(call, ast.Call) and _called(call) in places and len(call.args) > 1:
            code = call.args[places[_called(call)]]
            if isinstance(code, ast.Constant):
                yield str(code.value)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def test_the_pages_are_just_the_codes_in_use() -> None:
    files = (file for file in SOURCE.rglob("*.py") if file.parent.name != "diagnostics")
    used = set(codes_in([ast.parse(file.read_text(encoding="utf-8")) for file in files]))
    assert len(used) > 40
    assert used == set(PAGES)


@pytest.mark.parametrize("code", PAGES)
def test_a_page_says_what_and_why_and_shows_a_bad_and_a_good_example(code: str) -> None:
    text = PAGES[code].text
    title, what, why, *rest = text.strip().split("\n\n")
    assert re.fullmatch(r"# [A-Z].*[^.]", title)
    assert title == f"# {PAGES[code].title}"
    for paragraph in (what, why):
        assert re.fullmatch(r"[A-Z`].*\.", paragraph, re.DOTALL)
    headings = [line for line in rest if line.startswith("#") and "```" not in line]
    if code in ABOUT_FILES:
        assert rest == []
    else:
        assert headings == ["## Bad", "## Good"]
        assert len(FENCE.findall(text)) == 2


@pytest.mark.parametrize("code", sorted(set(PAGES) - ABOUT_FILES))
def test_a_good_example_is_good_yaml(code: str) -> None:
    good = FENCE.findall(PAGES[code].text)[1]
    assert all(node is not None for node in yaml.compose_all(good))


@pytest.mark.parametrize("code", PAGES)
def test_explain_prints_the_page(code: str) -> None:
    result = CliRunner().invoke(cli, ["explain", code])
    assert (result.exit_code, result.stdout.strip()) == (0, PAGES[code].text.strip())


def test_an_unknown_code_is_refused_with_the_nearest_one() -> None:
    result = CliRunner().invoke(cli, ["explain", "unknwon-key"])
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "There is no code “unknwon-key”. Did you mean “unknown-key”?" in result.stderr

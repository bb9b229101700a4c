"""docs/rules.md is made of the catalogue's pages; just the warnings and the advice on packs can be silenced."""

import ast
import runpy

from conftest import ROOT
from deckbuilder.diagnostics import CAN_BE_SILENCED, explanations

MADE = runpy.run_path(str(ROOT / "tools" / "rules_page.py"))
SOURCE = ROOT / "src" / "deckbuilder"
NEVER = {"edition-without-theme", "unused-silence"}
"""About files and themes; and a silence that is not needed."""


def test_the_page_is_up_to_date() -> None:
    assert MADE["PAGE"].read_text(encoding="utf-8") == MADE["page"](), "run tools/rules_page.py"


def test_every_code_is_on_the_page_with_a_severity() -> None:
    text = MADE["PAGE"].read_text(encoding="utf-8")
    for code in explanations():
        assert text.count(f"| [`{code}`](#{code}) | ") == 1
        assert text.count(f"\n### {code}\n") == 1


def test_just_the_warnings_and_the_advice_on_packs_can_be_silenced() -> None:
    ways: dict[str, set[str]] = {}
    for room in ("checks", "compose", "content", "fit"):
        for file in (SOURCE / room).rglob("*.py"):
            if file.is_relative_to(SOURCE / "checks" / "files"):
                continue
            for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.args:
                    first = call.args[0]
                    if call.func.attr in {"error", "warn", "advise"} and isinstance(first, ast.Constant):
                        ways.setdefault(str(first.value), set()).add(call.func.attr)
    milder = {code for code, found in ways.items() if "error" not in found}
    assert milder - NEVER == CAN_BE_SILENCED

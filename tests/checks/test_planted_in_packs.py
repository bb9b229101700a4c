"""Each rule over packs and decks has a case with a planted fault, in which nothing but what is expected is found."""

import ast

import pytest

from conftest import ROOT

RULES = ROOT / "src" / "deckbuilder" / "checks"
EXPECTED = "\n".join(
    file.read_text(encoding="utf-8", errors="ignore")
    for file in (ROOT / "tests" / "cases").rglob("*")
    if file.suffix in {".yaml", ".txt"}
)
OF_A_TEMPLATE = {"faint-text", "text-too-small"}
"""No pack and no theme can bring these about, only a template: test_rules.py makes some."""


@pytest.mark.parametrize("rule", sorted(file.name for file in RULES.glob("*.py")))
def test_every_code_has_a_case(rule: str) -> None:
    codes = {
        str(call.args[0].value)
        for call in ast.walk(ast.parse((RULES / rule).read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"error", "warn", "advise"}
        and isinstance(call.args[0], ast.Constant)
    }
    assert {code for code in codes - OF_A_TEMPLATE if f"[{code}]" not in EXPECTED} == set()

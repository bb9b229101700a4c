"""Makes docs/rules.md: every message about a pack, a theme or an Office file, with its page of the catalogue.

Run it after a page or a severity has changed: `python tools/rules_page.py`. The table of other checkers, which people
write, stands in docs/rules-compared.md where there is one, and is put at the end.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckbuilder.diagnostics import CAN_BE_SILENCED, Explanation, explanations

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "deckbuilder"
PAGE = ROOT / "docs" / "rules.md"
COMPARED = ROOT / "docs" / "rules-compared.md"

_SEVERITIES = {"error": "error", "warn": "warning", "advise": "advice"}
_GROUPS = {
    "source": "Reading",
    "content": "Packs",
    "compose": "Packs",
    "checks": "Packs",
    "fit": "Slides",
    "theme": "Themes and templates",
    "office": "Themes and templates",
    "pipeline": "Files and the machine",
    "cli": "Files and the machine",
}
"""What the messages of a room are about."""
_ORDER = ("Packs", "Slides", "Finished Office files", "Themes and templates", "Reading", "Files and the machine")
_PROPER = {
    "checks/dense_slides.py": "Slides",
    "checks/empty_slides.py": "Slides",
    "checks/picture_sizes.py": "Slides",
    "checks/release.py": "Themes and templates",
    "checks/table_headers.py": "Slides",
    "checks/text_contrast.py": "Slides",
    "checks/text_sizes.py": "Slides",
    "checks/unique_titles.py": "Slides",
    "pipeline/building.py": "Themes and templates",
}
"""Modules whose messages are about something else than those of their room."""


@dataclass(frozen=True, slots=True)
class _Call:
    """A place in the program that reports a code."""

    code: str
    severity: str
    group: str


def page() -> str:
    """Make the page."""
    calls = list(_calls())
    lines = [
        "# Rules",
        "",
        "<!-- Made by tools/rules_page.py of the pages of the catalogue. Change those, and run it again. -->",
        "",
        "What `deckbuilder check` and `deckbuilder build` look at. An **error** forbids writing; a **warning** does",
        "under `--strict`; **advice** never does. `deckbuilder explain CODE` prints the same pages. Codes with a tick",
        "can be [silenced](authoring.md#silencing) at a slide or in the pack, with a reason.",
        "",
    ]
    pages: list[str] = []
    for group in _ORDER:
        codes = [code for code in explanations() if _group(code, calls) == group]
        if not codes:
            continue
        lines += [f"## {group}", "", "| Code | Severity | What | Can be silenced |", "| --- | --- | --- | --- |"]
        for code in codes:
            mark = "✓" if code in CAN_BE_SILENCED else ""
            what = explanations()[code].title
            lines.append(f"| [`{code}`](#{code}) | {_severity(code, calls)} | {what} | {mark} |")
            pages.append(_entry(explanations()[code]))
        lines.append("")
    compared = [COMPARED.read_text(encoding="utf-8").strip(), ""] if COMPARED.is_file() else []
    return "\n".join([*lines, *compared, "## Every rule", "", *pages])


def _entry(explained: Explanation) -> str:
    """Give a page of the catalogue below a heading that is the code."""
    title, _, text = explained.text.strip().partition("\n")
    text = re.sub(r"^## (Bad|Good)$", r"\1:", text.strip(), flags=re.MULTILINE)
    return f"### {explained.code}\n\n**{title.lstrip('# ')}.** {text}\n"


def _severity(code: str, calls: list[_Call]) -> str:
    found = {call.severity for call in calls if call.code == code}
    return " or ".join(name for name in _SEVERITIES.values() if name in found) or "error"


def _group(code: str, calls: list[_Call]) -> str:
    found = {call.group for call in calls if call.code == code}
    return next((group for group in _ORDER if group in found), "Files and the machine")


def _calls() -> Iterator[_Call]:
    modules = {file: ast.parse(file.read_text(encoding="utf-8")) for file in sorted(SOURCE.rglob("*.py"))}
    shared = {name: how for each in modules.values() for name, how in _handed(each).items() if name[0] != "_"}
    for file, module in modules.items():
        where = file.relative_to(SOURCE)
        if where.parts[0] in _GROUPS:
            group = _PROPER.get(where.as_posix(), _GROUPS[where.parts[0]])
            group = "Finished Office files" if where.parts[:2] == ("checks", "files") else group
            yield from _calls_in(module, group, {**shared, **_handed(module)})


def _handed(module: ast.Module) -> dict[str, str]:
    """Give the functions of a module that report the code that they are given, and how."""
    return {
        function.name: call.func.attr
        for function in ast.walk(module)
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in _SEVERITIES
        and call.args
        and isinstance(call.args[0], ast.Name)
    }


def _calls_in(module: ast.Module, group: str, handed: dict[str, str]) -> Iterator[_Call]:
    """Give what a module reports, itself or through the functions of `handed`."""
    for call in ast.walk(module):
        if isinstance(call, ast.Call):
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            severity = _SEVERITIES.get(name) or _SEVERITIES.get(handed.get(name, ""))
            for argument in call.args if severity else ():
                if isinstance(argument, ast.Constant) and argument.value in explanations():
                    yield _Call(str(argument.value), str(severity), group)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")

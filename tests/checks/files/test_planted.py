"""Each rule finds the fault that was planted in a clean file, and only that; a clean file has none."""

import ast
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pptx
import pytest
from click.testing import CliRunner

from conftest import ROOT
from deckbuilder.cli.main import cli
from deckbuilder.pipeline.inspecting import inspect_files
from deckbuilder.source import Workspace
from planted_faults import described, faults

Build = Callable[[str], Any]
FAULTS = {f"{fault.code}-{fault.format}-{fault.name.replace(' ', '-')}": fault for fault in faults()}
SOURCE = ROOT / "src" / "deckbuilder"
ABOUT_THE_FILE = {"unreadable-office-file"}
"""What is reported of a file that is no deck or document at all."""


def _codes(path: Path) -> list[str]:
    return [item.code for item in inspect_files([path], Workspace.around(path.parent))]


@pytest.mark.parametrize("name", ["learning-review", "starter"])
def test_what_is_built_has_no_fault(name: str, built: Build) -> None:
    files = built(name).files
    assert {path: _codes(path) for path in files} == {path: [] for path in files}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_alone(name: str, built: Build, tmp_path: Path) -> None:
    fault = FAULTS[name]
    source: Path = getattr(built(fault.pack), fault.file)
    path = tmp_path / f"edited{source.suffix}"
    path.write_bytes(fault.planted(source.read_bytes()))
    assert set(_codes(path)) == {fault.code}


def test_every_rule_has_a_fault_in_both_formats_or_says_why_not() -> None:
    files = [*(SOURCE / "checks" / "files").glob("*.py"), SOURCE / "pipeline" / "inspecting.py"]
    codes = {
        str(call.args[0].value)
        for file in files
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"error", "warn", "advise"}
        and isinstance(call.args[0], ast.Constant)
    }
    assert set(described()) == codes - ABOUT_THE_FILE
    for code, about in described().items():
        assert set(about) == {"deck", "document"}, code
        assert any(isinstance(found, list) for found in about.values()), code
        for found in about.values():
            assert found, code
            assert isinstance(found, list) or re.fullmatch(r"[A-Z][^\n]{20,}\.", str(found)), (code, found)


def test_a_long_document_without_headings(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Plain"
    for _ in range(40):
        document.add_paragraph("A line of many words that goes on. " * 6)
    path = tmp_path / "plain.docx"
    document.save(str(path))
    assert "no-headings" in _codes(path)


def test_the_templates_of_other_tools_are_read(tmp_path: Path) -> None:
    pptx.Presentation().save(str(tmp_path / "empty.pptx"))
    docx.Document().save(str(tmp_path / "empty.docx"))
    assert "unreadable-office-file" not in _codes(tmp_path / "empty.pptx") + _codes(tmp_path / "empty.docx")


def test_the_command_names_slide_and_shape(built: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    small = FAULTS["text-too-small-deck-10-points"]
    Path("edited.pptx").write_bytes(small.planted(built("learning-review").deck.read_bytes()))
    Path("broken.docx").write_bytes(b"PK no zip")
    done = CliRunner().invoke(cli, ["check", "edited.pptx", "broken.docx", "--format", "json"])
    assert done.exit_code == 1
    first, second = json.loads(done.stdout)
    assert (first["file"], first["code"]) == ("broken.docx", "unreadable-office-file")
    assert second["file"] == "edited.pptx"
    assert re.match(r"slide \d+, “Planted”: text has 10 points", second["message"])
    assert CliRunner().invoke(cli, ["check", "edited.pptx"]).exit_code == 0
    assert CliRunner().invoke(cli, ["check", "edited.pptx", "--strict"]).exit_code == 1

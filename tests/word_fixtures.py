"""Fixtures that write the starter pack's Word documents under themes that a test makes up."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Built
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document
from deckbuilder.office import word_template, write_document
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from word_documents import Made, Make, MakeTheme, laid_over, made


@pytest.fixture
def make_theme(tmp_path: Path, workspace: Workspace) -> MakeTheme:
    """Make a theme: the neutral one with changes, and with files of the test's."""

    def make(changes: Mapping[str, Any], files: Mapping[str, bytes] = {}) -> Theme:
        board = workspace.theme("board")
        assert board is not None
        text = (board / "theme.yaml").read_text(encoding="utf-8")
        folder = tmp_path / "theme"
        folder.mkdir(exist_ok=True)
        changed = laid_over(yaml.safe_load(text), changes)
        (folder / "theme.yaml").write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        diagnostics = Diagnostics()
        theme = load_theme(folder, workspace, diagnostics)
        assert theme is not None, [item.message for item in diagnostics]
        return theme

    return make


@pytest.fixture(scope="session")
def starter(built: Callable[[str], Built]) -> tuple[Document, Document]:
    """The starter pack's guide and worksheet, before they are written."""
    compiled = built("starter").compiled
    return made(compiled.guide), made(compiled.worksheet)


@pytest.fixture
def make(make_theme: MakeTheme, starter: tuple[Document, Document]) -> Make:
    """Write both documents under a theme with changes."""

    def written(changes: Mapping[str, Any], files: Mapping[str, bytes] = {}) -> Made:
        diagnostics = Diagnostics()
        template = word_template(make_theme(changes, files), diagnostics)
        if template is None:
            return Made(diagnostics)
        return Made(diagnostics, *(write_document(document, template) for document in starter))

    return written

"""As LibreOffice renders the decks, every word stands inside the box of a placeholder that the slide fills."""

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PACKS, ROOT, Built, look_of
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Template
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from rendered_words import outside, too_small, words_of

THEMES = sorted(folder.name for folder in Workspace.around(ROOT).themes() if folder.name != "board")


@pytest.mark.parametrize("pack", PACKS)
def test_every_word_stands_inside_a_placeholder(
    pack: str, built: Callable[[str], Built], to_pdf: Callable[[Path], Path], board: Theme
) -> None:
    made = built(pack)
    check_words(to_pdf(made.deck), made.compiled.deck, look_of(board))


@pytest.mark.parametrize("name", THEMES)
def test_every_word_stands_inside_a_placeholder_in_every_theme(
    name: str, load: Callable[[str], Pack], workspace: Workspace, to_pdf: Callable[[Path], Path], tmp_path: Path
) -> None:
    folder = workspace.theme(name)
    assert folder is not None
    theme = load_theme(folder, workspace, Diagnostics())
    assert theme is not None
    template, diagnostics = look_of(theme), Diagnostics()
    pack = load("starter")
    (compiled,) = pipeline.compile_pack(pack, theme, pipeline.Order(), template, diagnostics)
    assert not diagnostics.found
    (result,) = pipeline.build([pack], [folder], pipeline.Order(out=tmp_path, only=("deck",)), workspace)
    (file,) = result.files
    file.path.parent.mkdir()
    file.path.write_bytes(file.data)
    check_words(to_pdf(file.path), compiled.deck, template)


def check_words(pdf: Path, deck: PlacedDeck, template: Template) -> None:
    pages = words_of(pdf.read_bytes())
    assert outside(pages, deck, template) == []
    assert too_small(pages, deck, template) == []

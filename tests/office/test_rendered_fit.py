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
from deckbuilder.office import LibreOffice
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme
from rendered_words import outside, too_small, words_of

THEMES = sorted(folder.name for folder in Workspace.around(ROOT).themes() if folder.name != "board")


@pytest.mark.parametrize("pack", PACKS)
def test_every_word_stands_inside_a_placeholder(
    pack: str, built: Callable[[str], Built], to_pdf: Callable[[Path], Path], board: Theme
) -> None:
    made = built(pack)
    check_words(to_pdf(made.deck).read_bytes(), made.compiled.deck, look_of(board))


@pytest.fixture(scope="module")
def in_every_theme(
    load: Callable[[str], Pack], workspace: Workspace, libreoffice: LibreOffice
) -> dict[str, tuple[bytes, PlacedDeck, Template]]:
    """The starter pack's deck under each theme, and what LibreOffice makes of all of them in one run."""
    files: dict[str, bytes] = {}
    placed: dict[str, tuple[PlacedDeck, Template]] = {}
    pack = load("starter")
    for name in THEMES:
        folder = workspace.theme(name)
        assert folder is not None
        diagnostics = Diagnostics()
        theme = load_theme(folder, workspace, diagnostics)
        assert theme is not None
        template = look_of(theme)
        (compiled,) = pipeline.compile_pack(pack, theme, pipeline.Order(), template, diagnostics)
        assert not diagnostics.found
        (result,) = pipeline.build([pack], [folder], pipeline.Order(only=("deck",)), workspace)
        files[f"{name}.pptx"] = result.files[0].data
        placed[name] = compiled.deck, template
    rendered = libreoffice.to_pdf(files)
    return {name: (rendered[f"{name}.pptx"], *placed[name]) for name in THEMES}


@pytest.mark.parametrize("name", THEMES)
def test_every_word_stands_inside_a_placeholder_in_every_theme(
    name: str, in_every_theme: dict[str, tuple[bytes, PlacedDeck, Template]]
) -> None:
    check_words(*in_every_theme[name])


def check_words(pdf: bytes, deck: PlacedDeck, template: Template) -> None:
    pages = words_of(pdf)
    assert outside(pages, deck, template) == []
    assert too_small(pages, deck, template) == []

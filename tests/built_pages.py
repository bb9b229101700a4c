"""Pages built from a pack that has every kind of slide. A test module takes the fixtures by importing them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace
from made_packs import write_pack, write_theme

Pages = dict[str, str]
"""The pages of a pack by the names of their files."""


@pytest.fixture(scope="session")
def made_pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Pages]:
    """Build the pages of a pack in a language, under the theme of a police or of a council; each once."""
    done: dict[tuple[str, str], Pages] = {}

    def make(language: str = "en-GB", strong: str = "show") -> Pages:
        if (language, strong) not in done:
            root = tmp_path_factory.mktemp("pages")
            pack, theme = write_pack(root, language), write_theme(root, strong)
            diagnostics = Diagnostics()
            workspace = Workspace.around(root)
            packs = pipeline.load_packs([pack], workspace, diagnostics)
            order = pipeline.Order(only=("html",), pages=("html", "html-participants"), out=root / "output")
            (result,) = pipeline.build(packs, [theme], order, workspace)
            assert not diagnostics.has_errors
            assert not result.diagnostics.has_errors, [item.message for item in result.diagnostics]
            done[language, strong] = {file.path.name: file.data.decode() for file in result.files}
        return done[language, strong]

    return make


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Give the address of a page put into a file, as somebody opens it who got it by e-mail."""

    def write(page: str) -> str:
        file = tmp_path / "page.html"
        file.write_text(page, encoding="utf-8")
        return file.as_uri()

    return write

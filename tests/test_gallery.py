"""The gallery of themes shows every theme that comes with the tool, and every layout of each."""

import re
from pathlib import Path

import pytest
from PIL import Image

from conftest import ROOT, look_of
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme

PAGE = ROOT / "docs" / "themes.md"
THEMES = Workspace.around(ROOT).themes()


@pytest.mark.parametrize("folder", THEMES, ids=lambda folder: folder.name)
def test_the_gallery_shows_every_theme_with_every_layout(folder: Path, workspace: Workspace) -> None:
    theme = load_theme(folder, workspace, Diagnostics())
    assert theme is not None
    text = PAGE.read_text(encoding="utf-8")
    assert f"## {theme.name}\n" in text
    shown = re.search(rf"!\[([^\]]*)\]\(images/themes/{folder.name}\.png\)", text)
    assert shown
    listed = shown[1].partition(": ")[2]
    assert listed == "; ".join(layout.title for layout in look_of(theme).layouts)
    for colour in theme.colours.values():
        assert f"`#{colour}`" in text


@pytest.mark.parametrize("folder", THEMES, ids=lambda folder: folder.name)
def test_the_pictures_are_there_and_small(folder: Path) -> None:
    for name, width in ((folder.name, 1600), (f"{folder.name}-pages", 1200)):
        file = PAGE.parent / "images" / "themes" / f"{name}.png"
        assert file.stat().st_size < 150_000
        with Image.open(file) as image:
            assert image.width >= width


def test_the_gallery_shows_no_theme_that_is_gone() -> None:
    shown = set(re.findall(r"images/themes/([a-z-]+?)(?:-pages)?\.png", PAGE.read_text(encoding="utf-8")))
    assert shown == {folder.name for folder in THEMES}

"""As LibreOffice renders the decks, every word stands inside the box of a placeholder that the slide fills."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PACKS, PROVE_ALL, ROOT, Built, look_of
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Box, Template
from deckbuilder.source import Workspace
from deckbuilder.theme import Theme, load_theme

TOLERANCE = 2.0
"""In points: what a renderer's rounding of advances and line heights may come to."""

_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">')


def words_of(pdf: Path) -> list[list[tuple[float, float, float, float]]]:
    """Give the boxes of the words of each page, in points from the top left corner."""
    tool = shutil.which("pdftotext")
    if tool is None:
        if PROVE_ALL:
            pytest.fail("pdftotext is wanted here and is not installed")
        pytest.skip("pdftotext is not installed")
    done = subprocess.run([str(tool), "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = done.stdout.split("<page ")[1:]
    return [[(float(m[1]), float(m[2]), float(m[3]), float(m[4])) for m in _WORD.finditer(page)] for page in pages]


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
    scale = 12_700
    for words, slide in zip(words_of(pdf), deck.slides, strict=True):
        layout = template.layout(slide.layout)
        boxes: list[Box] = [layout.slots(fill.role)[fill.slot].box for fill in (slide.title, *slide.fills)]
        boxes += [place.box for place in layout.placeholders if place.role.startswith("foot-")]
        boxes += [text.box for text in (template.texts if layout.master_shapes else layout.texts)]
        if slide.figure:
            boxes.append(layout.slots(slide.figure.role)[0].box)
        for left, upper, right, lower in words:
            # The tool gives the font's box, which stands over the letters above and below.
            top, bottom = upper + 0.2 * (lower - upper), lower - 0.2 * (lower - upper)
            inside = any(
                left >= box.x / scale - TOLERANCE
                and right <= (box.x + box.cx) / scale + TOLERANCE
                and top >= box.y / scale - TOLERANCE
                and bottom <= (box.y + box.cy) / scale + TOLERANCE
                for box in boxes
            )
            assert inside, (slide.number, slide.title_text, (left, top, right, bottom))

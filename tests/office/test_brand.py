"""A slide part holds no brand: two agencies' slides are the same bytes, but for what the agency is called and says."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from conftest import PACKS
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.source import Workspace

NORTH = """\
name: North
agency:
  name: Northmere Partnership
  contacts: [{name: The Northmere hub, phone: 01632 960100}]
brand:
  colours: {brand: "#0F4C4A", accents: ["#0F6B66", "#A8442A"], tint: "#F6F1E7"}
  fonts: {heading: Calibri, body: Calibri}
control: {owner: Northmere Partnership}
"""
SOUTH = """\
name: South
agency:
  name: Southmere Partnership
  contacts: [{name: The Southmere hub, phone: 01632 960200}]
brand:
  colours: {brand: "#5A1A5E", text: "#1A1A1A", accents: ["#7A1FA2"]}
  fonts: {heading: Calibri, body: Calibri}
control: {owner: Southmere Partnership, next_review: 2999-01-31}
"""


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def decks(folder: Path, pack: Pack) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Build a pack's deck for the two agencies; gives the parts of each."""
    themes = []
    for name, text in (("north", NORTH), ("south", SOUTH)):
        home = folder / "themes" / name
        home.mkdir(parents=True)
        (home / "theme.yaml").write_text(text, encoding="utf-8")
        themes.append(home)
    order = pipeline.Order(only=("deck",), out=folder / "output")
    north, south = pipeline.build([pack], themes, order, Workspace.around(folder))
    assert not north.diagnostics.found
    assert not south.diagnostics.found
    return parts(north.files[0].data), parts(south.files[0].data)


@pytest.mark.parametrize("name", PACKS)
def test_two_agencies_slides_are_the_same_bytes_apart_from_their_own_values(
    name: str, load: Callable[[str], Pack], tmp_path: Path
) -> None:
    north, south = decks(tmp_path, load(name))
    assert set(north) == set(south)
    slides = [part for part in north if part.startswith(("ppt/slides/", "ppt/notesSlides/", "ppt/charts/"))]
    assert len(slides) > 20
    differing = [part for part in slides if north[part] != south[part]]
    own = {b"Northmere": b"Southmere", b"01632 960100": b"01632 960200", b"01632960100": b"01632960200"}
    for part in differing:
        said = north[part]
        for ours, theirs in own.items():
            said = said.replace(ours, theirs)
        assert said == south[part], part
    # Most slides name no agency, and those are the very same.
    assert len(differing) < len(slides) / 8


def test_what_differs_is_the_theme(load: Callable[[str], Pack], tmp_path: Path) -> None:
    north, south = decks(tmp_path, load("starter"))
    differing = {part for part in north if north[part] != south[part]}
    assert {"ppt/theme/theme1.xml", "ppt/theme/theme2.xml", "docProps/core.xml"} <= differing
    assert not any(part.startswith(("ppt/slideLayouts/", "ppt/slideMasters/")) for part in differing)

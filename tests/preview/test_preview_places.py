"""Where things stand: the slide that a line belongs to, the address that opens it, the folders that are followed."""

from pathlib import Path

import pytest

from deckbuilder.diagnostics import Origin, SourceFile
from deckbuilder.preview.following import watched_folders
from deckbuilder.preview.placing import place_of, slide_at
from deckbuilder.source import Workspace
from small_workspace import make_workspace

TEXT = """\
section: One
slides:
  - id: first
    kind: points
    points:
      - One
  # id: third
  - kind: workshop
    id: second
    activity: {id: try-it, purpose: "said
"""


@pytest.mark.parametrize(
    ("line", "slide"), [(0, ""), (1, ""), (3, "first"), (6, "first"), (8, "second"), (10, "second")]
)
def test_a_line_belongs_to_the_slide_that_begins_before_it(line: int, slide: str) -> None:
    origin = Origin(SourceFile("slides/one.yaml", TEXT), line, 1)
    assert slide_at(origin, {"first", "second", "third"}) == slide


def test_a_place_opens_in_an_editor_whatever_its_name() -> None:
    place = place_of(Origin(SourceFile("a b/#1 ü.yaml", TEXT), 3, 5), Path("/packs"))
    assert place is not None
    assert place.address == "vscode://file/packs/a%20b/%231%20%C3%BC.yaml:3:5"
    assert place.text == "a b/#1 ü.yaml, line 3"


def test_folders_are_followed_once_and_only_where_something_may_be_saved(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "workspace")
    apart = tmp_path / "apart"
    apart.mkdir()
    (apart / "theme.yaml").write_text("name: Apart\nextends: north\n", encoding="utf-8")
    around = Workspace.around(root)
    folders = watched_folders(around, [root / "content", root / "content" / "small", root / "gone"], [apart])
    assert folders == sorted(each.resolve() for each in (apart, root / "content", root / "themes"))

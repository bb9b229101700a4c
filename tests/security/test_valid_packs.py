"""Whatever is accepted becomes files that validators accept: a few dozen generated packs.

`benchmarks/valid_packs.py` does the same with a thousand and more, and with Microsoft's validator.
"""

from pathlib import Path

import pytest

from deckbuilder.source import Workspace
from generated_decks import THEMES, Look, look
from valid_packs import audited, documents


@pytest.fixture(scope="module")
def looks(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> list[Look]:
    folder = tmp_path_factory.mktemp("themes")
    return [look(name, workspace, folder) for name in THEMES]


@pytest.mark.parametrize("number", range(3_000, 3_024))
def test_every_file_of_a_generated_pack_is_valid(
    number: int, looks: list[Look], workspace: Workspace, tmp_path: Path
) -> None:
    # Each pack is built into one of its documents, all kinds in turn: the validator takes longer than the building.
    only = ("deck", "guide", "worksheet")[number % 3]
    for file in documents(number, tmp_path / "pack", looks[number % len(looks)], workspace, [only]).files:
        target = tmp_path / file.path.name
        target.write_bytes(file.data)
        assert audited(target) == [], target.name

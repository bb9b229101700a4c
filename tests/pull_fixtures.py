"""Fixtures of the tests of `pull`: a small workspace that was built once, and copies of it."""

import shutil
from pathlib import Path

import pytest

from pulled import build, workspace


@pytest.fixture(scope="session")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = workspace(tmp_path_factory.mktemp("original"))
    for document in ("deck", "guide", "worksheet"):
        build(root, document)
    return root


@pytest.fixture
def root(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "w"))

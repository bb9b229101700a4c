"""Lets these tests find what they share, and the targets that are fuzzed."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "benchmarks" / "fuzz")]


@pytest.fixture(scope="module")
def confined() -> Iterator[object]:
    pytest.importorskip("resource", reason="Windows bounds processes otherwise")
    from confined import Confined  # noqa: PLC0415  # it stands in the folder named above

    with Confined() as server:
        yield server

"""The judge of printed pages finds what it should, and finds nothing in the documents that we build."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pytest

from conftest import ROOT, Built, _absent
from faulty_pages import CASES, WARNINGS, all_right

TOOL = ROOT / "tools" / "page_faults.py"
Judged = Mapping[str, list[str]]


def run(folder: Path) -> tuple[int, dict[str, list[str]]]:
    """Judge a folder's documents: the exit status, and what is said of each."""
    if shutil.which("soffice") is None:
        _absent("LibreOffice")
    done = subprocess.run([sys.executable, TOOL, folder], check=False, capture_output=True, text=True, timeout=600)
    assert not done.stderr
    said: dict[str, list[str]] = {}
    name = ""
    for line in done.stdout.splitlines()[:-1]:
        if line.startswith("  "):
            said[name].append(line.strip())
        else:
            name = Path(line).stem
            said[name] = []
    return done.returncode, said


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """All documents of this file's making, judged in one run."""
    folder = tmp_path_factory.mktemp("pages")
    for write in (*CASES, *WARNINGS, all_right):
        document = docx.Document()
        write(document)
        document.save(str(folder / f"{write.__name__}.docx"))
    (folder / "no_document.docx").write_bytes(b"This is no Word document.")
    status, said = run(folder)
    assert status == 1
    return said


@pytest.mark.parametrize("write", CASES, ids=lambda write: write.__name__)
def test_a_fault_is_found(write: Callable[[Any], None], judged: Judged) -> None:
    faults = [fault for fault in judged[write.__name__] if "warning" not in fault]
    assert len(faults) == len(CASES[write]), faults
    for fault, begins in zip(faults, CASES[write], strict=True):
        assert fault.startswith(begins)


@pytest.mark.parametrize("write", WARNINGS, ids=lambda write: write.__name__)
def test_what_may_be_right_is_a_warning(write: Callable[[Any], None], judged: Judged) -> None:
    (warning,) = judged[write.__name__]
    assert warning.startswith(WARNINGS[write])


def test_what_is_right_is_no_fault(judged: Judged) -> None:
    assert "all_right" not in judged


def test_a_file_that_is_no_document_is_a_fault_and_stops_nothing(judged: Judged) -> None:
    (fault,) = judged["no_document"]
    assert fault.startswith("file: ")


def test_the_built_documents_have_no_fault(built: Callable[[str], Built], tmp_path: Path) -> None:
    for pack in ("learning-review", "starter"):
        for file in (built(pack).guide, built(pack).worksheet):
            shutil.copy(file, tmp_path / f"{pack}-{file.name}")
    status, said = run(tmp_path)
    assert status == 0, said

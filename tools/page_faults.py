"""Judge Word documents as they are printed: empty pages, headings at the foot, cut rows and fields, clipped text.

    python tools/page_faults.py FOLDER_OR_FILES...

LibreOffice turns all documents into PDF in one run; `pages` judges them. Prints the faults of each file by page, and
those that may be right as warnings. Exit status: 0 without faults, 1 with faults, 2 where there is no document.
"""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from lxml.etree import LxmlError
from pages import Fault, judge
from pypdfium2 import PdfiumError
from rendering import tool

_SECONDS = 60
"""What LibreOffice may take for its start, and again for each document."""


def documents(arguments: Iterable[str]) -> list[Path]:
    """Give the documents that are named, and those in the folders that are named, without Word's lock files."""
    found: list[Path] = []
    for path in map(Path, arguments):
        found.extend(sorted(path.rglob("*.docx")) if path.is_dir() else [path])
    return [file for file in found if not file.name.startswith("~$")]


def to_pdfs(files: Sequence[Path], folder: Path) -> list[Path]:
    """Turn documents into PDF in one run; gives the PDFs in the same order, of which some may be missing.

    They are numbered in the folder, since documents of several themes have the same names.
    """
    copies = []
    for number, file in enumerate(files):
        copy = folder / f"{number}.docx"
        copy.write_bytes(file.read_bytes())
        copies.append(copy)
    command = [tool("soffice"), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, copies)]
    subprocess.run(command, check=False, capture_output=True, timeout=_SECONDS * (1 + len(files)))
    return [copy.with_suffix(".pdf") for copy in copies]


def judged(file: Path, pdf: Path) -> list[Fault]:
    """Judge a document; one that cannot be read or printed has that fault."""
    if not pdf.exists():
        return [Fault(None, "not-printed", "LibreOffice makes no PDF of it")]
    try:
        return judge(file, pdf)
    except (OSError, ValueError, zipfile.BadZipFile, KeyError, LxmlError, PdfiumError) as error:
        return [Fault(None, "unreadable", f"{type(error).__name__}: {error}")]


def main(arguments: Sequence[str]) -> int:
    """Judge what the command line names."""
    files = documents(arguments)
    absent = [str(file) for file in files if not file.is_file()]
    if absent or not files:
        print(
            f"Not there: {', '.join(absent)}" if absent else "Name .docx documents, or their folders.", file=sys.stderr
        )
        return 2
    with tempfile.TemporaryDirectory() as folder:
        pdfs = to_pdfs(files, Path(folder))
        results = [(file, judged(file, pdf)) for file, pdf in zip(files, pdfs, strict=True)]
    for file, faults in results:
        if faults:
            print(file)
        for fault in sorted(faults, key=lambda fault: fault.warning):
            print(f"  {fault}")
    every = [fault for _, faults in results for fault in faults]
    wrong = sum(not fault.warning for fault in every)
    print(f"{len(files)} documents, {wrong} faults, {len(every) - wrong} warnings")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

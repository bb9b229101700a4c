"""A judge of printed Word documents: what a guide or worksheet must not have, and what it would rather not.

It reads a document twice, as it is written (`reader`, `written`) and as LibreOffice printed it (`printed`), finds the
text of the one in the other (`matching`), and judges: `breaks` and `edges` the pages, `markup` the file, `contents` its
table of contents.
"""

from pathlib import Path

from pages import breaks, contents, edges, markup
from pages.fault import Fault
from pages.matching import Match
from pages.printed import Print
from pages.reader import read_document

__all__ = ["Fault", "judge"]


def judge(document: Path, pdf: Path) -> list[Fault]:
    """Give the faults of a document (.docx) that LibreOffice turned into this PDF, by page; the file's own first.

    Raises what reading a broken file raises: `BadZipFile`, `KeyError`, `XMLSyntaxError`, `PdfiumError`.
    """
    written = read_document(document)
    printed = Print.read(pdf)
    match = Match.of(written, printed)
    found = [*markup.faults(written), *contents.faults(written, match), *breaks.faults(match), *edges.faults(match)]
    return sorted(found, key=lambda fault: fault.page or 0)

"""Running text of a document is set without serifs, which are harder to read on screens and for many readers."""

from collections import Counter

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

_SERIF = frozenset(
    {
        "baskerville old face", "bell mt", "bodoni mt", "book antiqua", "bookman old style", "californian fb",
        "cambria", "centaur", "century", "century schoolbook", "constantia", "garamond", "georgia", "goudy old style",
        "liberation serif", "palatino linotype", "perpetua", "sitka text", "times", "times new roman",
    }
)  # fmt: skip
"""Fonts with serifs that come with Office, Windows or LibreOffice, in small letters."""


def font_family(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise on a document of which most of the text has serifs."""
    if file.slides:
        return
    families: Counter[str] = Counter()
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            families[run.font] += len(run.text.strip())
    most = max(families, key=lambda family: families[family], default="")
    if most.lower() in _SERIF and families[most]:
        diagnostics.advise(
            "serif-font",
            f"Most of the text is in “{most}”, which has serifs.",
            origin,
            "Use a font without serifs, such as Arial or Calibri, in the style Normal.",
        )

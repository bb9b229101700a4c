"""Text is large enough: 18 points on slides; in documents 12 for most of the text, 9 for small print."""

from collections import Counter

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile
from deckbuilder.units import Pt

_BODY = 12
"""The size of most of a document's text, in points."""


def sizes_of_text(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of text below the least size of its place, the smallest of a place once."""
    scales = {shape.place: shape.scale for slide in file.slides for shape in slide.shapes}
    found: dict[str, tuple[Pt, Pt]] = {}
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            size = Pt(run.size * scales.get(paragraph.place, 1.0))
            if run.text.strip() and size < paragraph.smallest:
                pair = (size, paragraph.smallest)
                found[paragraph.place] = min(found.get(paragraph.place, pair), pair)
    for place, (size, smallest) in found.items():
        diagnostics.warn(
            "text-too-small",
            f"{place}: text has {size:.3g} points; {smallest:g} are the least.",
            origin,
            "Say less, or use more space.",
        )
    usual = None if file.slides else _usual(file)
    if usual is not None and usual < _BODY:
        diagnostics.warn(
            "text-too-small",
            f"Most of the text has {usual:.3g} points; {_BODY} are wanted.",
            origin,
            "Set the style Normal larger.",
        )


def _usual(file: OfficeFile) -> Pt | None:
    """Give the size that most characters have."""
    sizes: Counter[Pt] = Counter()
    for paragraph in file.paragraphs:
        for run in paragraph.runs:
            sizes[run.size] += len(run.text.strip())
    return max(sizes, key=lambda size: sizes[size]) if sizes.total() else None

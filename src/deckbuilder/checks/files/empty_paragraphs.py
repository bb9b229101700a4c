"""Space is made by styles: screen readers say “blank” at each empty paragraph."""

from itertools import groupby

from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile


def empty_paragraphs(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Warn of two or more empty paragraphs in a row."""
    groups = (
        [file.paragraphs] if not file.slides else [shape.paragraphs for slide in file.slides for shape in slide.shapes]
    )
    for group in groups:
        before = ""
        for empty, row in groupby(group, key=lambda paragraph: paragraph.spacer):
            run = list(row)
            if empty and len(run) > 1 and len(run) < len(group):
                diagnostics.warn(
                    "empty-paragraphs",
                    f"{before or run[0].place}: {len(run)} empty paragraphs in a row"
                    + (" follow it." if before else "."),
                    origin,
                    "Use the space before or after a paragraph, or a page break.",
                )
            before = run[-1].place

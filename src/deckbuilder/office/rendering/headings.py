"""The pages on which headings stand, from the outline that LibreOffice gives a PDF."""

from contextlib import closing

from msgspec import Struct


class HeadingPage(Struct, frozen=True):
    """Where a heading stands."""

    level: int
    """How deep it is, from 1. A heading below one that is two levels higher counts as one level deeper."""
    title: str
    """What it says, with its number if it is numbered. A tab or a line break is a space, spaces next to each other are
    one, and there are none at the ends."""
    page: int
    """The page as printed sheets are counted, from 1, whatever number the page shows."""


def heading_pages(pdf: bytes) -> list[HeadingPage]:
    """Give the headings of a Word document made into a PDF, in order; none for what is no PDF, or has no outline.

    They are the paragraphs with an outline level, whatever their style, also those in tables. Missing are those
    without text, or whose text is hidden. The slides of a deck made into a PDF are headings of level 1.
    """
    # The library takes 50 ms to import, and most commands make no PDF.
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415

    try:
        opened = PdfDocument(pdf)
    except PdfiumError:
        return []
    found: list[HeadingPage] = []
    with closing(opened) as document:
        for bookmark in document.get_toc():
            target = bookmark.get_dest()
            page = target.get_index() if target else None
            if page is not None:
                found.append(HeadingPage(bookmark.level + 1, bookmark.get_title(), page + 1))
    return found

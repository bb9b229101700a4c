"""What LibreOffice makes of the files, where it is installed: pictures of pages, and the pages of headings."""

from typing import TYPE_CHECKING

from deckbuilder.lazily import from_modules

if TYPE_CHECKING:
    from deckbuilder.office.rendering.finding import find_libreoffice
    from deckbuilder.office.rendering.headings import HeadingPage, heading_pages
    from deckbuilder.office.rendering.libreoffice import LibreOffice
    from deckbuilder.office.rendering.pictures import page_pictures
else:
    __getattr__ = from_modules(
        __name__,
        {
            "find_libreoffice": "finding",
            "HeadingPage": "headings",
            "heading_pages": "headings",
            "LibreOffice": "libreoffice",
            "page_pictures": "pictures",
        },
    )

__all__ = ["HeadingPage", "LibreOffice", "find_libreoffice", "heading_pages", "page_pictures"]

"""Pages for browsers: decks and documents as HTML, without scripts and without anything from elsewhere."""

from typing import TYPE_CHECKING

from deckbuilder.lazily import from_modules

if TYPE_CHECKING:
    from deckbuilder.web.blocks import Setting, blocks_html, document_body, targets_of
    from deckbuilder.web.figures import image_address
    from deckbuilder.web.inline import runs_html
    from deckbuilder.web.page import PARTICIPANTS, WHOLE, write_page
    from deckbuilder.web.parts import Session
    from deckbuilder.web.slides import notes_html, slide_section
else:
    __getattr__ = from_modules(
        __name__,
        {
            **dict.fromkeys(("Setting", "blocks_html", "document_body", "targets_of"), "blocks"),
            "image_address": "figures",
            "runs_html": "inline",
            **dict.fromkeys(("PARTICIPANTS", "WHOLE", "write_page"), "page"),
            "Session": "parts",
            **dict.fromkeys(("notes_html", "slide_section"), "slides"),
        },
    )

__all__ = [
    "PARTICIPANTS",
    "WHOLE",
    "Session",
    "Setting",
    "blocks_html",
    "document_body",
    "image_address",
    "notes_html",
    "runs_html",
    "slide_section",
    "targets_of",
    "write_page",
]

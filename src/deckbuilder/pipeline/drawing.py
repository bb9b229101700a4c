"""What is drawn for the guides: pictures of slides, and the pages that contents tables name."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.document import Document
from deckbuilder.ir.presentation import PlacedDeck
from deckbuilder.ir.template import Image, Template
from deckbuilder.office import LibreOffice, heading_pages, page_pictures, slide_image

_WIDTH = 1_080
"""The width of a rendered slide in pixels: sharp in print at eleven centimetres."""


class Deck(Struct, frozen=True):
    """A deck, and its file where it has been written already."""

    placed: PlacedDeck
    data: bytes | None


def slide_pictures(
    decks: Mapping[str, Deck], template: Template, office: LibreOffice | None, diagnostics: Diagnostics
) -> dict[str, dict[int, Image]]:
    """Give the pictures of each deck's slides by their numbers: rendered where that can be, else drawn."""
    files = {name: deck.data for name, deck in decks.items() if deck.data is not None}
    rendered = office.to_pdf(files) if office else {}
    found: dict[str, dict[int, Image]] = {}
    missing: list[str] = []
    for name, deck in decks.items():
        pictures = page_pictures(rendered[name], _WIDTH) if name in rendered else []
        if len(pictures) != len(deck.placed.slides):
            missing.append(name)
            found[name] = _drawn(deck.placed, template)
        else:
            found[name] = {slide.number: image for slide, image in zip(deck.placed.slides, pictures, strict=True)}
    if office and missing:
        _say_what_is_missing(office, missing, "the guide shows these slides drawn more plainly", diagnostics)
    return found


def _drawn(deck: PlacedDeck, template: Template) -> dict[int, Image]:
    # Where LibreOffice renders the slides, nobody needs to load what draws them.
    from deckbuilder.fit import draw_slide  # noqa: PLC0415

    return {slide.number: slide_image(draw_slide(slide, deck, template), slide.title_text) for slide in deck.slides}


def page_numbers(
    documents: Mapping[str, tuple[Document, bytes]], office: LibreOffice, diagnostics: Diagnostics
) -> dict[str, tuple[int, ...]]:
    """Give the page of each heading of documents; those that LibreOffice cannot render are left out.

    The files must have numbers in their contents tables already, right or wrong, so that these take their room.
    """
    rendered = office.to_pdf({name: data for name, (_, data) in documents.items()}) if documents else {}
    found = {}
    for name, (document, _) in documents.items():
        pages = _matched([heading.text for heading in document.headings], rendered.get(name))
        if pages:
            found[name] = pages
    missing = [name for name in documents if name not in found]
    if missing:
        _say_what_is_missing(office, missing, "their contents tables have no page numbers", diagnostics)
    return found


def _matched(headings: Sequence[str], pdf: bytes | None) -> tuple[int, ...]:
    """Find the pages of headings; none when the outline is not that of the document."""
    outline = heading_pages(pdf) if pdf is not None else []
    if [_plain(found.title) for found in outline] != [_plain(text) for text in headings]:
        return ()
    return tuple(found.page for found in outline)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _say_what_is_missing(office: LibreOffice, names: Sequence[str], what: str, diagnostics: Diagnostics) -> None:
    diagnostics.advise(
        "cannot-render",
        f"LibreOffice could not render {', '.join(names)}: {what}.",
        hint=f"Try to open a file with {office.program}; DECKBUILDER_LIBREOFFICE names another program, or “none”.",
    )

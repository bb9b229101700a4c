"""From what is compiled to files in memory. The guides come last: they show the slides of the decks."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import kept_together
from deckbuilder.ir.document import Document
from deckbuilder.ir.template import Image
from deckbuilder.office import (
    DeckTemplate,
    LibreOffice,
    OutputFile,
    WordTemplate,
    find_libreoffice,
    write_deck,
    write_document,
)
from deckbuilder.pipeline.compiling import Compiled, file_name
from deckbuilder.pipeline.drawing import Deck, page_numbers, slide_pictures
from deckbuilder.pipeline.ordering import DOCUMENTS, Order


class Issue(Struct, frozen=True):
    """A pack as it is issued under a theme."""

    sessions: tuple[Compiled, ...]
    cover_note: Document | None


class Templates(Struct, frozen=True):
    """What a theme's documents are put into."""

    deck: DeckTemplate
    word: WordTemplate


class _Page(Struct, frozen=True):
    """A Word document before it is written, and the pictures that it shows."""

    document: Document
    pictures: Mapping[int, Image]


def written(
    issues: Sequence[Issue], templates: Templates, order: Order, folder: Path, diagnostics: Diagnostics
) -> list[OutputFile]:
    """Write the documents that are wanted; their order is that of the packs, the sessions and `DOCUMENTS`."""
    wanted = order.only or DOCUMENTS
    sessions = [session for issue in issues for session in issue.sessions]
    with_guide = "guide" in wanted
    shows = with_guide and order.pictures != "none"
    office = find_libreoffice() if with_guide and order.pictures == "auto" else None
    files: dict[str, bytes] = {}
    if "deck" in wanted or (shows and office):
        files = {file_name(session, "deck"): write_deck(session.deck, templates.deck) for session in sessions}
    pictures: dict[str, dict[int, Image]] = {}
    if shows:
        named = {file_name(session, "deck"): session.deck for session in sessions}
        decks = {name: Deck(deck, files.get(name)) for name, deck in named.items()}
        pictures = slide_pictures(decks, templates.deck.look, office, diagnostics)
    pages: dict[str, _Page] = {}
    for session in sessions:
        if session.guide and with_guide:
            shown = pictures.get(file_name(session, "deck"), {})
            pages[file_name(session, "guide")] = _Page(session.guide, shown)
        if session.worksheet and "worksheet" in wanted:
            pages[file_name(session, "worksheet")] = _Page(session.worksheet, {})
    for issue in issues:
        if issue.cover_note is not None and "cover-note" in wanted:
            pages[file_name(issue.sessions[0], "cover-note")] = _Page(issue.cover_note, {})
    files |= _documents(pages, templates.word, office, diagnostics)
    names = [
        *(file_name(session, document) for session in sessions for document in DOCUMENTS[:3] if document in wanted),
        *(file_name(issue.sessions[0], "cover-note") for issue in issues if issue.sessions),
    ]
    return [OutputFile(folder / name, files[name]) for name in names if name in files]


def _documents(
    pages: Mapping[str, _Page], template: WordTemplate, office: LibreOffice | None, diagnostics: Diagnostics
) -> dict[str, bytes]:
    """Write Word documents, those with a contents table a second time where its page numbers can be known."""
    fitted = {
        name: replace(page, document=kept_together(page.document, template.page, page.pictures))
        for name, page in pages.items()
    }
    numbers: dict[str, tuple[int, ...]] = {}
    if office is not None:
        drafts = {name: page for name, page in fitted.items() if page.document.has_contents}
        numbers = page_numbers(
            {name: (page.document, _draft(page, template)) for name, page in drafts.items()}, office, diagnostics
        )
    return {
        name: write_document(page.document, template, page.pictures, numbers.get(name, ()))
        for name, page in fitted.items()
    }


def _draft(page: _Page, template: WordTemplate) -> bytes:
    return write_document(page.document, template, page.pictures, [1] * len(page.document.headings))

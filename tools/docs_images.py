"""Make the pictures of the documents in `docs/images` from a real build.

It builds the pack `learning-review` under the neutral theme, has LibreOffice turn the three files into PDF, and takes
the pages that the documentation shows. LibreOffice and pdftoppm (poppler) must be installed.

    python tools/docs_images.py
"""

import sys
import tempfile
from pathlib import Path

from rendering import ROOT, page_with, pages, to_pdf, write

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import deck_template, write_all
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme

PACK = "learning-review"
SLIDES = {
    "deck-title": "title",
    "deck-section": "section-children",
    "deck-points": "review-who",
    "deck-voices": "skills-listening",
    "deck-compare": "dos-and-donts",
    "deck-workshop": "workshop-trust",
    "deck-support": "support",
}
"""Pictures of the deck by the ids of their slides."""
PAGES = {
    "guide-control": ("guide", ("Document control",)),
    "guide-contents": ("guide", ("Contents", "Glossary.")),
    "guide-cautions": ("guide", ("Where to take care", "Take care")),
    "guide-agenda": ("guide", ("Clock", "Minutes", "What went well")),
    "guide-slide": ("guide", ("know me, fight for me", "On the slide")),
    "guide-activity": ("guide", ("Workshop 2", "Set-up", "Prompts")),
    "worksheet-first": ("worksheet", ("About you", "How to use this worksheet")),
    "worksheet-activity": ("worksheet", ("Workshop 1", "Purpose:")),
    "worksheet-actions": ("worksheet", ("My actions", "By when")),
    "worksheet-confidence": ("worksheet", ("How confident are you?",)),
    "cover-note": ("cover-note", ("Cover note",)),
}
"""Pictures of pages by the document and by words that only the wanted page holds all of."""
SLIDE_WIDTH, PAGE_WIDTH = 1000, 700
MOST_BYTES = 120_000


def build(folder: Path) -> tuple[dict[str, Path], dict[str, int]]:
    """Build the pack; give its files by document, and the number of each slide by its id."""
    workspace, diagnostics = Workspace.around(ROOT), Diagnostics()
    pack_folder, theme_folder = workspace.pack(PACK), workspace.theme("board")
    if pack_folder is None or theme_folder is None:
        sys.exit(f"The pack “{PACK}” or the theme “board” is not there.")
    packs = pipeline.load_packs([pack_folder], workspace, diagnostics)
    theme = load_theme(theme_folder, workspace, diagnostics)
    template = deck_template(theme, diagnostics) if theme else None
    if not packs or theme is None or template is None or diagnostics.has_errors:
        sys.exit("The pack has errors; `deckbuilder check` shows them.")
    documents = pipeline.DOCUMENTS[:3]
    (made,) = pipeline.build(packs, [theme_folder], pipeline.Order(only=documents, out=folder), workspace)
    order = pipeline.Order(plan="series", only=["deck", "guide", "worksheet", "cover-note"], out=folder)
    (series,) = pipeline.build(packs, [theme_folder], order, workspace)
    write_all([*made.files, series.files[-1]])
    compiled = pipeline.compile_pack(packs[0], theme, pipeline.Order(), template.look, diagnostics)[0]
    numbers = {placed.slide.id: placed.number for placed in reversed(compiled.deck.slides)}
    files = {name: file.path for name, file in zip(documents, made.files, strict=True)}
    return {**files, "cover-note": series.files[-1].path}, numbers


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files, numbers = build(folder)
        pdfs = {document: to_pdf(file, folder) for document, file in files.items()}
        for image, slide in SLIDES.items():
            write(pages(pdfs["deck"], SLIDE_WIDTH, numbers[slide])[0], image, MOST_BYTES)
        for image, (document, words) in PAGES.items():
            write(pages(pdfs[document], PAGE_WIDTH, page_with(pdfs[document], words))[0], image, MOST_BYTES)


if __name__ == "__main__":
    main()

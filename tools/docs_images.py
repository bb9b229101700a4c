"""Make the pictures of the documents in `docs/images` from a real build.

It builds the pack `learning-review` under the neutral theme, has LibreOffice turn the three files into PDF, and takes
the pages that the documentation shows. LibreOffice and pdftoppm (poppler) must be installed.

    python tools/docs_images.py
"""

import shutil
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import deck_template, write_all
from deckbuilder.source import Workspace
from deckbuilder.theme import load_theme

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images"
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
    "guide-slide": ("guide", ("know me, fight for me", "On the slide")),
    "worksheet-activity": ("worksheet", ("Workshop 1", "Purpose:")),
}
"""Pictures of pages by the document and by words that only the wanted page holds all of."""
SLIDE_WIDTH, PAGE_WIDTH = 1000, 700
COLOURS = (256, 128, 64, 32)
"""How many colours to try, until a picture is small enough."""
MOST_BYTES = 120_000


def tool(name: str) -> str:
    """Find a program, or stop."""
    found = shutil.which(name)
    if found is None:
        sys.exit(f"{name} is not installed.")
    return found


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
    (made,) = pipeline.build(packs, [theme_folder], pipeline.Order(out=folder), workspace)
    write_all(made.files)
    compiled = pipeline.compile_pack(packs[0], theme, None, template.look, diagnostics)[0]
    numbers = {placed.slide.id: placed.number for placed in reversed(compiled.deck.slides)}
    return {name: file.path for name, file in zip(pipeline.DOCUMENTS, made.files, strict=True)}, numbers


def to_pdf(file: Path, folder: Path) -> Path:
    """Turn a file into PDF, with a LibreOffice profile of its own."""
    profile = (folder / "profile").as_uri()
    command = [tool("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), str(file)], check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.pdf"


def page_with(pdf: Path, words: tuple[str, ...]) -> int:
    """Find the first page that holds all of the words."""
    for number, page in enumerate(PdfReader(pdf).pages, 1):
        text = " ".join(page.extract_text().split())
        if all(word in text for word in words):
            return number
    sys.exit(f"No page of {pdf.name} holds {' and '.join(words)}.")


def small(image: Image.Image) -> bytes:
    """Give a picture as a PNG of as many colours as its bytes allow."""
    data = b""
    for colours in COLOURS:
        buffer = BytesIO()
        image.quantize(colours).save(buffer, "PNG", optimize=True)
        data = buffer.getvalue()
        if len(data) < MOST_BYTES:
            break
    return data


def picture(pdf: Path, page: int, width: int, name: str, folder: Path) -> None:
    """Write a page as a PNG of few colours."""
    stem = folder / name
    size = ["-scale-to-x", str(width), "-scale-to-y", "-1"]
    command = [tool("pdftoppm"), "-png", "-singlefile", "-f", str(page), "-l", str(page), *size]
    subprocess.run([*command, str(pdf), str(stem)], check=True, capture_output=True, timeout=120)
    with Image.open(stem.with_suffix(".png")) as image:
        data = small(image.convert("RGB"))
    target = TARGET / f"{name}.png"
    target.write_bytes(data)
    print(f"{target.relative_to(ROOT).as_posix()}  {len(data) // 1000} kB")


def main() -> None:
    """Make every picture."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files, numbers = build(folder)
        pdfs = {document: to_pdf(file, folder) for document, file in files.items()}
        for image, slide in SLIDES.items():
            picture(pdfs["deck"], numbers[slide], SLIDE_WIDTH, image, folder)
        for image, (document, words) in PAGES.items():
            picture(pdfs[document], page_with(pdfs[document], words), PAGE_WIDTH, image, folder)


if __name__ == "__main__":
    main()

"""Make the pictures of pages in `docs/images`, in Chromium without a window, from the pack `learning-review`.

Chromium must be installed, and the Python package playwright.

    python tools/page_images.py
"""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rendering import ROOT, tool, write

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import write_all
from deckbuilder.source import Workspace

PACK, THEME = "learning-review", "police"
SHOTS = {
    "page-top": (1200, 760, "light", "body", ""),
    "page-slide": (1200, 860, "light", "#went-well-voices", "#went-well-voices ~ details summary"),
    "page-telephone": (380, 760, "dark", "#support", ""),
}
"""Pictures by name: width and height of the window, the scheme of colours, what is scrolled to, what is opened."""
MOST_BYTES = 120_000


def build(folder: Path) -> Path:
    """Build the page, and give its file."""
    workspace, diagnostics = Workspace.around(ROOT), Diagnostics()
    pack, theme = workspace.pack(PACK), workspace.theme(THEME)
    if pack is None or theme is None:
        sys.exit(f"The pack “{PACK}” or the theme “{THEME}” is not there.")
    packs = pipeline.load_packs([pack], workspace, diagnostics)
    (made,) = pipeline.build(packs, [theme], pipeline.Order(only=("html",), pages=("html",), out=folder), workspace)
    write_all(made.files)
    return made.files[0].path


def picture(browser: Browser, page: Path, shot: tuple[int, int, str, str, str]) -> Image.Image:
    """Take a picture of a part of a page."""
    width, height, scheme, place, opened = shot
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of its names
        reduced_motion="reduce",
    )
    tab = context.new_page()
    tab.goto(page.as_uri())
    if opened:
        tab.locator(opened).first.click()
    tab.evaluate("place => document.querySelector(place).parentElement.scrollIntoView()", place)
    with Image.open(BytesIO(tab.screenshot())) as image:
        taken = image.convert("RGB")
    context.close()
    return taken


def main() -> None:
    """Make every picture."""
    with TemporaryDirectory() as name, sync_playwright() as playwright:
        page = build(Path(name))
        # Without its sandbox, since it would not start for root; it opens nothing but our own page.
        browser = playwright.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
        for image, shot in SHOTS.items():
            write(picture(browser, page, shot), image, MOST_BYTES)
        browser.close()


if __name__ == "__main__":
    main()

"""Make the pictures of the preview in `docs/images`: its page as Chromium shows it, of a copy of the pack.

LibreOffice, Chromium and what the tests need must be installed.

    python tools/preview_images.py
"""

import shutil
import signal
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from rendering import ROOT, tool, write

PACK, FILE = "learning-review", "03-children.yaml"
SIZE = {"width": 1280, "height": 720}
MOST_BYTES = 120_000


def picture(page: Page, name: str) -> None:
    """Take a picture of the page once its slides are there."""
    page.locator("article.current .stage img").first.evaluate("image => image.decode()")
    page.wait_for_timeout(2_000)  # until the frame around what has changed is gone
    write(Image.open(BytesIO(page.screenshot())).convert("RGB"), name, MOST_BYTES)


def take(page: Page, address: str, slides: Path) -> None:
    """Take every picture."""
    page.goto(f"{address}?theme=board#slide-children-known")
    page.get_by_text("As LibreOffice shows them").wait_for(timeout=60_000)
    picture(page, "preview-slides")
    text = slides.read_text(encoding="utf-8")
    slides.write_text(text.replace("kind: voices", "kind: voice", 1), encoding="utf-8")
    page.locator(".failing").wait_for()
    picture(page, "preview-error")
    slides.write_text(text, encoding="utf-8")
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}?theme=police&beside=schools#slide-children-known")
    page.get_by_text("As LibreOffice shows them").wait_for(timeout=120_000)
    picture(page, "preview-beside")


def main() -> None:
    """Start a preview and a browser, and end both."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(ROOT / "content" / PACK, root / "content" / PACK)
        shutil.copytree(ROOT / "themes", root / "themes")
        command = [sys.executable, "-m", "deckbuilder", "preview", PACK, "--no-browser"]
        with (
            subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as server,
            sync_playwright() as drive,
        ):
            try:
                address = server.stdout.readline().strip() if server.stdout else ""
                browser = drive.chromium.launch(executable_path=tool("chromium"), args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": SIZE["width"], "height": SIZE["height"]})
                take(page, address, root / "content" / PACK / "slides" / FILE)
                browser.close()
            finally:
                server.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main()

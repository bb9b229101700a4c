"""Make the pictures of `docs/editor.md`: a slide file in an editor that knows our schemas.

They do not show Visual Studio Code itself, which a script cannot photograph, but Monaco, the editor inside it, with
monaco-yaml, which runs the language service of the YAML extension. What it says comes from that service and from the
schema that `deckbuilder schema` writes, which the file's first line names; nothing is painted in. The slide file is
the one of a new pack.

Node.js and Chromium must be installed, and three packages, in a folder outside this project:

    npm install --prefix FOLDER monaco-editor@0.52.2 monaco-yaml@5.3.1 esbuild
    python tools/editor_pictures.py FOLDER
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from rendering import write

from deckbuilder.pipeline.schemas import schemas
from deckbuilder.pipeline.starting import new_pack

FILE = "slides/02-call.yaml"
WIDTH, HEIGHT = 1000, 560
MOST_BYTES = 60_000
CHROMIUM = "/usr/bin/chromium"

ENTRY = """\
import * as monaco from 'monaco-editor';
import { configureMonacoYaml } from 'monaco-yaml';
self.MonacoEnvironment = { getWorker: (_, label) =>
  new Worker(label === 'yaml' ? '/yaml.js' : '/editor.js') };
const { schema, text } = await (await fetch('/given.json')).json();
configureMonacoYaml(monaco, { enableSchemaRequest: false, schemas: [
  { fileMatch: [], uri: 'file:///workspace/schema/section.schema.json', schema } ] });
window.editor = monaco.editor.create(document.getElementById('editor'), {
  model: monaco.editor.createModel(text, 'yaml',
    monaco.Uri.parse('file:///workspace/content/worried-calls/slides/02-call.yaml')),
  theme: 'vs', fontSize: 16, minimap: { enabled: false }, scrollBeyondLastLine: false, tabSize: 2,
  quickSuggestions: false, wordBasedSuggestions: 'off', stickyScroll: { enabled: false },
  unicodeHighlight: { ambiguousCharacters: false }, lineNumbersMinChars: 3,
  hover: { delay: 100 }, suggest: { showStatusBar: false },
});
window.monaco = monaco;
"""
PAGE = """\
<!doctype html><meta charset="utf-8"><title>Editor</title><link rel="stylesheet" href="/main.css">
<style>body { margin: 0 } #editor { width: 100vw; height: 100vh }</style>
<div id="editor"></div><script type="module" src="/main.js"></script>
"""


def bundle(packages: Path, folder: Path) -> None:
    """Bundle the editor and its two workers into a folder."""
    folder.mkdir()
    modules = packages.resolve() / "node_modules"
    entry = packages.resolve() / "deckbuilder-entry.mjs"
    entry.write_text(ENTRY, encoding="utf-8")
    sources = {
        "main": entry,
        "editor": modules / "monaco-editor" / "esm" / "vs" / "editor" / "editor.worker.js",
        "yaml": modules / "monaco-yaml" / "yaml.worker.js",
    }
    for name, source in sources.items():
        form = "esm" if name == "main" else "iife"
        options = ["--bundle", f"--format={form}", "--loader:.ttf=dataurl", "--log-level=error"]
        command = [str(modules / ".bin" / "esbuild"), str(source), *options, f"--outfile={folder / name}.js"]
        subprocess.run(command, check=True)
    entry.unlink()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")


def slide_file() -> str:
    """Give the text of the slide file."""
    files = {file.path.as_posix(): file.data for file in new_pack(Path("worried-calls"), "Taking a call", date.today())}  # noqa: DTZ011
    return files[f"worried-calls/{FILE}"].decode()


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine while the block runs."""
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's own name
        """Say nothing."""


def place_cursor(page: Page, after: str) -> None:
    """Put the cursor behind a text, and the line into view."""
    page.evaluate(
        """after => {
            const model = editor.getModel();
            const place = model.getPositionAt(model.getValue().indexOf(after) + after.length);
            editor.setPosition(place); editor.revealLineNearTop(Math.max(1, place.lineNumber - 5)); editor.focus();
        }""",
        after,
    )


def shoot(page: Page, name: str) -> None:
    """Save what is seen as a picture, with few colours."""
    with Image.open(BytesIO(page.screenshot())) as image:
        write(image.convert("RGB"), name, MOST_BYTES)
    print(name)


def photograph(folder: Path, text: str, base: str, page: Page) -> None:
    """Open a text in the editor and wait until it was checked."""
    given = {"schema": schemas()["section"], "text": text}
    (folder / "given.json").write_text(json.dumps(given), encoding="utf-8")
    page.goto(base)
    page.wait_for_function("() => window.editor && document.querySelector('.view-line')")
    page.wait_for_timeout(2500)


def main(packages: Path) -> None:
    """Make both pictures."""
    text = slide_file()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as player:
        folder = Path(temporary) / "page"
        bundle(packages, folder)
        browser = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        with served(folder) as base:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            title = "    title: The first minute decides\n"
            photograph(folder, text.replace(title, f"{title}    \n", 1), base, page)
            place_cursor(page, f"{title}    ")
            page.evaluate("editor.trigger('', 'editor.action.triggerSuggest')")
            page.wait_for_selector(".suggest-widget.visible .monaco-list-row")
            for _ in range(2):
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Control+Space")  # opens what is said of the word
            page.wait_for_timeout(1200)
            shoot(page, "editor-completion")
            photograph(folder, text.replace(title, title.replace("title", "titel"), 1), base, page)
            place_cursor(page, "    titel")
            page.wait_for_function("() => monaco.editor.getModelMarkers({}).length")
            page.evaluate("editor.trigger('', 'editor.action.showHover')")
            page.wait_for_timeout(1200)
            shoot(page, "editor-error")
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))

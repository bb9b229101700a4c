"""A preview that runs, and a page of a browser that looks at it; a test module takes the fixtures by importing them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from running_command import running
from small_workspace import SLIDES, make_workspace


@pytest.fixture(scope="module")
def preview_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    root = make_workspace(tmp_path_factory.mktemp("served"))
    theme = root / "themes" / "south" / "theme.yaml"
    theme.write_text(theme.read_text(encoding="utf-8").replace("#0F4C4A", "#7A1F3D"), encoding="utf-8")
    with running(root, "preview", "small", "--theme", "north", "--no-browser") as command:
        command.wait_for(command.out, 1)
        yield root, command.out[0].strip()


@pytest.fixture
def served(preview_server: tuple[Path, str]) -> Iterator[tuple[Path, str]]:
    """Give the small workspace, and the address of its preview; what was written is taken back afterwards."""
    root, address = preview_server
    yield root, address
    _slides(root).write_text(SLIDES, encoding="utf-8")


def _slides(root: Path) -> Path:
    return root / "content" / "small" / "slides" / "one.yaml"


@pytest.fixture
def page(chromium: Browser, served: tuple[Path, str]) -> Iterator[Page]:
    """Give the page that shows the small pack; nothing may go wrong in it, and no request may leave the machine."""
    context = chromium.new_context(viewport={"width": 1366, "height": 768})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    opened.on("request", lambda request: None if request.url.startswith(served[1]) else wrong.append(request.url))
    opened.goto(served[1], wait_until="domcontentloaded")
    opened.locator("article.current").wait_for()
    yield opened
    context.close()
    assert wrong == []

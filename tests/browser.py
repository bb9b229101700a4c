"""A browser without a window, for what only a browser can tell: whether a page can be read, reached and used.

A test module takes the fixtures by importing them; where no Chromium is installed its tests are skipped, or fail where
everything must be proved.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
"""The accessibility checks of axe-core, where npm has installed them."""
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def _absent(what: str) -> None:
    if os.environ.get("DECKBUILDER_PROVE_ALL") == "1":
        pytest.fail(f"{what} is wanted here and is not installed")
    pytest.skip(f"{what} is not installed")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium, once for all tests of a process, in whichever folders they stand."""
    with _started():
        yield _running[0]


_running: list[Browser] = []
"""The browser that runs in this process: a second could not be driven beside it."""


@contextmanager
def _started() -> Iterator[None]:
    if _running:
        yield
        return
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        _absent("Chromium")
    with sync_playwright() as playwright:
        # Without its sandbox, since it would not start for root; it opens nothing but our own pages.
        _running.append(playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]))
        yield
        _running.pop().close()


@pytest.fixture
def browser_page(chromium: Browser) -> Iterator[Page]:
    """Give an empty page, into which scripts may be put whatever policy a document has."""
    context = chromium.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()


def accessibility_faults(page: Page) -> list[str]:
    """Give what axe-core finds wrong with what a page shows now: the rule, what it says, and the first element."""
    if not AXE.is_file():
        _absent("axe-core (npm)")
    page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run({resultTypes: ['violations']}).then(results => results.violations)"
    )
    return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}" for each in found]


def overflow(page: Page, width: int) -> int:
    """Give how many pixels a page is wider than a window of a width, so that it must be scrolled sideways."""
    page.set_viewport_size({"width": width, "height": 800})
    wide: int = page.evaluate("document.scrollingElement.scrollWidth")
    return wide - width


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")

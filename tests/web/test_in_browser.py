"""The page of a pack in Chromium: for people who see it, hear it, enlarge it, print it or use the keyboard alone."""

from collections.abc import Callable
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from browser import accessibility_faults, browser_page, chromium, overflow
from built_pages import made_pages, written

__all__ = ["browser_page", "chromium", "made_pages", "written"]  # the fixtures

Make = Callable[..., dict[str, str]]
WHOLE, PARTICIPANTS = "every-kind.html", "every-kind-participants.html"


@pytest.mark.parametrize(
    ("media", "scheme", "language", "name"),
    [
        ("screen", "light", "en-GB", WHOLE),
        ("print", "light", "en-GB", WHOLE),
        ("screen", "dark", "ar", PARTICIPANTS),
    ],
)
def test_axe_finds_no_fault(
    made_pages: Make,
    written: Callable[[str], str],
    browser_page: Page,
    media: str,
    scheme: str,
    language: str,
    name: str,
) -> None:
    browser_page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]  # one of its names each
    browser_page.goto(written(made_pages(language)[name]))
    browser_page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert accessibility_faults(browser_page) == []


def test_a_telephone_and_a_zoom_of_400_per_cent_need_no_scrolling_sideways(
    made_pages: Make, written: Callable[[str], str], browser_page: Page
) -> None:
    browser_page.goto(written(made_pages()[WHOLE]))
    browser_page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert [overflow(browser_page, width) for width in (320, 360, 1280)] == [0, 0, 0]


def test_nothing_is_fetched_and_the_policy_forbids_nothing_of_the_page(
    made_pages: Make, written: Callable[[str], str], chromium: Browser
) -> None:
    context = chromium.new_context()  # one that keeps to the policy
    asked: list[str] = []
    said: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(written(made_pages()[WHOLE]))
    fetched = [each for each in asked if not each.startswith("data:")]
    assert fetched == [page.url]
    assert said == []
    assert page.evaluate("getComputedStyle(document.querySelector('.banner')).backgroundColor") == "rgb(20, 40, 75)"
    assert page.evaluate("[...document.images].every(each => each.naturalWidth > 0)")
    assert page.title().startswith('Tea & "trust" <visits>')
    context.close()


def test_the_keyboard_reaches_the_content_and_opens_notes(
    made_pages: Make, written: Callable[[str], str], browser_page: Page
) -> None:
    browser_page.goto(written(made_pages()[WHOLE]))
    browser_page.keyboard.press("Tab")
    assert browser_page.evaluate("document.activeElement.className") == "skip"
    assert browser_page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    browser_page.keyboard.press("Enter")
    assert browser_page.evaluate("document.activeElement.id") == "page--content"
    notes = browser_page.locator("#points ~ details")
    notes.locator("summary").focus()
    assert browser_page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    browser_page.keyboard.press("Enter")
    assert notes.get_by_text("Say it slowly.").is_visible()


def test_notes_are_printed_although_nobody_opened_them(
    made_pages: Make, written: Callable[[str], str], browser_page: Page
) -> None:
    browser_page.goto(written(made_pages()[WHOLE]))
    printed = PdfReader(BytesIO(browser_page.pdf(prefer_css_page_size=True)))
    sheets = [" ".join(page.extract_text().split()) for page in printed.pages]
    assert any("Say it slowly." in sheet for sheet in sheets)
    assert not any("Skip to the content" in sheet for sheet in sheets)
    assert all(sheet.count("OFFICIAL") >= 2 for sheet in sheets)
    worksheet = [sheet for sheet in sheets if "About you" in sheet]
    assert worksheet[0].partition("About you")[0].split()[-1] == "Worksheet"
    assert "Activities" not in worksheet[0]

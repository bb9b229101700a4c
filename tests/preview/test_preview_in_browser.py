"""The page as a trainer meets it, in a browser."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from browser import accessibility_faults, browser_page, chromium, overflow
from preview_served import page, preview_server, served
from small_workspace import SLIDES

__all__ = ["browser_page", "chromium", "page", "preview_server", "served"]  # the fixtures


def _current(page: Page) -> str:
    return " ".join(page.locator("article.current h2").inner_text().split())


def _save(served: tuple[Path, str], old: str, new: str) -> None:
    assert old in SLIDES
    file = served[0] / "content" / "small" / "slides" / "one.yaml"
    file.write_text(SLIDES.replace(old, new), encoding="utf-8")


def test_one_slide_is_shown_large_and_all_at_the_side(page: Page) -> None:
    expect(page.locator(".thumb")).to_have_count(2)
    expect(page.locator("article.slide:visible")).to_have_count(1)
    picture = page.locator("article.current .stage img")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    box = picture.bounding_box()
    assert box is not None
    assert box["width"] > 700
    expect(page.locator("article.current .notes")).to_contain_text("Read the slide with the group")


def test_keys_lead_from_slide_to_slide(page: Page) -> None:
    for key, title in (
        ("ArrowRight", "Slide 2 The second slide"),
        ("ArrowRight", "Slide 2 The second slide"),
        ("Home", "Slide 1 The first slide"),
        ("End", "Slide 2 The second slide"),
        ("ArrowUp", "Slide 1 The first slide"),
    ):
        page.keyboard.press(key)
        assert _current(page) == title
    page.keyboard.type("2")
    page.keyboard.press("Enter")
    expect(page.locator("#said")).to_have_text("Slide 2 of 2: The second slide")
    expect(page.locator(".thumb a[aria-current]")).to_contain_text("The second slide")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_visible()
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    assert "The second slide" in _current(page)


def test_a_slide_is_found_by_its_words(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("another po")
    expect(page.locator(".thumb:visible")).to_have_count(1)
    expect(page.locator("#said")).to_have_text("1 slide found.")
    page.keyboard.press("Enter")
    assert "The second slide" in _current(page)
    page.keyboard.press("Escape")
    expect(page.locator(".thumb:visible")).to_have_count(2)


def test_a_save_changes_that_slide_and_no_other_element(page: Page, served: tuple[Path, str]) -> None:
    page.evaluate("for (const each of document.querySelectorAll('[data-key]')) each.before_the_save = true")
    _save(served, "Another point", "A point that is new")
    expect(page.locator("#said")).to_have_text("Slide 2 has changed.")
    fresh = page.evaluate(
        "[...document.querySelectorAll('[data-key]')].filter(each => !each.before_the_save)"
        ".map(each => `${each.dataset.key} ${each.closest('article')?.id ?? 'rail'}`)"
    )
    assert sorted(fresh) == ["here slide-second", "slide-second rail", "words slide-second"]
    assert "The second slide" in _current(page)


def test_a_slide_that_is_added_leaves_the_others_as_they_are(page: Page, served: tuple[Path, str]) -> None:
    page.evaluate("document.getElementById('slide-first').before_the_save = true")
    between = "  - {id: between, kind: points, title: Between, points: [One]}\n  - {id: second"
    _save(served, "  - {id: second", between)
    expect(page.locator("#said")).to_have_text("A slide was added.")
    assert page.locator("article.slide").evaluate_all("all => all.map(each => each.id)") == [
        "slide-first",
        "slide-between",
        "slide-second",
    ]
    assert page.evaluate("document.getElementById('slide-first').before_the_save")
    assert "Between" in _current(page)


def test_an_error_stands_on_top_of_the_last_good_state_until_it_is_mended(page: Page, served: tuple[Path, str]) -> None:
    _save(served, "id: second, kind: points", "id: second, kind: pints")
    expect(page.locator(".failing")).to_contain_text("There is no slide kind “pints”.")
    expect(page.locator("#said")).to_contain_text("1 error.")
    expect(page.locator(".thumb")).to_have_count(2)
    page.keyboard.press("n")
    expect(page.locator("article.current .problem")).to_contain_text("Did you mean “points”?")
    _save(served, "Another point", "Another point")
    expect(page.locator(".failing")).to_have_count(0)
    expect(page.locator(".problem")).to_have_count(0)


def test_the_focus_stays_where_it_was(page: Page, served: tuple[Path, str]) -> None:
    page.locator(".thumb a").nth(1).focus()
    _save(served, "The second slide", "The renamed slide")
    expect(page.locator(".thumb a").nth(1)).to_contain_text("The renamed slide")
    expect(page.locator(".thumb a").nth(1)).to_be_focused()


def test_themes_change_and_stand_side_by_side(page: Page) -> None:
    page.keyboard.press("End")
    before = page.locator("article.current .stage img").get_attribute("src")
    page.get_by_label("Theme").select_option("south")
    expect(page.locator("article.current .stage img")).not_to_have_attribute("src", before or "")
    assert "The second slide" in _current(page)
    page.get_by_label("Beside it").select_option("north")
    expect(page.locator("article.current .stage img")).to_have_count(2)
    expect(page.locator("article.current .stage img").nth(1)).to_have_attribute("src", before or "")
    page.go_back()
    expect(page.locator("article.current .stage img")).to_have_count(1)


def test_the_other_views_follow_too(page: Page, served: tuple[Path, str]) -> None:
    page.keyboard.press("g")
    expect(page.locator(".paper")).to_contain_text("The second slide")
    _save(served, "The second slide", "The renamed slide")
    expect(page.locator(".paper")).to_contain_text("The renamed slide")
    page.keyboard.press("p")
    expect(page.get_by_role("main")).to_contain_text("Nothing to mend")


def test_axe_finds_nothing_to_mend(browser_page: Page, served: tuple[Path, str]) -> None:
    _save(served, "The second slide", "THE SECOND SLIDE")
    for view in ("?beside=south#slide-second", "guide", "worksheet", "problems"):
        browser_page.goto(served[1] + view, wait_until="load")
        browser_page.emulate_media(color_scheme="light")
        assert accessibility_faults(browser_page) == []
        browser_page.emulate_media(color_scheme="dark")
        assert accessibility_faults(browser_page) == []
    browser_page.get_by_role("button", name="Help").click()
    assert accessibility_faults(browser_page) == []


def test_a_narrow_window_scrolls_in_one_direction(page: Page) -> None:
    for view in ("slides", "guide", "worksheet", "problems"):
        page.locator(f'.views a[data-view="{view}"]').click()
        page.wait_for_load_state("load")
        assert overflow(page, 320) <= 0


def test_all_slides_can_be_seen_at_once(page: Page) -> None:
    page.keyboard.press("o")
    expect(page.locator("article.slide:visible")).to_have_count(0)
    expect(page.get_by_role("button", name="All")).to_have_attribute("aria-pressed", "true")
    box = page.locator(".rail ol").bounding_box()
    assert box is not None
    assert box["width"] > 1000
    page.locator(".thumb").nth(1).click()
    assert "The second slide" in _current(page)
    expect(page.locator("article.slide:visible")).to_have_count(1)


def test_without_a_script_everything_can_be_read(chromium: Browser, served: tuple[Path, str]) -> None:
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(served[1])
    expect(opened.locator("article.slide:visible")).to_have_count(2)
    opened.get_by_label("Theme").select_option("south")
    opened.get_by_role("button", name="Show").click()
    assert "theme=south" in opened.url
    context.close()

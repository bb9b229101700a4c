"""What the pages hold, as it is read without a script."""

import re
from pathlib import Path

import pytest

from preview_pages import Pages
from small_workspace import PACK, make_workspace

PLANS = """\
plans:
  one: {title: At once, sessions: [{id: all, title: All, include: [{slide: first}, {slide: second}]}]}
  two:
    title: In two meetings
    sessions:
      - {id: early, title: The early meeting, include: [{slide: first}]}
      - {id: late, title: The late meeting, include: [{slide: second}]}
"""
HOSTILE = """\
section: "<b>One</b>"
slides:
  - id: first
    kind: points
    title: "<script>alert(1)</script> & first"
    points: ['"><img src=x onerror=alert(2)>']
    notes: "<iframe src=//example.org></iframe> [here](javascript:alert(3))"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_workspace(tmp_path)


def _titles(page: str) -> list[str]:
    return [
        re.sub(r"<[^>]+>", " ", each).split(maxsplit=2)[2].strip()
        for each in re.findall(r'<h2 id="title-.*?</h2>', page)
    ]


def _slides(root: Path) -> Path:
    return root / "content" / "small" / "slides" / "one.yaml"


def test_every_slide_is_there_with_its_picture_and_notes(root: Path) -> None:
    browser = Pages(root)
    page = browser.get("/").text
    assert _titles(page) == ["The first slide", "The second slide"]
    assert page.count("Read the slide with the group") == 2
    addresses = re.findall(r'<figure.*?src="(/picture/\w+)" alt="(.*?)"', page)
    assert [alt for _, alt in addresses] == ["Slide 1: The first slide", "Slide 2: The second slide"]
    picture = browser.get(addresses[0][0])
    assert picture.headers["content-type"] == "image/svg+xml"
    assert "The first slide" in picture.text


def test_what_was_saved_is_shown_when_the_page_is_asked_for_again(root: Path) -> None:
    browser = Pages(root)
    browser.get("/")
    text = _slides(root).read_text(encoding="utf-8")
    _slides(root).write_text(text.replace("The second slide", "Another title"), encoding="utf-8")
    assert _titles(browser.get("/").text) == ["The first slide", "Another title"]


def test_a_broken_file_leaves_the_last_good_state_and_says_what_is_wrong_at_its_slide(root: Path) -> None:
    browser = Pages(root)
    browser.get("/")
    text = _slides(root).read_text(encoding="utf-8")
    _slides(root).write_text(
        "# a line more\n" + text.replace("kind: points, title: The second", "kind: pints, title: The 2.")
    )
    page = browser.get("/").text
    assert "1 error. What you see is from before." in page
    assert _titles(page) == ["The first slide", "The second slide"]
    first, second = re.findall(r"<article class=\"slide\".*?</details>", page, re.DOTALL)
    assert "There is no slide kind" not in first
    assert "There is no slide kind “pints”." in second
    place = f"{_slides(root).as_posix()}:5:"
    assert f'href="vscode://file/{place.lstrip("/")}' in second
    _slides(root).write_text(text, encoding="utf-8")
    assert "What you see is from before" not in browser.get("/").text


def test_an_error_that_leaves_something_to_show_stands_on_top_too(root: Path) -> None:
    text = _slides(root).read_text(encoding="utf-8").replace("The second slide", "The first slide")
    _slides(root).write_text(text, encoding="utf-8")
    page = Pages(root).get("/").text
    assert "1 error. Nothing is built before it is mended." in page
    assert _titles(page) == ["The first slide", "The first slide"]


def test_a_pack_that_is_broken_from_the_start_shows_its_errors(root: Path) -> None:
    (root / "content" / "small" / "pack.yaml").write_text("id: small\ntitle: [\n")
    browser = Pages(root)
    for view in ("", "guide", "worksheet", "problems"):
        answer = browser.get(f"/{view}")
        assert answer.status_code == 200
        assert "Nothing can be shown yet." in answer.text
        assert "pack.yaml" in answer.text


def test_a_broken_theme_leaves_its_last_good_state_too(root: Path) -> None:
    theme = root / "themes" / "north" / "theme.yaml"
    browser = Pages(root)
    browser.get("/")
    theme.write_text(theme.read_text(encoding="utf-8").replace("#0F4C4A", "teal"), encoding="utf-8")
    page = browser.get("/").text
    assert "What you see is from before." in page
    assert len(_titles(page)) == 2


def test_texts_of_a_pack_are_never_markup(root: Path) -> None:
    _slides(root).write_text(HOSTILE, encoding="utf-8")
    browser = Pages(root)
    for view in ("", "guide", "worksheet", "problems"):
        page = browser.get(f"/{view}").text
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "<iframe" not in page
        assert 'href="javascript' not in page.lower()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; first" in browser.get("/").text


def test_warnings_stand_at_their_slide_and_in_the_list(root: Path) -> None:
    text = _slides(root).read_text(encoding="utf-8").replace("The second slide", "THE SECOND SLIDE")
    _slides(root).write_text(text, encoding="utf-8")
    browser = Pages(root)
    page, listed = browser.get("/").text, browser.get("/problems").text
    assert 'class="problem ' not in page.split('id="slide-second"')[0].split("<main")[1]
    assert 'class="problem ' in page.split('id="slide-second"')[1]
    assert "#slide-second" in listed
    assert "Why, and what to do" in listed


def test_two_themes_stand_side_by_side(root: Path) -> None:
    edition = root / "content" / "small" / "editions" / "south.yaml"
    edition.parent.mkdir()
    edition.write_text("omit: [second]\n", encoding="utf-8")
    browser = Pages(root)
    page = browser.get("/?theme=north&beside=south").text
    first, second = page.split('id="slide-second"')
    assert first.count("<figure") == 2
    assert "There is no such slide under south." in second
    assert "There is no such slide" not in first


def test_the_sessions_of_a_plan_follow_one_another(root: Path) -> None:
    (root / "content" / "small" / "pack.yaml").write_text(PACK + PLANS, encoding="utf-8")
    browser = Pages(root)
    assert "In two meetings" in browser.get("/").text
    page = browser.get("/?plan=two").text
    assert 'id="slide-early:first"' in page
    assert 'id="slide-late:second"' in page
    guide = browser.get("/guide?plan=two").text
    assert re.findall(r'<article class="paper" id="([\w-]+)"', guide) == ["guide-0", "guide-1", "cover-note"]
    ids = re.findall(r' id="([^"]+)"', guide)
    assert len(ids) == len(set(ids))


def test_a_plan_that_is_not_there_is_said_and_the_usual_one_shown(root: Path) -> None:
    (root / "content" / "small" / "pack.yaml").write_text(PACK + PLANS, encoding="utf-8")
    page = Pages(root).get("/?plan=tow").text
    assert "has no plan “tow”. Did you mean “two”?" in page
    assert _titles(page) == ["The first slide", "The second slide"]


def test_guide_and_worksheet_are_there_to_be_read(root: Path) -> None:
    browser = Pages(root)
    guide = browser.get("/guide").text
    assert "The first slide" in guide.split("<main")[1]
    assert re.search(r'<img src="/picture/\w+"', guide.split("<main")[1])
    assert "A small pack" in browser.get("/worksheet").text.split("<main")[1]


@pytest.mark.parametrize(
    "query", ["theme=../../etc&pack=/etc/passwd", "beside=..%2F..&theme=%00", "theme=nowhere&pack=nothing"]
)
def test_a_name_that_is_not_known_shows_what_is_usual(root: Path, query: str) -> None:
    browser = Pages(root)
    answer = browser.get(f"/?{query}")
    assert answer.status_code == 200
    assert _titles(answer.text) == ["The first slide", "The second slide"]


@pytest.mark.parametrize(
    "path",
    [
        "/picture/../app.py",
        "/assets/..%2fapp.py",
        "/assets/%2e%2e/app.py",
        "/assets/%2fetc%2fpasswd",
        "/picture/nothing",
        "/themes/north/theme.yaml",
    ],
)
def test_no_address_leads_to_a_file(root: Path, path: str) -> None:
    browser = Pages(root)
    assert browser.get(path).status_code == 404


def test_a_line_more_before_a_slide_changes_nothing_of_it_but_its_place(root: Path) -> None:
    browser = Pages(root)
    before = re.findall(r'data-key="(\w+)" data-digest="(\w+)"', browser.get("/").text)
    text = _slides(root).read_text(encoding="utf-8")
    _slides(root).write_text("# a remark\n" + text, encoding="utf-8")
    after = re.findall(r'data-key="(\w+)" data-digest="(\w+)"', browser.get("/").text)
    changed = {one[0] for one, other in zip(before, after, strict=True) if one != other}
    assert changed == {"place"}

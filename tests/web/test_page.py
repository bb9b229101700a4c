"""The page of a pack, as text: what it carries, what it leaves out, and that its HTML is sound."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from built_pages import made_pages

__all__ = ["made_pages"]  # the fixture

VOID = frozenset({"meta", "img", "br", "col", "link", "input"})
BLOCKS = frozenset(
    {"p", "ul", "ol", "li", "table", "div", "section", "figure", "details", "h1", "h2", "h3", "h4", "h5"}
)
Make = Callable[..., dict[str, str]]


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed in its turn, and no paragraph holds a block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []
        self.feed(page)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag in BLOCKS and "p" in self.open), f"{tag} inside a paragraph"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)

    def values(self, attribute: str) -> Iterator[str]:
        return (attributes[attribute] for _, attributes in self.elements if attribute in attributes)

    def tags(self) -> list[str]:
        return [tag for tag, _ in self.elements]

    @property
    def words(self) -> str:
        return " ".join("".join(self.text).split())


@pytest.fixture(params=["every-kind.html", "every-kind-participants.html"])
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_elements_are_nested_and_ids_are_unique(made_pages: Make, name: str, language: str) -> None:
    page = Reader(made_pages(language)[name])
    assert [each for each, count in Counter(page.values("id")).items() if count > 1] == []
    assert page.tags().count("h1") == 1
    assert page.tags().count("main") == page.tags().count("footer") == page.tags().count("nav") == 1


def test_every_link_within_the_page_leads_somewhere(made_pages: Make, name: str) -> None:
    page = Reader(made_pages()[name])
    ids = set(page.values("id"))
    inner = [address[1:] for address in page.values("href") if address.startswith("#")]
    assert "voices" in inner
    assert [address for address in inner if address not in ids] == []
    labels = [each for value in page.values("aria-labelledby") for each in value.split()]
    assert [each for each in labels if each not in ids] == []


def test_heading_levels_never_jump(made_pages: Make, name: str) -> None:
    levels = [int(tag[1]) for tag in Reader(made_pages()[name]).tags() if re.fullmatch("h[1-6]", tag)]
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_nothing_comes_from_elsewhere(made_pages: Make, name: str) -> None:
    text = made_pages()[name]
    page = Reader(text)
    assert not {"script", "link", "iframe", "object", "embed", "form", "base"} & set(page.tags())
    assert all(address.startswith("data:image/") for address in page.values("src"))
    assert not [
        each for _, attributes in page.elements for each in attributes if each.startswith("on") or each == "style"
    ]
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_what_an_author_writes_stays_text(made_pages: Make, name: str) -> None:
    page = Reader(made_pages()[name])
    assert '<script>document.title = "taken over"</script>' in page.words
    assert 'Tea & "trust" <visits>' in page.words
    assert "https://example.org/guide?a=1&b=2" in list(page.values("href"))


def test_the_page_has_every_slide_with_what_is_on_it(made_pages: Make, name: str) -> None:
    page = Reader(made_pages()[name])
    slides = {
        "opening",
        "points",
        "voices",
        "second-title",
        "sides",
        "table",
        "picture",
        "columns",
        "line",
        "try-it",
        "support",
    }
    assert slides <= set(page.values("id"))
    for words in ("Time, and patience", "Written down", "“She asked me first.”", "“قالت لي إنها تسمعني”", "A mother"):
        assert words in page.words
    assert "Two people talk." in list(page.values("alt"))
    assert "tel:08001111" in list(page.values("href"))
    assert page.tags().count("blockquote") == 3


def test_charts_are_drawings_with_their_numbers_as_a_table(made_pages: Make) -> None:
    page = made_pages()["every-kind.html"]
    assert 'role="img" aria-label="Columns for two seasons."' in page
    row = r'<tr><th scope="row">Autumn</th><td class="number">30.5</td><td class="number">-5</td></tr>'
    assert row in page


def test_tables_have_captions_and_headers(made_pages: Make, name: str) -> None:
    tables = re.findall(r"<table.*?</table>", made_pages()[name], re.DOTALL)
    assert len(tables) > 5
    for table in tables:
        assert re.search(r"<caption>[^<]+</caption>", table)
        assert '<th scope="col"' in table


def test_version_date_and_marking_show(made_pages: Make, name: str) -> None:
    page = made_pages()[name]
    words = Reader(page).words
    assert "North Police · Version 1.2, 4 March 2026" in words
    assert "31 January 2030" in words
    assert page.count('<p class="marking">OFFICIAL</p>') == 2
    assert '@top-center{content:"OFFICIAL"}' in page


def test_notes_are_there_to_be_opened_and_participants_have_none(made_pages: Make) -> None:
    pages = made_pages()
    whole, participants = (Reader(pages[name]) for name in ("every-kind.html", "every-kind-participants.html"))
    assert whole.tags().count("details") == 11
    for words in ("Say it slowly.", "Go gently.", "Have a quiet room.", "What surprised you?", "Look at the eyes"):
        assert words in whole.words
        assert words not in participants.words
    assert "details" not in participants.tags()
    for words in ("What did you see?", "A smile", "What stays with you?", "Child sexual exploitation", "Ring the hub."):
        assert words in whole.words
        assert words in participants.words


def test_masked_words_are_masked_everywhere(made_pages: Make) -> None:
    for page in made_pages(strong="mask").values():
        assert "They did not give a s***." in page
        assert "shit" not in page


def test_words_that_are_kept_for_the_notes_are_not_given_to_participants(made_pages: Make) -> None:
    pages = made_pages(strong="notes_only")
    assert "give a shit" in pages["every-kind.html"]
    assert "give a shit" not in pages["every-kind-participants.html"]


def test_a_page_says_its_language_and_runs_as_it_does(made_pages: Make) -> None:
    welsh, arabic, english = (made_pages(each)["every-kind.html"] for each in ("cy", "ar", "en-GB"))
    assert '<html lang="cy" dir="ltr">' in welsh
    assert '<a class="skip" href="#page--content" lang="en-GB" dir="ltr">' in welsh
    assert '<html lang="ar" dir="rtl">' in arabic
    assert '<blockquote dir="rtl" lang="ar">' in english
    assert '<blockquote dir="auto">' in arabic


def test_a_font_name_cannot_end_the_style_sheet(made_pages: Make) -> None:
    page = made_pages()["every-kind.html"]
    assert page.count("</style>") == 1
    assert r'--heading-font:"Arial \22 Nova\22  \3c \2f style\3e ", "Arial", sans-serif;' in page

"""Markdown of many kinds is read as slides: what is on each, what is said with it, and what is lost."""

from pathlib import Path

import pytest
from PIL import Image

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.markdown import read_markdown
from deckbuilder.ir.outline import (
    Outline,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineSlide,
    OutlineTable,
)
from deckbuilder.ir.text import ListKind, Paragraph, Run

FOLDER = Path(__file__).parent / "files"


def read(text: str, folder: Path = FOLDER) -> Outline:
    diagnostics = Diagnostics()
    outline = read_markdown(text, "deck.md", folder, diagnostics)
    assert outline is not None
    assert not diagnostics.found
    return outline


def said(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def titles(outline: Outline) -> list[str]:
    return [said(slide.title) for slide in outline.slides]


def body(slide: OutlineSlide) -> list[tuple[int, str, str]]:
    return [(block.level, block.list.value, block.text) for block in slide.body if isinstance(block, Paragraph)]


def notes(slide: OutlineSlide) -> list[str]:
    return [paragraph.text for paragraph in slide.notes]


def lost(outline: Outline) -> str:
    return "\n".join(f"{loss.place}: {loss.what}" for loss in outline.lost)


def test_a_heading_of_any_level_is_a_slide_its_list_the_body_and_what_follows_the_notes() -> None:
    outline = read(
        "# One\n\n- a\n  - b\n    1. c\n\nSay this.\n\nAnd this.\n\n### Two\n\n1) d\n2) e\n\nThree\n=====\n\n* f\n"
    )
    one, two, three = outline.slides
    assert titles(outline) == ["One", "Two", "Three"]
    assert body(one) == [(0, "bullet", "a"), (1, "bullet", "b"), (2, "number", "c")]
    assert notes(one) == ["Say this.", "And this."]
    assert body(two) == [(0, "number", "d"), (0, "number", "e")]
    assert [slide.place for slide in (one, two, three)] == ["line 1", "line 11", "line 16"]


def test_text_before_the_first_heading_belongs_to_a_title_slide() -> None:
    outline = read("First this.\n\nThen that.\n\n# One\n\n- a\n")
    opening = outline.slides[0]
    assert (opening.layout, opening.title, notes(opening)) == ("title", (), ["First this.", "Then that."])
    short = read("For the evening\n\n# One\n\n- a\n").slides[0]
    assert (said(short.subtitle), notes(short)) == ("For the evening", [])


def test_look_and_links_are_kept_and_links_to_headings_lead_to_slides() -> None:
    text = "# One\n\n- **a** *b* `c` [d](https://example.org) [e](#slide-two) [f](other.md)\n\n# Slide two\n\n- x\n"
    outline = read(text)
    paragraph = outline.slides[0].body[0]
    assert isinstance(paragraph, Paragraph)
    assert [(run.text, run.strong, run.emphasis, run.link) for run in paragraph.runs if run.text.strip()] == [
        ("a", True, False, None), ("b", False, True, None), (" c ", False, False, None),
        ("d", False, False, "https://example.org"), ("e", False, False, "#line 5"), ("f", False, False, None),
    ]  # fmt: skip
    assert "line 1: The link “other.md” at “f” leads nowhere" in lost(outline)


def test_pandocs_slides() -> None:
    text = """% The evening
% A trainer
% 2026

# Part one

## Eat {#eat}

- Soup

. . .

On the slide

::: notes
Say *slowly*.

- a note
:::

## Choose

:::: {.columns}
::: {.column width="40%"}
**Do**

- wait
:::
::: column
Other

- go
:::
::::

---

No title
"""
    outline = read(text)
    title, part, eat, choose, bare = outline.slides
    assert (title.layout, said(title.title), notes(title)) == ("title", "The evening", ["A trainer", "2026"])
    assert (part.layout, [slide.section for slide in (eat, choose)]) == ("section", ["Part one", "Part one"])
    assert body(eat) == [(0, "bullet", "Soup"), (0, "none", "On the slide")]
    assert [(each.text, each.list) for each in eat.notes] == [
        ("Say slowly.", ListKind.NONE), ("a note", ListKind.BULLET),
    ]  # fmt: skip
    columns = [block for block in choose.body if isinstance(block, OutlineColumn)]
    assert [(said(column.heading), [each.text for each in column.paragraphs]) for column in columns] == [
        ("Do", ["wait"]), ("", ["Other", "go"]),
    ]  # fmt: skip
    assert (bare.title, body(bare)) == ((), [(0, "none", "No title")])
    assert "A pause between parts" in lost(outline)


def test_marps_slides(tmp_path: Path) -> None:
    Image.new("RGB", (4, 3)).save(tmp_path / "cat.png")
    text = """---
marp: true
theme: gaia
lang: cy-GB
---

# First
## Below it

---

<!-- _class: lead -->
<!-- Speak up.

And smile. -->

- a

A closing line

---

![bg left:40% w:300 A cat](cat.png)
"""
    first, second, third = (outline := read(text, tmp_path)).slides
    assert (outline.language, said(first.title), said(first.subtitle)) == ("cy-GB", "First", "Below it")
    assert (second.title, body(second)) == ((), [(0, "bullet", "a"), (0, "none", "A closing line")])
    assert notes(second) == ["Speak up.", "And smile."]
    picture = third.body[0]
    assert isinstance(picture, OutlinePicture)
    assert (picture.name, picture.description) == ("cat.png", "A cat")
    assert "these settings: marp, theme" in lost(outline)
    assert "Settings of the look" in lost(outline)


def test_reveals_notes() -> None:
    outline = read("# One\n\n- a\n\nNote:\nSay this.\n\nAnd this.\n\n---\n\n## Two\n\n- b\n")
    assert notes(outline.slides[0]) == ["Say this.", "And this."]
    assert body(outline.slides[1]) == [(0, "bullet", "b")]


def test_front_matter_gives_the_title_slide() -> None:
    outline = read(
        '---\ntitle: "Before: a talk"\nsubtitle: For all\nauthor:\n  - A\n  - B\nslug: x\n---\n\n# One\n\n- a\n'
    )
    title = outline.slides[0]
    assert (said(title.title), said(title.subtitle), notes(title)) == ("Before: a talk", "For all", ["A B"])
    assert outline.title == "Before: a talk"
    assert "these settings: slug" in lost(outline)


def test_a_first_heading_with_prose_alone_is_the_title_slide() -> None:
    outline = read("# The talk\n\nFor everyone\n\nLong ago it began.\n\n## One\n\n- a\n")
    title = outline.slides[0]
    assert (title.layout, said(title.subtitle), notes(title)) == ("title", "For everyone", ["Long ago it began."])
    assert outline.title == "The talk"


@pytest.mark.parametrize(
    ("text", "words", "attribution"),
    [
        ("> They let me\n> finish.\n> — a mother", "They let me finish.", "a mother"),
        ("> “I was heard”\n>\n> -- A child, 12", "I was heard", "A child, 12"),
        ("> First.\n>\n> Second – in one breath", "First.\nSecond – in one breath", ""),
    ],
)
def test_block_quotations(text: str, words: str, attribution: str) -> None:
    (quote,) = read(f"# One\n\n{text}\n").slides[0].body
    assert isinstance(quote, OutlineQuote)
    assert (said(quote.runs), said(quote.attribution)) == (words, attribution)


def test_a_callout_is_no_quotation() -> None:
    assert body(read("# One\n\n> [!NOTE]\n> Bring a pen.\n").slides[0]) == [(0, "none", "[!NOTE] Bring a pen.")]


def test_tables() -> None:
    table = read("# One\n\n| A | B |\n|---|--:|\n| x *y* | 2 |\n").slides[0].body[0]
    assert isinstance(table, OutlineTable)
    assert [said(cell) for cell in table.header] == ["A", "B"]
    assert [[said(cell) for cell in row] for row in table.rows] == [["x y", "2"]]


def test_pictures_come_from_the_documents_own_folder_alone(tmp_path: Path) -> None:
    folder = tmp_path / "talk"
    folder.mkdir()
    for path in (folder / "in.png", tmp_path / "out.png"):
        Image.new("RGB", (4, 3)).save(path)
    Image.new("RGB", (4, 3)).save(folder / "old.gif")
    (folder / "drawn.svg").write_text("<svg/>", encoding="utf-8")
    names = [
        "in.png",
        "./in.png",
        "../out.png",
        "https://example.org/x.png",
        "old.gif",
        "drawn.svg",
        "gone.png",
        "con.png",
    ]
    text = "# One\n\n" + "\n\n".join(f"![about {name}]({name})" for name in names)
    outline = read(text, folder)
    pictures = [block for block in outline.slides[0].body if isinstance(block, OutlinePicture)]
    assert [(each.name, each.format, each.description) for each in pictures] == [
        ("in.png", "png", "about in.png"), ("in.png", "png", "about ./in.png"), ("old.png", "png", "about old.gif"),
    ]  # fmt: skip
    for name, why in {
        "../out.png": "lies outside",
        "https://example.org/x.png": "lies elsewhere on the network, and nothing is fetched",
        "drawn.svg": "is no PNG, JPEG",
        "gone.png": "is not there",
        "con.png": "lies outside",
    }.items():
        assert f"The picture “{name}” (about {name}) {why}" in lost(outline)


def test_a_link_out_of_the_folder_leads_to_no_picture(tmp_path: Path) -> None:
    folder = tmp_path / "talk"
    folder.mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "secret.png")
    (folder / "in.png").symlink_to(tmp_path / "secret.png")
    assert "lies outside" in lost(read("# One\n\n![x](in.png)\n", folder))


def test_html_program_text_and_footnotes_are_carried_as_text() -> None:
    text = """# One

- a<br>b <kbd>c</kbd><!-- aside -->

```python
x = 1
  y
```

<div>
  <p>In a div</p>
</div>

See[^1].

[^1]: Below.
"""
    outline = read(text)
    slide = outline.slides[0]
    assert body(slide) == [(0, "bullet", "a\nb c"), (0, "none", "x = 1\n  y")]
    assert notes(slide) == ["aside", "In a div", "See[^1].", "[^1]: Below."]
    assert "<kbd> is left out" in lost(outline)


def test_long_prose_is_for_saying_and_the_slide_shows_how_it_begins() -> None:
    prose = "Calls come at night. " + "Whoever picks up is tired. " * 12
    slide = (outline := read(f"# Title\n\nShort\n\n## One\n\n{prose.strip()}\n")).slides[1]
    assert body(slide) == [(0, "none", "Calls come at night.")]
    assert notes(slide) == [prose.strip()]
    assert "line 5: Its running text is in the notes" in lost(outline)


def test_what_is_nested_without_end_is_refused() -> None:
    diagnostics = Diagnostics()
    assert read_markdown("> " * 500 + "a", "deck.md", FOLDER, diagnostics) is None
    assert [item.code for item in diagnostics] == ["too-deep"]

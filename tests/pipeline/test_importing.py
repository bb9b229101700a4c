"""Whatever a document holds, what is imported of it builds, and every word of it is there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.pipeline.importing import import_document
from deckbuilder.source import Workspace

Import = Callable[..., "tuple[str, list[str]]"]


@pytest.fixture
def imported(tmp_path: Path) -> Import:
    """Give what imports a text and builds the pack: it gives the pack's words, and what was decided."""

    def run(text: str) -> tuple[str, list[str]]:
        (tmp_path / "content").mkdir(exist_ok=True)
        file = tmp_path / "talk.md"
        file.write_text(text, encoding="utf-8")
        around = Workspace.around(tmp_path)
        folder = tmp_path / "content" / "talk"
        diagnostics = Diagnostics()
        made = import_document(file, folder, around, diagnostics)
        assert made is not None, list(diagnostics)
        for each in made.files:
            path = folder / each.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(each.data)
        packs = pipeline.load_packs([folder], around, diagnostics)
        theme = around.theme("board")
        assert theme is not None
        (result,) = pipeline.build(packs, [theme], pipeline.Order(pictures="none", out=tmp_path / "out"), around)
        errors = [item for item in (*diagnostics, *result.diagnostics) if item.severity == "error"]
        assert errors == []
        assert len(result.files) == 3
        words = " ".join(" ".join(each.data.decode().split()) for each in made.files if each.name.startswith("slides/"))
        return words, [loss.what for loss in (*made.draft.decided, *made.draft.lost)]

    return run


WORDS = " ".join(f"word{number}" for number in range(400))


def test_a_point_that_no_slide_holds_is_cut_and_not_a_word_is_lost(imported: Import) -> None:
    sentences = " ".join(f"This is sentence {number} of a very long point that goes on." for number in range(60))
    text, said = imported(f"# One\n\n- {sentences}\n- {'x' * 1500}\n")
    assert all(f"This is sentence {number} of a very long point that goes on." in text for number in range(60))
    assert any("Points that are too long for a slide were cut" in what for what in said)


def test_a_title_that_is_too_long_is_whole_in_the_notes(imported: Import) -> None:
    title = (
        "What the children who took part told us about all the professionals whom they met at home and at school, " * 2
    )
    text, said = imported(f"# {title.strip()}\n\n- a\n\nSay this.\n")
    assert f"notes: | {title.strip()} Say this." in text
    assert any("The title is too long" in what for what in said)


def test_a_quotation_that_no_card_holds_is_a_point_in_its_marks(imported: Import) -> None:
    text, said = imported(f"# One\n\n- “{WORDS[:2000]}”\n")
    assert "“word0" in text
    assert "word239 word240" in text
    assert any("A quotation is too long for its card" in what for what in said)


def test_a_table_whose_rows_are_too_high_is_a_list(imported: Import) -> None:
    text, said = imported(f"# One\n\n| A | B |\n|---|---|\n| {WORDS[:1400]} | end |\n")
    assert "B: end" in text
    assert any("the table became a list" in what for what in said)


def test_columns_a_question_and_a_subtitle_that_are_too_long(imported: Import) -> None:
    column = "::: {{.column}}\n**{}**\n\n- {}\n:::\n"
    columns = column.format("Do", WORDS[:2000]) + column.format("Don't", "a")
    text, said = imported(f"# Talk\n\n## Both\n\n:::: {{.columns}}\n{columns}::::\n\n## Workshop\n\n- {WORDS}?\n")
    assert (text.count("word230"), text.count("word399")) == (2, 1)
    assert any("columns are too long to stand side by side" in what for what in said)
    assert any("the activity became a list of points" in what for what in said)


def test_more_sections_than_a_slide_can_list(imported: Import) -> None:
    text, said = imported("".join(f"# Part {number}\n\n## Slide {number}\n\n- a\n" for number in range(30)))
    assert "title: Part 29" in text
    assert any("too many slides that open a section" in what for what in said)


def test_a_list_and_a_table_of_hundreds_go_on_on_further_slides(imported: Import) -> None:
    rows = "".join(f"| r{number} | {number} |\n" for number in range(150))
    text, _ = imported("# One\n\n" + "".join(f"- item {n}\n" for n in range(150)) + f"\n| A | B |\n|--|--|\n{rows}")
    assert all(f"item {number} " in text and f"[r{number}, {number}]" in text for number in range(150))


def test_titles_that_a_divided_slide_would_get_are_left_to_it(imported: Import) -> None:
    items = "".join(
        f"- A point that is long enough to fill a whole line or two of a slide, number {n}\n" for n in range(14)
    )
    assert "duplicate" not in imported(f"# One\n\n{items}\n# One (1 of 2)\n\n- a\n")[0]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.md", b"", "nothing-to-import"),
        ("comment.md", b"---\n\n---\n", "nothing-to-import"),
        ("latin.md", b"# Caf\xe9\n", "not-utf8"),
        ("deck.ppt", b"\xd0\xcf\x11\xe0", "wrong-file-format"),
        ("long.md", b"# One\n\n" + b"word " * 50_000, "document-too-long"),
        ("lines.md", b"- a\n" * 30_000, "document-too-long"),
        ("slides.md", b"# a\n\n- b\n\n" * 1_100, "document-too-long"),
        ("large.md", b"x" * 1_100_000, "file-too-large"),
        ("broken.pptx", b"PK\x03\x04", "unreadable-office-file"),
    ],
)
def test_what_cannot_be_imported_is_refused_with_the_reason(name: str, data: bytes, code: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    diagnostics = Diagnostics()
    assert import_document(tmp_path / name, tmp_path / "out", Workspace.around(tmp_path), diagnostics) is None
    assert [item.code for item in diagnostics] == [code]


def test_characters_that_no_document_holds_are_left_out_and_said(imported: Import) -> None:
    text, said = imported("# One\n\n- a\x0cb\u2028c\n")
    assert "- abc" in text
    assert any("2 characters that no document can hold" in what for what in said)

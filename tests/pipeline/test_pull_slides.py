"""Slides that somebody adds, deletes, moves or names anew, and slides that stand on two."""

import copy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from pulled import (
    ONE,
    PACK,
    TWO,
    add_after,
    build,
    deck,
    diff,
    lines,
    notes,
    opened,
    order,
    pulled,
    remove,
    said,
    say,
    texts,
    tried,
    workspace,
)

pytest_plugins = ("pull_fixtures",)

PLANS = (
    PACK
    + """\
default_plan: whole
plans:
  whole:
    title: Whole
    sessions:
      - id: day
        title: The day
        include: [first, table, {section: two}]
    leaves_out: [voices]
  series:
    title: Series
    sessions:
      - id: a
        title: First meeting
        include:
          - first
          - voices  # with care
          - table
      - id: b
        title: Second meeting
        recap: [What we did, What we said]
        include:
          - section: two
"""
)
MANY = """\
section: Two
slides:
  - id: many
    kind: points
    title: Many
    points:
""" + "\n".join(
    f"      - This is point number {number} of a list that is far too long for one slide" for number in range(1, 15)
)


def titles(file: Path) -> list[str]:
    with opened(file) as slides:
        return [texts(slide)[0].text for slide in slides]


def add_slide(file: Path, after: int, title: str, *points: tuple[int, str], say: str = "") -> None:
    """Add a slide with points, as PowerPoint's “New Slide” does."""
    deck = Presentation(str(file))
    layout = deck.slides[0].slide_layout
    slide = deck.slides.add_slide(layout)
    title_frame, body = (shape.text_frame for shape in list(slide.placeholders)[:2])
    title_frame.text = title
    for index, (level, text) in enumerate(points):
        paragraph = body.paragraphs[0] if index == 0 else body.add_paragraph()
        paragraph.text = text
        paragraph.level = level
    if say:
        notes(slide).text = say
    held = deck.slides._sldIdLst
    new = list(held)[-1]
    held.remove(new)
    held.insert(after, new)
    deck.save(str(file))


def test_a_new_slide_follows_the_one_it_was_put_behind(root: Path) -> None:
    add_slide(deck(root), 2, "What we do: now", (0, "Listen"), (1, "Really"), (0, "Ask: why?"), say="Take time.")
    found = pulled(root, deck(root), write=True)
    assert said(found) == [("slide", "added", "", "Listen; Really; Ask: why?; Take time.")]
    assert diff(ONE, root, "slides/one.yaml") == (
        [],
        [
            "  - id: what-we-do-now",
            '    title: "What we do: now"',
            "      - text: Listen",
            "        points:",
            "          - Really",
            '      - "Ask: why?"',
            "    notes: Take time.",
        ],
    )
    expected = titles(deck(root))
    edited = Path(shutil.copy(deck(root), root / "edited.pptx"))
    build(root)
    assert titles(deck(root)) == expected
    assert said(pulled(root, edited)) == []


def test_a_copy_of_a_slide_and_one_that_repeats_a_quotation_are_not_written(root: Path) -> None:
    add_slide(deck(root), 1, "First: know me", (0, "Listen"))
    add_slide(deck(root), 3, "Once more", (0, "“I want to be asked”"), (0, "A father"))
    add_slide(deck(root), 4, "Only a title")
    found = pulled(root, deck(root), write=True, quotations=True)
    assert [each.reason for each in found.pulled[0].changes] == [
        "another slide has this title: give it one of its own",
        "it repeats a quotation: put the slide into the pack by hand, with who spoke",
        "a new slide needs a title and at least one point",
    ]
    assert found.files == ()


def test_slides_change_places_within_their_section_only(root: Path) -> None:
    order(deck(root), lambda each: [each[2], each[0], each[1], *each[3:]])
    expected = titles(deck(root))
    (change,) = pulled(root, deck(root), write=True).pulled[0].changes
    assert (change.kind, change.title, change.new, change.reason) == ("moved", "A table", "first", "")
    assert sorted(lines(root, "slides/one.yaml")) == sorted(ONE.split("\n"))
    assert "  # quotations\n  - id: voices" in "\n".join(lines(root, "slides/one.yaml"))
    build(root)
    assert titles(deck(root)) == expected
    order(deck(root), lambda each: [*each[1:5], each[0], each[5]])
    (change,) = pulled(root, deck(root), write=True).pulled[0].changes
    assert change.reason == "it would stand in another section: move it in the pack by hand"


def test_a_slide_that_is_deleted_goes_with_what_names_it(root: Path) -> None:
    order(deck(root), lambda each: [*each[:2], *each[3:]])
    found = pulled(root, deck(root), write=True)
    assert [(each.kind, each.title, each.reason) for each in found.pulled[0].changes] == [("removed", "A table", "")]
    assert diff(ONE, root, "slides/one.yaml")[0][:2] == ["  - id: table", "    kind: table"]
    build(root)
    order(deck(root), lambda each: [each[0], *each[2:]])
    found = pulled(root, deck(root), write=True)
    assert found.pulled[0].changes[0].reason == "a quotation is evidence: --quotations writes it"
    found = pulled(root, deck(root), write=True, quotations=True)
    assert found.pulled[0].notes == (
        "“voices” is named in 1 place of pack.yaml (plans, outcomes), and is taken out there.",
    )
    assert "    slides: [first]" in lines(root, "pack.yaml")


def test_nothing_is_written_where_the_pack_would_have_a_fault(tmp_path: Path) -> None:
    root = workspace(tmp_path, one=ONE.replace("Then:", "Then [the end](#last):"))
    file = build(root)
    order(file, lambda each: each[:5])
    found, diagnostics = tried(root, file, write=True)
    assert found.files == ()
    assert [item.code for item in diagnostics] == ["unknown-link"]
    origin = diagnostics.found[0].origin
    assert origin is not None
    assert origin.path.endswith("content/small/slides/one.yaml")


def test_a_slide_on_two_is_one(tmp_path: Path) -> None:
    root = workspace(tmp_path, two=MANY)
    file = build(root)
    assert titles(file)[3:] == ["Many (1\xa0of\xa02)", "Many (2\xa0of\xa02)"]
    with opened(file) as slides:
        say(slides[4], "Many", "Many more")
        say(slides[4], "number 13", "number thirteen")
        remove(slides[3], "number 2")
        points = texts(slides[3])[1].paragraphs
        moved = copy.deepcopy(texts(slides[4])[1].paragraphs[0]._p)
        points[-1]._p.addnext(moved)
        first: Any = texts(slides[4])[1].paragraphs[0]._p
        first.getparent().remove(first)
        frame: Any = notes(slides[4])
        frame.add_paragraph().text = "Say this too."
    found = pulled(root, file, write=True)
    assert [(what, kind) for what, kind, _, _ in said(found)] == [
        ("title", "changed"),
        ("point", "removed"),
        ("point", "changed"),
        ("notes", "added"),
    ]
    assert [each.reason for each in found.pulled[0].changes] == [""] * 4
    gone, come = diff(MANY, root, "slides/two.yaml")
    assert gone == [
        "    title: Many",
        "      - This is point number 2 of a list that is far too long for one slide",
        "      - This is point number 13 of a list that is far too long for one slide",
    ]
    assert come == [
        "    title: Many more",
        "      - This is point number thirteen of a list that is far too long for one slide",
        "    notes: Say this too.",
    ]


def test_sessions_that_name_slides_decide_their_order(tmp_path: Path) -> None:
    root = workspace(tmp_path, pack=PLANS)
    file = build(root, plan="series")
    assert titles(file)[1:5] == ["First: know me", "In their words", "A table", "Close"]
    order(file, lambda each: [each[0], each[3], each[1], each[2], *each[4:]])
    add_slide(file, 3, "Once more", (0, "Listen"))
    expected = titles(file)
    found = pulled(root, file, write=True)
    assert [each.reason for each in found.pulled[0].changes] == ["", ""]
    gone, come = diff(PLANS, root, "pack.yaml")
    assert (gone, come) == ([], ["          - once-more"])
    held = lines(root, "pack.yaml")
    at = held.index("        title: First meeting")
    assert held[at + 2 : at + 6] == [
        "          - table",
        "          - first",
        "          - once-more",
        "          - voices  # with care",
    ]
    build(root, plan="series")
    assert titles(file) == expected


def test_what_a_meeting_recalls_is_in_the_pack_and_its_other_words_are_the_tools(tmp_path: Path) -> None:
    root = workspace(tmp_path, pack=PLANS)
    file = build(root, plan="series").with_name("small-b-deck.pptx")
    with opened(file) as slides:
        say(slides[1], "What we did", "What we did last week")
        say(slides[1], "What we take with us", "What we took")
        add_after(slides[1], "What we said", "What we felt")
    found = pulled(root, file, write=True)
    assert [(each.what, bool(each.reason)) for each in found.pulled[0].changes] == [
        ("title", True),
        ("recap", False),
        ("recap", False),
    ]
    assert diff(PLANS, root, "pack.yaml")[1] == ["        recap: [What we did last week, What we said, What we felt]"]


def test_an_edition_keeps_what_it_says_and_a_slide_of_the_pack_is_not_taken_from_all(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    editions = root / "content" / "small" / "editions"
    editions.mkdir()
    edition = "replace:\n  - {id: last, kind: points, title: Our last, points: [Our end]}\nomit: [voices]\n"
    (editions / "north.yaml").write_text(edition, encoding="utf-8")
    file = build(root)
    with opened(file) as slides:
        say(slides[4], "Our end", "Our very end")
        say(slides[0], "A plain point", "A point")
    order(file, lambda each: [each[0], *each[2:]])
    found = pulled(root, file, write=True)
    assert [each.reason for each in found.pulled[0].changes] == [
        "",
        "",
        "every agency would lose it: name it under “omit” in editions/north.yaml",
    ]
    assert "points: [Our very end]" in (editions / "north.yaml").read_text(encoding="utf-8")


def test_without_tags_slides_are_known_by_what_they_say(root: Path, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    with opened(deck(root)) as slides:
        say(slides[0], "A plain point", "A simple point")
        say(slides[0], "needs time", "needs our time")
        say(slides[1], "I want to be asked", "I want to be heard")
        say(slides[5], "Last", "At last")
    order(deck(root), lambda each: [*each[:3], each[4], each[3], each[5]])
    saved = tmp_path / "saved"
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "pptx:Impress MS PowerPoint 2007 XML", "--outdir", str(saved), str(deck(root))],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    found = pulled(root, saved / "small-deck.pptx", write=True, quotations=True)
    assert [(what, kind, new) for what, kind, _, new in said(found)] == [
        ("point", "changed", "A simple point"),
        ("notes", "changed", "Say it slowly. Every young person needs our time."),
        ("quotation", "changed", "“I want to be heard”"),
        ("slide", "moved", "after “A table”"),
        ("title", "changed", "At last"),
    ]
    assert [each.reason for each in found.pulled[0].changes] == [""] * 5
    assert sorted(diff(TWO, root, "slides/two.yaml")[1]) == ["    title: At last"]


def test_a_section_with_another_name_has_it_in_the_pack(root: Path) -> None:
    deck_file: Any = Presentation(str(deck(root)))
    sections = [each for each in deck_file.element.iter() if each.tag.endswith("}section")]
    sections[0].set("name", "Number one")
    deck_file.save(str(deck(root)))
    found = pulled(root, deck(root), write=True)
    assert said(found) == [("name of the section", "changed", "One", "Number one")]
    assert lines(root, "slides/one.yaml")[0] == "section: Number one  # the first"
    assert said(pulled(root, deck(root))) == []

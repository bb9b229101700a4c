"""What somebody changes in the words of a deck goes into the pack as its author would have written it."""

import shutil
from pathlib import Path
from typing import Any

from pptx.util import Emu

from pulled import (
    ONE,
    TWO,
    add_after,
    build,
    deck,
    diff,
    lines,
    notes,
    opened,
    paragraph,
    pulled,
    remove,
    said,
    say,
    texts,
    workspace,
)

pytest_plugins = ("pull_fixtures",)

LONG = "needs a lot of time, always, and some more time than anybody who is grown up would think"
CALL = "        Call {{{{ agency.name }}}} when a **child** is in danger, by day and {}, whatever the weather is and"
QUOTED = "a quotation is evidence: --quotations writes it"


def test_what_was_changed_stands_in_the_pack_and_building_again_gives_the_deck(root: Path) -> None:
    with opened(deck(root)) as (first, voices, _, compare, work, last):
        say(first, "A plain point", "A point: plain")
        say(first, "by night", "night")
        say(first, "needs time", LONG)
        add_after(first, "pause", "breathe")
        add_after(first, "What now", "And then?")
        add_after(first, "One", "One and a half")
        remove(first, "Two")
        add_after(compare, "Push", "Shout")
        say(work, "Which sentence", "Which of your sentences")
        say(voices, "In their words", "In their own words")
        add_after(last, "The end", "{{ no value }}, *no* [link](x)")
    found = pulled(root, deck(root), write=True)
    assert [each.reason for each in found.pulled[0].changes] == [""] * 10
    assert diff(ONE, root, "slides/one.yaml") == (
        [
            "      - A plain point  # from page 3",
            CALL.format("by night"),
            "        points: [One, Two]",
            "      needs time.",
            "    title: In their words",
        ],
        [
            '      - "A point: plain"  # from page 3',
            CALL.format("night"),
            "        points: [One, One and a half]",
            f"      {LONG}.",
            "      - breathe",
            "      - And then?",
            "    title: In their own words",
        ],
    )
    assert "      - '{\\{ no value }}, \\*no\\* \\[link\\](x)'" in lines(root, "slides/two.yaml")
    assert "points: [Push, Shout]" in lines(root, "slides/two.yaml")[2]
    edited = Path(shutil.copy(deck(root), root / "edited.pptx"))
    build(root)
    with opened(edited) as theirs, opened(deck(root)) as ours:
        for mine, other in zip(ours, theirs, strict=True):
            assert [each.text for each in texts(mine)] == [each.text for each in texts(other)]
            assert notes(mine).text == notes(other).text
    assert said(pulled(root, edited)) == []


def test_what_programs_do_to_a_text_is_no_change(root: Path) -> None:
    with opened(deck(root)) as (first, voices, *_):
        for words in ("A plain point", "needs time"):
            run = next(each for each in paragraph(first, words).runs if words in each.text)
            run.text = run.text.replace(" ", "\N{NO-BREAK SPACE}", 1) + "\u200b "
        quote = paragraph(voices, "to be asked")
        quote.runs[0].text = quote.runs[0].text.replace("“", '"')
        title = texts(first)[0].paragraphs[0]
        title.runs[0].text = "First: "
        added = title.add_run()
        added.text = "know me"
    assert said(pulled(root, deck(root), write=True)) == []


def test_characters_that_nobody_sees_stay_in_words_that_are_the_same(tmp_path: Path) -> None:
    hidden = "co\u00adoperate \u200fmore, \U0001f469\u200d\U0001f467 now"
    root = workspace(tmp_path, two=TWO.replace("The end", hidden))
    file = build(root)
    with opened(file) as slides:
        say(slides[5], "more", "less")
    pulled(root, file, write=True)
    assert f"      - {hidden.replace('more', 'less')}" in lines(root, "slides/two.yaml")


def test_strong_words_and_links_are_kept_and_a_change_of_look_alone_is_one(root: Path) -> None:
    with opened(deck(root)) as (first, *_):
        bold = next(run for run in paragraph(first, "Call").runs if run.text == "young person")
        bold.font.bold = None
        note = paragraph(first, "Childline")
        note.runs[0].text = "go on at once with "
        slowly = next(run for run in paragraph(first, "Say it").runs if run.text == "slowly")
        slowly.font.bold = True
    found = pulled(root, deck(root), write=True)
    assert said(found)[1] == (
        "notes",
        "changed",
        "Say it *slowly*. Every young person needs time.",
        "Say it ***slowly***. Every young person needs time.",
    )
    assert diff(ONE, root, "slides/one.yaml")[1] == [
        "        Call {{ agency.name }} when a child is in danger, by day and by night, whatever the weather is and",
        "      Say it ***slowly***. Every child",
        "      - go on at once with [Childline](https://www.childline.org.uk)",
    ]


def test_a_value_a_term_and_a_masked_word_cannot_be_changed_where_they_are_only_shown(root: Path) -> None:
    with opened(deck(root)) as (first, voices, *_):
        say(first, "North Partnership", "South Partnership")
        say(first, "Every young person", "Every teenager")
        say(voices, "f******", "flipping")
    found = pulled(root, deck(root), write=True, quotations=True)
    assert [each.reason for each in found.pulled[0].changes] == [
        "it comes from “{{ agency.name }}”, which the theme or the pack gives",
        "“young person” is the agency’s term for “child”",
        "a strong word is masked here, and its own letters stand in the pack alone",
    ]
    assert found.files == ()


def test_words_around_a_masked_word_and_a_value_that_goes_are_written(root: Path) -> None:
    with opened(deck(root)) as (first, voices, *_):
        say(voices, "listened to me", "listened")
        runs = paragraph(first, "North Partnership").runs
        runs[0].text = runs[0].text.replace("Call North Partnership when", "Call when")
    assert len(pulled(root, deck(root), write=True, quotations=True).files) == 1
    _, come = diff(ONE, root, "slides/one.yaml")
    assert come[1] == "      - quote: Nobody fucking listened"
    assert come[0].startswith("        Call when a **child** is")


def test_the_words_of_children_are_written_only_where_that_is_wished(root: Path) -> None:
    with opened(deck(root)) as (_, voices, *_):
        say(voices, "I want to be asked", "I want to be heard")
        say(voices, "In their words", "Their words")
    found = pulled(root, deck(root), write=True)
    title, quotation = found.pulled[0].changes
    assert (title.reason, title.quotation) == ("", False)
    assert (quotation.reason, quotation.quotation) == (QUOTED, True)
    assert diff(ONE, root, "slides/one.yaml")[1] == ["    title: Their words"]
    found = pulled(root, deck(root), write=True, quotations=True, force=True)
    assert "      - quote: I want to be heard" in lines(root, "slides/one.yaml")


def test_a_quotation_goes_with_its_speaker(root: Path) -> None:
    with opened(deck(root)) as (_, voices, *_):
        for words in ("to be asked", "A father"):
            remove(voices, words)
    assert pulled(root, deck(root), write=True).files == ()
    found = pulled(root, deck(root), write=True, quotations=True)
    assert said(found) == [("quotation", "removed", "“I want to be asked”", "")]
    assert diff(ONE, root, "slides/one.yaml") == (
        ["      - quote: I want to be asked", "        speaker: parent", "        attribution: A father"],
        [],
    )


def test_points_move_and_change_their_level_with_their_comments(root: Path) -> None:
    with opened(deck(root)) as (first, *_):
        plain = paragraph(first, "A plain point")
        call = paragraph(first, "Call")
        call._p.addnext(plain._p)
        plain.level = 1
        paragraph(first, "Two").level = 0
    found = pulled(root, deck(root), write=True)
    assert {(kind, new.split()[0]) for _, kind, _, new in said(found)} >= {("level", "Two"), ("level", "A")}
    held = lines(root, "slides/one.yaml")
    at = held.index("      # about the second")
    assert held[at - 1 : at + 11] == [
        "    points:",
        "      # about the second",
        "      - text: >-",
        "          Call {{ agency.name }} when a **child** is in danger, by day and by night, whatever the",
        "          weather is and wherever you are",
        "        points:",
        "          - A plain point",
        "      - text: A point with points",
        "        points: [One]",
        "      - Two",
        "    notes: |",
        "      Say it *slowly*. Every child",
    ]


def test_tables_get_other_cells_and_rows(root: Path) -> None:
    with opened(deck(root)) as (_, _, slide, *_):
        frame: Any = next(shape for shape in slide.shapes if shape.has_table)
        table = frame.table
        table.cell(0, 1).text_frame.paragraphs[0].runs[0].text = "At what time"
        table.cell(2, 1).text_frame.paragraphs[0].runs[0].text = "9 to 6"
        table._tbl.remove(table._tbl.tr_lst[1])
        frame._element.nvGraphicFramePr.cNvPr.set("descr", "Whom to ring")
    found = pulled(root, deck(root), write=True)
    assert sorted(said(found)) == [
        ("cell of the table", "changed", "9 to 5", "9 to 6"),
        ("description", "changed", "Whom to call", "Whom to ring"),
        ("heading of the table", "changed", "When", "At what time"),
        ("row of the table", "removed", "Police | 999", ""),
    ]
    assert diff(ONE, root, "slides/one.yaml")[1] == [
        "    columns: [Who, {heading: At what time, align: right}]",
        '      - [Hub, "9 to 6"]',
        "    description: Whom to ring",
    ]


def test_notes_come_where_there_were_none_and_go(root: Path) -> None:
    with opened(deck(root)) as (first, *_, last):
        notes(last).text = "Thank everybody.\nBring the group back together."
        for words in ("Say it", "Then:", "pause", "go on"):
            remove(first, words)
    assert len(pulled(root, deck(root), write=True).files) == 2
    assert "notes" not in "\n".join(lines(root, "slides/one.yaml"))
    assert diff(TWO, root, "slides/two.yaml") == (
        [],
        ["    notes: |", "      Thank everybody.", "      Bring the group back together."],
    )


def test_what_no_text_of_the_pack_says_is_listed_with_the_reason(root: Path) -> None:
    with opened(deck(root)) as (first, voices, *_):
        say(first, "3 minutes", "5 minutes")
        say(voices, "A child", "A girl of 12")
        box = first.shapes.add_textbox(Emu(0), Emu(0), Emu(1_000_000), Emu(300_000))
        box.text_frame.text = "Do not forget"
    found = pulled(root, deck(root), write=True)
    assert [(each.what, each.new, each.reason) for each in found.pulled[0].changes] == [
        ("text box", "Do not forget", "text in a box of its own has no place in a pack"),
        ("notes", "Time: 5 minutes", "the tool writes it, and no text of the pack holds it"),
        (
            "text of the slide",
            "A girl of 12",
            "who spoke stands under “speaker” or “attribution” of the quotation",
        ),
    ]
    assert found.files == ()

"""What stands in a document becomes slides of the right kind, and no word of it changes."""

from typing import Any

import pytest

from deckbuilder.importing.pack_slides import PackDraft
from deckbuilder.importing.recognising import recognised
from deckbuilder.ir.outline import (
    Loss,
    Outline,
    OutlineBlock,
    OutlineChart,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineSlide,
    OutlineTable,
)
from deckbuilder.ir.text import ListKind, Paragraph, Run


def line(text: str) -> tuple[Run, ...]:
    return (Run(text),)


def bullets(*texts: str, level: int = 0, kind: ListKind = ListKind.BULLET) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(line(text), level, kind) for text in texts)


def plain(text: str) -> Paragraph:
    return Paragraph(line(text))


def slide(title: str, *blocks: OutlineBlock, **more: Any) -> OutlineSlide:
    return OutlineSlide(place=more.pop("place", "slide 1"), title=line(title) if title else (), body=blocks, **more)


def draft_of(*slides: OutlineSlide, **more: Any) -> PackDraft:
    placed = [OutlineSlide(**{**_fields(each), "place": f"slide {n}"}) for n, each in enumerate(slides, 1)]
    return recognised(Outline(tuple(placed), **more), "The file")


def _fields(each: OutlineSlide) -> dict[str, Any]:
    return {name: getattr(each, name) for name in each.__struct_fields__}


def one(*blocks: OutlineBlock, title: str = "A title") -> dict[str, Any]:
    return dict(draft_of(slide(title, *blocks)).slides[0].fields)


def decided(draft: PackDraft) -> list[tuple[str, str]]:
    return [(loss.place, loss.what) for loss in draft.decided]


def test_points_keep_their_levels_and_numbers() -> None:
    fields = one(
        *bullets("a"), *bullets("b", "c", level=1, kind=ListKind.NUMBER), *bullets("d"), *bullets("e", level=3)
    )
    assert fields["points"] == [
        {"text": "a", "numbered": True, "points": ["b", "c"]},
        {"text": "d", "points": ["e"]},
    ]
    numbered = one(*bullets("a", "b", kind=ListKind.NUMBER))
    assert (numbered["points"], numbered["numbered"]) == (["a", "b"], True)


def test_a_list_that_does_not_begin_with_1_has_its_numbers_in_the_text() -> None:
    fields = one(Paragraph(line("c"), 0, ListKind.NUMBER, 3), Paragraph(line("d"), 0, ListKind.NUMBER))
    assert (fields["points"], "numbered" in fields) == (["3. c", "4. d"], False)


def test_bullets_and_numbers_in_the_text_of_items_are_taken_out_and_said() -> None:
    draft = draft_of(
        slide(
            "A title",
            *bullets("* a", "* b"),
            *bullets("* 1. c", "* 2. d", level=1),
            *bullets("* 2015. A year", "• e"),
            plain("▪ typed"),
            plain("* a footnote"),
        )
    )
    assert dict(draft.slides[0].fields)["points"] == [
        "a",
        {"text": "b", "numbered": True, "points": ["c", "d"]},
        "2015. A year",
        "e",
        "typed",
        "* a footnote",
    ]
    assert draft.lost[0].what.startswith("9 bullets and numbers were written into the text of list items as well")


def test_numbers_that_do_not_count_up_stay_in_the_text() -> None:
    draft = draft_of(slide("A title", *bullets("1. a", "3. b")))
    assert (dict(draft.slides[0].fields)["points"], draft.lost) == (["1. a", "3. b"], ())


def test_characters_with_a_meaning_in_markdown_are_escaped() -> None:
    assert one(*bullets("5 * 3, {{ agency.name }} and *this*", "[Asian] a_b"))["points"] == [
        r"5 \* 3, {\{ agency.name }} and \*this\*",
        "[Asian] a_b",
    ]


@pytest.mark.parametrize(
    "item", ["“They let me finish”", '"They let me finish"', "‘They let me finish’", "«They let me finish»"]
)
def test_a_whole_quotation_is_a_voice_without_its_outer_marks(item: str) -> None:
    assert one(*bullets(item))["voices"] == [{"quote": "They let me finish", "speaker": "interviewee"}]


@pytest.mark.parametrize(
    "item",
    [
        "“One” and “two of them”",
        "Say “a whole thing”",
        "“Not closed at all",
        "“on alert”",
        "“They let me finish”, she said",
    ],
)
def test_what_only_holds_a_quotation_stays_a_point(item: str) -> None:
    assert one(*bullets(item))["points"] == [item]


@pytest.mark.parametrize(
    ("title", "speaker"),
    [
        ("What children said", "child"),
        ("What Children Said Was Important To Them", "child"),
        ("Children’s ideas", "child"),
        ("Parents Ideas About What Else To Do", "parent"),
        ("What a mother told us", "parent"),
        ("The voice of social workers", "professional"),
        ("The skills children want professionals to have", "child"),
        ("What children and what parents said", "interviewee"),
        ("Messages for schools", "interviewee"),
        ("Children in school", "interviewee"),
    ],
)
def test_the_speaker_is_whom_the_title_plainly_names(title: str, speaker: str) -> None:
    draft = draft_of(slide(title, *bullets("“They let me finish”")))
    assert dict(draft.slides[0].fields)["voices"] == [{"quote": "They let me finish", "speaker": speaker}]
    assert "speaker" in decided(draft)[0][1]
    assert draft.slides[0].look_at


def test_a_quotation_says_who_spoke_where_the_document_does() -> None:
    quote = OutlineQuote(line("They let me finish"), line("a mother, 2014"))
    assert one(quote, *bullets("“I was never asked” – Sam, 14"))["voices"] == [
        {"quote": "They let me finish", "speaker": "parent", "attribution": "a mother, 2014"},
        {"quote": "I was never asked", "speaker": "interviewee", "attribution": "Sam, 14"},
    ]


def test_points_stand_beside_quotations_that_follow_one_another() -> None:
    fields = one(*bullets("First", "Second", "“They let me finish”", "“And they rang back”"))
    assert (fields["points"], [voice["quote"] for voice in fields["voices"]]) == (
        ["First", "Second"],
        ["They let me finish", "And they rang back"],
    )


def test_quotations_between_points_stay_where_they_are() -> None:
    draft = draft_of(slide("A title", *bullets("First", "“They let me finish”", "Second")))
    assert dict(draft.slides[0].fields)["points"] == ["First", "“They let me finish”", "Second"]
    assert decided(draft) == [
        ("slide 1", "Quotations stand between points here; all stay points, so that their order is kept.")
    ]


def test_a_workshop_is_an_activity() -> None:
    fields = one(plain("In pairs:"), *bullets("What happened?", "Think of a call."), title="Workshop 2")
    assert (fields["kind"], fields["activity"]) == ("workshop", {"questions": ["What happened?", "Think of a call."]})
    assert fields["notes"] == "In pairs:"
    assert one(*bullets("Say it", "Do it"), title="Group work")["kind"] == "points"
    assert one(*bullets("Why?"), title="Working together")["kind"] == "points"


def test_helplines_are_contacts() -> None:
    fields = one(*bullets("The duty desk: 01632 960 000", "Helpline – 01632 960 001"), title="Where to get help")
    assert (fields["kind"], fields["contacts"]) == (
        "support",
        [{"name": "The duty desk", "phone": "01632 960 000"}, {"name": "Helpline", "phone": "01632 960 001"}],
    )
    mixed = one(*bullets("Your own lead", "The duty desk: 01632 960 000"), title="Where to get help")
    assert mixed["contacts"] == [{"name": "Your own lead"}, {"name": "The duty desk", "phone": "01632 960 000"}]
    assert one(*bullets("Your own lead", "Ask"), title="Where to get help")["kind"] == "points"
    quote = OutlineQuote(line("They rang 01632 960 000"))
    assert one(quote, *bullets("The duty desk: 01632 960 000"), title="Help")["kind"] == "voices"


def test_two_columns_with_headings_are_a_comparison() -> None:
    do, dont = OutlineColumn(line("Do"), bullets("Wait")), OutlineColumn(line("Don’t"), bullets("Press", "Promise"))
    fields = one(do, dont)
    assert fields["columns"] == [
        {"heading": "Do", "mark": "do", "points": ["Wait"]},
        {"heading": "Don’t", "mark": "dont", "points": ["Press", "Promise"]},
    ]
    draft = draft_of(slide("A title", OutlineColumn((), bullets("Wait")), dont))
    assert dict(draft.slides[0].fields)["points"] == ["Wait", {"text": "Don’t", "points": ["Press", "Promise"]}]
    assert "no comparison" in draft.lost[0].what


def test_tables_charts_and_pictures() -> None:
    table = OutlineTable((line("When"), line("Calls")), ((line("Morning"), line("12")), (line("Night"), ())))
    fields = one(table)
    assert fields["columns"] == ["When", "Calls"]
    assert fields["rows"] == [["Morning", "12"], ["Night", "&nbsp;"]]
    assert fields["description"] == "A table with 2 rows: When, Calls"
    chart = OutlineChart("bar", ("Spring", "Summer"), (("Calls", (1.0, 2.5)),), "calls", "Calls by season")
    assert one(chart)["series"] == [{"name": "Calls", "values": [1.0, 2.5]}]
    picture = OutlinePicture("cat.png", b"", "png", "A cat")
    assert one(picture, plain("Where it began")) == {
        "id": "a-title", "kind": "picture", "title": "A title", "picture": "pictures/cat.png", "description": "A cat",
        "caption": "Where it began",
    }  # fmt: skip


def test_a_picture_without_a_description_gets_one_to_be_replaced() -> None:
    draft = draft_of(slide("A title", OutlinePicture("cat.png", b"", "png")))
    assert str(dict(draft.slides[0].fields)["description"]).startswith("TODO: say what this picture shows")
    assert "does not describe this picture" in decided(draft)[0][1]


def test_a_chart_without_sound_numbers_is_a_table() -> None:
    chart = OutlineChart("line", ("Spring", "Summer"), (("Calls", (1.0, float("nan"))),))
    draft = draft_of(slide("A title", chart))
    fields = dict(draft.slides[0].fields)
    assert (fields["kind"], fields["rows"]) == ("table", [["Spring", "1"], ["Summer", "&nbsp;"]])


def test_a_table_of_many_columns_is_a_list() -> None:
    header = tuple(line(f"H{number}") for number in range(10))
    fields = one(OutlineTable(header, (tuple(line(f"{number}") for number in range(10)),)))
    assert fields["points"] == [{"text": "0", "points": [f"H{number}: {number}" for number in range(1, 10)]}]


def test_a_slide_with_several_things_becomes_several_with_the_notes_at_the_first() -> None:
    table = OutlineTable((line("When"),), ((line("Morning"),),))
    draft = draft_of(slide("A title", *bullets("a"), table, *bullets("b"), notes=(plain("Say this."),)))
    assert [(f["kind"], f["title"], f.get("notes")) for f in (dict(each.fields) for each in draft.slides)] == [
        ("points", "A title", "Say this."), ("table", "A title (2)", None), ("points", "A title (3)", None),
    ]  # fmt: skip
    assert ("slide 1", "It became 3 slides: one slide shows one list, table, picture or chart.") in decided(draft)


def test_titles_and_ids_are_made_distinct_and_up_only_where_there_are_none() -> None:
    draft = draft_of(
        slide("Being heard", *bullets("a")),
        slide("being  heard", *bullets("b")),
        slide("Being heard (2)", *bullets("c")),
        slide("", *bullets("Whoever picks up the phone at night is tired too")),
        slide("Привет", *bullets("d")),
    )
    assert [(each.fields["id"], each.fields["title"]) for each in draft.slides] == [
        ("being-heard", "Being heard"),
        ("being-heard-3", "being  heard (3)"),
        ("being-heard-2", "Being heard (2)"),
        ("whoever-picks-up-the-phone-at-night-is", "Whoever picks up the phone at night is…"),
        ("slide-5", "Привет"),
    ]
    assert [place for place, _ in decided(draft)] == ["slide 2", "slide 4"]


def test_a_title_slide_without_title_is_called_as_the_document_or_its_file() -> None:
    opening = slide("", notes=(plain("Welcome."),), layout="title")
    draft = draft_of(opening, slide("One", *bullets("a")))
    assert (draft.slides[0].fields["title"], draft.about["title"]) == ("The file", "The file")
    assert "made of the file’s name" in decided(draft)[0][1]
    assert draft_of(opening, title="The talk").about["title"] == "The talk"


def test_slides_that_only_have_a_title_open_sections() -> None:
    draft = draft_of(slide("The talk"), slide("Part one"), slide("One", *bullets("a")), slide("Part two"))
    assert [(each.fields["kind"], each.section) for each in draft.slides] == [
        ("title", ""), ("section", "Part one"), ("points", "Part one"), ("section", "Part two"),
    ]  # fmt: skip


def test_links_lead_to_slides_by_their_ids_or_go() -> None:
    runs = (Run("a", link="#slide 2"), Run(" "), Run("b", link="javascript:x"), Run(" "), Run("c", link="tel:123"))
    draft = draft_of(slide("One", Paragraph(runs, 0, ListKind.BULLET)), slide("Two", *bullets("x")))
    assert dict(draft.slides[0].fields)["points"] == ["[a](#two) b [c](tel:123)"]
    assert draft.lost == (
        Loss("slide 1", "The link “javascript:x” leads nowhere from a deck; its words stand without it."),
    )


def test_decorative_pictures_are_left_out_beside_other_things_and_said() -> None:
    draft = draft_of(slide("One", *bullets("a"), OutlinePicture("leaf.png", b"", "png", decorative=True)))
    assert (len(draft.slides), draft.lost[0].what) == (1, "The decorative picture “leaf.png” is left out.")

"""Editing YAML where it stands: the file reads as intended, and every byte outside the change is the same."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Fields, Items, read_yaml
from deckbuilder.source.editing import (
    Arrange,
    Edit,
    Fresh,
    New,
    Refusal,
    RefusedError,
    RemoveEntry,
    SetEntry,
    SetText,
    SetValue,
    edited,
    source_tree,
)

SECTION = """\
# what the children said
section: What mattered  # the name
slides:
  - id: first
    kind: points
    title: "Know me: fight for me (1 of 4)"
    points:
      - A plain point  # from page 3
      # about the second
      - >-
        Bees like to fly to kale too, not just what is going up. The catch is bees like to fly to kale
        now and to go on trying
      - text: A point
        points: [One, 'It''s two', "Three"]
    notes: |
      One paragraph that goes
      on to a second line.

      - An item
    minutes: 3

  # the second slide
  - {id: second, kind: points, title: Another, points: [a, b]}

  - id: third
    kind: section
    title: Third
"""


def edit(text: str, *edits: Edit) -> str:
    return edited(text.encode(), edits).decode()


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that differ, those at both ends which are the same left out."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return old, new


POINTS = ("slides", 0, "points")
KALE_SO = (
    "Bees like to fly to kale too, not just what is going up. The catch is bees like to fly to kale so and to go on "
    "trying"
)


@pytest.mark.parametrize(
    ("path", "text", "gone", "come"),
    [
        (("section",), "What matters", ["section: What mattered  # the name"], ["section: What matters  # the name"]),
        (
            ("section",),
            "What mattered: all",
            ["section: What mattered  # the name"],
            ['section: "What mattered: all"  # the name'],
        ),
        (
            ("slides", 0, "title"),
            'Know "me"',
            ['    title: "Know me: fight for me (1 of 4)"'],
            ['    title: "Know \\"me\\""'],
        ),
        (
            (*POINTS, 0),
            "A point # 3",
            ["      - A plain point  # from page 3"],
            ['      - "A point # 3"  # from page 3'],
        ),
        (
            (*POINTS, 1),
            KALE_SO,
            ["        now and to go on trying"],
            ["        so and to go on trying"],
        ),
        (
            (*POINTS, 2, "points", 1),
            "It's 2, or [3]",
            ["        points: [One, 'It''s two', \"Three\"]"],
            ["        points: [One, 'It''s 2, or [3]', \"Three\"]"],
        ),
        (
            (*POINTS, 2, "points", 0),
            "One, two",
            ["        points: [One, 'It''s two', \"Three\"]"],
            ["        points: [\"One, two\", 'It''s two', \"Three\"]"],
        ),
        (
            ("slides", 0, "notes"),
            "One paragraph that goes\non to a third line.\n\n- An item",
            ["      on to a second line."],
            ["      on to a third line."],
        ),
        (
            ("slides", 1, "points", 1),
            "b: c",
            ["  - {id: second, kind: points, title: Another, points: [a, b]}"],
            ['  - {id: second, kind: points, title: Another, points: [a, "b: c"]}'],
        ),
    ],
)
def test_a_text_keeps_its_style_where_it_can(
    path: tuple[str | int, ...], text: str, gone: list[str], come: list[str]
) -> None:
    assert changed_lines(SECTION, edit(SECTION, SetText(path, text))) == (gone, come)


def test_items_move_with_the_comments_above_them_and_those_of_removed_ones_stay() -> None:
    found = edit(SECTION, Arrange(POINTS, (1, New("A new point: at last"), 0)))
    assert "\n".join(found.split("\n")[6:14]) == (
        "    points:\n"
        "      # about the second\n"
        "      - >-\n"
        "        Bees like to fly to kale too, not just what is going up. The catch is bees like to fly to kale\n"
        "        now and to go on trying\n"
        '      - "A new point: at last"\n'
        "      - A plain point  # from page 3\n"
        "    notes: |"
    )
    assert "# about the second" in edit(SECTION, Arrange(POINTS, (0, 2)))


def test_slides_are_moved_removed_and_added_with_the_blank_lines_between_them() -> None:
    slide: Fresh = {
        "id": "new",
        "kind": "points",
        "title": "New",
        "points": ["One", {"text": "Two", "points": ["Three"]}],
    }
    found = edit(SECTION, Arrange(("slides",), (2, 0, New(slide))), SetText(("slides", 2, "title"), "3rd"))
    assert found == (
        "# what the children said\nsection: What mattered  # the name\nslides:\n"
        "  # the second slide\n\n  - id: third\n    kind: section\n    title: 3rd\n\n"
        + SECTION[SECTION.index("  - id: first") : SECTION.index("\n  # the second")]
        + "\n  - id: new\n    kind: points\n    title: New\n    points:\n      - One\n      - text: Two\n"
        "        points:\n          - Three\n"
    )


def test_lists_in_brackets_stay_in_brackets() -> None:
    found = edit(SECTION, Arrange((*POINTS, 2, "points"), (2, New("a, b"), 0)))
    assert changed_lines(SECTION, found)[1] == ['        points: ["Three", "a, b", One]']


def test_entries_come_and_go() -> None:
    found = edit(
        SECTION,
        SetEntry(("slides", 0), "ask", ["What now?"]),
        RemoveEntry((*POINTS, 2), "points"),
        SetEntry(("slides", 1), "notes", "Say it"),
        SetEntry(("slides", 2), "notes", "Say it.\n\nThen stop."),
    )
    assert "      - text: A point\n    notes: |" in found
    assert "    minutes: 3\n    ask:\n      - What now?\n\n" in found
    assert "points: [a, b], notes: Say it}" in found
    assert found.endswith("    title: Third\n    notes: |\n      Say it.\n\n      Then stop.\n")


def test_a_point_becomes_one_with_points_of_its_own() -> None:
    found = edit(SECTION, SetValue((*POINTS, 0), {"text": "A plain point", "points": ["Its own"]}))
    assert "      - text: A plain point\n        points:\n          - Its own  # from page 3\n" in found


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_the_ends_of_lines_and_a_mark_at_the_beginning_stay(newline: str) -> None:
    data = ("\ufeff" + SECTION.rstrip("\n")).replace("\n", newline).encode()
    edits = (SetText(("slides", 0, "notes"), "One.\n\nTwo."), Arrange(("slides",), (1, 0, 2, New({"id": "new"}))))
    expected = edit(SECTION.rstrip("\n"), *edits).replace("\n", newline)
    assert edited(data, edits).decode() == "\ufeff" + expected


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: &x Text\nb: *x\n", ("a",)),
        ("a: &x Text\nb: *x\n", ("b",)),
        ("a: &x {c: Text}\nb: *x\n", ("a", "c")),
    ],
)
def test_what_is_used_elsewhere_is_refused(text: str, path: tuple[str | int, ...]) -> None:
    with pytest.raises(RefusedError) as raised:
        edit(text, SetText(path, "Other"))
    assert raised.value.refusal is Refusal.ANCHOR


def test_nothing_is_left_empty_or_written_where_nothing_is() -> None:
    for each in (
        Arrange(POINTS, ()),
        SetText(("no", "where"), "x"),
        SetText(("slides",), "x"),
        Arrange(("section",), (0,)),
    ):
        with pytest.raises(RefusedError):
            edit(SECTION, each)


def test_comments_between_items_in_brackets_are_not_torn_away() -> None:
    with pytest.raises(RefusedError) as raised:
        edit("a: [b,  # first\n  c]\n", Arrange(("a",), (1, 0)))
    assert raised.value.refusal is Refusal.COMMENT


LETTERS = st.text(st.sampled_from("abc é“”’'\"#:-,[]{}&*!|>%@`\\?=~0 .\t"), min_size=1, max_size=40).filter(
    lambda text: bool(text.strip())
)
PARAGRAPHS = st.lists(LETTERS, min_size=1, max_size=3).map("\n\n".join)
STYLES = st.sampled_from(["plain", "single", "double", "literal", "folded", "folded on lines", "brackets"])


def in_style(style: str, indent: int) -> str:
    """Write the words “one two three” in a style."""
    pad = "\n" + " " * indent
    return {
        "plain": "one two three",
        "single": "'one two three'",
        "double": '"one two three"',
        "literal": f"|{pad}one two three",
        "folded": f">-{pad}one two three",
        "folded on lines": f"one two{pad}three",
        "brackets": "{key: one two three}",
    }[style]


@settings(max_examples=60, deadline=None)
@given(STYLES, PARAGRAPHS, st.integers(2, 5), st.sampled_from("-:"), st.sampled_from(["", "\n", "\n\n", "\n# end\n"]))
def test_any_text_can_be_put_into_any_style(style: str, text: str, indent: int, sign: str, end: str) -> None:
    listed = sign == "-"
    before = "# begin\na: b # c\n" + (f"d:\n{' ' * indent}- " if listed else "d: ")
    after = f"\n\n# between\ne: [f]{end}"
    tail = indent + 2 if listed else indent
    source = before + in_style(style, tail) + after
    path = ("d", *((0,) if listed else ()), *(("key",) if style == "brackets" else ()))
    found = edit(source, SetText(path, text))
    kept = "{key: " if style == "brackets" else ""
    assert found.startswith(before + kept)
    assert found.endswith(("}" if kept else "") + after)
    node = source_tree(found).find(path)
    assert node is not None
    assert node.value == text


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_lists_hold_what_is_wanted_and_every_line_that_stays_is_whole(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 5))
    forms = [
        data.draw(st.sampled_from(["p{}", '"q{}"  # c{}', ">-\n    f{}\n    g", "id: i{}\n    b: |\n      t", "[x{}]"]))
        for _ in range(count)
    ]
    gaps = [data.draw(st.sampled_from(["", "\n", "  # above {}\n", "\n  # apart\n\n"])) for _ in range(count)]
    gaps[0] = ""
    items = [
        gap.replace("{}", str(n)) + "  - " + form.replace("{}", str(n))
        for n, (gap, form) in enumerate(zip(gaps, forms, strict=True))
    ]
    source = "a:\n" + "\n".join(items) + "\nz: end" + data.draw(st.sampled_from(["", "\n"]))
    stay = data.draw(st.permutations(range(count)))[: data.draw(st.integers(1, count))]
    order: list[int | New] = [*stay]
    for _ in range(data.draw(st.integers(0, 2))):
        order.insert(data.draw(st.integers(0, len(order))), New(data.draw(LETTERS)))
    found = edit(source, Arrange(("a",), tuple(order)))
    node = source_tree(found).find(("a",))
    assert node is not None
    assert len(node.items) == len(order)
    for line in source.split("\n"):
        if line.lstrip().startswith("#"):
            assert line in found.split("\n")
    for each in order:
        if isinstance(each, int):
            assert "  - " + forms[each].replace("{}", str(each)) in found
    assert found.endswith(source[source.index("\nz: end") :])


def test_an_edited_file_is_read_by_the_reader_of_packs(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(edited(SECTION.encode(), [SetText(("slides", 0, "notes"), "- a\n- b: c\n\n“d”")]))
    diagnostics = Diagnostics()
    fields = read_yaml(file, "file.yaml", diagnostics)
    assert fields is not None
    slides = fields["slides"]
    assert isinstance(slides, Items)
    assert isinstance(slides[0], Fields)
    assert slides[0]["notes"] == "- a\n- b: c\n\n“d”"
    assert not diagnostics.found

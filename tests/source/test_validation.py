"""What does not fit a model is said in the author's words, once, where it stands."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from deckbuilder.diagnostics import Diagnostic, Diagnostics
from deckbuilder.source import Text, read_yaml, validated
from deckbuilder.source.fields import Flag, Id, Model, Shorthand, Texts


class Leaf(Model):
    text: Text
    lines: Annotated[int, Field(ge=1, le=30)] = 5


class Tree(Model):
    id: Id
    colour: Literal["red", "green"] = "red"
    tall: Flag = False
    height: float = 1
    leaves: Annotated[tuple[Leaf, ...], Field(max_length=3), Shorthand("text")] = ()
    names: Annotated[Texts, Field(min_length=1)] = (Text("tree"),)
    trunk: Leaf | None = None
    pause: int | None = Field(default=None, alias="break")
    by_name: dict[Id, Leaf] = Field(default_factory=dict)


def read(folder: Path, content: str) -> tuple[Tree | None, list[Diagnostic]]:
    file = folder / "tree.yaml"
    file.write_text(content, encoding="utf-8")
    diagnostics = Diagnostics()
    fields = read_yaml(file, "tree.yaml", diagnostics)
    assert fields is not None
    return validated(Tree, fields, "the tree", diagnostics), diagnostics.in_reading_order()


DIGITS = "Write the digits alone, such as 14."
KEYS = "Write its keys below it, each on a line of its own: text, lines."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("tall: true", ("missing-field", 1, 1, "“id” is missing from the tree.", "Add “id:”.")),
        ("id: a\ntrunk:\n  lines: 2", ("missing-field", 2, 1, "“text” is missing from “trunk”.", "Add “text:”.")),
        (
            "id: a\nleaves:\n  - lines: 2",
            ("missing-field", 3, 5, "“text” is missing from this item of “leaves”.", "Add “text:”."),
        ),
        ("id: a\nheigth: 2", ("unknown-key", 2, 1, "“heigth” is no key of the tree.", "Did you mean “height”?")),
        ("id: a\nbreack: 2", ("unknown-key", 2, 1, "“breack” is no key of the tree.", "Did you mean “break”?")),
        ("idd: a", ("unknown-key", 1, 1, "“idd” is no key of the tree.", "Did you mean “id”?")),
        (
            "id: a\nwhat is this: b",
            (
                "unknown-key",
                2,
                1,
                "“what is this” is no key of the tree.",
                "If the whole line is meant as a text, put it in quotation marks: a colon and a space end a key.",
            ),
        ),
        (
            "id: a\nleaves: [text: One, Remember: Two]",
            (
                "unknown-key",
                2,
                21,
                "“Remember” is no key of this item of “leaves”.",
                "If the whole line is meant as a text, put it in quotation marks: a colon and a space end a key.",
            ),
        ),
        ("id: a\nheight: tall", ("wrong-type", 2, 9, "“height”: a number is wanted here.", "")),
        ("id: a\nbreak: 1.5", ("wrong-type", 2, 8, "“break”: a whole number is wanted here.", DIGITS)),
        ("id: a\ntrunk: {text: b, lines: 31}", ("wrong-value", 2, 25, "“lines” must be at most 30.", "")),
        ("id: a\ntall: yes", ("wrong-type", 2, 7, "“tall”: true or false is wanted here.", "")),
        ("id: a\ntrunk: thick", ("wrong-type", 2, 8, "“trunk”: keys and values are wanted here.", KEYS)),
        (
            "id: a\nleaves: One",
            ("wrong-type", 2, 9, "“leaves”: a list is wanted here.", "Start each item on a line of its own with “- ”."),
        ),
        (
            "id: a\nnames: [[One]]",
            (
                "wrong-type",
                2,
                9,
                "“names, item 1”: a text is wanted here.",
                "Write one text, without the hyphens of a list.",
            ),
        ),
        (
            "id: a\ncolour: gren",
            ("wrong-value", 2, 9, "“gren” is no value of “colour”.", "Did you mean “green”?"),
        ),
        (
            "id: a\ncolour: x",
            ("wrong-value", 2, 9, "“x” is no value of “colour”.", "Known here: red, green."),
        ),
        ("id: a\nnames: []", ("wrong-number-of-items", 2, 1, "“names” needs at least 1 item.", "")),
        ("id: a\nleaves: [a, b, c, d]", ("wrong-number-of-items", 2, 1, "“leaves” takes at most 3 items.", "")),
        (
            "id: a\nleaves: [a, '']",
            ("empty-text", 2, 13, "“leaves, item 2” is empty.", "Write something, or remove the key."),
        ),
        (
            "id: A tree",
            (
                "bad-id",
                1,
                5,
                "“A tree” is no id: an id is made of small letters, digits and single hyphens, such as children-1.",
                "Write “a-tree”.",
            ),
        ),
        (
            "id: a\nby_name:\n  An Oak: {text: One}",
            (
                "bad-id",
                3,
                3,
                "“An Oak” is no id: an id is made of small letters, digits and single hyphens, such as children-1.",
                "Write “an-oak”.",
            ),
        ),
    ],
)
def test_a_fault_is_said_once_in_full(content: str, expected: tuple[str, int, int, str, str], tmp_path: Path) -> None:
    tree, found = read(tmp_path, content + "\n")
    assert tree is None
    told = [(item.code, *_place(item), item.message, item.hint) for item in found]
    assert told == [expected]


def _place(item: Diagnostic) -> tuple[int, int]:
    assert item.origin is not None
    return item.origin.line, item.origin.column


def test_every_fault_is_reported_not_only_the_first(tmp_path: Path) -> None:
    _, found = read(tmp_path, "id: A\ncolor: red\ntall: maybe\nleaves:\n  - text: One\n    lines: 99\n  - ''\n")
    assert [item.code for item in found] == ["bad-id", "unknown-key", "wrong-type", "wrong-value", "empty-text"]


def test_what_follows_from_another_fault_is_not_reported(tmp_path: Path) -> None:
    # The only name is bad, which leaves none; the needed key is there, misspelt.
    _, found = read(tmp_path, "id: a\nnames:\n  - []\ntrunk:\n  tetx: One\n")
    assert [(item.code, *_place(item)) for item in found] == [("wrong-type", 3, 5), ("unknown-key", 5, 3)]


def test_a_sound_file_gives_the_model_with_places(tmp_path: Path) -> None:
    tree, found = read(tmp_path, "id: a\nleaves:\n  - One\n  - text: No\n    lines: 3\nnames: 2015\ntall: true\n")
    assert found == []
    assert tree is not None
    assert tree.leaves == (Leaf(text=Text("One")), Leaf(text=Text("No"), lines=3))
    assert (tree.names, tree.tall) == (("2015",), True)
    assert tree.leaves[0].text.origin is not None
    assert (tree.leaves[0].text.origin.line, tree.leaves[0].text.origin.column) == (3, 5)

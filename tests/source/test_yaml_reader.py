"""Reading YAML: scalars stay text, everything knows its place, and no file can crash or stall the reader."""

import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder.diagnostics import Diagnostic, Diagnostics, Origin
from deckbuilder.source import Fields, Items, Text, read_yaml, syntax, text_reader, yaml_reader


def read(folder: Path, content: str | bytes) -> tuple[Fields | None, list[Diagnostic]]:
    file = folder / "file.yaml"
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    diagnostics = Diagnostics()
    return read_yaml(file, "file.yaml", diagnostics), diagnostics.found


def sound(folder: Path, content: str | bytes) -> Fields:
    fields, found = read(folder, content)
    assert found == []
    assert fields is not None
    return fields


def fault(folder: Path, content: str | bytes) -> tuple[str, int, int]:
    """Give the code and place of the only fault."""
    _, found = read(folder, content)
    assert len(found) == 1
    return found[0].code, *place(found[0].origin)


def place(origin: Origin | None) -> tuple[int, int]:
    assert origin is not None
    return origin.line, origin.column


@pytest.mark.parametrize(
    "scalar",
    ["No", "yes", "on", "Off", "true", "null", "~", "2015", "1.0", "0x1F", "1_000", "2026-11-24", "12:30", ".5"],
)
def test_a_scalar_stays_what_the_author_typed(scalar: str, tmp_path: Path) -> None:
    value = sound(tmp_path, f"key: {scalar}\n")["key"]
    assert isinstance(value, Text)
    assert value == scalar


def test_an_empty_value_is_an_empty_text(tmp_path: Path) -> None:
    assert sound(tmp_path, "key:\n") == {"key": ""}


def test_keys_stay_text_too(tmp_path: Path) -> None:
    assert list(sound(tmp_path, "on: a\n2015: b\n~: c\n")) == ["on", "2015", "~"]


def test_a_block_text_ends_with_its_last_word(tmp_path: Path) -> None:
    assert sound(tmp_path, "key: |\n  One\n\n  Two\n\nmore: >\n  Three\n  four\n") == {
        "key": "One\n\nTwo",
        "more": "Three four",
    }


def test_everything_knows_its_place(tmp_path: Path) -> None:
    fields = sound(tmp_path, 'title: One\nslides:\n  - id: first\n    points: [A, "B"]\n  - Zoë: ü\n')
    slides = fields["slides"]
    assert isinstance(slides, Items)
    first, second = slides
    assert isinstance(first, Fields)
    assert isinstance(second, Fields)
    points = first["points"]
    assert isinstance(points, Items)
    assert place(fields.origin) == (1, 1)
    assert {key: place(origin) for key, origin in fields.key_origins.items()} == {"title": (1, 1), "slides": (2, 1)}
    assert place(fields["title"].origin) == (1, 8)
    assert place(slides.origin) == (3, 3)
    assert place(first.origin) == (3, 5)
    assert place(first.key_origins["points"]) == (4, 5)
    assert [place(point.origin) for point in points] == [(4, 14), (4, 17)]
    # Characters are counted, not bytes.
    assert place(second["Zoë"].origin) == (5, 10)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    text = "title: One\nnotes: |\n  A\n  B\nlast: end\n"
    plain = sound(tmp_path, text)
    for ends in ("\r\n", "\r"):
        windows = sound(tmp_path, b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
        assert windows == plain
        assert [place(node.origin) for node in windows.values()] == [place(node.origin) for node in plain.values()]
        assert windows["last"].origin is not None
        assert windows["last"].origin.excerpt == "last: end"


def test_small_aliases_are_allowed_and_keep_the_place_of_what_they_repeat(tmp_path: Path) -> None:
    fields = sound(tmp_path, "a: &a [One, Two]\nb: *a\n")
    assert fields["b"] == ["One", "Two"]
    assert place(fields["b"].origin) == (1, 4)


def test_an_alias_inside_what_it_repeats_is_refused(tmp_path: Path) -> None:
    assert fault(tmp_path, "a: &a [One, *a]\n") == ("unknown-alias", 1, 13)


def test_a_merge_key_is_a_key_like_any_other(tmp_path: Path) -> None:
    assert sound(tmp_path, "a: &a {b: c}\n<<: *a\n") == {"a": {"b": "c"}, "<<": {"b": "c"}}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_deep_nesting_is_refused_quickly(opening: str, tmp_path: Path) -> None:
    start = time.monotonic()
    _, found = read(tmp_path, "key:\n  " + opening * 100_000)
    assert [item.code for item in found] == ["too-deep"]
    assert time.monotonic() - start < 2


def test_nesting_as_deep_as_allowed_is_read(tmp_path: Path) -> None:
    depth = syntax.MAX_DEPTH - 1
    sound(tmp_path, f"key: {'[' * depth}x{']' * depth}\n")
    assert fault(tmp_path, f"key: {'[' * (depth + 1)}x{']' * (depth + 1)}\n") == ("too-deep", 1, 6 + depth)


def test_an_alias_bomb_is_refused_quickly(tmp_path: Path) -> None:
    lines = ["l0: &l0 [" + ", ".join(["lol"] * 10) + "]"]
    lines += [f"l{n}: &l{n} [" + ", ".join([f"*l{n - 1}"] * 10) + "]" for n in range(1, 30)]
    start = time.monotonic()
    _, found = read(tmp_path, "\n".join(lines) + "\n")
    assert [item.code for item in found] == ["alias-bomb"]
    assert time.monotonic() - start < 2


def test_many_aliases_of_one_value_are_counted_together(tmp_path: Path) -> None:
    several = "a: &a [" + "x, " * 99 + "]\nb: [" + "*a, " * 101 + "]\n"
    assert fault(tmp_path, several)[0] == "alias-bomb"


def test_every_duplicate_key_is_reported_and_the_first_value_kept(tmp_path: Path) -> None:
    fields, found = read(tmp_path, "a: 1\nb: 2\na: 3\nb: {c: 4, c: 5}\n")
    assert fields == {"a": "1", "b": "2"}
    assert [(item.code, *place(item.origin)) for item in found] == [
        ("duplicate-key", 3, 1),
        ("duplicate-key", 4, 1),
        ("duplicate-key", 4, 11),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", ("empty-file", 1, 1)),
        (b"\xef\xbb\xbf", ("empty-file", 1, 1)),
        (b"# nothing\n---\n", ("empty-file", 1, 1)),
        (b"- a\n- b\n", ("wrong-type", 1, 1)),
        (b"[]\n", ("wrong-type", 1, 1)),
        (b"only words\n", ("wrong-type", 1, 1)),
        (b"a: b\n---\nc: d\n", ("several-documents", 2, 1)),
        (b"a: !!python/object:os.system b\n", ("yaml-tag", 1, 4)),
        (b"a: !x [b]\n", ("yaml-tag", 1, 4)),
        (b"a: *b\n", ("unknown-alias", 1, 4)),
        (b"a: b\n\tc: d\n", ("tab-indent", 2, 1)),
        (b"a:\n  -\tb: c\n   \t- d\n", ("tab-indent", 2, 4)),
        (b"a: b\nc: caf\xe9\n", ("not-utf8", 2, 7)),
        (b"a: \xc3\xa9 \xff\n", ("not-utf8", 1, 6)),
        (b"a: b\nc: d\x00\n", ("control-character", 2, 5)),
        (b"a: \x7f\n", ("control-character", 1, 4)),
        (b"a: x\xc2\x85y\n", ("control-character", 1, 5)),
        (b"a: \xef\xbf\xbf\n", ("control-character", 1, 4)),
        (b"a: x\xef\xbb\xbfy\n", ("control-character", 1, 5)),
        (b'a: "\\0"\n', ("control-character", 1, 4)),
        (b'"\\e": a\n', ("control-character", 1, 1)),
        (b"a: [b\n\nc: d\n", ("yaml-syntax", 1, 4)),
        (b"a: 'b\nc: d\n", ("yaml-syntax", 1, 4)),
        (b"a: b: c\n", ("yaml-syntax", 1, 5)),
        (b"a: b\n  c: d\n", ("yaml-syntax", 2, 4)),
        (b'a: "\\q"\n', ("yaml-syntax", 1, 5)),
        (b'a: "\\ud800"\n', ("yaml-syntax", 1, 7)),
        (b"%FOO\n---\na: b\n", ("yaml-syntax", 1, 5)),
        (b"a: [", ("yaml-syntax", 1, 5)),
        (b"a: [\n\n", ("yaml-syntax", 1, 5)),
    ],
)
def test_a_fault_is_reported_where_it_is(content: bytes, expected: tuple[str, int, int], tmp_path: Path) -> None:
    assert fault(tmp_path, content) == expected


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "MAX_BYTES", 2**20)
    assert fault(tmp_path, b"a: b\n" + b"#" * 2**20) == ("file-too-large", 0, 0)


def test_a_file_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.yaml"):
        diagnostics = Diagnostics()
        assert read_yaml(path, "shown", diagnostics) is None
        assert [item.code for item in diagnostics] == ["unreadable-file"]


PIECES = st.sampled_from(
    ["a", "é", ": ", ":", "- ", "\n", "\n  ", "  ", "\t", "[", "]", "{", "}", ",", "'", '"', "&a ", "*a", "|\n", ">",
     "#", " # ", "---\n", "...\n", "!t ", "? ", "%Y", "\\", "\r\n", "\x00", "\x85", "\u2028", "\ufeff",
     "\U0001f600", "@", "`"]
)  # fmt: skip
FILES = st.one_of(
    st.text(st.characters(codec="utf-8")).map(str.encode),
    st.lists(PIECES, max_size=60).map(lambda pieces: "".join(pieces).encode()),
    st.binary(max_size=200),
)


@pytest.mark.parametrize("parser", [yaml_reader._PARSER, yaml.SafeLoader])
@settings(max_examples=150, deadline=None)
@given(content=FILES)
def test_any_file_at_all_gives_fields_or_a_fault(
    content: bytes, parser: type[yaml.SafeLoader], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(content)
    diagnostics = Diagnostics()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "_PARSER", parser)
        fields = read_yaml(file, "any.yaml", diagnostics)
    assert isinstance(fields, Fields) or diagnostics.has_errors
    for item in diagnostics:
        assert item.message
        assert item.origin is not None
        lines = item.origin.source.text.split("\n")
        assert item.origin.line <= len(lines)
        assert item.origin.column <= len(item.origin.excerpt) + 1

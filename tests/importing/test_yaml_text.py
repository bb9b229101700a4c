"""YAML is written for people, and gives back the very same texts."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.yaml_text import mapping
from deckbuilder.source import read_yaml

_SIGNS = st.sampled_from(
    [*"abZé9“”‘'\"#:-?,[]{}&*!|>%@`~ \t\n=<.\\", ": ", " #", "- ", "---", "...", "null", "long " * 30, "\n\n"]
)
_TEXTS = st.lists(_SIGNS, min_size=1, max_size=12).map("".join)
_VALUES = st.recursive(
    _TEXTS,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.sampled_from(["one", "two"]), _VALUES, min_size=1))
def test_what_is_read_of_a_file_is_what_was_written(tmp_path: Path, fields: dict[str, Value]) -> None:
    file = tmp_path / "file.yaml"
    text = "\n".join(mapping(fields)) + "\n"
    file.write_text(text, encoding="utf-8", newline="\n")
    diagnostics = Diagnostics()
    read = read_yaml(file, "file.yaml", diagnostics)
    assert (read, list(diagnostics)) == (fields, [])


def written(value: Value) -> str:
    return "\n".join(mapping({"key": value}))


def test_a_text_is_quoted_only_where_it_must_be() -> None:
    assert written("Who calls?") == "key: Who calls?"
    assert written("“Stay on the line”") == "key: “Stay on the line”"
    assert written("Before: the call") == 'key: "Before: the call"'
    assert written('She said "no": twice') == "key: 'She said \"no\": twice'"
    assert written("null") == 'key: "null"'
    assert written("2015") == "key: 2015"


def test_a_long_text_is_folded_and_one_of_several_lines_keeps_them() -> None:
    long = "Calls come at night, and whoever picks up the phone is tired, and so is the caller, who waited long."
    assert written(f"{long} {long}").split("\n") == [
        "key: >-",
        "  Calls come at night, and whoever picks up the phone is tired, and so is the caller, who waited long.",
        "  Calls come at night, and whoever picks up the phone is tired, and so is the caller, who waited long.",
    ]
    assert written("One\n\nTwo") == "key: |\n  One\n\n  Two"


def test_short_rows_and_numbers_stand_on_one_line() -> None:
    assert written([["Morning", "12"], ["At night, alone", "31"]]) == (
        'key:\n  - [Morning, 12]\n  - ["At night, alone", 31]'
    )
    assert written([1.0, 2.5, 30]) == "key: [1, 2.5, 30]"

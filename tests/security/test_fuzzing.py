"""Every reader of what comes from outside, over inputs made up by chance: it never raises, and always ends.

`benchmarks/fuzz/run.py` does the same for longer, and looks for code not reached before; `SECURITY.md` says how often.
"""

import importlib
import struct
from collections.abc import Callable

import bombs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

TARGETS: dict[str, Callable[[bytes], None]] = dict(importlib.import_module("targets").TARGETS)
FAST = ("yaml", "pack", "theme", "markup", "picture", "font", "archive")
WHOLE = ("deck_part", "word_part", "worksheet_part", "check_part")

_PIECES = (
    "a", " ", "\n", "\n  ", ": ", "- ", "&a ", "*a", "!!x ", "'", '"', "{{", "}}", "{{ agency.name }}", "[", "](", ")",
    "**", "_", "`", "<http://a>", "[a](#first)", "&#0;", "&#xD800;", "\\", "\t", "%TAG ! x\n", "---\n", "...\n", "? ",
    "|\n", "[[[[", "{a: ", "id: x\n", "kind: points\n", "slides:\n", "- id: first\n  kind: points\n  title: T\n",
    "name: A\n", "extends: board\n", "brand:\n  colour: '#123456'\n", "\ufeff", "\u2028", "\u202e", "é", "😀", "\x1b",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=4), max_size=40).map(
    lambda pieces: "".join(pieces).encode("utf-8", "surrogatepass")
)
_HEADS = (b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"PK\x03\x04", b"\0\1\0\0", b"OTTO", b"ttcf\0\1\0\0")
BYTES = st.tuples(st.sampled_from(_HEADS), st.binary(max_size=200)).map(b"".join)
PARTS = st.tuples(
    st.binary(min_size=5, max_size=5),
    st.sampled_from((
        b"", b"<", b"/>", b'"', b'"-1"', b'"99999999999999999999"', b'"1e999"', b'"rId1"', b'""', b"<w:p/>",
        b"<w:tbl/>", b"<w:sdt/>", b"<a:p/>", b"<p:sp/>", b"<!-- -->", b"<?x?>", b"<![CDATA[x]]>",
        b' w:val="x"', b' r:id="rId99"',
    )),
).map(b"".join)  # fmt: skip

NAMELESS = b"PK\x01\x02" + b"\0" * 42 + b"PK\x05\x06" + struct.pack("<4H2LH", 0, 0, 1, 1, 46, 0, 0)
"""A zip whose one entry has no name."""
ONE_PIXEL = bombs.jpeg_of_many_passes(1, 1)
_KEEP = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True)


@pytest.mark.parametrize("name", FAST)
@settings(_KEEP, max_examples=25)
@given(data=st.one_of(TEXTS, BYTES))
@example(data=NAMELESS)
@example(data=ONE_PIXEL)
def test_a_reader_never_raises(name: str, data: bytes) -> None:
    TARGETS[name](data)


@pytest.mark.parametrize("name", WHOLE)
@settings(_KEEP, max_examples=6)
@given(data=PARTS)
def test_a_file_with_one_thing_changed_never_raises(name: str, data: bytes) -> None:
    TARGETS[name](data)

"""Text in an agency's own font is measured by the font's files, whatever is in them."""

import struct
from pathlib import Path

import pytest

from deckbuilder.fit.measure import Measure
from deckbuilder.fit.metrics import font_metrics
from deckbuilder.fit.metrics.font_file import FontFileError, faces_in
from deckbuilder.fit.metrics.own_family import BOLDER
from deckbuilder.ir.template import Fonts, TextLevel
from deckbuilder.ir.text import Run
from deckbuilder.units import Pt
from made_fonts import collection, made_font, table_changed

LEVEL = TextLevel(Pt(20), colour="dk1")
INSTALLED = Path("/usr/share/fonts")


def width(files: tuple[bytes, ...], text: str, *, strong: bool = False, emphasis: bool = False) -> float:
    """Measure a text of 20 points in the font that the files have."""
    measure = Measure(Fonts("Northmere Sans", "Northmere Sans", "Arial", files))
    return round(measure.width([Run(text, strong=strong, emphasis=emphasis)], Pt(20), LEVEL), 1)


def test_each_face_has_the_widths_of_its_file() -> None:
    styles = {"Regular": 400, "Bold": 450, "Italic": 380, "Bold Italic": 420}
    files = tuple(made_font(style=style, width=each) for style, each in styles.items())
    shown = [
        width(files, "ten letter", strong=strong, emphasis=slant) for slant in (False, True) for strong in (False, True)
    ]
    assert shown == pytest.approx([80, 90, 76, 84], abs=0.7)


def test_a_line_is_as_high_as_windows_has_it() -> None:
    files = (made_font(),)
    measure = Measure(Fonts("Northmere Sans", "Northmere Sans", files=files), least_line=0.0)
    assert measure.line_height(LEVEL) == pytest.approx(1.3)


def test_pairs_stand_as_near_as_the_font_has_them() -> None:
    loose, kerned = made_font(), made_font(kerned={"AV": -100, "VA": -100})
    assert width((loose,), "AVA") - width((kerned,), "AVA") == pytest.approx(4, abs=0.3)
    assert width((loose,), "BOB") == width((kerned,), "BOB")


def test_a_face_without_a_file_is_measured_by_the_nearest() -> None:
    regular = (made_font(),)
    assert width(regular, "ten letter", emphasis=True) == width(regular, "ten letter")
    assert width(regular, "ten letter", strong=True) == pytest.approx(80 * BOLDER, abs=0.7)
    bold = (made_font(style="Bold", width=450),)
    assert width(bold, "ten letter") == width(bold, "ten letter", strong=True) == pytest.approx(90, abs=0.7)


def test_what_the_font_lacks_is_measured_as_another_font_has_it() -> None:
    assert width((made_font(),), "ж") == pytest.approx(font_metrics("Verdana").regular.width("ж") * 20, abs=0.2)


def test_the_name_by_which_office_knows_a_font_comes_first() -> None:
    light = made_font("Northmere Sans Light", width=300, typographic="Northmere Sans")
    regular = made_font(width=400)
    assert width((light, regular), "ten letter") == width((regular,), "ten letter")
    assert font_metrics("northmere sans  light", "", (light, regular)).regular.width("a") == pytest.approx(
        0.3, abs=0.001
    )


def test_a_font_that_no_file_has_is_measured_as_before() -> None:
    files = (made_font(),)
    assert font_metrics("Frutiger", "Arial", files) is font_metrics("Frutiger", "Arial", files)
    assert font_metrics("Frutiger", "Arial", files).family == "Arial"


def test_every_font_of_a_collection_is_read() -> None:
    both = collection(made_font(), made_font(style="Bold", width=500))
    assert [(face.bold, face.widths["a"]) for face in faces_in(both)] == [(False, 0.4), (True, 0.5)]


SOUND = made_font()


def _cmap(kind: int, body: bytes) -> bytes:
    """Write a table of characters with one part."""
    return struct.pack(">HHHHL", 0, 1, 3, 10, 12) + struct.pack(">HH", kind, 0) + body


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"wOFF" + SOUND[4:], id="a web font"),
        pytest.param(b"\0\1\0\0", id="only a beginning"),
        pytest.param(SOUND[: len(SOUND) // 2], id="half a file"),
        pytest.param(b"ttcf" + SOUND[4:], id="a collection by its name only"),
        pytest.param(table_changed(SOUND, "hmtx", b""), id="no widths"),
        pytest.param(table_changed(SOUND, "hmtx", b"\0" * 500), id="widths of nothing"),
        pytest.param(table_changed(SOUND, "name", b"\0" * 6), id="no name"),
        pytest.param(
            table_changed(SOUND, "cmap", _cmap(12, struct.pack(">LLLLLL", 28, 0, 1, 0x20, 0xFFFFFFF0, 0))),
            id="more characters than there are",
        ),
        pytest.param(
            table_changed(
                SOUND,
                "cmap",
                _cmap(12, struct.pack(">LLL", 120016, 0, 10000) + struct.pack(">LLL", 32, 99999, 0) * 10000),
            ),
            id="the same characters again and again",
        ),
        pytest.param(table_changed(SOUND, "name", b"\0" * (2**20 + 1)), id="a table too large"),
    ],
)
def test_what_is_no_sound_font_is_one_error(data: bytes) -> None:
    with pytest.raises(FontFileError):
        faces_in(data)


def test_any_byte_of_a_font_may_be_wrong() -> None:
    font = made_font(kerned={"AV": -100})
    read = 0
    for place in range(0, len(font), 7):
        damaged = bytearray(font)
        damaged[place] ^= 0xFF
        try:
            read += len(faces_in(bytes(damaged)))
        except FontFileError:
            continue
    assert read


@pytest.mark.parametrize(("family", "like"), [("Carlito", "Calibri"), ("Liberation Serif", "Times New Roman")])
def test_the_files_of_a_known_font_give_what_is_known_of_it(family: str, like: str) -> None:
    stem = family.replace(" ", "")
    files = tuple(path.read_bytes() for path in sorted(INSTALLED.rglob(f"{stem}-*.ttf")))
    if len(files) != 4:
        pytest.skip(f"{family} is not installed")
    own, known = font_metrics(family, "", files), font_metrics(like)
    text = "“To whom did Ava, Yusuf & Tom talk?” 12.30"
    for bold in (False, True):
        for italic in (False, True):
            mine, theirs = (each.face(bold=bold, italic=italic) for each in (own, known))
            assert mine.width(text) == pytest.approx(theirs.width(text), abs=0.001)
            assert mine.line_height == pytest.approx(theirs.line_height, abs=0.01)

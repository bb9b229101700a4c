"""What asks for much is refused, or done, in bounded time and memory: each in a process of its own."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import bombs
import pytest
from confined import MEBIBYTES, SECONDS, Confined
from workspaces import DECK, DOCUMENT, SLIDES, deck_template, font, logo, picture, point, word_template, workspace

Files = Mapping[str, str | bytes]
BUILD = ("build", "pack", "--theme", "agency", "--pictures", "none")
IMPORT_DECK = ("import", "f.pptx", "--out", "o")
MANY_POINTS = SLIDES.replace("POINT", "one\n" + "      - more\n" * 5_000)
USES = (
    '<svg xmlns="http://www.w3.org/2000/svg"><g id="u0"><rect/></g>'
    + "".join(f'<g id="u{level}">' + f'<use href="#u{level - 1}"/>' * 10 + "</g>" for level in range(1, 10))
    + "</svg>"
)
DIRECTIVES = "".join(f"%TAG !{number}! tag:x:\n" for number in range(40_000)) + "---\nid: x\n"
LONG_TEXT = '"' + "*a**b" * 3_990 + '"'
IDS = "".join(f"  - {{id: s-{number}, kind: section, title: T{number}}}\n" for number in range(200))
LINKS = f"section: One\nslides:\n{IDS}" + "".join(
    f"  - id: p-{slide}\n    kind: points\n    title: P{slide}\n    points:\n      - '"
    + " ".join(f"[a](#no-{slide}-{number})" for number in range(1_000))
    + "'\n"
    for slide in range(4)
)


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows bounds processes otherwise")


@pytest.fixture(scope="module")
def confined() -> Iterator[Confined]:
    with Confined() as server:
        yield server


@pytest.mark.parametrize(
    ("make", "arguments", "said"),
    [
        pytest.param(lambda: {"content/pack/pack.yaml": DIRECTIVES}, BUILD, "yaml-tag", id="a-parser-that-compares"),
        pytest.param(lambda: point("&a " + "word " * 3_900 + "\n      - *a" * 55), BUILD, "alias-bomb", id="aliases"),
        pytest.param(lambda: {"content/pack/slides/01.yaml": MANY_POINTS}, BUILD, "slide-too-long", id="many-points"),
        pytest.param(lambda: point(LONG_TEXT), BUILD, "does-not-fit", id="a-text-of-many-marks"),
        pytest.param(lambda: {"content/pack/slides/01.yaml": LINKS}, BUILD, "unknown-link", id="many-faults"),
        pytest.param(lambda: picture(bombs.png(60_000, 60_000, b"")), BUILD, "picture-too-large", id="pixels"),
        pytest.param(lambda: picture(bombs.png_with_a_huge_profile()), BUILD, "not-a-picture", id="colour-profile"),
        pytest.param(
            lambda: picture(bombs.jpeg_of_many_passes(3_000, 900), "p.jpg"), BUILD, "picture-too-large", id="passes"
        ),
        pytest.param(lambda: logo(USES), BUILD, "unsafe-svg", id="uses-of-uses"),
        pytest.param(lambda: font(bombs.font_of_shared_maps()), BUILD, "damaged-font", id="shared-maps"),
        pytest.param(lambda: font(bombs.font_of_shared_names()), BUILD, "damaged-font", id="shared-names"),
        pytest.param(lambda: deck_template(bombs.zip_of_elements(DECK, 9)), BUILD, "template-too-large", id="potx"),
        pytest.param(lambda: word_template(bombs.zip_of_zeros(DOCUMENT, 170)), BUILD, "template-too-large", id="dotx"),
        pytest.param(
            lambda: {"f.docx": bombs.long(DOCUMENT, 8_000)}, ("check", "f.docx"), "",
            id="many-paragraphs",
        ),
        pytest.param(
            lambda: {"f.docx": bombs.zip_of_names(30_000)}, ("collect", "f.docx", "--out", "o.csv"),
            "unreadable-worksheet", id="names",
        ),
        pytest.param(
            lambda: {"f.pptx": bombs.zip_of_elements(DECK, 3)}, IMPORT_DECK, "unreadable-office-file",
            id="elements-to-import",
        ),
        pytest.param(lambda: {"f.pptx": bombs.deck_of_shapes(12_000)}, IMPORT_DECK, "2,000 shapes", id="shapes"),
        pytest.param(lambda: {"f.pptx": bombs.deck_of_wide_table(50_000)}, IMPORT_DECK, "60 columns", id="cells"),
        pytest.param(
            lambda: {"f.docx": bombs.long(DOCUMENT, 8_000)}, ("import", "f.docx", "--out", "o"), "",
            id="paragraphs-to-import",
        ),
    ],
)  # fmt: skip
def test_no_input_takes_long_or_much(
    make: Callable[[], Files], arguments: tuple[str, ...], said: str, confined: Confined, tmp_path: Path
) -> None:
    done = confined.run(workspace(tmp_path, make()), *arguments)
    assert said in done.said
    assert "Traceback" not in done.said
    assert done.status in {0, 1}, done.said[-500:]
    assert done.seconds < SECONDS
    assert done.mebibytes < MEBIBYTES

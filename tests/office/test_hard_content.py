"""Content that is hard to set: long lists, long words, long tables, and scripts that are not the pack's."""
# ruff: noqa: RUF001  # characters of other scripts are what is tested

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from deckbuilder import pipeline
from deckbuilder.content import load_pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.office.scripts import spans
from deckbuilder.source import Workspace

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

PACK = """\
id: hard
title: Hard content
slides: [slides/01.yaml]
"""
ROWS = "\n".join(f"      - [Row {number}, What is said in it, {number}]" for number in range(1, 31))
POINTS = "\n".join(
    f"      - Point {number} has enough words to take up two lines of a slide, as points of a certain length do"
    for number in range(1, 15)
)
SLIDES = f"""\
section: All of it
slides:
  - id: long-list
    kind: points
    title: Fourteen long points
    notes: Said once.
    points:
{POINTS}
  - id: long-word
    kind: points
    title: One long word
    points:
      - {"x" * 120}
  - id: long-table
    kind: table
    title: Thirty rows
    columns: [Name, Text, {{heading: Number, align: right}}]
    rows:
{ROWS}
    description: Thirty rows of the same
  - id: arabic
    kind: points
    title: ما قاله الأطفال
    notes: قال الأطفال إنهم يحتاجون إلى الوقت.
    points:
      - قال الأطفال إنهم يحتاجون إلى الوقت وإلى من يستمع إليهم **باهتمام** قبل الاجتماع
      - text: من يستمع؟
        points: [المدرسة, الأسرة]
      - The word الثقة, which means trust, was said often
  - id: arabic-voices
    kind: voices
    title: بكلماتهم
    voices:
      - {{quote: لم يسألني أحد, speaker: child, attribution: طفل}}
      - {{quote: أريد أن يستمعوا, speaker: child, attribution: طفلة}}
  - id: arabic-table
    kind: table
    title: خطة
    columns: [من, ماذا]
    rows: [[المدرسة, اجتماع], [School, A meeting]]
    description: خطة
  - id: chinese
    kind: points
    title: 孩子们说了什么
    points:
      - 孩子说他们需要时间，也需要有人认真听他们讲话。家庭和学校一起制定计划，老师和社工都要参加会议。
      - 信任（trust）很重要
  - id: chinese-workshop
    kind: workshop
    title: 一起讨论
    activity:
      questions: [孩子需要什么？, 谁在听？]
  - id: chart
    kind: chart
    title: Names under columns
    chart: column
    categories: [Before the meeting, At the meeting, After the meeting, 会议以后, بعد الاجتماع]
    series: [{{name: Children, values: [1, 2, 3, 4, 5]}}]
    description: Numbers from one to five
  - id: welsh
    kind: points
    title: Beth ddywedodd y plant
    points:
      - Dywedodd y plant fod angen amser arnynt, a rhywun i wrando’n ofalus arnynt yn y tŷ ac ŵyr pawb hynny
"""


@pytest.fixture(scope="module")
def files(workspace: Workspace, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pack's three documents."""
    folder = tmp_path_factory.mktemp("packs") / "hard"
    return write_hard_pack(folder, workspace, "en-GB")


def write_hard_pack(folder: Path, workspace: Workspace, language: str) -> dict[str, Path]:
    (folder / "slides").mkdir(parents=True)
    (folder / "pack.yaml").write_text(f"{PACK}language: {language}\n", encoding="utf-8")
    (folder / "slides" / "01.yaml").write_text(SLIDES, encoding="utf-8")
    diagnostics = Diagnostics()
    pack = load_pack(folder, workspace, diagnostics)
    assert pack is not None
    theme = workspace.theme("board")
    assert theme is not None
    order = pipeline.Order(out=folder / "output", pictures="none")
    (result,) = pipeline.build([pack], [theme], order, workspace)
    assert not [str(item) for item in (*diagnostics, *result.diagnostics) if item.severity.name == "ERROR"]
    made: dict[str, Path] = {}
    for file in result.files:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_bytes(file.data)
        made[file.path.stem.removeprefix("hard-")] = file.path
    return made


def slides_of(deck: Path) -> list[etree._Element]:
    with zipfile.ZipFile(deck) as archive:
        names = [name for name in archive.namelist() if name.startswith("ppt/slides/slide")]
        names.sort(key=lambda name: int("".join(filter(str.isdigit, name))))
        return [etree.fromstring(archive.read(name)) for name in names]


def slides_with(deck: Path, text: str) -> list[etree._Element]:
    return [slide for slide in slides_of(deck) if text in "".join(node.text or "" for node in slide.iter(f"{_A}t"))]


def found(element: etree._Element | None) -> etree._Element:
    assert element is not None
    return element


def body_of(file: Path) -> etree._Element:
    with zipfile.ZipFile(file) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


@pytest.mark.parametrize("document", ["deck", "facilitator-guide", "worksheet"])
def test_both_validators_find_nothing(
    document: str, files: dict[str, Path], sdk_validator: Callable[[Path], str]
) -> None:
    result = OpenXmlValidator().validate(files[document])
    assert [str(error) for error in result.errors] == []
    assert json.loads(sdk_validator(files[document]))["errors"] == []


def test_fourteen_long_points_go_on_even_slides(files: dict[str, Path]) -> None:
    slides = slides_with(files["deck"], "Fourteen long points")
    counts = [
        sum("Point " in "".join(node.text or "" for node in p.iter(f"{_A}t")) for p in s.iter(f"{_A}p")) for s in slides
    ]
    assert sum(counts) == 14
    assert len(counts) > 1
    assert max(counts) - min(counts) <= 1


def test_thirty_rows_go_on_even_slides_that_repeat_the_header(files: dict[str, Path]) -> None:
    slides = slides_with(files["deck"], "Thirty rows")
    rows = [
        [[cell.xpath("string()") for cell in row.iter(f"{_A}tc")] for row in slide.iter(f"{_A}tr")] for slide in slides
    ]
    assert all(table[0] == ["Name", "Text", "Number"] for table in rows)
    assert [row[2] for table in rows for row in table[1:]] == [str(number) for number in range(1, 31)]
    counts = [len(table) - 1 for table in rows]
    assert max(counts) - min(counts) <= 1


def test_arabic_paragraphs_run_from_right_to_left_and_are_read_as_arabic(files: dict[str, Path]) -> None:
    for text in ("قاله", "بكلماتهم", "خطة"):
        (slide,) = slides_with(files["deck"], text)
        for paragraph in slide.iter(f"{_A}p"):
            words = "".join(node.text or "" for node in paragraph.iter(f"{_A}t"))
            properties = paragraph.find(f"{_A}pPr")
            given = {} if properties is None else dict(properties.attrib)
            assert (given.get("rtl") == "1") == runs_leftwards(words), words
            for run in paragraph.iter(f"{_A}r"):
                arabic = any("\u0600" <= letter <= "\u06ff" for letter in run.findtext(f"{_A}t") or "")
                properties = run.find(f"{_A}rPr")
                assert properties is not None
                assert properties.get("lang") == ("ar-SA" if arabic else "en-GB"), words
    (slide,) = slides_with(files["deck"], "خطة")
    assert [table.get("rtl") for table in slide.iter(f"{_A}tblPr")] == ["1"]
    (slide,) = slides_with(files["deck"], "قاله")
    body = [paragraph for paragraph in slide.iter(f"{_A}p") if "يستمع" in paragraph.xpath("string()")]
    assert [found(paragraph.find(f"{_A}pPr")).get("algn") for paragraph in body] == ["r", "r"]


def test_chinese_is_read_as_chinese_and_the_theme_names_a_font_for_it(files: dict[str, Path]) -> None:
    (slide,) = slides_with(files["deck"], "孩子们")
    tongues = [(node.get("lang"), node.get("altLang")) for node in slide.iter(f"{_A}rPr")]
    assert ("zh-CN", "en-GB") in tongues
    mixed = next(p for p in slide.iter(f"{_A}p") if "trust" in p.xpath("string()"))
    assert [(run.findtext(f"{_A}t"), found(run.find(f"{_A}rPr")).get("lang")) for run in mixed.iter(f"{_A}r")] == [
        ("信任（", "zh-CN"),
        ("trust", "en-GB"),
        ("）很重要", "zh-CN"),
    ]
    with zipfile.ZipFile(files["deck"]) as archive:
        theme = etree.fromstring(archive.read("ppt/theme/theme1.xml"))
    for name in ("majorFont", "minorFont"):
        scripts = [font.get("script") for font in found(theme.find(f".//{_A}{name}")).iter(f"{_A}font")]
        assert {"Arab", "Hans", "Hebr"} <= set(scripts)
        assert len(scripts) == len(set(scripts))


def test_the_names_under_a_chart_are_level(files: dict[str, Path]) -> None:
    with zipfile.ZipFile(files["deck"]) as archive:
        chart = etree.fromstring(archive.read("ppt/charts/chart1.xml"))
    (body,) = chart.iterfind(f".//{_C}catAx/{_C}txPr/{_A}bodyPr")
    assert (body.get("rot"), body.get("vert")) == ("0", "horz")


def test_welsh_keeps_the_language_of_a_welsh_pack(workspace: Workspace, tmp_path: Path) -> None:
    made = write_hard_pack(tmp_path / "hard", workspace, "cy-GB")
    (slide,) = slides_with(made["deck"], "ddywedodd")
    assert {node.get("lang") for node in slide.iter(f"{_A}rPr")} == {"cy-GB"}
    assert "ŵyr" in slide.xpath("string()")


@pytest.mark.parametrize("document", ["facilitator-guide", "worksheet"])
def test_word_documents_say_which_way_a_paragraph_runs_and_in_which_script(
    document: str, files: dict[str, Path]
) -> None:
    seen: set[str] = set()
    for paragraph in body_of(files[document]).iter(f"{_W}p"):
        runs = [run for run in paragraph.iter(f"{_W}r") if run.find(f"{_W}t") is not None]
        words = "".join(node.text or "" for run in runs for node in run.iter(f"{_W}t"))
        assert (paragraph.find(f"{_W}pPr/{_W}bidi") is not None) == runs_leftwards(words), words
        for run in runs:
            text = "".join(node.text or "" for node in run.iter(f"{_W}t"))
            properties = run.find(f"{_W}rPr")
            arabic = any("\u0600" <= letter <= "\u06ff" for letter in text)
            chinese = any("\u4e00" <= letter <= "\u9fff" for letter in text)
            assert (properties is not None and properties.find(f"{_W}rtl") is not None) == arabic, text
            if arabic or chinese:
                assert properties is not None
                attribute, wanted = ("bidi", "ar-SA") if arabic else ("eastAsia", "zh-CN")
                assert found(properties.find(f"{_W}lang")).get(f"{_W}{attribute}") == wanted
                seen.add(wanted)
    assert "zh-CN" in seen
    assert document == "worksheet" or "ar-SA" in seen


def test_a_title_of_two_hundred_characters_is_refused_with_its_place(workspace: Workspace, tmp_path: Path) -> None:
    title = ("A title that says far too much " * 7)[:200]
    (tmp_path / "slides").mkdir()
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "slides" / "01.yaml").write_text(
        f"section: One\nslides:\n  - id: one\n    kind: points\n    title: {title}\n    points: [A point]\n",
        encoding="utf-8",
    )
    diagnostics = Diagnostics()
    pack = load_pack(tmp_path, workspace, diagnostics)
    assert pack is not None
    theme = workspace.theme("board")
    assert theme is not None
    (result,) = pipeline.check([pack], [theme], pipeline.Order(), workspace)
    (fault,) = [item for item in result.diagnostics if item.code == "title-too-long"]
    assert fault.origin is not None
    assert fault.origin.line == 5


@pytest.mark.parametrize(
    ("text", "leftwards", "expected"),
    [
        ("Only English, 100%.", False, [("Only English, 100%.", "en-GB")]),
        ("“لا”, she said", True, [("“لا”, ", "ar-SA"), ("she said", "en-GB")]),
        ("She said لا, twice", False, [("She said ", "en-GB"), ("لا", "ar-SA"), (", twice", "en-GB")]),
        ("It ends with لا.", False, [("It ends with ", "en-GB"), ("لا", "ar-SA"), (".", "en-GB")]),
        ("Слово, Дім і сад", False, [("Слово, Дім і сад", "uk-UA")]),
        ("👍 12", False, [("👍 12", "en-GB")]),
        ("漢字とかな", False, [("漢字", "ja-JP"), ("とかな", "ja-JP")]),
        ("ٹھیک ہے", True, [("ٹھیک ہے", "ur-PK")]),
    ],
)
def test_a_text_is_cut_where_its_script_changes(text: str, leftwards: bool, expected: list[tuple[str, str]]) -> None:  # noqa: FBT001
    assert runs_leftwards(text) == leftwards
    assert [(span.text, span.language) for span in spans(text, "en-GB", leftwards=leftwards)] == expected


def test_a_script_is_the_packs_own_language_where_that_is_written_in_it() -> None:
    assert [span.language for span in spans("سلام English", "fa-IR", leftwards=True)] == ["fa-IR", "en-GB"]
    assert [span.foreign for span in spans("中文", "zh-TW", leftwards=False)] == [False]

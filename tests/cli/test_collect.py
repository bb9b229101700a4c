"""`deckbuilder collect`: what comes back in worksheets becomes one table, and what is none of ours is named."""

import csv
import io
import json
import re
import shlex
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import CliRunner, Result
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from conftest import ROOT, Built
from deckbuilder.cli.main import cli
from returned_worksheets import cell, empty, heading, paragraph, returned, row, table, typed, written

HEADER = ["Worksheet", "Pack", "Pack version", "Agency", "Theme", "Session", "Tag", "Part", "Question", "Answer"]
NAMED = [HEADER[0], "File", *HEADER[1:]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "returned").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["collect", *arguments], catch_exceptions=False)


def filled(name: str, *said: str) -> bytes:
    """Make a worksheet of a person that answers the first questions."""
    fields = [typed(f"calls.q{number}", text) for number, text in enumerate(said, 1)]
    about = table(
        row(cell(paragraph("Name")), cell(paragraph(typed("about.name", name)))),
        row(cell(paragraph("Role")), cell(paragraph(typed("about.role", "Carer")))),
        row(cell(paragraph("Agency")), cell(paragraph(empty("about.agency")))),
    )
    questions = [written(f"Question {number}?", field) for number, field in enumerate(fields, 1)]
    return returned(about, heading("Calls"), *questions, written("The last?", empty("calls.q9")))


def rows(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def answers(path: Path) -> list[tuple[str, str, str]]:
    """Give the number of the worksheet, the tag and the answer of each row."""
    header, *found = rows(path)
    return [(each[0], each[header.index("Tag")], each[-1]) for each in found]


def test_twenty_files_of_which_one_is_damaged_one_empty_and_one_foreign(folder: Path) -> None:
    sheet = filled("Amira Example", "One", "Two")
    for number in range(1, 18):
        (folder / "returned" / f"amira-{number:02}.docx").write_bytes(sheet)
    (folder / "returned" / "damaged.docx").write_bytes(sheet[: len(sheet) // 2])
    (folder / "returned" / "empty.docx").write_bytes(b"")
    letter = docx.Document()
    letter.add_paragraph("Dear colleague")
    letter.save(str(folder / "returned" / "foreign.docx"))
    done = run("returned", "--out", "answers.csv")
    assert (done.exit_code, done.stdout) == (0, "answers.csv\n")
    assert done.stderr.splitlines()[-1] == "17 of 20 worksheets read, 34 answers."
    for name, reason in (
        ("damaged", "warning[unreadable-worksheet]: This file is damaged, or no Word document at all"),
        ("empty", "warning[unreadable-worksheet]: This file is empty (0 bytes)"),
        ("foreign", "warning[not-a-worksheet]: This file is a Word document, but no worksheet of ours"),
    ):
        assert f"returned/{name}.docx: {reason}" in done.stderr
    assert rows(folder / "answers.csv")[0] == HEADER
    pair = (("calls.q1", "One"), ("calls.q2", "Two"))
    assert answers(folder / "answers.csv") == [(str(n), tag, text) for n in range(1, 18) for tag, text in pair]
    assert rows(folder / "answers.csv")[1][1:] == [
        "first-pack", "1.2", "Northmere Board", "Board", "One", "calls.q1", "Calls", "Question 1?", "One",
    ]  # fmt: skip
    assert sorted(path.name for path in folder.iterdir()) == ["answers.csv", "returned"]


def test_nothing_names_the_person_unless_it_is_asked_for(folder: Path) -> None:
    (folder / "returned" / "amira.docx").write_bytes(filled("Amira Example", "One"))
    done = run("returned", "--out", "answers.csv")
    assert done.stderr == "1 of 1 worksheet read, 1 answer.\n"
    assert answers(folder / "answers.csv") == [("1", "calls.q1", "One")]
    said = (folder / "answers.csv").read_text(encoding="utf-8").casefold()
    assert not any(name in said for name in ("amira", "carer", "ruth"))
    run("returned", "--out", "named.csv", "--with-names")
    assert rows(folder / "named.csv")[0] == NAMED
    assert {each[1] for each in rows(folder / "named.csv")[1:]} == {"amira.docx"}
    assert [text for _, _, text in answers(folder / "named.csv")] == ["Amira Example", "Carer", "One"]
    assert "ruth" not in (folder / "named.csv").read_text(encoding="utf-8").casefold()


FORMULAS = ('=HYPERLINK("https://a.uk","x")', "+44 1632 960001", "-2", "@all", "Plain = text")


def test_csv_opens_in_excel_and_runs_no_formula(folder: Path) -> None:
    (folder / "a.docx").write_bytes(filled("A", *FORMULAS, "Ünïcode – “so”\nsecond line, with; marks"))
    run("a.docx", "--out", "answers.csv")
    data = (folder / "answers.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfWorksheet,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == 7  # the header and six rows: breaks within an answer are plain
    found = [text for _, _, text in answers(folder / "answers.csv")]
    assert found[:5] == ["'" + text for text in FORMULAS[:4]] + ["Plain = text"]
    assert found[5] == "Ünïcode – “so”\nsecond line, with; marks"


def cells(path: Path) -> list[list[str]]:
    """Read a sheet of which every cell is a shared string."""
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.casefold()
    texts = re.findall(r"<si><t[^>]*>(.*?)</t></si>", strings, re.DOTALL)
    assert sheet.count("<v>") == sheet.count('t="s"><v>')
    return [
        [texts[int(index)].replace("&amp;", "&") for index in re.findall(r"<v>(\d+)</v>", each)]
        for each in re.findall(r"<row .*?</row>", sheet, re.DOTALL)
    ]


@pytest.fixture
def workbook(folder: Path) -> Path:
    (folder / "a.docx").write_bytes(filled("A", *FORMULAS, "One\nTwo", "long " * 7_000))
    done = run("a.docx", "--out", "Answers.XLSX")
    assert (done.exit_code, done.stdout) == (0, "Answers.XLSX\n")
    return folder / "Answers.XLSX"


def test_excel_holds_text_alone_and_a_long_answer_whole(workbook: Path) -> None:
    header, *found = cells(workbook)
    assert header == HEADER
    said = [each[-1] for each in found]
    assert said[:6] == [*FORMULAS, "One\nTwo"]
    assert "".join(said[6:]) == ("long " * 7_000).strip()
    assert {each[6] for each in found[6:]} == {"calls.q7"}
    assert len(said[6]) < 32_767
    with zipfile.ZipFile(workbook) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert 'state="frozen"' in sheet
    assert f'<autoFilter ref="A1:J{len(found) + 1}"/>' in sheet


def test_excel_files_are_the_same_bytes_each_time(workbook: Path) -> None:
    run("a.docx", "--out", "again.xlsx")
    assert workbook.with_name("again.xlsx").read_bytes() == workbook.read_bytes()


def test_both_validators_find_nothing_in_excel_files(workbook: Path, sdk_validator: Callable[[Path], str]) -> None:
    assert [str(error) for error in OpenXmlValidator().validate(workbook).errors] == []
    found = json.loads(sdk_validator(workbook.rename(workbook.with_name("answers.xlsx"))))
    assert (found["errors"], found["ok"]) == ([], True)


def test_folders_patterns_and_names_each_file_once(folder: Path) -> None:
    for name in ("b", "a", "~$a", "._a"):
        (folder / "returned" / f"{name}.docx").write_bytes(filled("A", name))
    (folder / "returned" / "below").mkdir()
    (folder / "returned" / "below" / "c.docx").write_bytes(filled("A", "c"))
    (folder / "returned" / "notes.txt").write_text("not looked at")
    (folder / "d [1].docx").write_bytes(filled("A", "d"))
    done = run("returned/b.docx", "returned", "./returned/*.docx", "d [1].docx", "--out", "out.csv")
    assert done.stderr == "3 of 3 worksheets read, 3 answers.\n"
    assert [text for _, _, text in answers(folder / "out.csv")] == ["b", "a", "d"]
    run("returned/*.docx", "--out", "out.csv")
    assert [text for _, _, text in answers(folder / "out.csv")] == ["a", "b"]


def test_other_formats_in_a_folder_are_named(folder: Path) -> None:
    (folder / "returned" / "a.docx").write_bytes(filled("A", "One"))
    (folder / "returned" / "b.odt").write_bytes(b"PK\x03\x04")
    done = run("returned", "--out", "out.csv")
    assert done.exit_code == 0
    assert "returned/b.odt: warning[unreadable-worksheet]" in done.stderr
    assert done.stderr.endswith("1 of 2 worksheets read, 1 answer.\n")


def test_with_strict_a_warning_leaves_everything_as_it_was(folder: Path) -> None:
    (folder / "returned" / "a.docx").write_bytes(filled("A", "One"))
    (folder / "returned" / "b.docx").write_bytes(b"")
    (folder / "out.csv").write_text("before")
    done = run("returned", "--out", "out.csv", "--strict")
    assert (done.exit_code, done.stdout) == (1, "")
    assert (folder / "out.csv").read_text() == "before"
    assert "1 of 2 worksheets read" in done.stderr


def test_when_no_file_can_be_read_nothing_is_written(folder: Path) -> None:
    (folder / "a.docx").write_bytes(b"")
    done = run("a.docx", "--out", "out.csv")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "error[no-worksheets]: None of the files is a worksheet that can be read." in done.stderr
    assert "0 of 1 worksheet read, 0 answers." in done.stderr
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.docx", "--out", "answers.txt"), "ends neither in .csv nor in .xlsx"),
        (("missing.docx", "--out", "answers.csv"), "There is no file “missing.docx”."),
        (("no*.docx", "--out", "answers.csv"), "There is no file “no*.docx”."),
        (("returned", "--out", "answers.csv"), "There is no .docx file in “returned”."),
        (("a.docx",), "Missing option '--out'"),
        (("--out", "answers.csv"), "Missing argument 'FILES...'"),
    ],
)
def test_wrong_usage_is_2(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    (folder / "a.docx").write_bytes(filled("A", "One"))
    done = run(*arguments)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_machine_that_refuses_is_3(folder: Path) -> None:
    (folder / "a.docx").write_bytes(filled("A", "One"))
    (folder / "blocked").write_text("a file where a folder is wanted")
    done = run("a.docx", "--out", "blocked/answers.csv")
    assert done.exit_code == 3
    assert "The table could not be written" in done.stderr


def _fill(sheet: Path, target: Path) -> dict[str, str]:
    """Fill in the written answers as a person does in Word; give what was typed by the fields' tags."""
    document: Any = docx.Document(str(sheet))
    typed_in = {}
    for field in document.element.body.iter(qn("w:sdt")):
        properties, content = field.find(qn("w:sdtPr")), field.find(qn("w:sdtContent"))
        tag = properties.find(qn("w:tag")).get(qn("w:val"))
        if re.fullmatch(r".+\.q\d+", tag) and properties.find(qn("w:text")) is not None:
            properties.remove(properties.find(qn("w:showingPlcHdr")))
            for old in list(content):
                content.remove(old)
            text = content.makeelement(qn("w:t"))
            text.text = typed_in[tag] = f"My answer to {tag}"
            content.append(content.makeelement(qn("w:r")))
            content[0].append(text)
    document.save(str(target))
    return typed_in


def test_a_worksheet_that_was_built_comes_back_whole(folder: Path, built: Callable[[str], Built]) -> None:
    made = built("learning-review")
    typed_in = _fill(made.worksheet, folder / "filled.docx")
    assert len(typed_in) > 10
    (folder / "untouched.docx").write_bytes(made.worksheet.read_bytes())
    done = run("untouched.docx", "filled.docx", str(made.guide), str(made.deck), "--out", "out.csv")
    assert answers(folder / "out.csv") == [("2", tag, text) for tag, text in typed_in.items()]
    about = made.pack.about
    for each in rows(folder / "out.csv")[1:]:
        assert each[1:3] == [str(about.id), str(about.version)]
        assert each[3:5] == ["Safeguarding Children Partnership", "Partnership board"]
    questions = {each[6]: (each[7], each[8]) for each in rows(folder / "out.csv")[1:]}
    for slide in made.pack.slides:
        if slide.kind == "workshop":
            for number, question in enumerate(slide.activity.questions, 1):
                if f"{slide.id}.q{number}" in typed_in:
                    assert questions[f"{slide.id}.q{number}"] == (slide.title, question.text)
    assert "This file is a facilitator guide, which asks for no answers" in done.stderr
    assert "This file is a PowerPoint presentation" in done.stderr


@pytest.mark.usefixtures("folder")
def test_no_prompt_of_a_built_worksheet_is_an_answer(built: Callable[[str], Built]) -> None:
    document: Any = docx.Document(str(built("learning-review").worksheet))
    for name in ("w:showingPlcHdr", "w:rStyle", "w:tag"):  # as LibreOffice 7.4 saves it
        for element in list(document.element.body.iter(qn(name))):
            element.getparent().remove(element)
    document.save("blank.docx")
    done = run("blank.docx", "--out", "out.csv", "--with-names")
    assert done.stderr.endswith("1 of 1 worksheet read, 0 answers.\n")


def _documented() -> list[str]:
    text = (ROOT / "docs" / "collecting.md").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.startswith("deckbuilder collect ")]


@pytest.mark.parametrize("command", _documented())
def test_commands_of_the_documentation_run(command: str, folder: Path) -> None:
    for path in ("returned/a.docx", "learning-review-worksheet.docx"):
        (folder / path).write_bytes(filled("A", "One"))
    done = run(*shlex.split(command)[2:], "--strict")
    assert done.exit_code == 0, done.output
    assert (folder / done.stdout.strip()).exists()

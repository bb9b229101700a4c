"""A table of answers runs nothing in a spreadsheet, whatever somebody typed."""

import csv
import io
import zipfile

import pytest

from deckbuilder.ir.answers import AnswerTable
from deckbuilder.office.answer_sheet import csv_file, excel_file

FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\ufeff=1+1", "\u200b=1+1", "\u202e=1+1",
    "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(1)", "|cmd", "%1", "=cmd|' /C calc'!A0", '=HYPERLINK("https://example.org")',
)  # fmt: skip


@pytest.mark.parametrize("typed", FORMULAS)
def test_csv_begins_no_cell_with_a_formula(typed: str) -> None:
    data = csv_file(AnswerTable(("Question", "Answer"), (("What?", typed),))).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(data, newline=""))
    assert row[1].startswith("'")
    assert row[1].replace("'", "") == typed.replace("'", "")


def test_csv_begins_no_cell_with_a_formula_where_semicolons_part_cells() -> None:
    typed = "yes;=1+1; -1+1;\t@SUM(1) fine ;-)"
    data = csv_file(AnswerTable(("Question", "Answer"), (("What?", typed),))).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(data, newline=""), delimiter=";") for cell in row]
    assert len(cells) > 4
    assert not any(cell.strip().startswith(("=", "@", "-1")) for cell in cells)
    assert "fine ;-)" in data


@pytest.mark.parametrize("typed", FORMULAS)
def test_a_workbook_holds_text_alone(typed: str) -> None:
    data = excel_file(AnswerTable(("Question", "Answer"), (("What?", typed),)))
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet
        assert not [name for name in book.namelist() if "external" in name.lower() or name.endswith(".bin")]

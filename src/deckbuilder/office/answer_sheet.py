"""Answers as a table for a spreadsheet: CSV, or an Excel workbook that holds nothing but text."""

import csv
import re
from datetime import datetime
from io import BytesIO, StringIO

from deckbuilder.ir.answers import AnswerTable

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_RUNS = re.compile(r"[\s\0\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*+[=+\-@|%\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")
"""What a cell begins with that a spreadsheet may take for a formula (OWASP, CSV Injection): also behind blanks and
signs that are not seen, and in the full width of East Asian fonts."""
_RUNS_INSIDE = re.compile(r"([;\t]\s{0,9})(?=[=+@\uff1d\uff0b\uff20]|[-\uff0d](?!\)))")
"""Likewise behind what may part cells; a smiley is left as it is."""
_FIXED_DATE = datetime(1980, 1, 1)  # noqa: DTZ001  # written as it is
_MOST = 16_000
"""How many characters of an answer stand in one cell; Excel takes 32,767 UTF-16 units."""
_WIDTHS = {"Worksheet": 11, "File": 30, "Pack version": 12, "Tag": 24, "Part": 30, "Question": 50, "Answer": 70}
"""The columns' widths, in characters."""
_USUAL_WIDTH = 20


def csv_file(table: AnswerTable) -> bytes:
    """Write a table as CSV (RFC 4180) in UTF-8, with the mark that Excel knows UTF-8 by.

    A cell that a spreadsheet could take for a formula gets an apostrophe before it. So does what stands
    behind a semicolon or a tab inside a cell: where lists are written with semicolons, Excel parts cells there.
    """
    text = StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([_harmless(cell) for cell in row])
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def _harmless(cell: str) -> str:
    return ("'" if _RUNS.match(cell) else "") + _RUNS_INSIDE.sub(r"\1'", cell)


def excel_file(table: AnswerTable) -> bytes:
    """Write a table as an .xlsx file with a header row that stays in view and a filter.

    Every cell is text. What is too long for a cell goes on in the last column of rows that follow.
    """
    # It takes 60 ms to import.
    import xlsxwriter  # noqa: PLC0415

    rows = [part for row in table.rows for part in _in_parts(row)]
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"title": "Answers from worksheets", "created": _FIXED_DATE})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet = book.add_worksheet("Answers")
    for column, name in enumerate(table.header):
        sheet.set_column(column, column, _WIDTHS.get(name, _USUAL_WIDTH), wrapped)
        sheet.write_string(0, column, name, bold)
        for number, row in enumerate(rows, 1):
            sheet.write_string(number, column, row[column], wrapped)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(table.header) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    book.close()
    return buffer.getvalue()


def _in_parts(row: tuple[str, ...]) -> list[tuple[str, ...]]:
    last = row[-1]
    return [(*row[:-1], last[start : start + _MOST]) for start in range(0, max(len(last), 1), _MOST)]

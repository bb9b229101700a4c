"""Collecting answers: from worksheets that came back to one table."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.answers import AnswerTable, GivenAnswer, NamedField, ReturnedFile, Worksheet
from deckbuilder.office.answer_sheet import csv_file, excel_file
from deckbuilder.office.word.returned import read_worksheet
from deckbuilder.source import Workspace

TABLE_FILES = {".csv": csv_file, ".xlsx": excel_file}
"""How a table is written, by the ending of the file's name."""

MAX_RETURNED_BYTES = 100 * 1024 * 1024
"""The largest file that is read."""

_ABOUT_WORKSHEET = ("Pack", "Pack version", "Agency", "Theme", "Session")
_ABOUT_ANSWER = ("Tag", "Part", "Question", "Answer")


class Returned(Struct, frozen=True):
    """A worksheet that was read, and the name of its file."""

    file: str
    worksheet: Worksheet


def read_worksheets(paths: Iterable[Path], around: Workspace, diagnostics: Diagnostics) -> list[Returned]:
    """Read worksheets that came back; a file that is none, or cannot be read, is a warning and stops no other.

    An error stands among the diagnostics where none could be read. A worksheet whose fields have lost their tags is
    read a second time, when the others are known.
    """
    known: list[tuple[NamedField, ...]] = []
    read: list[_Read] = []
    for path in paths:
        said = Diagnostics()
        file = _file(path, around, said)
        worksheet = read_worksheet(file, said) if file is not None else None
        if worksheet is not None and worksheet.fields:
            known.append(worksheet.fields)
            file = None
        read.append(_Read(path.name, file, worksheet, said))
    found = []
    for each in read:
        worksheet, said = each.worksheet, each.said
        if worksheet is not None and each.lacks_tags is not None:
            said = Diagnostics()
            worksheet = read_worksheet(each.lacks_tags, said, known)
        diagnostics.extend(said)
        if worksheet is not None:
            found.append(Returned(each.name, worksheet))
    if not found:
        diagnostics.error(
            "no-worksheets",
            "None of the files is a worksheet that can be read.",
            hint="The worksheets are the files that `deckbuilder build` names …-worksheet.docx, once filled in.",
        )
    return found


def answer_table(returned: Sequence[Returned], *, with_names: bool) -> AnswerTable:
    """Put answers into rows, one each, by worksheet and in its order.

    `with_names` adds the names of the files, and the answers that say who the person is: both are left out otherwise.
    """
    file = ("File",) if with_names else ()
    rows = [
        (str(number), *((each.file,) if with_names else ()), *_about(each.worksheet), *_said(answer))
        for number, each in enumerate(returned, 1)
        for answer in each.worksheet.answers
        if with_names or not answer.names_the_person
    ]
    return AnswerTable(("Worksheet", *file, *_ABOUT_WORKSHEET, *_ABOUT_ANSWER), tuple(rows))


def _about(worksheet: Worksheet) -> tuple[str, ...]:
    return worksheet.pack, worksheet.pack_version, worksheet.agency, worksheet.theme, worksheet.session


def _said(answer: GivenAnswer) -> tuple[str, ...]:
    return answer.tag, answer.part, answer.question, answer.text


class _Read(Struct, frozen=True):
    """A file after the first reading."""

    name: str
    lacks_tags: ReturnedFile | None
    """The file, where its fields may be known once the other files are read."""
    worksheet: Worksheet | None
    said: Diagnostics


def _file(path: Path, around: Workspace, diagnostics: Diagnostics) -> ReturnedFile | None:
    origin = Origin(SourceFile(around.shown(path)))
    try:
        if path.stat().st_size <= MAX_RETURNED_BYTES:
            return ReturnedFile(origin, path.read_bytes())
        reason = f"is larger than {MAX_RETURNED_BYTES // 2**20} MiB"
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
    diagnostics.warn("unreadable-worksheet", f"This file {reason}; it is left out.", origin, "Ask for it again.")
    return None

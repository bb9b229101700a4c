"""Worksheets that were built, and filled in as a person does in Word or in LibreOffice, come back whole."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from conftest import ROOT, _absent
from deckbuilder import pipeline
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.answers import AnswerTable
from deckbuilder.pipeline.collecting import answer_table, read_worksheets
from deckbuilder.source import Workspace

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
SYSTEM_PYTHON = "/usr/bin/python3"
"""The Python that LibreOffice's package for Debian brings `uno` for."""
THEME = "name: Own worksheet\nextends: board\nworksheet: {protect: true, name: leave_out}\n"
SAID = (
    "=1+1",
    "“Nobody asked,” she said – 'until now' \"and then\"",
    "Größe, naïve, Żółć & <so on>",
    "First line\nSecond line\n  and a third;  with spaces",
    "A face \N{GRINNING FACE} and a family \N{MAN}\N{ZERO WIDTH JOINER}\N{GIRL}",
    "Whoever is there",
    "@all -2 +44 1632 960001\tafter a tab",
)


@dataclass(frozen=True)
class Sheet:
    """A worksheet as it is sent out."""

    path: Path

    def open(self) -> Any:
        return docx.Document(str(self.path))

    def tags(self) -> list[str]:
        return [_tag(field) for field in _fields(self.open())]

    def options(self) -> dict[str, str]:
        """Give the words beside each check box of a question."""
        found = {}
        for field in _fields(self.open()):
            if re.search(r"\.o\d+$", _tag(field)):
                beside = field.getparent().findall(f"{qn('w:r')}/{qn('w:t')}")
                found[_tag(field)] = "".join(text.text for text in beside)
        return found

    def as_read(self, put_in: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Give the rows for what was put into fields: the ticked options of a question are one answer."""
        options = self.options()
        rows: dict[str, list[str]] = {}
        for tag, value in put_in:
            question = re.sub(r"\.o\d+$", "", tag)
            # Beside its options, a question may have room for words of one's own, with the same tag.
            key = f"{question} in boxes" if tag in options else tag
            rows.setdefault(key, []).extend([options.get(tag, value)] if value else [])
        return [(key.removesuffix(" in boxes"), "; ".join(values)) for key, values in rows.items() if values]


def _fields(document: Any) -> list[Any]:
    return list(document.element.body.iter(qn("w:sdt")))


def _tag(field: Any) -> str:
    return str(field.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")))


@pytest.fixture
def sheet(load: Callable[[str], Pack], workspace: Workspace, tmp_path: Path) -> Callable[..., Sheet]:
    """Build a pack's worksheet, under the neutral theme or a theme's text."""

    def made(pack: str, theme: str = "") -> Sheet:
        folder = workspace.theme("board")
        if theme:
            folder = tmp_path / "own"
            folder.mkdir()
            (folder / "theme.yaml").write_text(theme, encoding="utf-8")
        assert folder is not None
        order = pipeline.Order(only=["worksheet"], pictures="none")
        (result,) = pipeline.build([load(pack)], [folder], order, workspace)
        assert not result.diagnostics.found
        (file,) = result.files
        path = tmp_path / "worksheet.docx"
        path.write_bytes(file.data)
        return Sheet(path)

    return made


def collected(*paths: Path, with_names: bool = True) -> AnswerTable:
    diagnostics = Diagnostics()
    returned = read_worksheets(paths, Workspace.around(ROOT), diagnostics)
    assert {item.code for item in diagnostics} <= {"worksheet-tags-lost"}
    assert len(returned) == len(paths)
    return answer_table(returned, with_names=with_names)


def column(table: AnswerTable, *names: str) -> list[tuple[str, ...]]:
    places = [table.header.index(name) for name in names]
    return [tuple(row[place] for place in places) for row in table.rows]


def fill(document: Any) -> list[tuple[str, str]]:
    """Put something into every field, as Word does; give the tags with what it should be read as."""
    put_in = []
    for number, field in enumerate(_fields(document)):
        properties = field.find(qn("w:sdtPr"))
        shown = read = SAID[number % len(SAID)]
        box, date = properties.find(f"{W14}checkbox"), properties.find(qn("w:date"))
        items = list(properties.iter(qn("w:listItem")))
        if box is not None:
            box.find(f"{W14}checked").set(f"{W14}val", "1")
            shown, read = "\N{BALLOT BOX WITH X}", "yes"
        elif date is not None:
            day = number % 28 + 1
            shown, read = f"{day} November 2026", f"2026-11-{day:02}"
            date.set(qn("w:fullDate"), f"{read}T00:00:00Z")
        elif items:
            item = items[number % len(items)]
            shown, read = item.get(qn("w:displayText")), item.get(qn("w:value"))
        prompting = properties.find(qn("w:showingPlcHdr"))
        if prompting is not None:
            properties.remove(prompting)
        _write(field.find(qn("w:sdtContent")), shown)
        put_in.append((_tag(field), read))
    return put_in


def _write(content: Any, text: str) -> None:
    for old in list(content):
        content.remove(old)
    for number, line in enumerate(text.split("\n")):
        run = content.makeelement(qn("w:r"))
        content.append(run)
        if number:
            run.append(run.makeelement(qn("w:br")))
        for place, part in enumerate(line.split("\t")):
            if place:
                run.append(run.makeelement(qn("w:tab")))
            said = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            said.text = part
            run.append(said)


@pytest.mark.parametrize(("pack", "theme"), [("learning-review", ""), ("starter", ""), ("starter", THEME)])
def test_every_field_filled_in_word_comes_back_under_its_tag(
    sheet: Callable[..., Sheet], tmp_path: Path, pack: str, theme: str
) -> None:
    sent = sheet(pack, theme)
    document = sent.open()
    put_in = fill(document)
    document.save(str(tmp_path / "filled.docx"))
    table = collected(tmp_path / "filled.docx")
    assert column(table, "Tag", "Answer") == sent.as_read(put_in)
    assert all(question for (question,) in column(table, "Question"))
    tags = [tag for tag, _ in put_in]
    assert len(set(tags)) == len(tags) > 30
    assert ("about.name" in tags) is not bool(theme)
    assert ("documentProtection" in document.settings.element.xml) is bool(theme)


@pytest.mark.parametrize("pack", ["learning-review", "starter"])
def test_a_worksheet_nobody_filled_in_has_no_rows(sheet: Callable[..., Sheet], pack: str) -> None:
    assert collected(sheet(pack).path).rows == ()


@pytest.fixture
def type_in_libreoffice(tmp_path: Path) -> Callable[[Path, Path], list[str]]:
    """Type into a worksheet in LibreOffice; gives what each field should be read as."""

    def typed(source: Path, target: Path) -> list[str]:
        if shutil.which("soffice") is None:
            _absent("LibreOffice")
        if (
            not Path(SYSTEM_PYTHON).exists()
            or subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode
        ):
            _absent("LibreOffice's uno (python3-uno)")
        done = subprocess.run(
            [SYSTEM_PYTHON, str(ROOT / "tests" / "typing_in_libreoffice.py"), source, target, tmp_path / "profile"],
            check=True,
            capture_output=True,
            text=True,
            timeout=180,
        )
        return [str(text) for text in json.loads(done.stdout)]

    return typed


def test_a_worksheet_typed_in_libreoffice_comes_back_whole(
    sheet: Callable[..., Sheet], type_in_libreoffice: Callable[[Path, Path], list[str]], tmp_path: Path
) -> None:
    sent, typed_in = sheet("starter"), tmp_path / "typed.docx"
    typed = type_in_libreoffice(sent.path, typed_in)
    put_in = list(zip(sent.tags(), typed, strict=True))
    assert len(set(typed)) > 20

    beside_the_blank = collected(sent.path, typed_in)
    assert column(beside_the_blank, "Worksheet", "Tag", "Answer") == [("2", *row) for row in sent.as_read(put_in)]

    document = sent.open()
    fill(document)
    document.save(str(tmp_path / "word.docx"))
    by_tag = {row[0]: row[1] for row in column(collected(tmp_path / "word.docx"), "Tag", "Question")}
    options = sent.options()
    alone = collected(typed_in)
    assert column(alone, "Question", "Answer") == [
        (options.get(tag) or by_tag[tag], value) for tag, value in put_in if value
    ]
    name, role = typed[sent.tags().index("about.name")], typed[sent.tags().index("about.role")]
    unnamed = collected(typed_in, with_names=False)
    assert len(unnamed.rows) == len(alone.rows) - 2
    assert not {name, role} & {answer for (answer,) in column(unnamed, "Answer")}

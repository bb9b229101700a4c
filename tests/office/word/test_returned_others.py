"""What comes back and is no worksheet, or cannot be read, is left out with the reason, and does no harm."""

import zipfile
from io import BytesIO

import docx
import pytest

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.ir.answers import ReturnedFile, Worksheet
from deckbuilder.office.word.returned import read_worksheet
from returned_worksheets import control, paragraph, returned, run, typed, written, zipped

ORIGIN = Origin(SourceFile("returned/sheet.docx"))


def read(data: bytes) -> tuple[Worksheet | None, Diagnostics]:
    diagnostics = Diagnostics()
    return read_worksheet(ReturnedFile(ORIGIN, data), diagnostics), diagnostics


def refused(data: bytes) -> tuple[str, str]:
    found, diagnostics = read(data)
    assert found is None
    (said,) = diagnostics
    assert (said.severity, said.origin) == ("warning", ORIGIN)
    assert said.hint
    return said.code, said.message


GOOD = returned(written("Why?", typed("calls.q1", "One")))


def _plain(*paragraphs: str, title: str = "A letter") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.title = title
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _with(name: str, change: tuple[str, str]) -> bytes:
    with zipfile.ZipFile(BytesIO(GOOD)) as archive:
        files = {entry: archive.read(entry).decode() for entry in archive.namelist()}
    assert change[0] in files[name]
    return zipped({**files, name: files[name].replace(*change)})


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
ODT = b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "unreadable-worksheet", "is empty (0 bytes)"),
        (GOOD[: len(GOOD) // 2], "unreadable-worksheet", "is damaged"),
        (b"%PDF-1.7 and so on", "unreadable-worksheet", "is a PDF"),
        (b"{\\rtf1 text}", "unreadable-worksheet", "is in Rich Text Format"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "unreadable-worksheet", "is damaged"),
        (ODT, "unreadable-worksheet", "is an OpenDocument file (.odt)"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "unreadable-worksheet", "Word 97 to 2003"),
        (
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "unreadable-worksheet",
            "is protected by a password",
        ),
        (_with("[Content_Types].xml", (MAIN_TYPE, MACRO_TYPE)), "unreadable-worksheet", "holds macros"),
        (_with("word/document.xml", ("<w:body>", "<w:body><w:p>")), "unreadable-worksheet", "is damaged"),
        (
            _with("word/document.xml", ("<w:document", f'<!DOCTYPE d [<!ENTITY e0 "ha">{ENTITIES}]><w:document')),
            "unreadable-worksheet",
            "declares a document type",
        ),
        (_with("word/document.xml", ("One", " " * 60_000_000)), "unreadable-worksheet", "would unpack to far more"),
        (_plain("Dear colleague"), "not-a-worksheet", "is a Word document, but no worksheet of ours"),
        (
            returned(paragraph(control("ClientName", run("A"))), properties={}),
            "not-a-worksheet",
            "holds the fields of another form",
        ),
        (
            returned(paragraph("Slide by slide"), properties={"Document": "facilitator guide"}),
            "not-a-worksheet",
            "is a facilitator guide",
        ),
        (returned(paragraph("Typed")), "worksheet-without-fields", "is a worksheet without its fields"),
        (_plain("Action plan", "Typed"), "worksheet-without-fields", "is a worksheet without its fields"),
    ],
    ids=[
        "empty", "cut off", "pdf", "rtf", "a zip without a document", "odt", "1997", "password", "macros", "bad XML",
        "entities", "zip bomb", "foreign", "another form", "guide", "fields dropped", "fields and properties dropped",
    ],
)  # fmt: skip
def test_what_is_no_worksheet_is_left_out_with_the_reason(data: bytes, code: str, message: str) -> None:
    said = refused(data)
    assert said[0] == code
    assert message in said[1]


def test_a_link_to_a_place_outside_is_no_harm() -> None:
    row_ = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'
    )
    data = _with(
        "word/_rels/document.xml.rels",
        ("</Relationships>", f'{row_} Target="file:///C:/a.docx" TargetMode="External"/></Relationships>'),
    )
    found, diagnostics = read(data)
    assert found is not None
    assert [answer.text for answer in found.answers] == ["One"]
    assert not diagnostics.found

"""`deckbuilder build --pdf`: tagged PDFs, the same each time, and a clear word where there is no LibreOffice."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from conftest import libreoffice_allowed
from deckbuilder.cli.main import cli
from deckbuilder.ir.presentation import Properties
from deckbuilder.office.rendering.pdf_origin import read_pdf, settled
from made_packs import write_pack, write_theme

ABOUT = Properties("T", "", "", "cy", "1", date(2026, 3, 4), "", (("Pack", "café"), ("Document", "deck as PDF")))


def made(stamp: str, chance: str, end: str = "") -> bytes:
    """Give the bytes that LibreOffice changes from run to run, among those that it does not."""
    return (
        f"%PDF-1.6\n<xmp:CreateDate>{stamp[:4]}-11-25T08:02:33Z</xmp:CreateDate>\n"
        f"1 0 obj\n<</Type/Catalog\n/Lang(en-US)\n/MarkInfo<</Marked true>>>>\nendobj\n"
        f"<</CreationDate(D:{stamp}Z')>>\nxref\ntrailer\n<</ID [ <{chance}>\n<{chance}> ]\n/DocChecksum /{chance}\n>>\n"
        f"startxref\n99\n%%EOF\n{end}"
    ).encode()


def test_time_and_chance_leave_no_trace() -> None:
    one = settled(made("20261125080233", "0B" * 16), ABOUT)
    other = settled(made("20270101120000", "7E" * 16), ABOUT)
    assert one == other
    assert b"2026-03-04T00:00:00Z" in one
    assert b"(D:20260304000000Z')" in one


def test_the_language_is_the_documents_and_no_offset_moves() -> None:
    before = made("20261125080233", "0B" * 16)
    after = settled(before, ABOUT)
    assert b"/Lang(cy)   \n/MarkInfo" in after
    assert after.index(b"xref") == before.index(b"xref")


def test_a_pdf_says_where_it_comes_from_and_whether_it_was_changed() -> None:
    pdf = settled(made("20261125080233", "0B" * 16), ABOUT)
    found = read_pdf(pdf)
    assert found is not None
    assert (found.properties["Pack"], found.intact) == ("café", True)
    changed = read_pdf(pdf.replace(b"Marked true", b"Marked nope"))
    assert changed is not None
    assert not changed.intact
    assert read_pdf(made("20261125080233", "0B" * 16)) is None
    said = (b"{", b'{"Fingerprint": 1}', b"[1]", b'{"a":' + b"[" * 15_000 + b"}")
    for damaged in (b"", *(b"%Deckbuilder " + each + b"\nstartxref" for each in said)):
        assert read_pdf(damaged) is None


def test_without_libreoffice_the_documents_are_built_and_a_warning_names_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path)
    write_theme(tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(cli, ["build", "--theme", "north", "--pictures", "none", "--pdf"])
    assert done.exit_code == 0
    assert "warning[no-pdf]: No PDF was made: LibreOffice" in done.stderr
    assert sorted(file.suffix for file in (tmp_path / "output" / "north").iterdir()) == [".docx", ".docx", ".pptx"]


@pytest.mark.usefixtures("libreoffice")
def test_pdfs_are_tagged_titled_and_in_the_language_of_the_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path)
    write_theme(tmp_path)
    monkeypatch.chdir(tmp_path)
    asked = ["build", "--theme", "north", "--only", "deck", "--only", "worksheet", "--pdf"]
    with libreoffice_allowed():
        assert CliRunner().invoke(cli, asked).exit_code == 0
    folder = tmp_path / "output" / "north"
    for name, title in (("deck", 'Tea & "trust" <visits>'), ("worksheet", 'Tea & "trust" <visits>: worksheet')):
        pdf = PdfReader(BytesIO((folder / f"every-kind-{name}.pdf").read_bytes()), strict=True)
        root: Any = pdf.trailer["/Root"]
        assert root["/Lang"] == "en-GB"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert pdf.metadata is not None
        assert pdf.metadata.title == title
        assert len(pdf.outline) > 3
        assert "Say it slowly" not in "".join(page.extract_text() for page in pdf.pages)
    status = CliRunner().invoke(cli, ["status"])
    assert status.exit_code == 0
    assert "deck as PDF of every-kind 1.2" in status.stdout

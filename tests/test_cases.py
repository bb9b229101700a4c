"""Every folder under `cases/` is a pack with faults, and each fault is reported in full, once, where it stands.

A case is found, not registered. What is expected stands beside the bad line as a comment at its end:

    # error[code] at 5: part of the message | hint: part of the hint

where `at` (the column) and the hint may be left out. Where no comment can stand, the case's `expected.txt` says it, a
line each: `path:line:column error[code]: part of the message`, without line and column when there are none.
`arguments.txt` holds further arguments of the command; a warning fails with `--strict`.
"""

import json
import re
import shutil
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckbuilder.cli.main import cli

CASES = Path(__file__).parent / "cases"
NAMES = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())

_FAULT = (
    r"(?P<severity>error|warning|advice)\[(?P<code>[a-z0-9-]+)\](?: at (?P<column>\d+))?"
    r": (?P<message>[^#|\n]+)(?:\| hint: (?P<hint>[^#\n]+))?"
)
_COMMENT = re.compile(rf"# {_FAULT}")
_LISTED = re.compile(rf"(?P<path>[^\s:]+)(?::(?P<line>\d+):(?P<place>\d+))? {_FAULT}")


@dataclass(frozen=True)
class Expected:
    code: str
    severity: str
    path: str
    line: int | None
    column: int | None
    """None when any will do."""
    message: str
    hint: str

    def fits(self, found: dict[str, object]) -> bool:
        return (
            (found["code"], found["severity"], found["file"], found["line"])
            == (self.code, self.severity, self.path, self.line)
            and (self.column is None or found["column"] == self.column)
            and self.message in str(found["message"])
            and self.hint in str(found["hint"])
        )


def expected_in(case: Path) -> Iterator[Expected]:
    room = f"content/{case.name}"
    for file in sorted(case.rglob("*.yaml")):
        path = f"{room}/{file.relative_to(case).as_posix()}"
        for number, line in enumerate(file.read_bytes().decode("utf-8-sig", "replace").split("\n"), 1):
            for match in _COMMENT.finditer(line):
                yield _expected(match, path, number, match["column"])
    listed = case / "expected.txt"
    for line in listed.read_text(encoding="utf-8").splitlines() if listed.exists() else ():
        found = _LISTED.fullmatch(line)
        assert found is not None, f"this is no expectation: {line}"
        path = room if found["path"] == "." else f"{room}/{found['path']}"
        yield _expected(found, path, int(found["line"]) if found["line"] else None, found["place"])


def _expected(match: re.Match[str], path: str, line: int | None, column: str | None) -> Expected:
    return Expected(
        match["code"],
        match["severity"],
        path,
        line,
        int(column) if column else None,
        match["message"].strip(),
        (match["hint"] or "").strip(),
    )


@dataclass(frozen=True)
class Ran:
    checked: Result
    built: Result
    before: dict[str, bytes]
    after: dict[str, bytes]

    @property
    def found(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self.checked.stdout)
        return found


def files_under(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Check and build a case in a workspace of its own, in which a deck stands already."""
    pack = folder / "content" / name
    shutil.copytree(CASES / name, pack)
    arguments = []
    for aside in ("expected.txt", "arguments.txt"):
        if (pack / aside).exists():
            arguments += (pack / aside).read_text(encoding="utf-8").split() if aside == "arguments.txt" else []
            (pack / aside).unlink()
    deck = folder / "output" / "board" / f"{name}-deck.pptx"
    deck.parent.mkdir(parents=True)
    deck.write_bytes(b"the deck that was built before")
    # The name that the pack's own deck gets.
    (deck.parent / "case-deck.pptx").write_bytes(b"the deck that was built before")
    monkeypatch.chdir(folder)
    before = files_under(folder)
    checked = CliRunner().invoke(cli, ["check", name, "--format", "json", *arguments])
    built = CliRunner().invoke(cli, ["build", name, *arguments])
    return Ran(checked, built, before, files_under(folder))


@pytest.mark.parametrize("name", NAMES)
def test_every_fault_is_reported_where_it_stands(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(expected_in(CASES / name))
    assert expected, "the case expects nothing"
    ran = run(name, tmp_path, monkeypatch)
    for result in (ran.checked, ran.built):
        # A command that ends with sys.exit has that as its exception; any other would be a bug.
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            pytest.fail("".join(traceback.format_exception(result.exception)))
        assert result.exit_code == 1, result.output
        assert "Traceback" not in result.output

    missing = [item for item in expected if not any(item.fits(found) for found in ran.found)]
    extra = [found for found in ran.found if not any(item.fits(found) for item in expected)]
    assert (missing, extra) == ([], [])
    assert len(ran.found) == len(expected)
    assert ran.after == ran.before
    assert ran.built.stdout == ""
    shows(ran.built.stderr, ran.found, tmp_path)


def shows(text: str, found: list[dict[str, object]], folder: Path) -> None:
    """Hold what a person reads against the data: each fault with its line, and a caret below the right character."""
    printed = text.split("\n")
    head_line = re.compile(r"\S+: (error|warning|advice)\[[a-z0-9-]+\]: ")
    heads = [number for number, line in enumerate(printed) if head_line.match(line)]
    assert len(heads) == len(found)
    for head, item in zip(heads, found, strict=True):
        place = ":".join(str(item[key]) for key in ("file", "line", "column") if item[key])
        assert printed[head] == f"{place}: {item['severity']}[{item['code']}]: {item['message']}"
        rest = printed[head + 1 : head + 4]
        line, column = item["line"], item["column"]
        source = _line(folder / str(item["file"]), int(str(line))) if line else ""
        if source:
            gutter, shown = rest[0].split(" | ", 1)
            assert gutter == f"  {line}"
            caret = rest[1].index("^")
            assert rest[1].replace(" ", "") == "|^"
            assert shown in source
            at = int(str(column)) - 1
            left = caret - len(gutter) - 3
            assert shown[left : left + 1] == source[at : at + 1]
            assert source[at - left : at] == shown[:left]
            rest = rest[2:]
        if item["hint"]:
            assert rest[0] == f"  hint: {item['hint']}"


def _line(file: Path, number: int) -> str:
    """Give a line as a terminal shows it."""
    text = file.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")[number - 1]
    return "".join(
        character if character.isprintable() else " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def test_every_command_that_succeeds_says_nothing_of_faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tmp_path / "content" / "sound"
    (pack / "slides").mkdir(parents=True)
    (pack / "pack.yaml").write_text("id: sound\ntitle: A pack\nslides: [slides/one.yaml]\n", encoding="utf-8")
    (pack / "slides" / "one.yaml").write_text(
        "section: One\nslides:\n  - {id: first, kind: points, title: The first slide, points: [A point]}\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    built = CliRunner().invoke(cli, ["build", "sound"])
    assert (built.exit_code, built.stderr) == (0, "")
    assert built.stdout.splitlines() == [
        f"output/board/sound-{document}" for document in ("deck.pptx", "facilitator-guide.docx", "worksheet.docx")
    ]
    checked = CliRunner().invoke(cli, ["check", "sound", "--format", "json"])
    assert (checked.exit_code, json.loads(checked.stdout), checked.stderr) == (0, [], "")


def test_every_code_about_a_pack_has_a_case() -> None:
    seen = {item.code for name in NAMES for item in expected_in(CASES / name)}
    pages = Path(__file__).parent.parent / "src" / "deckbuilder" / "diagnostics" / "pages"
    # These need a large or a harmful file, an Office template, or a computer that refuses, or are advice, which fails
    # nothing: they are tested where they are found.
    elsewhere = {"font-not-known"} | {
        "file-too-large",
        "unreadable-file",
        "cannot-write",
        "edited-file",
        "unsafe-template",
        "template-too-large",
        "slide-too-long",
        "text-too-long",
    }
    elsewhere |= {page.stem for page in pages.glob("*template*.md")} - seen
    # These are advice, with which documents are written: tests/office/adopt.
    elsewhere |= {"template-layouts-added", "template-mended", "cannot-render"}
    # What is not given as PDF: tests/pipeline/test_pdf.py.
    elsewhere |= {"no-pdf"}
    # These are about worksheets that came back: tests/cli/test_collect.py.
    elsewhere |= {page.stem for page in pages.glob("*worksheet*.md")}
    # These are about documents that somebody edited: tests/pipeline/test_pull_words.py.
    elsewhere |= {"not-a-built-file", "built-of-what-is-not-here", "pack-has-changed", "cannot-pull"}
    # These are about documents to import: tests/cli/test_import.py.
    elsewhere |= {"document-too-long", "nothing-to-import"}
    # No theme makes these: tests/checks.
    elsewhere |= {"faint-text", "text-too-small"}
    # These are about finished Office files: tests/checks/files.
    rules = [*(pages.parents[1] / "checks" / "files").glob("*.py"), pages.parents[1] / "pipeline" / "inspecting.py"]
    of_files = "\n".join(rule.read_text(encoding="utf-8") for rule in rules)
    elsewhere |= {page.stem for page in pages.glob("*.md") if f'"{page.stem}"' in of_files} - seen
    assert {page.stem for page in pages.glob("*.md")} - seen == elsewhere

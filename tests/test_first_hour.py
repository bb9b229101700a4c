"""docs/first-hour.md holds: its commands and the edits it shows lead from an old deck to two agencies' documents."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from pptx import Presentation

from conftest import ROOT
from deckbuilder.cli.main import cli
from old_deck import write_old_deck

PAGE = (ROOT / "docs" / "first-hour.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(?P<language>sh|yaml)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def _say(line: str) -> str:
    done = CliRunner().invoke(cli, shlex.split(line)[1:])
    assert done.exit_code == 0, f"{line}\n{done.output}"
    return done.stdout


def _edit(text: str, of: str, lines: list[str]) -> str:
    """Change a slide of a section file, or a theme, as a reader would: a line in the place of the one with its key.

    The lines of `kind: support` take the place of the whole body.
    """
    begin = text.index(f"  - id: {of}\n") if f"  - id: {of}\n" in text else 0
    end = text.find("\n  - id: ", begin + 1) if begin else len(text)
    part = text[begin : end if end >= 0 else len(text)]
    if lines[0].strip() == "kind: support":
        title = re.search(r"^    title: .*$", part, re.MULTILINE)
        assert title is not None
        new = "\n".join([f"  - id: {of}", title[0], *lines, ""])
    else:
        new = part  # lines without a value only say where the others stand
        for line in (each for each in lines if not each.endswith(":")):
            key = line.partition(":")[0] + ":"
            # A value may go on in lines that stand further in.
            deeper = " " * (len(key) - len(key.lstrip(" -")) + 1)
            old = rf"^{re.escape(key)}.*(?:\n{deeper}.*)*$"
            new, count = re.subn(old, line.replace("\\", r"\\"), new, count=1, flags=re.MULTILINE)
            assert count == 1, line
    return text.replace(part, new, 1)


def test_the_first_hour_leads_where_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for room in ("content", "themes"):
        (tmp_path / room).mkdir()
    write_old_deck(tmp_path / "neglect-2019.pptx")
    said = ""
    for fence in _FENCE.finditer(PAGE):
        if fence["language"] == "sh":
            said = "".join(_say(line) for line in fence["text"].splitlines())
            continue
        for piece in re.split(r"^# ", fence["text"], flags=re.MULTILINE)[1:]:
            of, *lines = piece.splitlines()
            theme = tmp_path / "themes" / of / "theme.yaml"
            slides = (tmp_path / "content" / "neglect" / "slides").iterdir()
            marked = f"  - id: {of}\n"
            file = theme if theme.is_file() else next(each for each in slides if marked in each.read_text("utf-8"))
            file.write_text(_edit(file.read_text(encoding="utf-8"), of, lines), encoding="utf-8")
    written = [tmp_path / line for line in said.splitlines()]
    assert len(written) == 6
    assert all(path.is_file() for path in written)
    decks = {path.parent.name: Presentation(str(path)) for path in written if path.suffix == ".pptx"}
    words = {
        name: " ".join(shape.text_frame.text for slide in deck.slides for shape in slide.shapes if shape.has_text_frame)
        for name, deck in decks.items()
    }
    assert "A refresher for the staff of Eastfold Health" in words["eastfold"]
    assert "01632 960456" in words["eastfold"]
    assert "01632 960456" not in words["northmere"]
    assert "2019" not in words["eastfold"]
    assert "01632 960100" not in words["eastfold"]
    guide = next(path for path in written if path.name == "neglect-facilitator-guide.docx")
    assert "I just wanted someone to ask me if I was OK." in "\n".join(p.text for p in Document(str(guide)).paragraphs)

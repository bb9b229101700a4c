"""What somebody changes in the Word documents, and files that do not belong to the pack as it is now."""

import io
import shutil
import zipfile
from pathlib import Path

from docx import Document
from docx.text.paragraph import Paragraph

from pulled import ONE, PACK, deck, diff, lines, opened, pulled, said, say, tried

pytest_plugins = ("pull_fixtures",)


def guide(root: Path) -> Path:
    return root / "output" / "north" / "small-facilitator-guide.docx"


def worksheet(root: Path) -> Path:
    return root / "output" / "north" / "small-worksheet.docx"


def write(file: Path, *changes: tuple[str, str]) -> None:
    """Change words of a Word document, the first time that they stand in one run."""
    document = Document(str(file))
    every = [Paragraph(each, document) for each in document.element.body.iter(f"{{{document.element.nsmap['w']}}}p")]
    for old, new in changes:
        run = next(run for each in every for run in each.runs if old in run.text and "TOC" not in str(each.style))
        run.text = run.text.replace(old, new)
    document.save(str(file))


def test_what_is_changed_in_the_guide_goes_to_where_the_pack_says_it(root: Path) -> None:
    write(
        guide(root),
        ("This is hard to hear", "This may be hard to hear"),
        ("Listen well", "Listen very well"),
        ("needs time", "needs our time"),
        ("What now?", "And what now?"),
        ("Which sentence", "Which of your sentences"),
        ("9 to 5", "9 to 6"),
        ("Keep it short", "Keep it very short"),
        ("I want to be asked", "I want to be heard"),
        ("At a glance", "In short"),
    )
    found = pulled(root, guide(root), write=True)
    assert [(each.new, each.reason) for each in found.pulled[0].changes if each.reason] == [
        ("In short", "the tool puts this together of several texts: change them in the pack"),
        ("I want to be heard", "a quotation is evidence: --quotations writes it"),
    ]
    assert diff(PACK, root, "pack.yaml")[1] == [
        "  - text: Listen very well",
        "  summary: This may be hard to hear. Step out when you need to.",
    ]
    assert diff(ONE, root, "slides/one.yaml")[1] == [
        "      needs our time.",
        "      - And what now?",
        '      - [Hub, "9 to 6"]',
    ]
    assert "        - Which of your sentences worked?" in lines(root, "slides/two.yaml")
    assert "      debrief: [Keep it very short]" in lines(root, "slides/two.yaml")


def test_answers_in_a_worksheet_are_no_changes(root: Path) -> None:
    document = Document(str(worksheet(root)))
    w = f"{{{document.element.nsmap['w']}}}"
    for control in document.element.body.iter(f"{w}sdt"):
        mark = control.find(f"{w}sdtPr/{w}showingPlcHdr")
        if mark is not None:
            mark.getparent().remove(mark)
        for text in control.iter(f"{w}t"):
            text.text = "☒" if text.text == "☐" else "My answer"
    document.save(str(worksheet(root)))
    write(worksheet(root), ("What will you change", "What do you change"))
    found = pulled(root, worksheet(root))
    assert said(found) == [("question of the activity", "changed", "What will you change?", "What do you change?")]
    assert any("deckbuilder collect" in note for note in found.pulled[0].notes)


def test_several_files_are_pulled_at_once_and_may_not_contradict_each_other(root: Path) -> None:
    with opened(deck(root)) as slides:
        say(slides[0], "A plain point", "A simple point")
        say(slides[0], "needs time", "needs some time")
    write(guide(root), ("needs time", "needs our time"), ("Listen well", "Listen very well"))
    write(worksheet(root), ("Listen well", "Listen very well"))
    found = pulled(root, deck(root), guide(root), worksheet(root), write=True)
    assert [[(each.what, each.reason) for each in file.changes] for file in found.pulled] == [
        [("point", ""), ("notes", "it is changed in two ways")],
        [("outcome", ""), ("notes", "it is changed in two ways")],
        [("outcome", "")],
    ]
    assert diff(ONE, root, "slides/one.yaml")[1] == ["      - A simple point  # from page 3"]
    assert diff(PACK, root, "pack.yaml")[1] == ["  - text: Listen very well"]


def test_a_pack_that_has_changed_since_is_written_to_by_force_only_and_loses_nothing(root: Path) -> None:
    one = root / "content" / "small" / "slides" / "one.yaml"
    one.write_text(
        ONE.replace("A plain point", "A newer point").replace("One, Two]", "One, Two, Three]"), encoding="utf-8"
    )
    with opened(deck(root)) as slides:
        say(slides[0], "needs time", "needs our time")
    found, diagnostics = tried(root, deck(root), write=True)
    assert [item.code for item in diagnostics] == ["pack-has-changed"]
    assert found.files == ()
    assert found.pulled[0].since == ("pack",)
    found = pulled(root, deck(root), write=True, force=True)
    newer = "the pack has changed since, and may be the newer of the two"
    assert [(kind, old, new) for _, kind, old, new in said(found)] == [
        ("changed", "A newer point", "A plain point"),
        ("removed", "Three", ""),
        (
            "changed",
            "Say it slowly. Every young person needs time.",
            "Say it slowly. Every young person needs our time.",
        ),
    ]
    assert [each.reason for each in found.pulled[0].changes] == ["", newer, ""]
    assert "        points: [One, Two, Three]" in lines(root, "slides/one.yaml")
    assert "A newer point" in (one.parent / "one.yaml.bak").read_text(encoding="utf-8")


def test_a_file_as_it_was_built_is_known_at_once(root: Path) -> None:
    shutil.rmtree(root / "content")
    found = pulled(root, deck(root), guide(root))
    assert [(each.document, each.pack, each.changes) for each in found.pulled] == [
        ("deck", "small", ()),
        ("guide", "small", ()),
    ]


def test_files_that_cannot_be_traced_back_are_errors(root: Path, tmp_path: Path) -> None:
    with opened(deck(root)) as slides:
        say(slides[0], "A plain point", "A point")
    shutil.copytree(root, tmp_path / "other")
    shutil.rmtree(tmp_path / "other" / "content")
    (tmp_path / "other" / "content").mkdir()
    gone = tried(tmp_path / "other", tmp_path / "other" / "output" / "north" / "small-deck.pptx")[1]
    assert [(item.code, item.message) for item in gone] == [
        ("built-of-what-is-not-here", "This file was built of the pack “small”, which is not here.")
    ]
    shutil.rmtree(root / "themes" / "north")
    assert "theme “north”" in tried(root, deck(root))[1].found[0].message
    foreign = root / "foreign.docx"
    Document().save(str(foreign))
    assert [item.code for item in tried(root, foreign)[1]] == ["not-a-built-file"]
    broken = root / "broken.pptx"
    broken.write_bytes(deck(root).read_bytes()[:3000])
    assert [item.severity for item in tried(root, broken)[1]] == ["error"]


def test_a_file_from_elsewhere_leads_out_of_no_folder(root: Path) -> None:
    with opened(deck(root)) as slides:
        say(slides[0], "A plain point", "A point")
    written = io.BytesIO()
    with zipfile.ZipFile(deck(root)) as old, zipfile.ZipFile(written, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "docProps/custom.xml":
                data = data.replace(b">north<", b">../../themes/north<")
            new.writestr(entry, data)
    deck(root).write_bytes(written.getvalue())
    assert [item.code for item in tried(root, deck(root))[1]] == ["built-of-what-is-not-here"]


def test_a_pack_with_faults_is_not_compared(root: Path) -> None:
    with opened(deck(root)) as slides:
        say(slides[0], "A plain point", "A point")
    (root / "content" / "small" / "slides" / "two.yaml").write_text("section: Two\nslides: [a]\n", encoding="utf-8")
    found, diagnostics = tried(root, deck(root), write=True)
    assert (found.pulled, found.files) == ((), ())
    assert diagnostics.has_errors

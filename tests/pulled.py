"""A small pack with something of everything, what people do to its deck, and what `pull` makes of it."""

import copy
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph

from deckbuilder import pipeline
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office import write_all
from deckbuilder.pipeline.pulling import Pull, Wish, pull
from deckbuilder.source import Workspace

PACK = """\
# the pack
id: small
title: Listening to {{ agency.short_name }}
version: "1.0"
slides: [slides/one.yaml, slides/two.yaml]
outcomes:
  - text: Listen well
    slides: [first, voices]
content_note:
  summary: This is hard to hear. Step out when you need to.
"""
ONE = """\
section: One  # the first
id: one
slides:
  - id: first
    kind: points
    title: "First: know me"
    points:
      - A plain point  # from page 3
      # about the second
      - >-
        Call {{ agency.name }} when a **child** is in danger, by day and by night, whatever the weather is and
        wherever you are
      - text: A point with points
        points: [One, Two]
    notes: |
      Say it *slowly*. Every child
      needs time.

      Then:

      - pause
      - go on with [Childline](https://www.childline.org.uk)
    minutes: 3
    ask:
      - What did you hear?
      - What now?

  # quotations
  - id: voices
    kind: voices
    title: In their words
    voices:
      - quote: Nobody fucking listened to me
        speaker: child
        strong_language: true
      - quote: I want to be asked
        speaker: parent
        attribution: A father

  - id: table
    kind: table
    title: A table
    columns: [Who, {heading: When, align: right}]
    rows:
      - [Police, "999"]
      - [Hub, "9 to 5"]
    description: Whom to call
"""
TWO = """\
section: Two
slides:
  - {id: both, kind: compare, title: Dos, columns: [{heading: Do, points: [Listen]}, {heading: Don't, points: [Push]}]}
  - id: work
    kind: workshop
    title: Try it
    activity:
      purpose: To hear yourself
      questions:
        - Which sentence worked?
        - What will you change?
      debrief: [Keep it short]
  - id: last
    kind: points
    title: Last
    points:
      - The end
"""
THEME = """\
name: North
agency: {name: North Partnership, short_name: NP, contacts: [{name: The hub, phone: 01522 782111}]}
brand: {colours: {brand: "#0F4C4A"}, fonts: {heading: Arial, body: Arial}}
wording: {strong_language: mask, terms: {child: young person}}
"""


def workspace(root: Path, **files: str) -> Path:
    """Write the pack and its theme; `files` gives others by their names without an ending."""
    held = {"pack": PACK, "one": ONE, "two": TWO} | files
    (root / "content" / "small" / "slides").mkdir(parents=True)
    (root / "themes" / "north").mkdir(parents=True)
    (root / "themes" / "north" / "theme.yaml").write_text(THEME, encoding="utf-8")
    for name, text in held.items():
        path = root / "content" / "small" / ("pack.yaml" if name == "pack" else f"slides/{name}.yaml")
        path.write_bytes(text.encode())
    return root


def build(root: Path, document: str = "deck", plan: str | None = None) -> Path:
    """Build a document; gives its file, of several sessions the first."""
    around = Workspace.around(root)
    diagnostics = Diagnostics()
    packs = pipeline.load_packs([root / "content" / "small"], around, diagnostics)
    order = pipeline.Order(plan, only=(document,), out=root / "output", pictures="none")
    (result,) = pipeline.build(packs, [root / "themes" / "north"], order, around)
    assert not [item for item in (*diagnostics, *result.diagnostics) if item.severity == "error"]
    write_all(result.files)
    return result.files[0].path


def deck(root: Path) -> Path:
    """Give the deck that was built."""
    return root / "output" / "north" / "small-deck.pptx"


@contextmanager
def opened(file: Path) -> Iterator[list[Slide]]:
    """Open a deck to edit its slides, and save it."""
    deck: Deck = Presentation(str(file))
    yield list(deck.slides)
    deck.save(str(file))


def texts(slide: Slide) -> list[TextFrame]:
    """Give what the placeholders of a slide hold, the title first."""
    return [shape.text_frame for shape in slide.placeholders if shape.has_text_frame]


def paragraph(slide: Slide, words: str) -> _Paragraph:
    """Find the paragraph of a slide, or of its notes, that holds some words."""
    return next(each for frame in (*texts(slide), notes(slide)) for each in frame.paragraphs if words in each.text)


def say(slide: Slide, old: str, new: str) -> None:
    """Change words of a slide within one run, as somebody does who types."""
    runs = [run for run in paragraph(slide, old).runs if old in run.text]
    runs[0].text = runs[0].text.replace(old, new)


def add_after(slide: Slide, words: str, new: str) -> None:
    """Write a paragraph below another."""
    before = paragraph(slide, words)
    added = copy.deepcopy(before._p)
    before._p.addnext(added)
    first, *others = _Paragraph(added, before._parent).runs
    first.text = new
    for run in others:
        holder: Any = added
        holder.remove(run._r)


def remove(slide: Slide, words: str) -> None:
    """Delete a paragraph."""
    found: Any = paragraph(slide, words)._p
    found.getparent().remove(found)


def notes(slide: Slide) -> TextFrame:
    """Give the notes of a slide."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame


def order(file: Path, change: Callable[[list[object]], list[object]]) -> None:
    """Put the slides of a deck in another order, or leave some out."""
    deck: Deck = Presentation(str(file))
    held = deck.slides._sldIdLst
    every = list(held)
    for each in every:
        held.remove(each)
    held.extend(change(every))
    deck.save(str(file))


def pulled(root: Path, *files: Path, write: bool = False, quotations: bool = False, force: bool = False) -> Pull:
    """Pull, and write what is to be written; what is wrong fails the test."""
    found, diagnostics = tried(root, *files, write=write, quotations=quotations, force=force)
    assert diagnostics.found == []
    write_all(found.files)
    return found


def tried(
    root: Path, *files: Path, write: bool = False, quotations: bool = False, force: bool = False
) -> tuple[Pull, Diagnostics]:
    """Pull, and write nothing."""
    diagnostics = Diagnostics()
    wish = Wish(write=write, quotations=quotations, force=force)
    return pull(files, wish, Workspace.around(root), diagnostics), diagnostics


def said(found: Pull) -> list[tuple[str, str, str, str]]:
    """Give each change: what, how, the old words, the new."""
    return [(each.what, str(each.kind), each.old, each.new) for file in found.pulled for each in file.changes]


def lines(root: Path, name: str) -> list[str]:
    """Give the lines of a file of the pack."""
    return (root / "content" / "small" / name).read_text(encoding="utf-8").split("\n")


def diff(before: str, root: Path, name: str) -> tuple[list[str], list[str]]:
    """Give the lines that are gone from a file, and those that have come."""
    old, new = before.split("\n"), lines(root, name)
    return [line for line in old if line not in new], [line for line in new if line not in old]

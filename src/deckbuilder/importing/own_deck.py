"""A deck that this tool built, read back into the slides of its pack: the same ids, kinds, texts and notes.

What is read is what stands on the slides now, so that what somebody changed in PowerPoint comes along. A slide that is
no longer of its kind, or that was put in between, is read like one of any other document.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.importing.own_bodies import BODIES
from deckbuilder.importing.own_notes import OwnNotes, own_notes
from deckbuilder.importing.own_slide import Fields, OwnSlide
from deckbuilder.importing.pack_files import unused
from deckbuilder.importing.pack_slides import PackDraft, PackSlide, Value
from deckbuilder.importing.pack_text import inline
from deckbuilder.importing.recognising import recognised
from deckbuilder.ir.outline import (
    Loss,
    Outline,
    OutlineBlock,
    OutlineColumn,
    OutlinePicture,
    OutlineQuote,
    OutlineSlide,
)
from deckbuilder.ir.text import Paragraph, Run

_WHOLE = "the whole deck"
_SPACE = "\N{NO-BREAK SPACE}"
_COUNT = re.compile(rf"\((\d+){_SPACE}of{_SPACE}(\d+)\)")
_DATE = re.compile(r"(\d{1,2}) (" + "|".join(words.MONTHS) + r") (\d{4})")
_MARKS = "\u200e\u200f"
_NOT_CARRIED = (
    "A deck does not hold what only the guide and the worksheet say: outcomes, agenda, materials, glossary, prompts "
    "and options of questions, for whom a slide is, where it comes from, and plans, editions and silences of the pack."
)
_WITH_VALUES = "Where the pack named a value of the theme, such as {{ agency.name }}, its words stand in this pack now."
_STRONG = "Which of the quotations holds strong language the deck does not say, so all of them are marked."
_MASKED = re.compile(r"\b\w\*{2,}")
_MASK = "Strong words are masked on this slide, and the deck does not hold them: write them as they were spoken."
_CONTACTS = "Where the agency's theme gives one of these contacts, take it out here, or it shows twice."


def own_slides(outline: Outline, of_agencies: Collection[str] = ()) -> PackDraft:
    """Make the slides of a pack of a deck whose slides have tags.

    `of_agencies` are the names of contacts that the workspace's themes give: they are left to the themes.
    """
    return _OwnDeck(outline, frozenset(of_agencies)).read()


class _OwnDeck:
    def __init__(self, outline: Outline, of_agencies: frozenset[str]) -> None:
        self._outline = outline
        self._of_agencies = of_agencies
        self._properties = dict(outline.properties)
        self._ids = {slide.place: _id(slide.tag.id) for slide in outline.slides if slide.tag}
        self._used = set(self._ids.values())
        self._date = next(filter(None, map(_date_on, outline.slides)), None)
        session = self._properties.get("Session", "")
        self._of_deck = frozenset(
            {outline.creator, session, self._date[0] if self._date else "", ""}
            | {" ".join(slide.section.split()) for slide in outline.slides}
        )
        self._support: list[Value] = []
        self._decided: list[Loss] = []
        self._lost: list[Loss] = [Loss(_WHOLE, _NOT_CARRIED), Loss(_WHOLE, _WITH_VALUES)]

    def read(self) -> PackDraft:
        slides: list[PackSlide] = []
        done: set[str] = set()
        for tagged, group in groupby(self._outline.slides, key=lambda slide: slide.tag is not None):
            run = list(group)
            if not tagged:
                slides += self._foreign(run)
                continue
            for slide in run:
                name = slide.tag.id if slide.tag else ""
                if name not in done:
                    done.add(name)
                    slides += self._own(name)
        return PackDraft(tuple(slides), self._about(), (*self._lost, *self._outline.lost), tuple(self._decided))

    def _about(self) -> dict[str, Value]:
        session = self._properties.get("Session", "")
        title = self._outline.title.removesuffix(f": {session}") if session else self._outline.title
        if session:
            what = (
                f"This deck is the meeting “{session}” of a plan; the slides of other meetings are in their own decks."
            )
            self._decided.insert(0, Loss(_WHOLE, what))
        about: dict[str, Value] = {"title": inline((Run(title),)) or "Untitled"}
        if self._outline.subject:
            about["subtitle"] = inline((Run(self._outline.subject),))
        if self._properties.get("Pack version"):
            about["version"] = self._properties["Pack version"]
        date = self._date[1] if self._date else self._outline.created
        if date:
            about["date"] = date
        if self._support:
            about["support"] = self._support
        return about

    def _own(self, name: str) -> list[PackSlide]:
        found = [slide for slide in self._outline.slides if slide.tag and slide.tag.id == name]
        parts = tuple(sorted(found, key=lambda slide: slide.tag.part if slide.tag else 0))
        first = parts[0]
        kind = first.tag.kind if first.tag else ""
        notes = own_notes((each for part in parts for each in part.notes), activity=kind == "workshop")
        write = Writer(self._ids)
        slide = OwnSlide(parts, notes, write, self._of_deck, self._of_agencies, self._support)
        body = BODIES[kind](slide) if kind in BODIES and all(map(_is_untouched, parts)) else None
        if body is None:
            return self._changed(parts, name)
        fields: Fields = {"id": _id(name), "kind": kind, "title": write(_title(first)), **body}
        fields |= notes.values(write)
        said = [each.text for part in parts for entry in (*part.texts, part.notes) for each in entry]
        look_at = self._look_at(fields, notes, first.place, said)
        pictures = tuple(block for part in parts for block in part.body if isinstance(block, OutlinePicture))
        hidden = all(part.hidden for part in parts)
        return [PackSlide(fields, first.place, first.section, hidden, pictures, look_at)]

    def _look_at(self, fields: Fields, notes: OwnNotes, place: str, said: list[str]) -> tuple[str, ...]:
        voices = fields.get("voices")
        asked = []
        if notes.strong_quotation and isinstance(voices, list) and len(voices) > 1:
            asked.append(_STRONG)
        if fields["kind"] == "support" and fields.get("contacts") and not self._of_agencies:
            asked.append(_CONTACTS)
        if any(_MASKED.search(text) for text in said):
            asked.append(_MASK)
        self._decided += [Loss(place, sentence) for sentence in asked]
        return tuple(asked)

    def _changed(self, parts: tuple[OutlineSlide, ...], name: str) -> list[PackSlide]:
        """Read a slide that is no longer what the tool built like any other; it keeps its id."""
        body = tuple(block for part in parts for block in part.body)
        notes = tuple(each for part in parts for each in part.notes if each.text != words.CONTINUED)
        whole = replace(parts[0], title=_title(parts[0]), body=body, notes=notes, tag=None)
        first, *rest = self._foreign([whole])
        kind = parts[0].tag.kind if parts[0].tag else ""
        changed = f"This slide was changed, and is read anew; in the pack it was of the kind “{kind}”."
        self._decided.append(Loss(parts[0].place, changed))
        return [replace(first, fields={**first.fields, "id": _id(name)}, look_at=(changed, *first.look_at)), *rest]

    def _foreign(self, slides: list[OutlineSlide]) -> list[PackSlide]:
        draft = recognised(replace(self._outline, slides=tuple(slides), lost=()), "Slides")
        self._lost += draft.lost
        self._decided += draft.decided
        return [
            replace(slide, fields={**slide.fields, "id": unused(str(slide.fields["id"]), self._used)})
            for slide in draft.slides
        ]


class Writer:
    """Writes runs as a pack's text, with links to slides by their ids."""

    def __init__(self, ids: dict[str, str]) -> None:
        """Know the slides by their places."""
        self._ids = ids

    def __call__(self, runs: Iterable[Run]) -> str:
        """Write runs."""
        return inline([replace(run, link=self._led(run.link)) for run in runs])

    def _led(self, link: str | None) -> str | None:
        if link is None or not link.startswith("#"):
            return link
        found = self._ids.get(link[1:])
        return f"#{found}" if found else None


def _id(name: str) -> str:
    """Give an id as an author may write it: those of slides that a plan makes have two hyphens."""
    return name.replace("--", "-")


def _title(slide: OutlineSlide) -> tuple[Run, ...]:
    """Give a title without which part of the slide it heads, and with spaces as its author wrote them."""
    runs = [replace(run, text=run.text) for run in slide.title]
    tag = slide.tag
    if runs and tag is not None and tag.parts > 1:
        last = runs[-1].text.rstrip(_MARKS)
        for pattern in (words.PART, words.PART_AFTER):
            ending = pattern.format(part=tag.part, parts=tag.parts)
            last = last.removesuffix(ending).removesuffix(ending.lstrip(" ").removesuffix(_MARKS)).rstrip(_MARKS)
        runs[-1] = replace(runs[-1], text=last.rstrip())
    return tuple(replace(run, text=_COUNT.sub(r"(\1 of \2)", run.text)) for run in runs if run.text)


def _date_on(slide: OutlineSlide) -> tuple[str, str] | None:
    """Find the date of the pack's version on a title slide; gives it as it stands there, and as 2027-03-31."""
    if slide.tag is None or slide.tag.kind != "title":
        return None
    for text in (each.text for entry in slide.texts for each in entry):
        match = _DATE.fullmatch(" ".join(text.split()))
        if match:
            return match[0], f"{match[3]}-{words.MONTHS.index(match[2]) + 1:02d}-{int(match[1]):02d}"
    return None


def _is_untouched(slide: OutlineSlide) -> bool:
    """Say whether all text of a slide stands in its placeholders: nobody has put a box beside them."""
    held = Counter(each.text for entry in slide.texts for each in entry)
    seen = Counter(text for block in slide.body for text in _texts(block))
    return not seen - held


def _texts(block: OutlineBlock) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    elif isinstance(block, OutlineColumn):
        if block.heading:
            yield "".join(run.text for run in block.heading)
        yield from (each.text for each in block.paragraphs)
    elif isinstance(block, OutlineQuote):
        yield "".join(run.text for run in block.runs)

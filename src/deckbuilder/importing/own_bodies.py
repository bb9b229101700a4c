"""What stands on the slides of a deck that this tool built, kind by kind, read back as `compose.slides` laid it out.

Each function takes the parts of one slide of the pack, and gives its keys, or None where somebody has changed the slide
so that it is no longer one of its kind.
"""

import re
from collections.abc import Callable

from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.importing.own_figures import chart, picture, table
from deckbuilder.importing.own_notes import length_of
from deckbuilder.importing.own_slide import Entry, Fields, OwnSlide
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.points import Write, points_of
from deckbuilder.ir.text import ListKind, Paragraph, Run

_SPEAKERS = {level: speaker for speaker, level in words.SPEAKER_LEVELS.items()}
_CALLED = {called: speaker for speaker, called in words.SPEAKERS.items()}
_MARKS = {1: "do", 2: "dont"}
_BOTH = ["do", "dont"]
_BY_WORD = {"do": "do", "do’s": "do", "dos": "do", "don’t": "dont", "don’ts": "dont"}


def _opening(slide: OwnSlide) -> Fields | None:
    texts = [entry for entry in slide.entries if not all(_line(each) in slide.of_deck for each in entry)]
    texts = [entry for entry in texts if not (len(entry) == 1 and entry[0].text.isdecimal())]
    if len(texts) > 1:
        return None
    # Below a title slide's own subtitle stands the meeting's name.
    kept = [each for entry in texts for each in entry if _line(each) not in slide.of_deck]
    if len(kept) > 1:
        return None
    return {"subtitle": slide.write(kept[0].runs)} if kept else {}


def _points(slide: OwnSlide) -> Fields | None:
    paragraphs = [each for entry in slide.entries for each in entry]
    if not paragraphs:
        return None
    found = points_of(paragraphs, slide.write)
    return {"points": found.points, "numbered": True} if found.numbered else {"points": found.points}


def _voices(slide: OwnSlide) -> Fields | None:
    voices: list[Fields] = []
    points: list[Paragraph] = []
    for entry in slide.entries:
        cards = _cards(entry, slide.write)
        if cards:
            voices += cards
        elif all(each.list is not ListKind.NONE for each in entry):
            points += entry
        else:
            return None
    if not voices:
        return None
    if slide.notes.strong_quotation:
        for voice in voices:
            voice["strong_language"] = True
    fields: Fields = {"voices": list(voices)}
    return {"points": points_of(points, slide.write).points, **fields} if points else fields


def _cards(entry: Entry, write: Write) -> list[Fields]:
    """Read the cards in a placeholder; none where it holds anything else."""
    cards: list[Fields] = []
    waiting = list(entry)
    while waiting:
        context = None if _is_quotation(waiting[0]) else waiting.pop(0)
        if len(waiting) < 2 or not _is_quotation(waiting[0]) or _is_quotation(waiting[1]):
            return []
        quote, speaker = waiting.pop(0), waiting.pop(0)
        called = speaker.text.strip()
        card: Fields = {"quote": write(_inside(quote.runs))}
        card["speaker"] = _CALLED.get(called) or _SPEAKERS.get(speaker.level, "interviewee")
        if called not in _CALLED:
            card["attribution"] = write((Run(called),))
        if context is not None:
            card["context"] = write(context.runs)
        cards.append(card)
    return cards


def _is_quotation(paragraph: Paragraph) -> bool:
    return paragraph.level == 0 and paragraph.text.startswith("“") and paragraph.text.endswith("”")


def _inside(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    cut = [replace(runs[0], text=runs[0].text[1:]), *runs[1:]]
    cut[-1] = replace(cut[-1], text=cut[-1].text[:-1])
    return tuple(run for run in cut if run.text)


def _compare(slide: OwnSlide) -> Fields | None:
    columns: list[tuple[Paragraph, list[Paragraph]]] = []
    for part in slide.parts:
        half = len(part.texts) // 2
        headings, below = part.texts[:half], part.texts[half:]
        if len(headings) != len(below) or any(len(heading) != 1 for heading in headings):
            return None
        for (heading,), entry in zip(headings, below, strict=True):
            known = next((held for above, held in columns if above == heading), None)
            if known is None:
                columns.append((heading, list(entry)))
            else:
                known.extend(entry)
    if len(columns) != 2:
        return None
    marks = [_MARKS.get(heading.level, "") for heading, _ in columns]
    if not any(marks) and [_BY_WORD.get(_plain(heading)) for heading, _ in columns] in (_BOTH, _BOTH[::-1]):
        # A layout of the agency's own has no levels for marks.
        marks = [_BY_WORD[_plain(heading)] for heading, _ in columns]
    made: list[Value] = []
    for (heading, paragraphs), mark in zip(columns, marks, strict=True):
        fields: Fields = {"heading": slide.write(heading.runs)}
        if mark:
            fields["mark"] = mark
        made.append({**fields, "points": points_of(paragraphs, slide.write).points})
    return {"columns": made}


def _workshop(slide: OwnSlide) -> Fields | None:
    chips: list[Paragraph] = []
    questions: list[Value] = []
    for entry in dict.fromkeys(slide.entries):  # every part repeats the chips
        if all(each.list is ListKind.NUMBER for each in entry):
            questions += [slide.write(each.runs) for each in entry]
        else:
            chips += entry
    said = [chip for chip in chips if length_of(chip.text) is None]
    if not questions or len(said) > 1:
        return None
    texts, write = slide.notes.texts, slide.write
    activity: Fields = {key: write(texts[key][0]) for key in ("purpose", "set_up") if texts.get(key)}
    if said:
        activity["group_size"] = write(said[0].runs)
    if texts.get("steps"):
        activity["steps"] = [write(runs) for runs in texts["steps"]]
    activity["questions"] = questions
    if texts.get("debrief"):
        activity["debrief"] = [write(runs) for runs in texts["debrief"]]
    length = next((found for chip in chips if (found := length_of(chip.text)) is not None), slide.notes.minutes)
    if length is not None:
        activity["minutes"] = length
    if slide.notes.minutes == length:
        slide.notes.minutes = None
    return {"activity": activity}


_HOURS = re.compile(r"\d|hour|day|week|always|open|morning|evening|night", re.IGNORECASE)


def _support(slide: OwnSlide) -> Fields | None:
    cards: list[list[Paragraph]] = []
    for paragraph in (each for entry in slide.entries for each in entry):
        if paragraph.level == 0:
            cards.append([paragraph])
        elif not cards:
            return None
        else:
            cards[-1].append(paragraph)
    agencys = [index for index, card in enumerate(cards) if _line(card[0]) in slide.of_agencies]
    contacts: list[Value] = []
    for index, card in enumerate(cards):
        if index not in agencys:
            after = bool(agencys) and index > agencys[0]
            (slide.of_pack if after else contacts).append(_contact(card, slide.write))
    return {"contacts": contacts} if contacts else {}


def _contact(card: list[Paragraph], write: Write) -> Fields:
    fields: Fields = {"name": write(card[0].runs)}
    texts: list[Paragraph] = []
    for paragraph in card[1:]:
        link = paragraph.runs[0].link if len(paragraph.runs) == 1 else None
        if (paragraph.level == 1 or (link or "").startswith("tel:")) and "phone" not in fields:
            fields["phone"] = write((Run(paragraph.text),))
        elif link:
            fields["link"] = write((Run(link),))
        else:
            texts.append(paragraph)
    if texts and (len(texts) > 1 or _HOURS.search(texts[0].text)):
        fields["hours"] = write(texts.pop(0).runs)
    if texts:
        fields["text"] = write(texts[0].runs)
    address = fields.pop("link", None)
    return {**fields, "link": address} if address else fields


def _plain(heading: Paragraph) -> str:
    return heading.text.replace("'", "’").strip(" .…:!").lower()


def _line(paragraph: Paragraph) -> str:
    return " ".join(paragraph.text.split())


BODIES: dict[str, Callable[[OwnSlide], Fields | None]] = {
    "title": _opening,
    "section": _opening,
    "points": _points,
    "voices": _voices,
    "compare": _compare,
    "table": table,
    "picture": picture,
    "chart": chart,
    "workshop": _workshop,
    "support": _support,
}
"""What reads a slide of each kind."""

"""What stands on a slide as text: points, quotations, the questions of an activity, contacts, columns."""

import re
from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.importing.contacts import contacts_of, is_help
from deckbuilder.importing.dividing import Piece, TextBlock, in_line
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.pack_text import tidy
from deckbuilder.importing.points import Write, points_of
from deckbuilder.importing.quotations import attributed, quoted
from deckbuilder.importing.speakers import speaker_in_attribution, speaker_in_title
from deckbuilder.ir.outline import OutlineColumn, OutlineQuote
from deckbuilder.ir.text import ListKind, Paragraph, Run

_WORKSHOP = re.compile(
    r"(?:workshops?|(?:(?:small )?group |table |pair |practical )?(?:activit(?:y|ies)|exercises?|discussions?|tasks?"
    r"|work|questions?)|discuss(?:ion questions?)?|reflections?|questions? (?:for|to) \w+|breakouts?"
    r"|case stud(?:y|ies))\b",
    re.IGNORECASE,
)
_DO = re.compile(r"(?:the )?do[’']?s?", re.IGNORECASE)
_DONT = re.compile(r"(?:the )?(?:don[’']?t[’']?s?|do nots?)", re.IGNORECASE)


def text_fields(blocks: Sequence[TextBlock], piece: Piece, write: Write) -> tuple[str, dict[str, Value]]:
    """Give the kind and the keys of a slide of paragraphs and quotations."""
    title = "".join(run.text for run in piece.title)
    items = _items(blocks)
    if _WORKSHOP.match(title.strip()):
        activity = _activity(items, piece, write)
        if activity is not None:
            return "workshop", {"activity": activity}
    if is_help(title) and (contacts := _contacts(items, write)):
        return "support", {"contacts": contacts}
    voices = _voices(items, title, piece, write)
    if voices is not None:
        return "voices", voices
    return "points", _points([paragraph for block in blocks for paragraph in _in_marks(block)], piece, write)


def columns_fields(columns: Sequence[OutlineColumn], piece: Piece, write: Write) -> tuple[str, dict[str, Value]]:
    """Give the kind and the keys of a slide of columns: a comparison of two with headings, else one list."""
    whole = [column for column in columns if tidy(column.heading) and column.paragraphs]
    if len(whole) == len(columns) == 2:
        made: list[Value] = []
        for column in whole:
            heading = "".join(run.text for run in column.heading).strip(" .…:!")
            mark = "do" if _DO.fullmatch(heading) else "dont" if _DONT.fullmatch(heading) else ""
            fields: dict[str, Value] = {"heading": write(column.heading)}
            if mark:
                fields["mark"] = mark
            found = points_of(column.paragraphs, write)
            made.append({**fields, "points": found.points})
        return "compare", {"columns": made}
    piece.lost.append("Columns without two headings are no comparison; they stand below one another.")
    paragraphs = [each for column in columns for each in in_line(column)]
    return "points", _points(paragraphs, piece, write)


class _Item(Struct):
    """A quotation, or a paragraph of the first level with those below it."""

    blocks: list[TextBlock]

    @property
    def only(self) -> TextBlock | None:
        """The item, where nothing stands below it."""
        return self.blocks[0] if len(self.blocks) == 1 else None


def _items(blocks: Sequence[TextBlock]) -> list[_Item]:
    least = min((block.level for block in blocks if isinstance(block, Paragraph)), default=0)
    items: list[_Item] = []
    for block in blocks:
        if (
            isinstance(block, Paragraph)
            and block.level > least
            and items
            and isinstance(items[-1].blocks[0], Paragraph)
        ):
            items[-1].blocks.append(block)
        else:
            items.append(_Item([block]))
    return items


def _activity(items: list[_Item], piece: Piece, write: Write) -> Value | None:
    """Make an activity of a list of which at least half are questions; what leads into it goes to the notes."""
    lead: list[Paragraph] = []
    rest = list(items)
    while (
        rest
        and isinstance(rest[0].only, Paragraph)
        and rest[0].only.list is ListKind.NONE
        and "?" not in rest[0].only.text
    ):
        lead.append(rest.pop(0).only)  # type: ignore[arg-type]  # it was looked at above
    questions = [item.only for item in rest if isinstance(item.only, Paragraph)]
    asking = sum("?" in question.text for question in questions)
    if not questions or len(questions) < len(rest) or asking * 2 < len(questions):
        return None
    if lead:
        piece.notes = (*lead, *piece.notes)
        piece.ask("What stands above the questions is in the notes; “set_up” or “steps” may be its place.")
    return {"questions": [write(question.runs) for question in questions]}


def _contacts(items: list[_Item], write: Write) -> list[Value] | None:
    found = [[block for block in item.blocks if isinstance(block, Paragraph)] for item in items]
    quotes = any(len(kept) < len(item.blocks) for kept, item in zip(found, items, strict=True))
    return None if quotes else contacts_of(found, write)


def _voices(items: list[_Item], title: str, piece: Piece, write: Write) -> dict[str, Value] | None:
    """Make voices of the items that are quotations, where they follow one another and points keep their order."""
    found = [_voice(item, write) for item in items]
    places = [index for index, voice in enumerate(found) if voice is not None]
    if not places:
        return None
    together = places[-1] - places[0] + 1 == len(places) and (places[0] == 0 or places[-1] == len(items) - 1)
    numbered = any(
        isinstance(block, Paragraph) and block.list is ListKind.NUMBER for item in items for block in item.blocks
    )
    if not together or (numbered and len(places) < len(items)):
        piece.decided.append("Quotations stand between points here; all stay points, so that their order is kept.")
        return None
    said = speaker_in_title(title)
    unknown = 0
    voices: list[Value] = []
    for voice in found:
        if voice is None:
            continue
        who = speaker_in_attribution(voice.attribution) if voice.attribution else said
        unknown += who is None
        fields: dict[str, Value] = {"quote": voice.quote, "speaker": who or "interviewee"}
        if voice.attribution:
            fields["attribution"] = voice.attribution
        voices.append(fields)
    if unknown:
        piece.ask("Who is quoted is not said plainly, so the speaker is “interviewee”: child, parent or professional?")
    elif said and not all(voice.attribution for voice in found if voice is not None):
        piece.ask(f"The speaker “{said}” is taken from the title.")
    rest = [block for item, voice in zip(items, found, strict=True) if voice is None for block in item.blocks]
    if not rest:
        return {"voices": voices}
    points = _points([block for block in rest if isinstance(block, Paragraph)], piece, write)["points"]
    return {"voices": voices, "points": points} if places[0] == 0 else {"points": points, "voices": voices}


class _Voice(Struct, frozen=True):
    quote: str
    attribution: str


def _voice(item: _Item, write: Write) -> _Voice | None:
    only = item.only
    if isinstance(only, OutlineQuote):
        return _Voice(write(only.runs), write(only.attribution) if tidy(only.attribution) else "")
    if only is None:
        return None
    words, attribution = quoted(only.runs), tuple[Run, ...]()
    if words is None:
        words, attribution = attributed(only.runs) or (None, ())
    if words is None or len("".join(run.text for run in words).split()) < _FEWEST_WORDS:
        return None
    return _Voice(write(words), write(attribution) if attribution else "")


_FEWEST_WORDS = 3
"""The fewest words in quotation marks that are somebody's, and no expression."""


def _in_marks(block: TextBlock) -> list[Paragraph]:
    """Give a quotation as a point: in its marks, with who spoke behind it."""
    if isinstance(block, Paragraph):
        return [block]
    attribution = (Run(" — "), *block.attribution) if tidy(block.attribution) else ()
    return [Paragraph((Run("“"), *block.runs, Run("”"), *attribution))]


def _points(paragraphs: Sequence[Paragraph], piece: Piece, write: Write) -> dict[str, Value]:
    found = points_of(paragraphs, write)
    if found.flattened:
        piece.lost.append("A list has more than four levels; those below stand on the fourth.")
    fields: dict[str, Value] = {"numbered": True} if found.numbered else {}
    return {"points": found.points, **fields}

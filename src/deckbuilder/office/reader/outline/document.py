"""Reads a Word document as an outline: a slide for each heading (ECMA-376 Part 1, 17)."""

from collections import Counter

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.ir.outline import Outline, OutlineBlock, OutlineQuote, OutlineSlide
from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office.reader.outline.leads import Leads
from deckbuilder.office.reader.outline.losses import Losses, shown
from deckbuilder.office.reader.outline.pictures import Pictures
from deckbuilder.office.reader.outline.properties import (
    created_on,
    custom_properties,
    language_of,
    property_of,
    title_of,
)
from deckbuilder.office.reader.outline.quotations import names_speaker, without_dash
from deckbuilder.office.reader.outline.sections import with_sections
from deckbuilder.office.reader.outline.slide_runs import as_heading
from deckbuilder.office.reader.outline.word_blocks import Block, blocks_of, has_headings
from deckbuilder.office.reader.outline.word_lists import Numbering
from deckbuilder.office.reader.outline.word_parts import Surroundings
from deckbuilder.office.reader.parts import Element, Parts, find, name
from deckbuilder.office.reader.word_styles import WordStyles

_WHOLE = "the whole document"
_SHORT = 160
"""The most characters of a paragraph that is a point where a heading has no list."""
_FEW = 8
"""The most paragraphs that are points where a heading has no list."""
_SHOWN = 80
"""How many characters of a heading name a place."""
_HEADING = 100
"""The most characters of a bold line that is taken as a heading."""


class _Part(Struct):
    """A heading with what follows it."""

    place: str
    level: int = 0
    title: tuple[Run, ...] = ()
    subtitle: tuple[Run, ...] = ()
    blocks: list[Block] = field(default_factory=list)


def document_outline(parts: Parts, main: str) -> Outline:
    """Read a document from its main part."""
    styles = WordStyles(parts.xml(parts.target(main, "styles")), {})
    numbering = Numbering(styles, parts.xml(parts.target(main, "numbering")))
    losses = Losses()
    around = Surroundings(parts, main, styles, numbering, Pictures(parts.package), losses, Leads(parts))
    body = find(parts.xml(main), "w:body")
    found = _parts_of(body, around) if body is not None else []
    slides = with_sections(tuple(_slide(part, losses) for part in found), tuple(part.level for part in found))
    own = next((part.title for part in found if part.level == 0 and part.title), ())
    title = title_of(parts) or " ".join("".join(run.text for run in own).split())
    return Outline(
        slides,
        title,
        _language(parts, main, around),
        property_of(parts, "subject"),
        property_of(parts, "creator"),
        created_on(parts),
        tuple(losses.found),
        custom_properties(parts),
    )


def _parts_of(body: Element, around: Surroundings) -> list[_Part]:
    marked = has_headings(body, around)
    found = [_Part(around.place)]
    places: Counter[str] = Counter()
    for block in blocks_of(body, around):
        current = found[-1]
        if block.kind == "title" and not (current.title or current.blocks):
            current.title = as_heading(block.runs)
        elif block.kind == "subtitle" and not current.blocks:
            current.subtitle = (*current.subtitle, *([Run("\n")] if current.subtitle else []), *as_heading(block.runs))
        elif block.kind == "text" and (spoken := _spoken(block, current)) is not None:
            current.blocks[-1] = spoken
        elif block.kind in {"heading", "title"} or (not marked and _heads(block)):
            named = f"heading {shown(block.text, _SHOWN)}"
            places[named] += 1
            around.place = named if places[named] == 1 else f"{named} ({places[named]})"
            found.append(_Part(around.place, block.level or 1, as_heading(block.runs)))
        else:
            current.blocks.append(block)
    if not marked and len(found) > 1:
        around.losses.add(_WHOLE, "No heading is marked as one; short bold lines are taken as headings.")
    return [part for part in found if part.title or part.subtitle or part.blocks]


def _spoken(block: Block, part: _Part) -> Block | None:
    """Give the quotation just read with the line below it, where that begins with a dash and says who spoke."""
    quote = part.blocks[-1].content if part.blocks else None
    line = block.content
    if not isinstance(quote, OutlineQuote) or quote.attribution or not isinstance(line, Paragraph):
        return None
    found = replace(quote, attribution=without_dash(line.runs))
    return replace(part.blocks[-1], content=found) if names_speaker(line) else None


def _heads(block: Block) -> bool:
    bold = all(run.strong for run in block.runs if run.text.strip())
    return block.kind == "text" and bold and 0 < len(block.text) <= _HEADING and "\n" not in block.text


def _slide(part: _Part, losses: Losses) -> OutlineSlide:
    body: list[OutlineBlock] = []
    notes: list[Paragraph] = []
    listed = any(block.kind == "matter" for block in part.blocks)
    texts = [block for block in part.blocks if block.kind == "text"]
    pointed = not listed and part.level > 0 and len(texts) <= _FEW and all(len(each.text) <= _SHORT for each in texts)
    for index, block in enumerate(part.blocks):
        content = block.content
        if content is None:
            continue
        after = part.blocks[index + 1 :]
        leads = block.text.endswith(":") and bool(after) and after[0].kind == "matter"
        if block.kind in {"matter", "caption"} or pointed or leads or _introduces(block, body, notes, after, part):
            body.append(content)
        elif isinstance(content, Paragraph):
            notes.append(content)
    if any(block.kind == "text" and block.content in notes for block in part.blocks):
        losses.add(_WHOLE, "Paragraphs below a list, and long ones, are carried as speaker notes.")
    return OutlineSlide(part.place, part.title, part.subtitle, _counted(body), tuple(notes))


def _introduces(
    block: Block, body: list[OutlineBlock], notes: list[Paragraph], after: list[Block], part: _Part
) -> bool:
    """Say whether a paragraph is a short one between a heading and the list that it speaks of."""
    first = block.kind == "text" and part.level > 0 and not body and not notes
    return first and len(block.text) <= _SHORT and any(each.kind == "matter" for each in after[:1])


def _counted(body: list[OutlineBlock]) -> tuple[OutlineBlock, ...]:
    """Say of numbered paragraphs only which number a list begins with, or goes on with after an interruption."""
    found: list[OutlineBlock] = []
    last: dict[int, int] = {}
    for block in body:
        if isinstance(block, Paragraph) and block.list is ListKind.NUMBER:
            number = block.start or last.get(block.level, 0) + 1
            goes_on = last.get(block.level) == number - 1 and number > 1
            last = {level: count for level, count in last.items() if level < block.level} | {block.level: number}
            found.append(replace(block, start=None if goes_on else number))
            continue
        level = block.level if isinstance(block, Paragraph) and block.list is not ListKind.NONE else 0
        last = {known: count for known, count in last.items() if known < level}
        found.append(block)
    return tuple(found)


def _language(parts: Parts, main: str, around: Surroundings) -> str:
    usual = find(parts.xml(parts.target(main, "styles")), "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    said = usual.get(name("w:val"), "") if usual is not None else ""
    return said or language_of(parts, around.spoken)

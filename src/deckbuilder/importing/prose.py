"""Running text is for saying, not for a slide: what becomes of paragraphs that no list holds."""

import re
from typing import TypeGuard

from msgspec.structs import replace

from deckbuilder.importing.cutting import cut
from deckbuilder.ir.outline import Loss, OutlineBlock, OutlineSlide
from deckbuilder.ir.text import ListKind, Paragraph, Run

MOST_CHARACTERS = 220
"""The most characters of a paragraph that stays on its slide."""
_MOST_PARAGRAPHS = 6
_EXCERPT = 180


def with_prose_as_notes(slide: OutlineSlide) -> tuple[OutlineSlide, Loss | None]:
    """Move long paragraphs of a slide to the beginning of its notes, word for word.

    Of a slide that has nothing else the beginning of its text stays, so that there is something to see.
    """
    prose = [block for block in slide.body if _is_prose(block)]
    others = [block for block in slide.body if not _is_prose(block)]
    if slide.layout or not _is_long(prose, alone=not others):
        return slide, None
    go = list(prose)
    if others:
        go = [paragraph for paragraph in prose if len(paragraph.text) > MOST_CHARACTERS]
        kept = tuple(block for block in slide.body if not _is_prose(block) or len(block.text) <= MOST_CHARACTERS)
        said = "Long paragraphs are in the notes, word for word."
    else:
        stay: list[Paragraph] = []
        while len(go) > 1 and len(stay) < 3 and len(go[0].text) <= _EXCERPT:
            stay.append(go.pop(0))
        said = "Its running text is in the notes, word for word."
        if not stay:
            stay = [_excerpt(go[0])]
            said += " The slide shows how it begins; write points of your own."
        kept = tuple(stay)
    return replace(slide, body=kept, notes=(*go, *slide.notes)), Loss(slide.place, said)


def _is_prose(block: OutlineBlock) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.list is ListKind.NONE


def _is_long(prose: list[Paragraph], *, alone: bool) -> bool:
    if any(len(paragraph.text) > MOST_CHARACTERS for paragraph in prose):
        return True
    return alone and len(prose) > _MOST_PARAGRAPHS


def _excerpt(paragraph: Paragraph) -> Paragraph:
    """Give the first sentence, or as much of it as a slide can show."""
    sentence = re.match(r"[^\n]*?[.!?…](?=[\s”’\"'])[”’\"']?", paragraph.text)
    if sentence and len(sentence[0]) <= _EXCERPT:
        return Paragraph(cut(paragraph.runs, [sentence.end()])[0])
    end = paragraph.text[:_EXCERPT].rpartition(" ")[0] or paragraph.text[:_EXCERPT]
    return Paragraph((*cut(paragraph.runs, [len(end)])[0], Run("…")))

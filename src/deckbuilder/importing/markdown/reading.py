"""From the blocks of a Markdown file to an outline."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from deckbuilder.diagnostics import Diagnostics, Origin, SourceFile
from deckbuilder.importing.markdown.drafting import Draft, Losses, add_sections
from deckbuilder.importing.markdown.front import CARRIED, SAID, Front, front_of
from deckbuilder.importing.markdown.links import with_links
from deckbuilder.importing.markdown.manner import Manner, manner_of
from deckbuilder.importing.markdown.parsing import DEEPEST, Parsed
from deckbuilder.importing.markdown.walking import Walk
from deckbuilder.importing.pictures import PicturesBeside
from deckbuilder.importing.prose import with_prose_as_notes
from deckbuilder.ir.outline import Outline
from deckbuilder.ir.text import ListKind, Paragraph, Run

if TYPE_CHECKING:
    from collections.abc import Sequence

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST_SUBTITLE = 120
"""The most characters of the only paragraph before the first heading that is taken for a subtitle."""


def read_markdown(text: str, shown_as: str, folder: Path, diagnostics: Diagnostics) -> Outline | None:
    """Read a Markdown file; None, with a diagnostic, where it cannot be read.

    `folder` is where the pictures lie that it names; nothing outside it is read. A place is “line 12”.
    """
    losses = Losses()
    front, rest = front_of(text)
    parsed = Parsed(rest)
    if parsed.is_too_deep:
        diagnostics.error(
            "too-deep",
            f"Lists or quotations are nested more than {DEEPEST} levels deep here.",
            Origin(SourceFile(shown_as)),
        )
        return None
    manner = manner_of(parsed.tokens, front)
    drafts = Walk(parsed, manner, PicturesBeside(folder), losses).slides()
    _say_front(front, losses)
    opening = _opening(drafts, front, manner)
    add_sections(drafts)
    title = front.values.get("title", "") or opening
    language = front.values.get("lang") or front.values.get("language") or ""
    slides = []
    for slide in with_links(drafts, losses):
        kept, said = with_prose_as_notes(slide) if not manner.marks_notes else (slide, None)
        slides.append(kept)
        if said:
            losses.say(said.place, said.what)
    spoken = language if _LANGUAGE.fullmatch(language) else ""
    return Outline(tuple(slides), title=" ".join(title.split()), language=spoken, lost=losses.all())


def _say_front(front: Front, losses: Losses) -> None:
    looks = [key for key in front.values if key not in (*CARRIED, *SAID)]
    if looks:
        losses.say("front matter", f"A theme or the pack decides these settings: {', '.join(looks)}.")


def _opening(drafts: list[Draft], front: Front, manner: Manner) -> str:
    """Let the deck begin with its title slide, where the file has one; gives what that says."""
    first = drafts[0] if drafts else None
    title = front.values.get("title", "")
    said = [front.values[key] for key in SAID if key in front.values]
    notes = [Paragraph((Run(each),)) for each in said]
    if first is not None and not first.level and not manner.parts:
        # What stands before the first heading belongs to the title slide.
        _make_title(first, title, front.values.get("subtitle", ""))
        first.notes[:0] = notes
        rest = [block for block in first.body if not (isinstance(block, Paragraph) and block.list is ListKind.NONE)]
        prose = [block for block in first.body if isinstance(block, Paragraph) and block.list is ListKind.NONE]
        first.body = []
        if len(prose) == 1 and not first.subtitle and len(prose[0].text) <= _LONGEST_SUBTITLE and not first.notes:
            first.subtitle = prose[0].runs
        else:
            first.notes += prose
        if rest:
            drafts.insert(1, Draft(first.place, body=rest))
        return title
    if first is not None and first.level and _is_title(drafts, manner):
        heading = "".join(run.text for run in first.title)
        if not title or manner.parts or heading.casefold() == title.casefold():
            _take_prose(first)
            first.layout = "title"
            first.notes[:0] = notes
            return heading
    if title and not manner.parts:
        drafts.insert(0, Draft("front matter", layout="title", notes=notes))
        _make_title(drafts[0], title, front.values.get("subtitle", ""))
    return title


def _make_title(draft: Draft, title: str, subtitle: str) -> None:
    draft.layout = "title"
    draft.title = (Run(title),) if title else ()
    draft.subtitle = (Run(subtitle),) if subtitle else ()


def _is_title(drafts: "Sequence[Draft]", manner: Manner) -> bool:
    """Say whether the first slide is the title slide: nothing but prose under the only heading of its level."""
    first, rest = drafts[0], drafts[1:]
    alone = all(draft.level > first.level or not draft.level for draft in rest)
    return bool(rest) and first.is_prose and (alone or (manner.parts and bool(first.title)))


def _take_prose(first: Draft) -> None:
    prose = [block for block in first.body if isinstance(block, Paragraph)]
    if prose and not first.subtitle and len(prose[0].text) <= _LONGEST_SUBTITLE:
        first.subtitle = prose.pop(0).runs
    first.notes = [*prose, *first.notes]
    first.body = []

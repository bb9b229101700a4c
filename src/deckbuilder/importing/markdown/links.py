"""Where the links of a Markdown file lead: to addresses, or to headings, whose slides they are led to."""

import re

from msgspec.structs import replace

from deckbuilder.importing.markdown.drafting import Draft, Losses
from deckbuilder.ir.outline import OutlineBlock, OutlineColumn, OutlineQuote, OutlineSlide, OutlineTable
from deckbuilder.ir.text import Paragraph, Run

_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)
LONGEST = 2_000
"""The most characters of an address."""


def with_links(drafts: list[Draft], losses: Losses) -> tuple[OutlineSlide, ...]:
    """Finish slides, with links that lead to an address or to `#` and the place of a slide."""
    places: dict[str, str] = {}
    for draft in drafts:
        for anchor in (draft.anchor, anchor_of("".join(run.text for run in draft.title))):
            if anchor:
                places.setdefault(anchor, draft.place)
    return tuple(_Linked(draft.finished(), places, losses).slide() for draft in drafts)


def anchor_of(heading: str) -> str:
    """Give what links name a heading by: small letters, hyphens for spaces, without other marks."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))


class _Linked:
    """Leads the links of one slide."""

    def __init__(self, slide: OutlineSlide, places: dict[str, str], losses: Losses) -> None:
        self._slide = slide
        self._places = places
        self._losses = losses

    def slide(self) -> OutlineSlide:
        slide = self._slide
        return replace(
            slide,
            title=self._runs(slide.title),
            subtitle=self._runs(slide.subtitle),
            body=tuple(self._block(block) for block in slide.body),
            notes=tuple(replace(each, runs=self._runs(each.runs)) for each in slide.notes),
        )

    def _block(self, block: OutlineBlock) -> OutlineBlock:
        if isinstance(block, Paragraph):
            return replace(block, runs=self._runs(block.runs))
        if isinstance(block, OutlineTable):
            rows = tuple(tuple(self._runs(cell) for cell in row) for row in block.rows)
            return replace(block, header=tuple(self._runs(cell) for cell in block.header), rows=rows)
        if isinstance(block, OutlineColumn):
            paragraphs = tuple(replace(each, runs=self._runs(each.runs)) for each in block.paragraphs)
            return OutlineColumn(self._runs(block.heading), paragraphs)
        if isinstance(block, OutlineQuote):
            return OutlineQuote(self._runs(block.runs), self._runs(block.attribution))
        return block

    def _runs(self, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        return tuple(run if run.link is None else replace(run, link=self._led(run)) for run in runs)

    def _led(self, run: Run) -> str | None:
        link = run.link or ""
        if _ADDRESS.match(link) and len(link) <= LONGEST:
            return link
        place = self._places.get(link[1:].lower()) if link.startswith("#") else None
        if place is not None:
            return f"#{place}"
        if link:
            what = f"The link “{link[:80]}” at “{run.text[:60]}” leads nowhere from a deck; the words stand without it."
            self._losses.say(self._slide.place, what)
        return None

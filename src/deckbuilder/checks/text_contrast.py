"""Text can be told from what is behind it (WCAG 2.2, 1.4.3): 3:1 where it is large, 4.5:1 otherwise."""

from collections.abc import Iterator

from msgspec import Struct

from deckbuilder.checks.grounds import grounds_behind
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.presentation import Fill, PlacedDeck
from deckbuilder.ir.template import Placeholder, Template
from deckbuilder.theme.colour import contrast, least_contrast, named
from deckbuilder.units import Pt


class _Shown(Struct, frozen=True):
    colour: str
    size: Pt
    bold: bool

    @property
    def wanted(self) -> float:
        return least_contrast(self.size, bold=self.bold)


def text_contrast(deck: PlacedDeck, template: Template, diagnostics: Diagnostics) -> None:
    """Report text that is too faint on any of the colours behind its place, the worst of a place once a slide."""
    behind: dict[tuple[str, str, int], frozenset[str]] = {}
    for placed in deck.slides:
        layout = template.layout(placed.layout)
        for fill in (placed.title, *placed.fills):
            slots = layout.slots(fill.role)
            if fill.slot >= len(slots):
                continue
            place = slots[fill.slot]
            spot = (placed.layout, fill.role, fill.slot)
            grounds = behind.get(spot)
            if grounds is None:
                grounds = behind[spot] = grounds_behind(place, layout, template)
            pairs = [
                (contrast(named(text.colour, template.colours), ground), text.wanted)
                for text in frozenset(_shown(fill, place, layout.link))
                # An agency's own link colour is its template's to choose: nothing here could change it.
                if text.colour != "hlink" or layout.background is not None
                for ground in grounds
            ]
            faint = [pair for pair in pairs if pair[0] < pair[1]]
            if faint:
                found, wanted = min(faint)
                diagnostics.error(
                    "faint-text",
                    f"Text in “{place.name}” has a contrast of {found:.1f}:1 with what is behind it; "
                    f"{wanted:g}:1 is wanted.",
                    placed.slide.origin,
                    "Change the colours in theme.yaml, or those of the template's layout.",
                )


def _shown(fill: Fill, place: Placeholder, link: str) -> Iterator[_Shown]:
    for paragraph in fill.paragraphs:
        index = min(paragraph.level, len(place.levels) - 1)
        level = place.levels[index]
        size = fill.sizes[min(index, len(fill.sizes) - 1)] if fill.sizes else level.size
        for run in paragraph.runs:
            if run.text.strip():
                yield _Shown(link if run.link else level.colour, size, level.bold or run.strong)

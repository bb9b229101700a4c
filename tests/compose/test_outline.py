"""The outline of each pack's deck, as text: what is on which slide, in which layout, at which size.

To accept a change that is meant, run the tests with `DECKBUILDER_ACCEPT=1` and read the difference before committing.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PACKS, Built
from deckbuilder.ir.presentation import PlacedDeck

GOLDEN = Path(__file__).parent.parent / "golden"


def outline(deck: PlacedDeck) -> str:
    lines: list[str] = []
    for slide in deck.slides:
        lines.append(f"{slide.number}. {slide.title_text}  [{slide.layout}]")
        for fill in slide.fills:
            sizes = f" at {fill.sizes[0]:g} pt" if fill.sizes else ""
            lines.append(f"   {fill.role} {fill.slot + 1}{sizes}")
            lines += [f"     {'  ' * p.level}{p.text}" for p in fill.paragraphs]
        if slide.figure:
            lines.append(f"   {slide.figure.role}: {slide.figure.content.description}")
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ") + "\n"


@pytest.mark.parametrize("pack", PACKS)
def test_the_outline_is_as_accepted(pack: str, built: Callable[[str], Built]) -> None:
    found = outline(built(pack).compiled.deck)
    golden = GOLDEN / f"{pack}-outline.txt"
    if os.environ.get("DECKBUILDER_ACCEPT") == "1":
        golden.write_text(found, encoding="utf-8", newline="\n")
    assert found == golden.read_text(encoding="utf-8")

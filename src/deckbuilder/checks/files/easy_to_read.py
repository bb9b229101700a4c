"""Long text is set so that people with dyslexia can read it: no capitals, no italics, not stretched to both edges."""

from collections.abc import Callable
from itertools import groupby

from deckbuilder.checks.capitals import are_capitals
from deckbuilder.checks.emphasis import MOST_WORDS
from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile, OfficeParagraph, OfficeRun

_NOUN = ("place", "places")


def italics(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise against passages in italics."""
    found = [paragraph.place for paragraph in file.paragraphs if _longest(paragraph, _is_italic) > MOST_WORDS]
    if found:
        diagnostics.advise(
            "long-emphasis",
            f"{_places(found)}: over {MOST_WORDS} words in a row are in italics.",
            origin,
            "Emphasise the word that matters; give quotations an indent or a rule.",
        )


def capitals_shown(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise against headings written in capitals, and passages that a style shows in them."""
    found = [
        paragraph.place
        for paragraph in file.paragraphs
        if are_capitals(paragraph.text) or _longest(paragraph, _is_shown_in_capitals) > MOST_WORDS
    ]
    if found:
        diagnostics.advise(
            "all-capitals",
            f"{_places(found)}: it is all in capitals.",
            origin,
            "Write it as a sentence.",
        )


def justified(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Advise against passages that are stretched to both edges."""
    found = [
        paragraph.place
        for paragraph in file.paragraphs
        if paragraph.justified and len(paragraph.text.split()) > MOST_WORDS
    ]
    if found:
        diagnostics.advise(
            "justified-text",
            f"{_places(found)}: its lines are stretched to both edges.",
            origin,
            "Align text to the left.",
        )


def _is_italic(run: OfficeRun) -> bool:
    return run.italic


def _is_shown_in_capitals(run: OfficeRun) -> bool:
    return run.capitals


def _longest(paragraph: OfficeParagraph, looks: Callable[[OfficeRun], bool]) -> int:
    """Give how many words of a paragraph, at most, look so in a row."""
    rows = groupby((run for run in paragraph.runs if run.text.strip()), key=looks)
    return max((len("".join(run.text for run in row).split()) for so, row in rows if so), default=0)


def _places(found: list[str]) -> str:
    more = len(dict.fromkeys(found)) - 1
    return found[0] + (f", and {more} more {_NOUN[more > 1]}" if more else "")

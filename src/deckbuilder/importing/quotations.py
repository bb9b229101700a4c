"""Telling what is wholly somebody's words, by the quotation marks around it."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from deckbuilder.importing.pack_text import tidy
from deckbuilder.ir.text import Run

_PAIRS = {"“": "”", "‘": "’", '"': '"', "„": "“”", "«": "»", "'": "'"}
_ATTRIBUTION = re.compile(r"(?:—|–|--|-)[ \t]{0,3}(?=[^\s–—-])([^“”\"«»]{1,80})\Z")


def quoted(runs: Sequence[Run]) -> tuple[Run, ...] | None:
    """Give the words between the quotation marks that stand around a whole text; None where they do not.

    Marks within are left alone: only what opens with the first character and closes with the last is a quotation.
    """
    whole = tidy(runs)
    text = "".join(run.text for run in whole)
    if len(text) < 3 or not _is_one(text):
        return None
    inner = [*whole]
    inner[0] = replace(inner[0], text=inner[0].text[1:])
    inner[-1] = replace(inner[-1], text=inner[-1].text[:-1])
    words = tidy(inner)
    if words and all(run.emphasis for run in words):
        # That quotations are set in italics is for the theme to say.
        words = tidy([replace(run, emphasis=False) for run in words])
    return words or None


def attributed(runs: Sequence[Run]) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """Part a quotation in marks from a dash and who spoke, behind it; None where a text is not just that."""
    whole = tidy(runs)
    match = _ATTRIBUTION.search(whole[-1].text) if whole else None
    if match is None:
        return None
    words = quoted([*whole[:-1], replace(whole[-1], text=whole[-1].text[: match.start()])])
    return (words, (replace(whole[-1], text=match[1]),)) if words else None


def _is_one(text: str) -> bool:
    opening, closing = text[0], text[-1]
    if closing not in _PAIRS.get(opening, ""):
        return False
    inside = text[1:-1]
    if opening in "\"'":
        if opening == "'":
            inside = re.sub(r"(?<=\w)'(?=\w)", "", inside)
        return opening not in inside
    if opening == "‘":
        inside = re.sub(r"(?<=\w)’(?=\w)", "", inside)
    depth = 1
    for mark in inside:
        depth += (mark == opening) - (mark in _PAIRS[opening])
        if not depth:
            return False
    return depth == 1

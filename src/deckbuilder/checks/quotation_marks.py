"""Every quotation mark has its other half: an open quotation leaves in doubt whose words follow."""

import re

from deckbuilder.checks.passages import passages
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics

_NO_PROSE = re.compile(r"`[^`]*`|\]\([^)\]]*\)|<[^<>]*>|\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
"""Code, addresses and values, whose marks are no quotation marks."""
_MARKS = frozenset('"“”„‘«»')
_SAME_ON_BOTH_SIDES = ("sv", "fi")
"""Languages that open and close with the same curly mark."""


def quotation_marks(pack: Pack, diagnostics: Diagnostics) -> None:
    """Warn of a quotation mark without its other half, and of straight and curly ones mixed in one text."""
    language = pack.about.language.partition("-")[0].lower()
    for passage in passages(pack):
        if _MARKS.isdisjoint(passage.text):
            continue
        prose = _NO_PROSE.sub("", passage.text)
        alone = _alone(prose, language)
        straight = '"' in re.sub(r'\d"', "", prose)
        if alone:
            diagnostics.warn(
                "unpaired-quotes",
                f"The quotation mark {alone} has no other half in this text.",
                passage.text.origin.at_text(alone) if passage.text.origin else None,
                "Add the mark that is missing, where the quotation begins or ends.",
            )
        elif straight and re.search("[“”]", prose):
            diagnostics.warn(
                "unpaired-quotes",
                "Straight and curly quotation marks are mixed in this text.",
                passage.text.origin.at_text('"') if passage.text.origin else None,
                "Write “ and ” throughout.",
            )


def _alone(prose: str, language: str) -> str:
    """Give the first mark that is left over; empty when each has its other half."""
    if len(re.findall(r'(?<!\d)"', prose)) % 2:
        return '"'
    if language in _SAME_ON_BOTH_SIDES:
        return "”" if prose.count("”") % 2 else ""
    # Where a quotation opens with a low mark, the high ones close it, whichever way they are curled.
    openers, closers = ("„", "“”") if "„" in prose else ("“", "”")
    openers, closers = openers + "«", closers + "»"
    if language == "de" and "»" in prose:
        openers, closers = openers.replace("«", "»"), closers.replace("»", "«")
    waiting: list[str] = []
    for mark in prose:
        if mark in openers:
            waiting.append(mark)
        elif mark in closers:
            if not waiting:
                return mark
            waiting.pop()
    return waiting[0] if waiting else _single(prose)


def _single(prose: str) -> str:
    """Give a single opening mark that nothing closes; a closing one alone may be an apostrophe."""
    waiting = 0
    for index, mark in enumerate(prose):
        if mark == "‘":
            waiting += 1
        elif mark == "’" and waiting and not re.match(r"\w’\w", prose[max(index - 1, 0) : index + 2]):
            waiting -= 1
    return "‘" if waiting else ""

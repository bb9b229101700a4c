"""Which way a text runs."""

import re
import unicodedata
from functools import lru_cache

LEFTWARDS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff"
"""The characters of scripts that run from right to left (UAX #44, DerivedBidiClass), as the inside of a class of a
regular expression."""
_LEFTWARDS = re.compile(f"[{LEFTWARDS}]")
_MARK = "\N{LEFT-TO-RIGHT MARK}"


@lru_cache(maxsize=20_000)
def has_leftwards(text: str) -> bool:
    """Say whether a text has a letter of a script that runs from right to left."""
    return not text.isascii() and bool(_LEFTWARDS.search(text))


def runs_leftwards(text: str) -> bool:
    """Say whether a paragraph runs from right to left: by its first letter that has a direction (UAX #9, P2 and P3)."""
    if not has_leftwards(text):
        return False
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((each != "L" for each in directions if each in {"L", "R", "AL"}), False)


def kept_in_order(text: str, beside: str) -> str:
    """Give a text that runs from left to right so that it is shown in order beside one that may run the other way.

    Digits and brackets at its ends would take the direction of their neighbour (UAX #9, 3.3.5).
    """
    space = text[: len(text) - len(text.lstrip())]
    return f"{space}{_MARK}{text.lstrip()}{_MARK}" if has_leftwards(beside) else text

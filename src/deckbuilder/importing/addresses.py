"""Telephone numbers, e-mail addresses and web addresses in a text."""

import re
from collections.abc import Iterator

from msgspec import Struct

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_WEB = re.compile(
    r"(?<![\w@./-])(?:(?:https?://|www\.)[^\s<>()\[\]“”\"]{3,200}"
    r"|(?:[\w-]{1,63}\.){1,3}(?:(?:org|gov|nhs|police|co|ac|sch)\.uk|org|com|net)(?![\w-])(?:/[^\s<>()\[\]“”\"]{0,200})?)",
    re.IGNORECASE,
)
_GAP = r"[ \N{NO-BREAK SPACE}-]"
_PHONE = re.compile(
    r"(?<![\w.,/@+-])"
    rf"(?:(?:\(\+\d{{1,3}}\)|\(0\d{{1,5}}\)|\+\d|0\d)[\d ()\N{{NO-BREAK SPACE}}-]{{4,20}}\d"
    rf"|\(?\d{{3}}\)?{_GAP}\d{{3}}-\d{{4}})(?![\w/]|[.,]\d)"
)
_DATE_OR_TIMES = re.compile(r"\d{1,2}-\d{1,2}-\d{2,4}|[012]\d[0-5]\d ?- ?[012]\d[0-5]\d")
_SHORT = re.compile(r"(?<![\w.,/+-])(?:999|112|101|111|911|116[ ]?\d{3})(?![\w/]|[.,]\d)")
_FEWEST, _MOST = 7, 15
"""How many digits a telephone number has (ITU-T E.164)."""


class Address(Struct, frozen=True):
    """A number or an address, and where it stands in its text."""

    kind: str
    """`phone`, `email` or `web`."""
    text: str
    start: int
    end: int


def addresses_in(text: str) -> list[Address]:
    """Find the telephone numbers and addresses of a text, in order.

    Numbers of a few digits, such as 999, are none here: `has_short_number` finds the ones that everybody knows.
    """
    found: list[Address] = []
    for kind, start, end in sorted(_found(text), key=lambda each: each[1]):
        if not found or start >= found[-1].end:
            found.append(Address(kind, text[start:end], start, end))
    return found


def has_short_number(text: str) -> bool:
    """Say whether a text names one of the short numbers that are the same for all."""
    return _SHORT.search(text) is not None


def _found(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _EMAIL.finditer(text):
        yield "email", match.start(), _end(match)
    for match in _WEB.finditer(text):
        yield "web", match.start(), _end(match)
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if _FEWEST <= len(digits) <= _MOST and not _DATE_OR_TIMES.fullmatch(match[0]):
            yield "phone", match.start(), match.end()


def _end(match: re.Match[str]) -> int:
    """Give where an address ends: a sentence's mark behind it is no part of it."""
    return match.start() + len(match[0].rstrip(".,;:!?'’-"))

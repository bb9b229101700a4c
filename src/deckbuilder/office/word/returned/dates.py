"""The date that a date control holds, where it is the one that is shown (ECMA-376 Part 1, 17.5.2.7)."""

import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


def iso_date(shown: str, held: str, pattern: str) -> str:
    """Give a date as 2026-11-24; what is shown where that is another date than the control holds, or none.

    `held` is `w:fullDate`, `pattern` the control's `w:dateFormat`. A person may write over a date in a program that
    does not know the control, and then only what is shown is new.
    """
    match = re.match(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", held)
    if match is None:
        return shown
    year, month, day = (int(part) for part in match.groups())
    words = _TOKEN.findall(shown.casefold())
    numbers = [int(word) for word in words if word.isdecimal()]
    named = [_MONTHS.index(word[:3]) + 1 for word in words if not word.isdecimal() and word[:3] in _MONTHS]
    parts = {"d": (day,), "m": (month,), "y": (year, year % 100)}
    order = [letter for letter in _order(pattern) if letter != "m" or not named]
    agree = len(numbers) == len(order) and all(
        number in parts[letter] for number, letter in zip(numbers, order, strict=True)
    )
    return match.group() if agree and named in ([], [month]) else shown


def _order(pattern: str) -> str:
    """Give the order of day, month and year in a pattern such as `d MMMM yyyy`; that of Britain where it has none."""
    letters = re.sub(r"'[^']*'|[^dmy]", "", re.sub(r"d{3,}", "", pattern.casefold()))
    order = "".join(dict.fromkeys(letters))
    return order if sorted(order) == ["d", "m", "y"] else "dmy"

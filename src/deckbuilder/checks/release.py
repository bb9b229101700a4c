"""What must not be issued: no review date or one that has passed, nobody to turn to, values still to be filled in.

Only `--release` asks: drafts may hold all of these.
"""

import re
from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.theme import Theme

_PLACEHOLDER = re.compile(
    r"\b(?:T\.B\.C\.|TODO|FIXME|X{3,}(?!\s+[A-Z][a-z])"
    r"|(?i:tbc|tba|to be (?:confirmed|added|decided)|lorem ipsum))(?!\w)"
    r"|\[(?!sic\])[^\[\]]+\](?![(\[])|<[^<>]*>|_{3,}|\.{4,}|\?{3,}"
)
"""What people write where a value is still to come; a Markdown link is none."""

_ADDRESS = re.compile(r"<?(?:https?://|mailto:)[^\s>]+>?|<?[\w.+-]{1,254}@[\w.-]+>?")
"""Addresses, which may hold what would stand for something still to come elsewhere."""

_FICTION = re.compile(
    r"(?:01632960\d{3}|01(?:1[3-8]|[2-6]1)4960\d{3}|01914980\d{3}|02079460\d{3}|02896496\d{3}|02920180\d{3}"
    r"|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3})"
)
"""Telephone numbers that the regulator Ofcom keeps for drama and examples."""

_EXAMPLE = re.compile(
    r"(?:[@./]|^)example\.(?:com|org|net|co\.uk|org\.uk)\b|\.(?:example|invalid|test)(?![\w.-])", re.IGNORECASE
)
"""Addresses kept for examples (RFC 2606)."""


def check_release(pack: Pack, theme: Theme, day: date, diagnostics: Diagnostics) -> None:
    """Report what forbids issuing a pack under a theme on a day."""
    control, agency = theme.control, theme.agency
    if control.next_review is None:
        diagnostics.error(
            "missing-review-date",
            f"The theme “{theme.name}” says no date of its next review.",
            theme.name.origin,
            "Give control.next_review in theme.yaml.",
        )
    elif date.fromisoformat(control.next_review) < day:
        diagnostics.error(
            "review-passed",
            f"The review was due on {control.next_review}, and it is {day.isoformat()}.",
            control.next_review.origin,
            "Have the documents reviewed, then give the next date.",
        )
    if not agency.contacts and not (agency.referral and agency.referral.contacts):
        diagnostics.error(
            "missing-contacts",
            f"The theme “{theme.name}” names nobody to turn to.",
            agency.name.origin,
            "Give agency.contacts, and the contacts under agency.referral.",
        )
    if agency.referral is None:
        diagnostics.error(
            "missing-contacts",
            f"The theme “{theme.name}” does not say how to raise a concern about a child.",
            agency.name.origin,
            "Give agency.referral: its summary, steps and contacts.",
        )
    for text in (
        *_texts(agency),
        *_texts(theme.brand.logo),
        *_texts(control),
        *_texts(pack.about.support),
    ):
        found = _unfinished(text)
        if found:
            diagnostics.error("placeholder-value", f"“{text}” {found}.", text.origin, "Give the real one.")


def _unfinished(text: Text) -> str:
    match = _PLACEHOLDER.search(_ADDRESS.sub("", text))
    if match:
        return f"holds “{match.group()}”, which stands for something still to come"
    digits = re.sub(r"[^\d+]", "", text).replace("+44", "0").replace("0044", "0")
    if _FICTION.search(digits):
        return "is a telephone number kept for fiction"
    if _EXAMPLE.search(text):
        return "is an address kept for examples"
    return ""


def _texts(value: object) -> Iterator[Text]:
    """Give every text that a model holds, in order."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)

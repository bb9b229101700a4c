"""What must not be issued: no review date or one that has passed, nobody to turn to, texts still to be filled in.

Only `--release` asks: drafts may hold all of these.
"""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from deckbuilder.checks.passages import passages
from deckbuilder.checks.unfinished import example_address, fiction_number, still_to_come, still_to_write
from deckbuilder.content import Pack
from deckbuilder.content.slides import SupportSlide
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.source import Text
from deckbuilder.theme import Theme

_LONGEST = 60
"""The most characters of a text that a message quotes as a whole."""


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
    contacts = [slide.contacts for slide in pack.slides if isinstance(slide, SupportSlide)]
    values = [
        *_texts(agency),
        *_texts(theme.brand.logo),
        *_texts(control),
        *_texts(pack.about.support),
        *_texts(tuple(contacts)),
    ]
    for value in values:
        _report(value, still_to_come(value), example_address(value), diagnostics)
    looked_at = {id(value) for value in values}
    cues = {id(text) for slide in pack.slides for text in _texts((slide.notes, slide.ask, slide.watch_for))}
    for passage in passages(pack):
        text = passage.text
        if id(text) not in looked_at:
            _report(text, still_to_write(text, quoted=passage.quoted, cue=id(text) in cues), "", diagnostics)


def _report(text: Text, to_come: str, address: str, diagnostics: Diagnostics) -> None:
    """Report a text that cannot go out: for what is still to come in it, a number or an address that is none."""
    number = fiction_number(text)
    if to_come:
        where = f"“{text}”" if len(text) <= _LONGEST else "This text"
        said, at = f"{where} holds “{to_come}”, which stands for something still to come.", to_come
    elif number:
        said, at = f"“{number}” is a telephone number kept for fiction.", number
    elif address:
        said, at = f"“{address}” is an address kept for examples.", ""
    else:
        return
    origin = text.origin.at_text(at) if text.origin and at and at != text else text.origin
    diagnostics.error("placeholder-value", said, origin, "Give the real one.")


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

"""Silencing: an author's decision that a warning or a piece of advice does not hold, with the reason.

What is silenced is still found, counted and listed with its reason. An error cannot be silenced.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from deckbuilder.content.fields import Silence
from deckbuilder.content.pack import Pack
from deckbuilder.content.slides import Slide
from deckbuilder.diagnostics import (
    CAN_BE_SILENCED,
    OF_SOME_THEMES,
    Diagnostic,
    Diagnostics,
    Origin,
    Severity,
    did_you_mean,
    explanations,
)
from deckbuilder.source import Text


class _Reach(Struct, frozen=True):
    """Where a slide's silences hold: from the first of its lines to the one before the next slide."""

    slide: Slide
    path: str
    first: int
    last: int | None
    """None for the end of the file."""

    def holds(self, origin: Origin) -> bool:
        return (
            origin.path == self.path and self.first <= origin.line and (self.last is None or origin.line <= self.last)
        )


def check_silences(pack: Pack, diagnostics: Diagnostics) -> None:
    """Report silences of codes that there are not, or that may not be silenced."""
    for silence in (*pack.about.silence, *(each for slide in pack.slides for each in slide.silence)):
        if silence.code not in explanations():
            diagnostics.error(
                "unknown-silence",
                f"There is no message with the code “{silence.code}”.",
                silence.code.origin,
                did_you_mean(silence.code, sorted(CAN_BE_SILENCED)),
            )
        elif silence.code not in CAN_BE_SILENCED:
            diagnostics.error(
                "silenced-error",
                f"“{silence.code}” is no warning or advice on a pack, and cannot be silenced.",
                silence.code.origin,
                "Mend what it reports.",
            )


def silenced(pack: Pack, diagnostics: Diagnostics) -> tuple[Diagnostics, frozenset[Origin]]:
    """Mark those of a pack's diagnostics that it silences; gives them all, and the places of the silences used."""
    used: set[Origin] = set()
    if not pack.about.silence and not any(slide.silence for slide in pack.slides):
        return diagnostics, frozenset()
    reaches = list(_reaches(pack))

    def marked(item: Diagnostic) -> Diagnostic:
        if item.severity is Severity.ERROR:
            return item
        here = next((reach.slide.silence for reach in reaches if item.origin and reach.holds(item.origin)), ())
        for silence in (*here, *pack.about.silence):
            if silence.code == item.code:
                if silence.code.origin:
                    used.add(silence.code.origin)
                return replace(item, silenced=str(silence.reason))
        return item

    return Diagnostics([marked(item) for item in diagnostics]), frozenset(used)


def unused_silences(pack: Pack, used: frozenset[Origin], shown: frozenset[str], diagnostics: Diagnostics) -> None:
    """Advise to take out silences that silence nothing; those of slides that are not shown are passed over.

    `used` holds the places of the silences that were needed, `shown` the ids of the slides in the decks.
    """
    silences: list[Silence] = [each for slide in pack.slides if slide.id in shown for each in slide.silence]
    if pack.ids <= shown:
        silences += pack.about.silence
    for silence in silences:
        if silence.code.origin not in used and silence.code not in OF_SOME_THEMES:
            diagnostics.advise(
                "unused-silence",
                f"Nothing here is reported as “{silence.code}”, so there is nothing to silence.",
                silence.code.origin,
                "Take the silence out, or the next fault of this kind goes unseen.",
            )


def _reaches(pack: Pack) -> Iterator[_Reach]:
    """Give the lines of each slide, by the places of its texts; an edition's slides stand in the edition's file."""
    found: list[tuple[str, int, Slide]] = []
    for slide in pack.slides:
        origin = min(
            (place for place in _places(slide) if slide.id.origin is None or place.path == slide.id.origin.path),
            key=lambda place: place.line,
            default=None,
        )
        if origin is not None:
            found.append((origin.path, origin.line, slide))
    found.sort(key=lambda each: each[:2])
    for index, (path, line, slide) in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        last = following[1] - 1 if following and following[0] == path else None
        yield _Reach(slide, path, line, last)


def _places(value: object) -> Iterator[Origin]:
    if isinstance(value, Text):
        if value.origin is not None:
            yield value.origin
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _places(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _places(item)

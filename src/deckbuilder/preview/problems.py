"""What is wrong, or could be better, as the page shows it: at its slide, and in a list."""

from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.diagnostics.catalogue import explanation
from deckbuilder.preview.placing import Place, place_of, slide_at

NAMES = {Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.ADVICE: "Advice"}
_WIDEST = 160
"""The most characters of a line that are shown."""


class Problem(Struct, frozen=True):
    """A diagnostic with its place in the page."""

    severity: str
    """`error`, `warning` or `advice`."""
    name: str
    """What a reader calls the severity."""
    code: str
    message: str
    hint: str
    place: Place | None
    before: str
    """The author's line up to the place; empty where no line is known."""
    after: str
    """The rest of the line."""
    slide: str
    """The id of the slide it concerns; empty for none."""
    silenced: str
    """The author's reason why it does not hold; empty where it does."""
    explanation: str
    """The catalogue's page, as it was written."""


def problems_of(found: Iterable[Diagnostic], ids: Collection[str], current: Path) -> tuple[Problem, ...]:
    """Give diagnostics as problems, each once: errors first, then in reading order."""
    gravity = list(Severity)
    once = sorted(dict.fromkeys(found), key=lambda item: (bool(item.silenced), gravity.index(item.severity)))
    return tuple(_problem(item, ids, current) for item in once)


def _problem(item: Diagnostic, ids: Collection[str], current: Path) -> Problem:
    origin = item.origin
    line = origin.excerpt if origin else ""
    column = max(origin.column - 1, 0) if origin else 0
    start = max(0, column - _WIDEST // 2) if len(line) > _WIDEST else 0
    page = explanation(item.code)
    return Problem(
        severity=str(item.severity),
        name=NAMES[item.severity],
        code=item.code,
        message=item.message,
        hint=item.hint,
        place=place_of(origin, current),
        before=line[start:column].lstrip(),
        after=line[column : start + _WIDEST],
        slide=slide_at(origin, ids),
        silenced=item.silenced,
        explanation=page.text if page else "",
    )

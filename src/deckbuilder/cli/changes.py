"""Showing what somebody changed, as a trainer reads it: slide by slide, the old words and the new."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import click

from deckbuilder.cli.report import printable

if TYPE_CHECKING:
    from deckbuilder.pipeline.pulling import Change, Pulled

_KINDS = {"changed": "", "added": "new", "removed": "gone", "moved": "moved", "level": "on another level"}
_DOCUMENTS = {"deck": "deck", "guide": "facilitator guide", "worksheet": "worksheet"}
_SINCE = {
    "pack": "The pack has changed since this file was built: what differs may be changes of the pack’s.",
    "theme": "The theme has changed since this file was built: some differences may come from it.",
    "tool": "Another version of the tool built this file: some differences may come from that.",
}
_WIDEST = 400
"""The most characters of a text that are shown whole."""
_AROUND = 100
"""How many are shown beside a change in a longer one."""
_WORDS = re.compile(r"\s+|\w+|\W")


def as_text(pulled: "Pulled") -> str:
    """Give what is to be said of a file."""
    what = _DOCUMENTS.get(pulled.document, "document")
    head = f"{printable(pulled.file)}: {what} of {printable(pulled.pack)}, theme {printable(pulled.theme)}"
    lines = [click.style(head, bold=True)]
    lines += [_SINCE[each] for each in pulled.since if pulled.changes]
    if not pulled.changes:
        lines.append("Nothing was changed that the pack does not say.")
    for (place, title), changes in groupby(pulled.changes, key=lambda each: (each.place, each.title)):
        lines += ["", click.style(_heading(place, title), bold=True)]
        for change in changes:
            lines += _of(change)
    if pulled.notes:
        lines += ["", *(f"Note: {printable(note)}" for note in pulled.notes)]
    return "\n".join(lines) + "\n"


def _heading(place: str, title: str) -> str:
    whole = printable(f"{place}: {title}" if title else place)
    return whole[:1].upper() + whole[1:]


def _of(change: "Change") -> Iterator[str]:
    said = _KINDS[str(change.kind)]
    origin = change.origin
    place = f" ({printable(origin.path)}:{origin.line})" if origin else ""
    yield f"  {change.what}{', ' + said if said else ''}{click.style(place, dim=True)}"
    if change.quotation:
        yield "    " + click.style("These are the words of somebody who was quoted.", fg="yellow")
    old, new = _marked(change.old, change.new)
    if str(change.kind) == "level":
        yield f"    {new}"
    else:
        if change.old:
            yield f"    – {old}"
        if change.new:
            yield f"    + {new}"
    if change.reason:
        yield "    " + click.style(f"not written: {printable(change.reason)}", fg="yellow")


def _marked(old: str, new: str) -> tuple[str, str]:
    """Give two texts with the words in which they differ in colour; what is long, around these words alone."""
    old, new = printable(old), printable(new)
    if not old or not new or old == new:
        return _shortened([(old, False)]), _shortened([(new, False)])
    from deckbuilder.pipeline.pulling.lines import matching  # noqa: PLC0415

    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pairs = matching(before, after)
    kept_before, kept_after = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    left = _shortened([(word, index not in kept_before) for index, word in enumerate(before)], "red")
    return left, _shortened([(word, index not in kept_after) for index, word in enumerate(after)], "green")


def _shortened(words: Sequence[tuple[str, bool]], colour: str | None = None) -> str:
    pieces = [
        ("".join(word for word, _ in group), changed) for changed, group in groupby(words, key=lambda each: each[1])
    ]
    whole = sum(len(text) for text, _ in pieces) <= _WIDEST
    written = []
    for index, (text, changed) in enumerate(pieces):
        if changed:
            written.append(click.style(text, fg=colour, bold=True))
        elif whole or len(text) <= 2 * _AROUND:
            written.append(text)
        else:
            first, last = index == 0, index == len(pieces) - 1
            start = "" if first and len(pieces) > 1 else text[:_AROUND]
            end = "" if last else text[-_AROUND:]
            written.append(f"{start}…{end}")
    return "".join(written)

"""Block quotations of Markdown: the words, and whose they are where the document says it."""

import re

from msgspec.structs import replace

from deckbuilder.importing.quotations import quoted
from deckbuilder.ir.outline import OutlineQuote
from deckbuilder.ir.text import Run

LINE_END = "\x1f"
"""Stands for an end of a line within a paragraph, while it matters whether a dash begins a line."""
_CALLOUT = re.compile(r"\s{0,9}\[!\w+\]")
_DASH = re.compile(r"(?:—|–|--|―|-)[ \t]?(?=[^\s–—-])")
_LAST_LINE = re.compile(r"[\x1f\n][ \t]*(?:—|–|--|―)[ \t]?(?=[^\s–—-])([^\x1f\n]{1,100})\Z")


def quotation(paragraphs: list[tuple[Run, ...]]) -> OutlineQuote | None:
    """Make a quotation of the paragraphs in it; None where they are a callout such as GitHub's, or none at all."""
    paragraphs = [runs for runs in paragraphs if "".join(run.text for run in runs).strip()]
    if not paragraphs or _CALLOUT.match(paragraphs[0][0].text):
        return None
    attribution: tuple[Run, ...] = ()
    last = paragraphs[-1]
    dash = _DASH.match(last[0].text) if len(paragraphs) > 1 else None
    line = _LAST_LINE.search(last[-1].text)
    if dash:
        attribution = (replace(last[0], text=last[0].text[dash.end() :]), *last[1:])
        paragraphs.pop()
    elif line:
        attribution = (replace(last[-1], text=line[1]),)
        paragraphs[-1] = (*last[:-1], replace(last[-1], text=last[-1].text[: line.start()]))
    runs: list[Run] = []
    for index, paragraph in enumerate(paragraphs):
        runs += [Run("\n"), *paragraph] if index else paragraph
    words = _on_one_line(runs)
    inner = quoted(words)
    return OutlineQuote(inner if inner is not None else words, _on_one_line(attribution))


def _on_one_line(runs: "list[Run] | tuple[Run, ...]") -> tuple[Run, ...]:
    return tuple(replace(run, text=run.text.replace(LINE_END, " ")) for run in runs)

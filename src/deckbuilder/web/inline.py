"""Runs of text as HTML: strong words, emphasis, line breaks and links, and nothing else."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from deckbuilder.ir.direction import runs_leftwards
from deckbuilder.ir.text import Run

Targets = Mapping[str, str]
"""The ids of the page by the names that links within a document lead to, without #."""
NO_TARGETS: Targets = MappingProxyType({})

_SCHEMES = ("https:", "http:", "mailto:", "tel:")
"""The addresses that become links; whatever else stands as words."""


def runs_html(runs: Sequence[Run], targets: Targets = NO_TARGETS) -> Markup:
    """Give runs as HTML. A link that leads to none of the targets stands as plain words."""
    parts = []
    for link, linked in groupby(runs, key=lambda run: run.link):
        text = "".join(_marked(run) for run in linked)
        address = _address(link, targets)
        parts.append(f'<a href="{escape(address)}">{text}</a>' if address and text else text)
    return escaped("".join(parts))


def escaped(html: str) -> Markup:
    """Mark HTML as such, of which every word has been escaped: it is not escaped once more."""
    return Markup(html)  # noqa: S704  # the one place where it is said; whoever says it has escaped


def way_of(text: str, *, leftwards: bool = False) -> Markup:
    """Give the attributes of an element whose text runs another way than the page; empty for all others.

    `leftwards` says whether the page runs from right to left. Where it does not, the language is given too, as far as
    the letters tell it, so that a screen reader changes its voice.
    """
    if leftwards:
        # What has no letter of either direction, such as a number, stays with the page.
        return Markup(' dir="auto"') if not runs_leftwards(text) else Markup("")
    return Markup(' dir="rtl" lang="{}"').format(_language_of(text)) if runs_leftwards(text) else Markup("")


_TOLD_BY = (
    ("[\u0590-\u05ff\ufb1d-\ufb4f]", "he"),
    ("[\u0679\u0688\u0691\u06ba\u06d2]", "ur"),
    ("[\u067e\u0686\u0698\u06af\u06cc]", "fa"),
)
"""Letters, and the language that they tell; Arabic is taken otherwise."""


def _language_of(text: str) -> str:
    return next((language for letters, language in _TOLD_BY if re.search(letters, text)), "ar")


def text_of(runs: Sequence[Run]) -> str:
    """Give the characters of runs alone, a line break as a space."""
    return "".join(run.text for run in runs).replace("\n", " ")


def _marked(run: Run) -> str:
    text = escape(run.text).replace("\n", "<br>")
    if run.emphasis:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.strong else text


def _address(link: str | None, targets: Targets) -> str | None:
    if not link:
        return None
    if link.startswith("#"):
        found = targets.get(link[1:])
        return f"#{found}" if found else None
    return link if link.lower().startswith(_SCHEMES) else None

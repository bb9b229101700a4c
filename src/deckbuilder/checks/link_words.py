"""The words of a link say where it goes: screen readers list links without what stands around (WCAG 2.2, 2.4.4)."""

import re

from deckbuilder.checks.passages import passages
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\(([^)\s\[]+)[^)\[]*\)|<(https?://[^<>]+)>")
_VAGUE = frozenset(
    {
        "click",
        "click here",
        "click this link",
        "details",
        "here",
        "link",
        "more",
        "read more",
        "see here",
        "see more",
        "this",
        "this link",
        "this page",
        "this slide",
        "this website",
    }
)
_KNOWN = re.compile(r"#|https?://|mailto:|tel:", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def link_words(pack: Pack, diagnostics: Diagnostics) -> None:
    """Advise on links whose words are a bare address, or such as “click here”."""
    for passage in passages(pack):
        for found in _LINK.finditer(passage.text) if "](" in passage.text or "<" in passage.text else ():
            if not _KNOWN.match(found[2] or found[3]):
                continue  # the target is wrong, which is reported where it is read
            words = (found[1] or found[3]).strip().strip("*_").strip()
            if _ADDRESS.fullmatch(words):
                fault = "The words of this link are a bare address."
            elif words.casefold().rstrip(".") in _VAGUE:
                fault = f"The words “{words}” do not say where this link goes."
            else:
                continue
            origin = passage.text.origin
            diagnostics.advise(
                "vague-link",
                fault,
                origin.at_text(found.group().split("\n")[0]) if origin else None,
                "Name what the reader finds there.",
            )

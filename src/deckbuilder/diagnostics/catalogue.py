"""The catalogue of codes: one page of Markdown for each, found, not registered.

A page says what the code means, why it matters, and shows a bad and a good example; `deckbuilder explain` prints it.
"""

from functools import cache
from pathlib import Path

from msgspec import Struct


class Explanation(Struct, frozen=True):
    """A page of the catalogue."""

    code: str
    title: str
    """The page's first heading."""
    text: str
    """The whole page, as Markdown."""


@cache
def explanations() -> dict[str, Explanation]:
    """Give every page by its code, in the order of the codes."""
    found: dict[str, Explanation] = {}
    for page in sorted((Path(__file__).parent / "pages").glob("*.md")):
        text = page.read_text(encoding="utf-8")
        found[page.stem] = Explanation(page.stem, text.split("\n", 1)[0].lstrip("# ").strip(), text)
    return found


def explanation(code: str) -> Explanation | None:
    """Give the page of a code, or None when there is no such code."""
    return explanations().get(code)

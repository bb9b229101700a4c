"""The pack keeps to its own words: what it lists under `avoid` stands in no text of its own.

The words for people carry a judgement: the learning review behind the first pack asks for “child”, because “young
person” hides that a child was abused. What others said is evidence, and stays as it was said.
"""

import re

from deckbuilder.checks.passages import passages
from deckbuilder.content import Pack
from deckbuilder.diagnostics import Diagnostics

_QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"]*\"|‘(?:[^‘’]|’(?=\w))*’|«[^«»]*»|„[^„“”]*[“”]|^>[^\n]*$"
    r"|\{\{(?:(?!\{\{).)*?\}\}|\]\([^)\]]*\)|<[^<>]*>|`[^`]*`",
    re.DOTALL | re.MULTILINE,
)
"""Quotations inside a text, values, addresses and code."""


def terms(pack: Pack, diagnostics: Diagnostics) -> None:
    """Warn of each word that the pack says it avoids, once a text; its plural in “s” counts too."""
    avoided = [(_pattern(unwanted), wanted) for unwanted, wanted in pack.about.avoid.items()]
    for passage in passages(pack) if avoided else ():
        for pattern, wanted in avoided:
            # Most texts hold the words nowhere, and need no looking for quotations.
            anywhere = not passage.quoted and pattern.search(passage.text)
            found = pattern.search(_QUOTED.sub(" ", passage.text)) if anywhere else None
            if found:
                origin = passage.text.origin
                diagnostics.warn(
                    "term-to-avoid",
                    f"“{' '.join(found.group().split())}” is a term that the pack avoids.",
                    origin.at_text(found.group()) if origin else None,
                    f"Write “{wanted}”; the words of others belong in quotation marks.",
                )


def _pattern(unwanted: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, unwanted.split()))
    return re.compile(rf"(?<!\w){words}s?(?!\w)", re.IGNORECASE)

"""Help slides: lines with a telephone number or an address become contacts, and so do the lines beside them.

A slide of the kind `support` also shows what each agency's theme gives. As points, the numbers of the agency that
wrote the document would be all that another agency's people see.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from deckbuilder.importing.addresses import Address, addresses_in, has_short_number
from deckbuilder.importing.pack_slides import Value
from deckbuilder.importing.pack_text import tidy
from deckbuilder.importing.points import Write
from deckbuilder.ir.text import ListKind, Paragraph, Run

_TITLE = re.compile(
    r"(?:where|who|whom|how) (?:to|you can|can you) (?:go|turn|get|find|call|contact|ask)\b.*"
    r"|(?:getting |finding )?help\b.*|(?:further |sources of )?support\b.*|helplines?\b.*"
    r"|(?:useful |key |local |our )?(?:contacts?|(?:telephone |phone )?numbers)\b.*",
    re.IGNORECASE,
)
_BEHIND_A_MARK = re.compile(r"[^:–—]{2,80}?(?::| –| —| -)\s+(\+?[\d(][\d ()-]{1,22}\d)")
"""A name, a mark and any number of three digits or more, such as “Police: 999”."""
_PARTING = " \t\n\N{NO-BREAK SPACE}:;,|/–—-"
_LEADING = frozenset({
    "and", "at", "by", "call", "contact", "e-mail", "email", "is", "on", "or", "phone", "ring", "see", "text", "the",
    "to", "via", "visit",
})  # fmt: skip
"""Words after which a number goes on with the sentence, and ends no name."""


def is_help(title: str) -> bool:
    """Say whether a title is that of a slide on where to find help."""
    return _TITLE.fullmatch(" ".join(title.split())) is not None


def contacts_of(items: Sequence[Sequence[Paragraph]], write: Write) -> list[Value] | None:
    """Make contacts of a list, an item with what stands below it each; None where no line has a number or address."""
    if not any(_says_where(block) for item in items for block in item):
        return None
    cards: list[_Card] = []
    number = 0
    for first, *below in items:
        number = (first.start or number + 1) if first.list is ListKind.NUMBER else 0
        alone = _alone(first.text)
        if alone and not number and not below and cards and cards[-1].takes(alone):
            cards[-1].put(alone)
            continue
        runs = (Run(f"{number}. "), *first.runs) if number else first.runs
        card = _card(runs)
        cards.append(card)
        for block in below:
            found = _alone(block.text)
            if found and card.takes(found):
                card.put(found)
            elif tidy(block.runs):
                card.texts.append(block.runs)
    return [card.fields(write) for card in cards if tidy(card.name)]


class _Card(Struct):
    """A contact in the making."""

    name: tuple[Run, ...]
    phone: str = ""
    link: str = ""
    texts: list[tuple[Run, ...]] = field(default_factory=list)

    def takes(self, address: Address) -> bool:
        """Say whether there is room for a number or an address; a number stands above what is said of it."""
        return not (self.phone or self.texts) if address.kind == "phone" else not self.link

    def put(self, address: Address) -> None:
        """Take a number or an address."""
        if address.kind == "phone":
            self.phone = address.text
        else:
            self.link = address.text

    def fields(self, write: Write) -> dict[str, Value]:
        """Give it as a pack has it."""
        found: dict[str, Value] = {"name": write(self.name)}
        if self.phone:
            found["phone"] = write((Run(self.phone),))
        if self.texts:
            broken = [run for text in self.texts for run in (Run("\n"), *text)]
            found["text"] = write(broken[1:])
        if self.link:
            found["link"] = write((Run(self.link),))
        return found


def _card(runs: tuple[Run, ...]) -> _Card:
    """Part a line into a name, a number or an address, and what follows it; one that is a sentence stays whole."""
    text = "".join(run.text for run in runs)
    address = _address(text)
    if address is None:
        return _Card(_plainly(runs))
    before, after = text[: address.start], text[address.end :]
    if before.rstrip().endswith("(") and after.startswith(")"):
        before, after = before.rstrip()[:-1], after[1:]
    name = before.rstrip(_PARTING)
    follows = after.lstrip(_PARTING + ".")
    marked = name != before.rstrip() or after.lstrip()[:1] in tuple("(,;|/–—-")
    words = name.split()
    if not words or words[-1].lower() in _LEADING or not (marked or not follows):
        return _Card(_plainly(runs))
    card = _Card(_plainly(_slice(runs, 0, len(name))))
    card.put(address)
    if follows:
        second = _alone(follows)
        if second and card.takes(second):
            card.put(second)
        else:
            card.texts.append(_slice(runs, len(text) - len(follows), len(text)))
    return card


def _address(text: str) -> Address | None:
    """Give the first number or address of a line."""
    found = addresses_in(text)
    if found:
        return found[0]
    match = _BEHIND_A_MARK.fullmatch(text.strip())
    if match is None or len(re.sub(r"\D", "", match[1])) < _FEWEST:
        return None
    lead = len(text) - len(text.lstrip())
    return Address("phone", match[1], lead + match.start(1), lead + match.end(1))


_FEWEST = 3


def _alone(text: str) -> Address | None:
    """Give the number or address that a whole text is; None where it is more, or none."""
    found = addresses_in(text)
    return found[0] if len(found) == 1 and not re.sub(r"[\s.,;()]", "", text.replace(found[0].text, "", 1)) else None


def _says_where(block: Paragraph) -> bool:
    linked = any((run.link or "").lower().startswith(("http", "mailto:", "tel:")) for run in block.runs)
    return linked or _address(block.text) is not None or has_short_number(block.text)


def _slice(runs: Sequence[Run], start: int, end: int) -> tuple[Run, ...]:
    found: list[Run] = []
    at = 0
    for run in runs:
        text = run.text[max(start - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            found.append(replace(run, text=text))
    return tuple(found)


def _plainly(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Give a name without the look that all of it has: how names stand out is for the theme to say."""
    said = tidy(runs)
    strong, emphasis = all(run.strong for run in said), all(run.emphasis for run in said)
    return tuple(replace(run, strong=run.strong and not strong, emphasis=run.emphasis and not emphasis) for run in said)

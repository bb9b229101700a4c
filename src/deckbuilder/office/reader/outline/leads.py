"""Where the relationships of a part lead, and bounds on what one part may be read for."""

from collections import Counter

from msgspec import Struct, field

from deckbuilder.office.package import Relationship
from deckbuilder.office.reader.parts import Element, Parts

MOST_USES = 5
"""How often a chart or a drawing is read that several shapes show: each time it is as much as the first time."""


class Leads(Struct):
    """The relationships of one document's parts, by their ids."""

    parts: Parts
    _of: dict[str, dict[str, Relationship]] = field(default_factory=dict)
    _uses: Counter[str] = field(default_factory=Counter)

    def of(self, source: str) -> dict[str, Relationship]:
        """Give the relationships of a part by id; of two with one id the first."""
        if source not in self._of:
            own = self.parts.package.relationships.get(source, [])
            self._of[source] = {item.id: item for item in reversed(own)}
        return self._of[source]

    def part(self, source: str, identifier: str) -> str | None:
        """Give the part that a relationship leads to; None where it leads to none, or out of the file."""
        found = self.of(source).get(identifier)
        return None if found is None or found.external else found.target

    def root(self, source: str, identifier: str) -> Element | None:
        """Give the root of the part that a relationship leads to; None where it is missing, or was read often."""
        part = self.part(source, identifier)
        if part is None:
            return None
        self._uses[part] += 1
        return self.parts.xml(part) if self._uses[part] <= MOST_USES else None

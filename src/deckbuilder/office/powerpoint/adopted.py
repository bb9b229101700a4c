"""What a deck is written into when its template is an agency's own: the package that was read, without its slides."""

from msgspec import Struct

from deckbuilder.office.package import Package
from deckbuilder.office.powerpoint.master import TemplateParts

SLIDES_HERE = b"<?deckbuilder slides?>"
"""Stands in the presentation part where the list of slides goes."""
TAGS_HERE = b"<?deckbuilder tags?>"
"""Stands in the presentation part where the element goes that leads to the slides' tags."""
SECTIONS_HERE = b"<?deckbuilder sections?>"
"""Stands in the presentation part where the extension with the sections goes."""


class AdoptedPackage(Struct, frozen=True, eq=False):
    """A template's package, ready to take slides. It is never changed: each deck is written into a copy."""

    package: Package
    presentation: str
    """The name of the presentation part."""
    parts: TemplateParts

    def opened(self) -> Package:
        """Give a copy of the package to write a deck into."""
        own = self.package
        return Package(
            dict(own.parts),
            dict(own.types),
            {source: list(items) for source, items in own.relationships.items()},
            own.read,
            own.taken,
        )

    def presentation_with(self, slides: str, tags: str, sections: str) -> bytes:
        """Give the presentation part with a list of slides, what leads to their tags, and the sections' extension."""
        content = self.package.parts[self.presentation]
        for here, written in ((SLIDES_HERE, slides), (TAGS_HERE, tags), (SECTIONS_HERE, sections)):
            content = content.replace(here, written.encode())
        return content

"""What a deck is written into when its template is an agency's own: the package that was read, without its slides."""

from msgspec import Struct

from deckbuilder.office.package import Package
from deckbuilder.office.powerpoint.master import TemplateParts

SLIDES_HERE = b"<?deckbuilder slides?>"
"""Stands in the presentation part where the list of slides goes."""
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

    def presentation_with(self, slides: str, sections: str) -> bytes:
        """Give the presentation part with a list of slides and the extension with the sections."""
        content = self.package.parts[self.presentation]
        return content.replace(SLIDES_HERE, slides.encode()).replace(SECTIONS_HERE, sections.encode())

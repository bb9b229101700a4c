"""Opening a template: read safely, without its slides, and with nothing in it that leads nowhere."""

from lxml import etree
from msgspec import Struct, field
from PIL.Image import Image

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.archive import read_package
from deckbuilder.office.powerpoint.adopt.cleaning import Cleaned, clean, main_part
from deckbuilder.office.powerpoint.adopt.lifting import lift_styles
from deckbuilder.office.powerpoint.adopt.parts import P, Parts
from deckbuilder.office.powerpoint.adopt.presentation import mended_lists
from deckbuilder.office.powerpoint.adopt.reading import Found, Reader
from deckbuilder.theme import TemplateFile


class Opened(Struct, frozen=True):
    """A template that was read, without its slides."""

    parts: Parts
    presentation: str
    cleaned: Cleaned
    lifted: bool
    thumbs: dict[str, Image | None] = field(default_factory=dict)
    """Pictures, made small, by their parts."""

    def found(self) -> Found:
        """Read its masters and layouts."""
        return Reader(self.parts, self.presentation, self.thumbs).read()


def opened(file: TemplateFile, diagnostics: Diagnostics) -> Opened | None:
    """Read a template; None, with a diagnostic, when it cannot be used."""
    package = read_package(file, diagnostics)
    if package is None:
        return None
    parts = Parts(package)
    presentation = main_part(parts)
    if presentation is None:
        refuse(file, "is no PowerPoint presentation", diagnostics)
        return None
    try:
        cleaned = clean(parts, presentation)
        mended_lists(parts, presentation)
        reader = Reader(parts, presentation)
        masters = reader.masters()
        lifted = lift_styles(parts, reader, masters)
        for part in package.parts:
            if part.endswith(".xml"):
                parts.tree(part)
    except etree.XMLSyntaxError:
        refuse(file, "is damaged: a part of it is no sound XML", diagnostics)
        return None
    if any(parts.tree(master).find(P + name) is None for master in masters for name in ("cSld", "clrMap")):
        refuse(file, "is damaged: a slide master of it is not whole", diagnostics)
        return None
    if not masters:
        refuse(file, "has no slide master, so there is nothing that slides could look like", diagnostics)
        return None
    return Opened(parts, presentation, cleaned, lifted)


def refuse(file: TemplateFile, what: str, diagnostics: Diagnostics) -> None:
    """Report that a template cannot be used."""
    diagnostics.error(
        "unusable-template",
        f"“{file.name}” {what}.",
        file.name.origin,
        "Open it in PowerPoint, see under View, Slide Master, that it holds a master with layouts, and save it as .potx.",
    )

"""The design of a generated template: frame, type scale, characters and layouts, from which the XML is written."""

from collections.abc import Mapping

from msgspec.structs import replace

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Fonts, Layout, Template
from deckbuilder.office.images import brand_image
from deckbuilder.office.powerpoint.design.character import Logos
from deckbuilder.office.powerpoint.design.characters import CHARACTERS
from deckbuilder.office.powerpoint.design.frame import frame_of
from deckbuilder.office.powerpoint.design.layouts import shared_layouts
from deckbuilder.office.powerpoint.design.master import body, foot, logo, marking, title
from deckbuilder.office.powerpoint.design.variants import with_variants
from deckbuilder.theme import Theme
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast, named

__all__ = ["generate_template"]


def generate_template(theme: Theme, diagnostics: Diagnostics) -> Template:
    """Make the template of a theme's brand."""
    fonts = theme.brand.fonts
    frame = frame_of(theme)
    character = CHARACTERS[theme.brand.character]
    files = theme.logo
    logos = Logos()
    if files:
        on_brand = brand_image(files.on_brand, files.description, diagnostics) if files.on_brand else None
        logos = Logos(brand_image(files.usual, files.description, diagnostics), on_brand)
    width, height = frame.slide
    return Template(
        name=str(theme.name),
        width=width,
        height=height,
        colours=theme.colours,
        fonts=Fonts(str(fonts.heading), str(fonts.body), str(fonts.fallback or "")),
        layouts=tuple(
            _with_links(layout, theme.colours)
            for layout in (
                character.title(frame, logos),
                character.section(frame),
                *with_variants(shared_layouts(frame, character), frame, character),
            )
        ),
        decorations=character.decorations(frame),
        master=(title(frame, bold=character.heading_bold), body(frame, character.bullet), *foot(frame)),
        images=logo(logos.usual, frame),
        texts=marking(frame),
        plain=frame.scale.plain,
    )


def _with_links(layout: Layout, colours: Mapping[str, str]) -> Layout:
    """Let links on a dark layout have a colour in which they can be read."""
    ground = named(layout.background or "lt1", colours)
    read = (name for name in ("hlink", "lt1", "dk1") if contrast(colours[name], ground) >= TEXT_CONTRAST)
    return replace(layout, link=next(read, "hlink"))

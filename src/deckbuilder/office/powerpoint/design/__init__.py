"""The design of a generated template: grid, type scale, layouts. Readable parts, from which the XML is written."""

from deckbuilder.ir.template import Fonts, Template
from deckbuilder.office.powerpoint.design.grid import HEIGHT, WIDTH
from deckbuilder.office.powerpoint.design.layouts import all_layouts
from deckbuilder.office.powerpoint.design.master import MASTER, MASTER_DECORATIONS
from deckbuilder.theme import Theme

__all__ = ["generate_template"]


def generate_template(theme: Theme) -> Template:
    """Make the template of a theme's brand."""
    fonts = theme.brand.fonts
    return Template(
        name=str(theme.name),
        width=WIDTH,
        height=HEIGHT,
        colours=theme.brand.colours.scheme(),
        fonts=Fonts(str(fonts.heading), str(fonts.body)),
        layouts=all_layouts(),
        decorations=MASTER_DECORATIONS,
        master=MASTER,
    )

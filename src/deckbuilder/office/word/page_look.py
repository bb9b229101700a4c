"""What `fit` needs to know of a page, made of the styles as they are written."""

from deckbuilder.ir.page import PageLook, StyleLook
from deckbuilder.ir.template import Fonts
from deckbuilder.office.word.characters import CHARACTERS, Character
from deckbuilder.office.word.style import Style
from deckbuilder.office.word.style_xml import Look, line_spacing
from deckbuilder.office.word.styles import all_styles
from deckbuilder.units import Pt

_SLIDE_SHARE = 0.62
"""How much of the text's width a slide takes: its own text can be read, and two short parts fit on a page."""
_AFTER = 6.0
"""The space after a paragraph whose style says nothing of it, in points: that of the document's defaults."""


def page_look(  # what a page is made of
    look: Look,
    fonts: Fonts,
    *,
    width: int,
    height: int,
    indent: int,
    answer_line: int,
    opening: float = 0,
    character: Character | None = None,
) -> PageLook:
    """Give a page's look. Lengths are in twips, but `opening`, which is in points.

    Of an agency's own template, whose styles are its own, it is near enough: without a `character` of ours the plain
    one is taken, at the template's size of text.
    """
    styles = {style.name: _style_look(style, look) for style in all_styles(character or CHARACTERS["leaves"])}
    return PageLook(
        width=Pt(width / 20),
        height=Pt(height / 20),
        opening=Pt(opening),
        fonts=fonts,
        styles=styles,
        indent=Pt(indent / 20),
        answer_line=Pt(answer_line / 20),
        slide_width=Pt(width / 20 * _SLIDE_SHARE),
    )


def _style_look(style: Style, look: Look) -> StyleLook:
    return StyleLook(
        size=Pt(look.size(style.size or 12) / 2),
        before=Pt(look.space(style.before or 0)),
        after=Pt(look.space(_AFTER if style.after is None else style.after)),
        line=line_spacing(style, look),
        left=Pt(style.left / 20),
        bold=style.bold,
        heading_font=style.heading_font,
    )

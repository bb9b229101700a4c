"""Rules over Office files, whoever made them; one rule a file."""

from deckbuilder.checks.files.alternative_text import alternative_text
from deckbuilder.checks.files.captions import captions
from deckbuilder.checks.files.contrast_of_text import contrast_of_text
from deckbuilder.checks.files.controls import controls
from deckbuilder.checks.files.easy_to_read import capitals_shown, italics, justified
from deckbuilder.checks.files.empty_paragraphs import empty_paragraphs
from deckbuilder.checks.files.floating import floating
from deckbuilder.checks.files.font_family import font_family
from deckbuilder.checks.files.headings import headings
from deckbuilder.checks.files.links import links
from deckbuilder.checks.files.on_the_slide import on_the_slide
from deckbuilder.checks.files.properties import properties
from deckbuilder.checks.files.reading_order import reading_order
from deckbuilder.checks.files.sections import sections
from deckbuilder.checks.files.sizes_of_text import sizes_of_text
from deckbuilder.checks.files.slide_titles import slide_titles
from deckbuilder.checks.files.tables import tables
from deckbuilder.diagnostics import Diagnostics, Origin
from deckbuilder.ir.office_file import OfficeFile

__all__ = ["FILE_RULES", "check_office_file"]

FILE_RULES = (
    properties,
    sections,
    slide_titles,
    reading_order,
    alternative_text,
    tables,
    captions,
    controls,
    headings,
    empty_paragraphs,
    floating,
    links,
    contrast_of_text,
    sizes_of_text,
    font_family,
    italics,
    capitals_shown,
    justified,
    on_the_slide,
)
"""Every rule over an Office file."""


def check_office_file(file: OfficeFile, origin: Origin, diagnostics: Diagnostics) -> None:
    """Hold an Office file against every rule."""
    for rule in FILE_RULES:
        rule(file, origin, diagnostics)

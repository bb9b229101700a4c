"""What a person who prepares a theme wants to know of a template."""

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.word.adopt.analysis import Analysis, analysed
from deckbuilder.office.word.adopt.faint import faint_styles
from deckbuilder.office.word.adopt.settings import mend_settings
from deckbuilder.office.word.adopt.their_styles import TheirStyle
from deckbuilder.office.word.inspection import (
    PageInspection,
    StyleInspection,
    WordColourInspection,
    WordFontInspection,
    WordInspection,
)
from deckbuilder.theme import TemplateFile
from deckbuilder.theme.colour import contrast

_TWIPS_PER_CM = 1_440 / 2.54
_SLOTS = ("dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")


def inspected(file: TemplateFile, diagnostics: Diagnostics) -> WordInspection | None:
    """Look into a template; None, with a diagnostic, when it cannot be used."""
    found = analysed(file, (), {}, diagnostics)
    if found is None:
        return None
    mend_settings(found.settings, found.notes, shows_background=False)
    serving: dict[str, list[str]] = {}
    for ours, style in found.choice.items():
        if style is not None:
            serving.setdefault(style.id, []).append(ours)
    return WordInspection(
        page=_page(found),
        fonts=_fonts(found),
        colours=tuple(
            WordColourInspection(slot, value, round(contrast(value, found.paper), 2))
            for slot in _SLOTS
            if (value := found.theme.colours.get(slot))
        ),
        styles=tuple(_style(style, tuple(serving.get(style.id, ())), found) for style in found.sheet.styles),
        problems=tuple(f"{text[0].upper()}{text[1:]}." for text in (*found.notes.mended, *faint_styles(found))),
        proposed={ours: style.name if style is not None else None for ours, style in found.choice.items()},
    )


def _page(found: Analysis) -> PageInspection:
    page = found.section.page
    lengths = (page.width, page.height, page.top, page.right, page.bottom, page.left, page.text_width)
    return PageInspection(*(round(length / _TWIPS_PER_CM, 2) for length in lengths))


def _fonts(found: Analysis) -> tuple[WordFontInspection, ...]:
    body = found.choice["Body Text"] or found.sheet.normal
    named = (("headings", found.choice["heading 1"] or body), ("body", body))
    return tuple(WordFontInspection(font, use) for use, style in named if (font := found.sheet.font(style)))


def _style(style: TheirStyle, serves: tuple[str, ...], found: Analysis) -> StyleInspection:
    sheet = found.sheet
    if style.kind not in {"paragraph", "character"}:
        return StyleInspection(style.name, style.kind, 0, "", "", serves)
    return StyleInspection(style.name, style.kind, sheet.size(style), sheet.colour(style), sheet.font(style), serves)

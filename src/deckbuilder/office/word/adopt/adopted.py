"""From an agency's .docx or .dotx to the template that our documents are written into."""

from lxml import etree

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Fonts
from deckbuilder.office import drawing
from deckbuilder.office.word.adopt.additions import add_styles
from deckbuilder.office.word.adopt.analysis import Analysis, analysed
from deckbuilder.office.word.adopt.choice import NamedStyle
from deckbuilder.office.word.adopt.faint import faint_styles
from deckbuilder.office.word.adopt.frame import LISTS, REFERENCES, AdoptedFrame
from deckbuilder.office.word.adopt.list_ids import add_lists
from deckbuilder.office.word.adopt.parts_kept import BrandParts, kept_parts
from deckbuilder.office.word.adopt.settings import mend_settings
from deckbuilder.office.word.adopt.surround import Surround
from deckbuilder.office.word.adopt.wml import child, is_on, spelled
from deckbuilder.office.word.fonts import font_table
from deckbuilder.office.word.page_look import page_look
from deckbuilder.office.word.template import WordTemplate
from deckbuilder.theme import TemplateFile, Theme


def adopted_template(theme: Theme, file: TemplateFile, diagnostics: Diagnostics) -> WordTemplate | None:
    """Make the template of a theme that has its own; None when it cannot be used."""
    named = [
        NamedStyle(str(ours), ours.origin, str(theirs), theirs.origin) for ours, theirs in theme.word.styles.items()
    ]
    found = analysed(file, named, theme.colours, diagnostics)
    if found is None or diagnostics.has_errors:
        return None
    fonts = theme.brand.fonts
    pair = Fonts(str(fonts.heading), str(fonts.body), str(fonts.fallback or ""))
    ours = BrandParts(drawing.theme(str(theme.name), theme.colours, pair), font_table(pair))
    return _Adopter(found, str(theme.control.marking or ""), ours, pair).adopted(file, diagnostics)


class _Adopter:
    def __init__(self, found: Analysis, marking: str, brand: BrandParts, fonts: Fonts) -> None:
        self._fonts = fonts
        self._found = found
        self._brand = brand
        self._marking = marking

    def adopted(self, file: TemplateFile, diagnostics: Diagnostics) -> WordTemplate:
        found = self._found
        found.notes.added += add_styles(found.sheet, found.choice, found.look, found.home, marked=bool(self._marking))
        lists = add_lists(found.lists, found.sheet, found.choice, found.look)
        found.lists.add_lists([etree.Comment(LISTS[4:-3])])
        margins = Surround(
            found.source, found.section, self._marking, found.look.ids,
            is_on(child(found.settings, "evenAndOddHeaders")), found.notes,
        ).margins()  # fmt: skip
        mend_settings(found.settings, found.notes, shows_background=found.paper != "FFFFFF")
        base = kept_parts(found, margins, self._brand)
        found.section.element.insert(0, etree.Comment(REFERENCES[4:-3]))
        found.notes.faint += faint_styles(found)
        found.notes.tell(file, diagnostics)
        page = found.section.page
        text_width = page.text_width
        return WordTemplate(
            styles=found.look.ids,
            text_width=text_width,
            lists=lists,
            frame=AdoptedFrame(
                base=base,
                background=found.background,
                section=spelled(found.section.element),
                margins=tuple(margins),
                styles=found.look.ids,
                text_width=text_width,
                tabs=found.sheet.tabs(found.choice["footer"]),
            ),
            page=page_look(
                found.look,
                self._fonts,
                width=text_width,
                height=page.height - page.top - page.bottom,
                indent=lists.indent,
                answer_line=round(460 * max(found.look.body_size / 14, 1)),
            ),
            outline_contents=found.has_own_headings,
        )

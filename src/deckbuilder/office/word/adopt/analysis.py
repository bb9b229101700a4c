"""Looking through a template: what it has, what serves for what of ours, what is mended."""

from collections.abc import Mapping, Sequence

from lxml import etree
from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.word.adopt.additions import add_normal, style_ids
from deckbuilder.office.word.adopt.at_home import AtHome, paper_colour
from deckbuilder.office.word.adopt.choice import Chooser, NamedStyle, chosen
from deckbuilder.office.word.adopt.frame import LANGUAGE
from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.ordered import mend_order
from deckbuilder.office.word.adopt.section import Section, chosen_section, is_wide_enough
from deckbuilder.office.word.adopt.settings import read_settings
from deckbuilder.office.word.adopt.source import Source, read_source, unusable
from deckbuilder.office.word.adopt.their_lists import TheirLists
from deckbuilder.office.word.adopt.their_styles import StyleSheet, TheirStyle, read_styles
from deckbuilder.office.word.adopt.their_theme import TheirTheme, read_theme
from deckbuilder.office.word.adopt.wml import attribute, child, drop, fragment, value, w
from deckbuilder.office.word.style_xml import Look
from deckbuilder.theme import TemplateFile

_HEADINGS = ("heading 1", "heading 2", "heading 3")


class Analysis(Struct, frozen=True):
    """A template looked through."""

    source: Source
    settings: etree._Element
    theme: TheirTheme
    sheet: StyleSheet
    lists: TheirLists
    section: Section
    paper: str
    """The colour of the page, as six hexadecimal digits."""
    background: str
    """The `w:background`; empty where the page is white."""
    choice: Mapping[str, TheirStyle | None]
    """Their style for each of ours; None where ours is added."""
    home: AtHome
    look: Look
    notes: Notes

    @property
    def has_own_headings(self) -> bool:
        """Whether a heading's style is none that Word itself takes into a contents table."""
        styles = [self.choice[name] for name in _HEADINGS]
        return any(style is not None and style.name.casefold() not in _HEADINGS for style in styles)


def analysed(
    file: TemplateFile, named: Sequence[NamedStyle], brand: Mapping[str, str], diagnostics: Diagnostics
) -> Analysis | None:
    """Look through a template; None, with a diagnostic, when it cannot be used.

    `named` are the styles that the theme names, `brand` the theme's colours.
    """
    source = read_source(file, diagnostics)
    if source is None:
        return None
    try:
        return _analysed(source, file, named, brand, diagnostics)
    except etree.XMLSyntaxError as error:
        unusable(file, f"has a damaged part ({error.msg})", diagnostics)
        return None


def _analysed(
    source: Source,
    file: TemplateFile,
    named: Sequence[NamedStyle],
    brand: Mapping[str, str],
    diagnostics: Diagnostics,
) -> Analysis | None:
    notes = Notes()
    section = chosen_section(source, notes)
    if not is_wide_enough(section.page):
        centimetres = section.page.text_width / 567
        unusable(file, f"has lines of only {centimetres:.1f} cm, too short for tables and answers", diagnostics)
        return None
    settings = read_settings(source)
    theme = read_theme(source, settings)
    styles = source.root("styles", "styles")
    mend_order(styles, notes)
    sheet = read_styles(styles, theme, notes)
    normal = add_normal(sheet)
    _set_language(sheet)
    lists = TheirLists(source.root("numbering", "numbering"))
    default_table = value(settings, "defaultTableStyle")
    if not theme.colours:
        notes.mend("it has no theme, and gets one of the brand’s colours and fonts")
    choice = chosen(Chooser(sheet, lists, default_table, notes), named, diagnostics)
    paper = paper_colour(source.document, theme)
    home = AtHome(sheet, theme, paper, brand)
    ids = {"Normal": normal.id, **style_ids(sheet, choice)}
    look = home.look(ids, choice["Body Text"], choice["heading 1"])
    _mend_headings(choice, sheet, notes)
    background = f'<w:background w:color="{paper}"/>' if paper != "FFFFFF" else ""
    return Analysis(source, settings, theme, sheet, lists, section, paper, background, choice, home, look, notes)


def _set_language(sheet: StyleSheet) -> None:
    """Leave the language open in the styles: it is that of each document, or a screen reader would mispronounce it."""
    for style in sheet.styles:
        for path in (("rPr", "lang"), ("rPr", "noProof")):
            found = child(style.element, *path)
            if found is not None:
                drop(found)
    defaults = child(sheet.root, "docDefaults")
    if defaults is None:
        defaults = etree.Element(w("docDefaults"))
        sheet.root.insert(0, defaults)
    for index, name in enumerate(("rPrDefault", "rPr")):
        inner = child(defaults, name)
        if inner is None:
            inner = etree.Element(w(name))
            defaults.insert(0 if index == 0 else len(defaults), inner)
        defaults = inner
    old = child(defaults, "lang")
    bidi = attribute(old, "bidi") or "ar-SA"
    if old is not None:
        drop(old)
    (new,) = fragment(f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="{bidi}"/>')
    after = [child(defaults, name) for name in ("eastAsianLayout", "specVanish", "oMath")]
    place = next((defaults.index(one) for one in after if one is not None), len(defaults))
    defaults.insert(place, new)


def _mend_headings(choice: Mapping[str, TheirStyle | None], sheet: StyleSheet, notes: Notes) -> None:
    """Give headings the level that makes them headings to Word and to screen readers."""
    for level, name in enumerate(_HEADINGS):
        style = choice[name]
        if style is None:
            continue
        if sheet.setting(style, "pPr", "outlineLvl") is None:
            properties = child(style.element, "pPr")
            if properties is None:
                properties = etree.Element(w("pPr"))
                before = [child(style.element, one) for one in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")]
                place = next((style.element.index(one) for one in before if one is not None), len(style.element))
                style.element.insert(place, properties)
            (outline,) = fragment(f'<w:outlineLvl w:val="{level}"/>')
            last = [child(properties, one) for one in ("divId", "cnfStyle", "rPr", "sectPr", "pPrChange")]
            place = next((properties.index(one) for one in last if one is not None), len(properties))
            properties.insert(place, outline)
            notes.mend(f"its “{style.name}” got the outline level of a heading")
        if not sheet.switched(style, "pPr", "keepNext"):
            notes.mend(
                f"its “{style.name}” may stand alone at the foot of a page, since it does not keep with what follows"
            )

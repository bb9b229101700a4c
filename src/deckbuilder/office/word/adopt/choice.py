"""Which of the template's styles serves for each of ours: the one it names, the built-in one, or none."""

from collections.abc import Iterable

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, Origin, did_you_mean
from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.their_lists import TheirLists
from deckbuilder.office.word.adopt.their_styles import StyleSheet, TheirStyle
from deckbuilder.office.word.adopt.wml import attribute, child
from deckbuilder.office.word.characters import CHARACTERS
from deckbuilder.office.word.styles import CHARACTER_STYLES, TABLES, all_styles

PARAGRAPHS = tuple(style.name for style in all_styles(CHARACTERS["leaves"]) if style.name != "Logo")
"""The paragraph styles; an agency's template has a logo of its own."""
OURS: dict[str, str] = {
    **dict.fromkeys(PARAGRAPHS, "paragraph"),
    **dict.fromkeys(TABLES, "table"),
    **dict.fromkeys(CHARACTER_STYLES, "character"),
}
"""Our styles and their kinds."""
_SHARED = ("List Paragraph",)
"""What serves for either kind of list where there is no style of its own."""


class Chooser(Struct, frozen=True):
    """Finds a style for each of ours."""

    sheet: StyleSheet
    lists: TheirLists
    default_table: str
    """The id of the style of new tables; empty where the settings name none."""
    notes: Notes

    def by_default(self, name: str) -> TheirStyle | None:
        """Give the style that serves for one of ours where nobody names one; None where ours has to be added."""
        kind = OURS[name]
        if name == "Reading Table":
            return self._usual_table() or self.sheet.builtin(name, kind)
        if name in {"List Bullet", "List Number"}:
            return self._list(name)
        found = self.sheet.builtin(name, kind)
        if name == "Body Text" and found is None:
            return self._spaced_normal()
        if name == "Quote" and found is not None and self.sheet.switched(found, "rPr", "i"):
            self.notes.mend(
                f"its “{found.name}” is in italics, which are hard to read at length, so that quotations have a style "
                f"of ours (write “Quote: {found.name}” under “word.styles” to use it all the same)"
            )
            return None
        return found

    def _usual_table(self) -> TheirStyle | None:
        """Give the table style that the template has for new tables, where it says one."""
        named = self.sheet.by_id(self.default_table)
        return named if named is not None and named.kind == "table" and not named.is_default else None

    def _spaced_normal(self) -> TheirStyle | None:
        """Give the style of plain text, where its paragraphs stand apart."""
        normal = self.sheet.normal
        apart = self.sheet.space(normal, "after") + self.sheet.space(normal, "before")
        return normal if apart >= 60 else None

    def _list(self, name: str) -> TheirStyle | None:
        found = self.sheet.builtin(name, "paragraph")
        if found is not None:
            return found
        bulleted = name == "List Bullet"
        word = "bullet" if bulleted else "number"
        likely = [
            style
            for style in self.sheet.styles
            if style.kind == "paragraph"
            and word in style.name.casefold()
            and not attribute(child(style.element, "pPr", "numPr", "ilvl"), "val").strip("0")
            and self.lists.is_bulleted(self.sheet.list_of(style)) is bulleted
        ]
        if likely:
            return min(likely, key=lambda style: len(style.name))
        return next((one for other in _SHARED if (one := self.sheet.builtin(other, "paragraph"))), None)


class NamedStyle(Struct, frozen=True):
    """A style that a theme names for one of ours."""

    ours: str
    ours_at: Origin | None
    theirs: str
    theirs_at: Origin | None


def chosen(chooser: Chooser, named: Iterable[NamedStyle], diagnostics: Diagnostics) -> dict[str, TheirStyle | None]:
    """Choose a style for each of ours: the one that the theme names, or the default; None where ours is added."""
    found = {}
    for one in named:
        name = next((own for own in OURS if own.casefold() == one.ours.casefold()), None)
        if name is None:
            hint = did_you_mean(one.ours, list(OURS))
            diagnostics.error(
                "unknown-template-style", f"“{one.ours}” is none of our styles.", one.ours_at or one.theirs_at, hint
            )
            continue
        style = _theirs(one, OURS[name], chooser.sheet, diagnostics)
        if style is not None:
            found[name] = style
    return {name: found[name] if name in found else chooser.by_default(name) for name in OURS}


def _theirs(one: NamedStyle, kind: str, sheet: StyleSheet, diagnostics: Diagnostics) -> TheirStyle | None:
    found = sheet.named(one.theirs, kind)
    if found is not None:
        return found
    other = sheet.named(one.theirs)
    if other is not None:
        what, hint = f"“{one.theirs}” is a {other.kind} style; “{one.ours}” needs a {kind} style.", ""
    else:
        known = [style.name for style in sheet.styles if style.kind == kind]
        what, hint = f"The template has no style “{one.theirs}”.", did_you_mean(one.theirs, known)
    diagnostics.error("unknown-template-style", what, one.theirs_at, hint)
    return None

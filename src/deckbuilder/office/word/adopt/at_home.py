"""How styles of ours look at home in a template: in its colours where they can be read there, and in its fonts."""

from collections.abc import Mapping

from lxml import etree

from deckbuilder.office.word.adopt.their_styles import StyleSheet, TheirStyle
from deckbuilder.office.word.adopt.their_theme import TheirTheme
from deckbuilder.office.word.adopt.wml import attribute, child, hex_colour, spelled, twips
from deckbuilder.office.word.style import TableLook
from deckbuilder.office.word.style_xml import THEME_NAMES, Ink, Look
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast, luminance

_OFFICE_ACCENTS = {"4F81BD", "5B9BD5", "4472C4", "156082"}
"""The first accent of the themes that Word begins with: who has one of these has chosen no colours there."""
_TINT_CONTRAST = 7.0
"""What text needs on the colour behind quotations, so that coloured words on it can be read too."""


class AtHome:
    """Makes the look of added styles."""

    def __init__(self, sheet: StyleSheet, theme: TheirTheme, paper: str, brand: Mapping[str, str]) -> None:
        self._sheet = sheet
        self._theme = theme
        self._paper = paper
        self._brand = brand

    def look(self, ids: Mapping[str, str], text: TheirStyle | None, heading: TheirStyle | None) -> Look:
        """Give the look, for a text and a main heading in styles of theirs."""
        sheet = self._sheet
        normal = sheet.normal
        body = text or normal
        same = body is normal
        own = sheet.fonts(body) if not same and sheet.font(body) != sheet.font(normal) else None
        title = sheet.fonts(heading) if heading is not None else None
        size = sheet.size(body)
        return Look(
            inks=self._inks(body, heading),
            body_size=size,
            ids=ids,
            heading_font=_plain(title),
            body_font=_plain(own),
            states_size=not same and size != sheet.size(normal),
            resets=self._is_set_apart(normal),
        )

    def table(self, look: Look) -> TableLook:
        """Give the look of tables: a filled header row, where the template has a colour that white can be read on."""
        dark = "dk2" in look.inks and contrast(look.inks["dk2"].value, look.inks["lt1"].value) >= TEXT_CONTRAST
        return TableLook("dk2", "lt1") if dark else TableLook("", "", frame=8, head_rule=12)

    def _is_set_apart(self, normal: TheirStyle | None) -> bool:
        """Say whether plain text is indented or not set to the left."""
        sheet = self._sheet
        indented = any(
            twips(sheet.attribute(normal, name, "pPr", "ind"))
            for name in ("left", "start", "firstLine", "hanging", "right", "end")
        )
        return indented or attribute(sheet.setting(normal, "pPr", "jc"), "val") not in {"", "left", "start"}

    def _inks(self, body: TheirStyle | None, heading: TheirStyle | None) -> dict[str, Ink]:
        found = self._candidates(heading)
        text = self._sheet.colour(body)
        inks = {}
        tint = found.get("lt2")
        soft = tint is not None and luminance(tint.value) > 0.6 and contrast(text, tint.value) >= _TINT_CONTRAST
        if tint is not None and soft:
            inks["lt2"] = tint
        grounds = (self._paper, *([tint.value] if tint is not None and soft else []))
        inks |= {
            name: ink
            for name, ink in found.items()
            if name not in {"dk1", "lt1", "lt2"} and all(contrast(ink.value, one) >= TEXT_CONTRAST for one in grounds)
        }
        light = found.get("lt1")
        inks["lt1"] = light if light is not None and light.value == self._paper else Ink(self._paper)
        return inks

    def _candidates(self, heading: TheirStyle | None) -> dict[str, Ink]:
        """Give the colours to choose from: the template's theme, or where it has none, the brand's of ours."""
        if not self._theme.colours:
            return {name: Ink(value) for name, value in self._brand.items()}
        found = {
            ours: Ink(value, theirs) for ours, theirs in THEME_NAMES.items() if (value := self._theme.colour(theirs))
        }
        # The last accent is our quiet one, for captions; in a theme of somebody else's it can be anything.
        found.pop("accent6", None)
        painted = heading is not None and attribute(self._sheet.setting(heading, "rPr", "color"), "themeColor") == ""
        if painted and found.get("accent1", Ink("")).value in _OFFICE_ACCENTS:
            colour = self._sheet.colour(heading)
            if contrast(colour, self._sheet.colour(self._sheet.normal)) > 1.2:
                found |= {"dk2": Ink(colour), "accent1": Ink(colour)}
        return found


def _plain(fonts: etree._Element | None) -> str:
    """Give a `w:rFonts` as text; empty for none."""
    return "" if fonts is None else spelled(fonts)


def paper_colour(document: etree._Element, theme: TheirTheme) -> str:
    """Give the colour of the page (ECMA-376 Part 1, 17.2.1), white where the template states none."""
    background = child(document, "background")
    return hex_colour(attribute(background, "color")) or theme.colour(attribute(background, "themeColor")) or "FFFFFF"

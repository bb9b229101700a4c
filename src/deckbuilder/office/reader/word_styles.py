"""The look of text in a Word document, resolved through its styles (ECMA-376 Part 1, 17.7.2)."""

import re
from collections.abc import Mapping

from deckbuilder.office.reader.parts import Element, every, find, name, whole
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast
from deckbuilder.units import Pt

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEFAULT_HALF_POINTS = 20
"""The size of text that nothing says the size of (17.3.2.38)."""
_THEME_FONTS = {"major": "mj", "minor": "mn"}
_LOOPS = 20
"""How long a chain of styles may be: more is a loop."""


class WordStyles:
    """The styles of a document, by id."""

    def __init__(self, root: Element | None, fonts: Mapping[str, str]) -> None:
        self._defaults = find(root, "w:docDefaults/w:rPrDefault/w:rPr")
        self._fonts = fonts
        styles = every(root, "w:style")
        self._styles = {item.get(name("w:styleId"), ""): item for item in styles}
        self._usual = next(
            (
                item.get(name("w:styleId"), "")
                for item in styles
                if item.get(name("w:type")) == "paragraph" and item.get(name("w:default")) in {"1", "true", "on"}
            ),
            "",
        )

    def chain(self, style: str) -> list[Element]:
        """Give a style and those that it is based on, nearest first."""
        found: list[Element] = []
        while style in self._styles and len(found) < _LOOPS:
            found.append(self._styles[style])
            style = value_of(find(found[-1], "w:basedOn"))
        return found

    def paragraph_chain(self, paragraph: Element) -> list[Element]:
        """Give the styles of a paragraph, nearest first."""
        return self.chain(value_of(find(paragraph, "w:pPr/w:pStyle")) or self._usual)

    def heading(self, paragraph: Element) -> int:
        """Give the heading level of a paragraph; 0 for none."""
        for style in self.paragraph_chain(paragraph):
            named = _HEADING.fullmatch(value_of(find(style, "w:name")))
            if named:
                return int(named[1])
        own = find(paragraph, "w:pPr/w:outlineLvl")
        level = whole(own.get(name("w:val")), 9) + 1 if own is not None else 10
        return level if level < 10 else 0  # level 10 is body text (17.3.1.20)

    def looks(self, run: Element, chain: list[Element], cell: list[Element]) -> list[Element]:
        """Give what says how a run looks, nearest first; `cell` is what its table's style says of its cell."""
        own = find(run, "w:rPr")
        character = self.chain(value_of(find(own, "w:rStyle")))
        styles = [found for style in character + chain + cell if (found := find(style, "w:rPr")) is not None]
        return [item for item in (own, *styles, self._defaults) if item is not None]

    def font(self, looks: list[Element]) -> str:
        """Give the family of a run's font; empty when unknown."""
        for look in looks:
            fonts = find(look, "w:rFonts")
            if fonts is None:
                continue
            theme = fonts.get(name("w:asciiTheme"))
            if theme:
                return self._fonts.get(_THEME_FONTS.get(theme[:5], ""), "")
            if fonts.get(name("w:ascii")):
                return fonts.get(name("w:ascii"), "")
        return ""


def value_of(element: Element | None) -> str:
    """Give an element's `w:val`; empty when there is none."""
    return element.get(name("w:val"), "") if element is not None else ""


def said(looks: list[Element], what: str) -> Element | None:
    """Give the nearest property of this name."""
    return next((found for look in looks if (found := find(look, f"w:{what}")) is not None), None)


def is_set(element: Element | None) -> bool:
    """Say whether a property that is on or off is on."""
    return element is not None and value_of(element) not in {"0", "false", "off", "none"}


def size_of(looks: list[Element]) -> Pt:
    """Give the size of text."""
    return Pt(whole(value_of(said(looks, "sz")), _DEFAULT_HALF_POINTS) / 2)


def colour_of(looks: list[Element], grounds: tuple[str, ...]) -> str | None:
    """Give the colour of text: where it is automatic, black or white, whichever can be read; None when unknown."""
    found = value_of(said(looks, "color"))
    if _HEX.fullmatch(found):
        return found.upper()
    if found not in {"", "auto"}:
        return None
    return "000000" if all(contrast("000000", ground) >= TEXT_CONTRAST for ground in grounds) else "FFFFFF"


def shading(holder: Element | None) -> str | None:
    """Give the colour of a `w:shd` in an element; None where there is none."""
    found = find(holder, "w:shd")
    fill = found.get(name("w:fill"), "") if found is not None else ""
    return fill.upper() if _HEX.fullmatch(fill) else None

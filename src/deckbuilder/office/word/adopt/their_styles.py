"""The styles of a template: found by name, and what each comes to with all that it is based on."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct, field

from deckbuilder.office.word.adopt.names import is_known, keys, spellings
from deckbuilder.office.word.adopt.notes import Notes
from deckbuilder.office.word.adopt.their_theme import TheirTheme
from deckbuilder.office.word.adopt.wml import attribute, child, drop, hex_colour, is_on, number, twips, value, w


class TheirStyle(Struct, frozen=True, eq=False):
    """A style of the template."""

    id: str
    name: str
    kind: str
    """`paragraph`, `character`, `table` or `numbering`."""
    element: etree._Element

    @property
    def based_on(self) -> str:
        """The id of the style it is based on; empty for none."""
        return value(self.element, "basedOn")

    @property
    def is_default(self) -> bool:
        """Whether text that names no style has this one."""
        return attribute(self.element, "default") in {"1", "true", "on"}

    @property
    def aliases(self) -> list[str]:
        """Its other names."""
        return [name.strip() for name in value(self.element, "aliases").split(",") if name.strip()]


def _name(style: TheirStyle) -> list[str]:
    return [style.name, style.name.partition(",")[0]]


def _aliases(style: TheirStyle) -> list[str]:
    return style.aliases


def _id(style: TheirStyle) -> list[str]:
    return [style.id]


class StyleSheet(Struct):
    """All styles of a template."""

    root: etree._Element
    theme: TheirTheme
    styles: list[TheirStyle] = field(default_factory=list)

    def by_id(self, identifier: str) -> TheirStyle | None:
        """Give a style by its id."""
        return next((style for style in self.styles if style.id == identifier), None)

    def named(self, text: str, kind: str = "") -> TheirStyle | None:
        """Give the style, of a kind or of any, that somebody calls so: by its name, another name of it, or its id."""
        wanted = text.casefold()
        own = [style for style in self.styles if kind in {"", style.kind}]
        for names in (_name, _aliases, _id):
            for style in own:
                if wanted in [name.casefold() for name in names(style)]:
                    return style
        return None

    def builtin(self, name: str, kind: str) -> TheirStyle | None:
        """Give the template's own of a style that Word has, whatever language its names are in; of another, by its name."""
        own = [style for style in self.styles if style.kind == kind]
        exact = next((style for style in own if style.name.casefold() == name.casefold()), None)
        if exact is not None or not is_known(name):
            return exact
        wanted = keys(name)
        return next((style for style in own if (spellings(style.name) | spellings(style.id)) & wanted), None)

    @property
    def normal(self) -> TheirStyle | None:
        """The style of text that names none."""
        paragraphs = [style for style in self.styles if style.kind == "paragraph"]
        return next((style for style in paragraphs if style.is_default), None) or self.builtin("Normal", "paragraph")

    def chain(self, style: TheirStyle | None) -> Iterator[TheirStyle]:
        """Give a style and all that it is based on, in turn."""
        seen: set[str] = set()
        while style is not None and style.id not in seen:
            seen.add(style.id)
            yield style
            style = self.by_id(style.based_on)

    def setting(self, style: TheirStyle | None, *path: str) -> etree._Element | None:
        """Give a property of a style, its own or inherited, such as `rPr`, `sz`; None where nothing says it."""
        for one in self.chain(style):
            found = child(one.element, *path)
            if found is not None:
                return found
        return child(self.root, "docDefaults", f"{path[0]}Default", *path)

    def attribute(self, style: TheirStyle | None, name: str, *path: str) -> str:
        """Give an attribute of a property, inherited where the nearest property does not have it."""
        for one in self.chain(style):
            found = attribute(child(one.element, *path), name)
            if found:
                return found
        return attribute(child(self.root, "docDefaults", f"{path[0]}Default", *path), name)

    def size(self, style: TheirStyle | None) -> float:
        """Give the size of a style's text in points."""
        return (twips(self.attribute(style, "val", "rPr", "sz")) or 20) / 2

    def colour(self, style: TheirStyle | None) -> str:
        """Give the colour of a style's text as six hexadecimal digits; that of text where it says none."""
        found = self.setting(style, "rPr", "color")
        theirs = self.theme.colour(attribute(found, "themeColor") or "text1")
        return hex_colour(attribute(found, "val")) or theirs or "000000"

    def fonts(self, style: TheirStyle | None) -> etree._Element | None:
        """Give the element that names a style's fonts."""
        return self.setting(style, "rPr", "rFonts")

    def font(self, style: TheirStyle | None) -> str:
        """Give the name of a style's font; empty where nothing says it."""
        for one in self.chain(style):
            found = self._font(child(one.element, "rPr", "rFonts"))
            if found:
                return found
        return self._font(child(self.root, "docDefaults", "rPrDefault", "rPr", "rFonts"))

    def _font(self, fonts: etree._Element | None) -> str:
        theme = attribute(fonts, "asciiTheme")
        return (self.theme.font(theme) if theme else "") or attribute(fonts, "ascii")

    def switched(self, style: TheirStyle | None, *path: str) -> bool:
        """Say whether a property, such as `rPr`, `i`, is on."""
        return is_on(self.setting(style, *path))

    def space(self, style: TheirStyle | None, side: str) -> int:
        """Give the space `before` or `after` a style's paragraphs, in twips."""
        return twips(self.attribute(style, side, "pPr", "spacing")) or 0

    def tabs(self, style: TheirStyle | None) -> tuple[int, ...]:
        """Give where a style's tabs are, in twips."""
        found = [child(one.element, "pPr", "tabs") for one in self.chain(style)]
        places = [twips(attribute(tab, "pos")) for tabs in found if tabs is not None for tab in tabs]
        return tuple(place for place in places if place is not None)

    def list_of(self, style: TheirStyle | None) -> int:
        """Give the `w:num` that a style has of itself; 0 for none."""
        return number(value(self.setting(style, "pPr", "numPr"), "numId"))


def read_styles(root: etree._Element, theme: TheirTheme, notes: Notes) -> StyleSheet:
    """Read the styles part, mending what no program could use: styles without ids, and ids that stand twice."""
    sheet = StyleSheet(root, theme)
    seen: set[str] = set()
    for element in list(root.findall(w("style"))):
        name = value(element, "name")
        identifier = element.get(w("styleId"), "")
        if not identifier and name:
            identifier = "".join(character for character in name if character.isalnum()) or "Style"
            identifier = unused(identifier, seen)
            element.set(w("styleId"), identifier)
            notes.mend("styles without an id got one")
        if not identifier or identifier in seen:
            drop(element)
            notes.mend("of styles with the same id, only the first is kept")
            continue
        seen.add(identifier)
        sheet.styles.append(
            TheirStyle(identifier, name or identifier, attribute(element, "type") or "paragraph", element)
        )
    return sheet


def unused(name: str, taken: set[str], separator: str = "") -> str:
    """Make a name that is not taken, without regard to case, by a number at its end."""
    folded = {other.casefold() for other in taken}
    made, count = name, 2
    while made.casefold() in folded:
        made, count = f"{name}{separator}{count}", count + 1
    return made

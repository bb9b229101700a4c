"""Reading a template: masters, their layouts, and the placeholders of both."""

from lxml import etree
from msgspec import Struct, field
from PIL.Image import Image

from deckbuilder.ir.template import Box
from deckbuilder.office.powerpoint.adopt.colours import Scheme, scheme_of
from deckbuilder.office.powerpoint.adopt.grounds import Grounds, Layer
from deckbuilder.office.powerpoint.adopt.holders import TITLES, Family, Holder, placeholder, placeholder_shapes
from deckbuilder.office.powerpoint.adopt.levels import (
    FoundFonts,
    Styles,
    resolved,
)
from deckbuilder.office.powerpoint.adopt.parts import A, P, Parts, R, number, switched_on
from deckbuilder.units import Emu


class FoundLayout(Struct, frozen=True, eq=False):
    """A layout of the template."""

    part: str
    name: str
    label: str
    """The name by which `layouts:` in theme.yaml tells it from the others."""
    type: str
    holders: tuple[Holder, ...]
    shows_master: bool
    layers: list[Layer]
    """What stands behind its text."""

    def of_type(self, *types: str) -> tuple[Holder, ...]:
        """Give the placeholders of some types."""
        return tuple(holder for holder in self.holders if holder.type in types)


class FoundMaster(Struct, frozen=True, eq=False):
    """A slide master with its layouts."""

    part: str
    name: str
    scheme: Scheme
    fonts: FoundFonts
    holders: tuple[Holder, ...]
    layouts: tuple[FoundLayout, ...]
    layers: list[Layer]
    """What stands behind text on its own shapes."""

    def of_type(self, *types: str) -> Holder | None:
        """Give the first placeholder of some types."""
        return next((holder for holder in self.holders if holder.type in types), None)


class Found(Struct, frozen=True):
    """What a template holds."""

    width: Emu
    height: Emu
    masters: tuple[FoundMaster, ...]
    grounds: Grounds


class Reader(Struct):
    """Reads the masters that a presentation lists."""

    parts: Parts
    presentation: str
    thumbs: dict[str, Image | None] = field(default_factory=dict)
    """Pictures, made small, by their parts; kept when the template is read again."""
    _labels: dict[str, int] = field(default_factory=dict)

    def read(self) -> Found:
        """Read them all."""
        root = self.parts.tree(self.presentation)
        size = root.find(P + "sldSz")
        width, height = number(size, "cx", 9_144_000), number(size, "cy", 6_858_000)
        grounds = Grounds(self.parts, Box(Emu(0), Emu(0), Emu(width), Emu(height)), self.thumbs)
        return Found(Emu(width), Emu(height), tuple(self._master(part, grounds) for part in self.masters()), grounds)

    def masters(self) -> list[str]:
        """Give the parts of the masters in the order of the presentation."""
        listed = self.parts.tree(self.presentation).iterfind(f"{P}sldMasterIdLst/{P}sldMasterId")
        return [part for entry in listed if (part := self.parts.target(self.presentation, str(entry.get(R + "id"))))]

    def layouts_of(self, master: str) -> list[str]:
        """Give the parts of a master's layouts in the order of PowerPoint's gallery."""
        listed = self.parts.tree(master).iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")
        return [part for entry in listed if (part := self.parts.target(master, str(entry.get(R + "id"))))]

    def _master(self, part: str, grounds: Grounds) -> FoundMaster:
        tree = self.parts.tree(part)
        theme_part = next(iter(self.parts.related(part, "theme")), None)
        theme = self.parts.tree(theme_part) if theme_part else None
        scheme = scheme_of(theme, tree.find(P + "clrMap"))
        defaults = self.parts.tree(self.presentation).find(P + "defaultTextStyle")
        family = Family(part, tree, defaults, scheme, _fonts(theme, tree), grounds)
        layers = grounds.layers(part, "", scheme, theme)
        holders = tuple(family.holder(shape, part, layers) for shape in placeholder_shapes(tree))
        name = str(theme.get("name") or "") if theme is not None else ""
        layouts = tuple(
            self._layout(layout, index, name, family, theme) for index, layout in enumerate(self.layouts_of(part), 1)
        )
        return FoundMaster(part, name, scheme, family.fonts, holders, layouts, layers)

    def _layout(
        self, part: str, index: int, master_name: str, family: Family, theme: etree._Element | None
    ) -> FoundLayout:
        tree = self.parts.tree(part)
        content = tree.find(P + "cSld")
        name = " ".join(str(content.get("name", "") if content is not None else "").split()) or f"Layout {index}"
        shows = switched_on(tree, "showMasterSp", default=True)
        layers = family.grounds.layers(family.part, part, family.scheme, theme)
        holders = tuple(family.holder(shape, part, layers) for shape in placeholder_shapes(tree))
        kind = str(tree.get("type", ""))
        return FoundLayout(part, name, self._label(name, master_name), kind, holders, shows, layers)

    def _label(self, name: str, master: str) -> str:
        """Give a name that no layout before has: the name, the one with its master's, or the one with a number."""
        count = self._labels.get(name, 0) + 1
        self._labels[name] = count
        if count == 1:
            return name
        whole = f"{master} / {name}"
        if master and whole not in self._labels:
            self._labels[whole] = 1
            return whole
        return f"{name} #{count}"


def _fonts(theme: etree._Element | None, master: etree._Element) -> FoundFonts:
    """Give the theme's fonts, and what the master's title and body styles make of them."""
    own = theme.find(f"{A}themeElements/{A}fontScheme") if theme is not None else None
    pair: list[str] = []
    for name in ("majorFont", "minorFont"):
        latin = own.find(f"{A}{name}/{A}latin") if own is not None else None
        pair.append(str(latin.get("typeface") or "") if latin is not None else "")
    used = []
    for style, types, usual in (("titleStyle", TITLES, "+mj-lt"), ("bodyStyle", {"body"}, "+mn-lt")):
        lists = [
            found
            for shape in placeholder_shapes(master)
            if str(placeholder(shape).get("type", "obj")) in types
            and (found := shape.find(f"{P}txBody/{A}lstStyle")) is not None
        ]
        listed = master.find(f"{P}txStyles/{P}{style}")
        styles = Styles((*lists, *([listed] if listed is not None else [])))
        used.append(resolved(styles.typeface(0) or usual, pair) or "")
    return FoundFonts(pair[0], pair[1], used[0] or pair[0] or "Arial", used[1] or pair[1] or "Arial")

"""Adopting a template: from the agency's file to a description of its look and a package that takes slides."""

from collections.abc import Callable

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.ir.template import Box, Fonts, Layout, Template, TextLevel
from deckbuilder.office.powerpoint.adopt.compositions import added_layouts
from deckbuilder.office.powerpoint.adopt.describing import described
from deckbuilder.office.powerpoint.adopt.feet import supply_feet
from deckbuilder.office.powerpoint.adopt.frame import Measures, box_in, measures_of
from deckbuilder.office.powerpoint.adopt.holders import FOOT, Holder
from deckbuilder.office.powerpoint.adopt.ids import unique_ids, unique_idx
from deckbuilder.office.powerpoint.adopt.mapping import OURS, Mapping, asked_for, mapping_of
from deckbuilder.office.powerpoint.adopt.marking import Marking, add_marking
from deckbuilder.office.powerpoint.adopt.opening import Opened, opened, refuse
from deckbuilder.office.powerpoint.adopt.palette import Palette
from deckbuilder.office.powerpoint.adopt.presentation import marked
from deckbuilder.office.powerpoint.adopt.reading import Found, FoundLayout, FoundMaster
from deckbuilder.office.powerpoint.adopt.report import Mends, report
from deckbuilder.office.powerpoint.adopt.supplying import add_layouts, add_table_style, notes_master
from deckbuilder.office.powerpoint.adopt.usable import BODY_LEAST, Judge
from deckbuilder.office.powerpoint.adopted import AdoptedPackage
from deckbuilder.office.powerpoint.master import TemplateParts
from deckbuilder.theme import TemplateFile, Theme

_LEAST_CONTENT = (3.5, 2.0)
"""The least width and height of the content area, in inches, that our layouts can be put into."""


def adopt(
    theme: Theme, diagnostics: Diagnostics, is_known: Callable[[str], bool] | None = None
) -> tuple[Template, AdoptedPackage] | None:
    """Adopt a theme's own template; None, with diagnostics, when it cannot be used."""
    file = theme.deck_template
    template = opened(file, diagnostics) if file else None
    if file is None or template is None:
        return None
    found = template.found()
    mapping = _mapping(theme, found, diagnostics)
    if mapping is None:
        return None
    marking = str(theme.control.marking or "")
    measures = measures_of(found, mapping.master, marking)
    if measures.frame.content < _LEAST_CONTENT[0] or measures.frame.bottom - measures.frame.top < _LEAST_CONTENT[1]:
        refuse(file, "leaves too little room on its slides for text", diagnostics)
        return None
    return _Adoption(theme, file, template, diagnostics, is_known or (lambda _: True)).completed(
        found, mapping, measures
    )


def _mapping(theme: Theme, found: Found, diagnostics: Diagnostics) -> Mapping | None:
    """Map the layouts, those that the theme names first; None when what it names is wrong."""
    before = len(diagnostics)
    asked = asked_for(theme, found, diagnostics)
    mapping = mapping_of(found)
    if mapping is None or len(diagnostics) > before:
        return None
    return Mapping(mapping.master, {**mapping.mapped, **asked})


class _Adoption(Struct):
    theme: Theme
    file: TemplateFile
    template: Opened
    diagnostics: Diagnostics
    is_known: Callable[[str], bool]

    def completed(self, found: Found, mapping: Mapping, measures: Measures) -> tuple[Template, AdoptedPackage] | None:
        """Mend and complete the package, and describe it."""
        parts, presentation = self.template.parts, self.template.presentation
        palette = _palette(found, mapping.master, measures)
        layouts = list(dict.fromkeys(each.layout.part for each in mapping.mapped.values()))
        own = {layout.part for layout in mapping.master.layouts}
        renumbered = [
            each.layout.label
            for each in {each.layout.part: each for each in mapping.mapped.values()}.values()
            if unique_idx(parts, each.layout.part)
        ]
        ids = unique_ids(parts, presentation)
        supplied = supply_feet(parts, mapping.master, [part for part in layouts if part in own], measures, palette)
        for master in found.masters:
            theirs = [layout.part for layout in master.layouts if layout.part in layouts and layout.part not in own]
            if theirs:
                other = measures_of(found, master, "")
                supply_feet(parts, master, theirs, other, _palette(found, master, other))
        # What was supplied is now read like the rest.
        found = self.template.found()
        again = _mapping(self.theme, found, self.diagnostics)
        if again is None:
            return None
        master = next(each for each in found.masters if each.part == mapping.master.part)
        again = Mapping(master, again.mapped)
        measures = measures_of(found, master, measures.frame.marking)
        look, made = self._look(found, again, measures, palette)
        notes, notes_idx, notes_added = notes_master(parts, presentation, look, master)
        add_table_style(parts, presentation, palette)
        if measures.frame.marking:
            self._mark(found, again, made, look)
        marked(parts, presentation)
        parts.write_back()
        package = parts.package
        package.taken = frozenset(name.lower() for name in package.parts)
        mends = Mends(
            slides=self.template.cleaned.slides,
            masters=tuple(each.name for each in found.masters),
            master=master.name,
            feet=tuple(supplied),
            renumbered=tuple(renumbered),
            ids=ids,
            lifted=self.template.lifted,
            notes=notes_added,
            title=measures.title is None,
            small=tuple(_small(look)),
            fonts=self._unmeasured(look.fonts),
        )
        report(self.file, again.added, mends, self.diagnostics)
        named = {each.ours: each.layout.part for each in again.mapped.values()}
        written = TemplateParts(master.part, notes, {**named, **made}, 0, notes_idx)
        return look, AdoptedPackage(package, presentation, written)

    def _unmeasured(self, fonts: Fonts) -> tuple[str, ...]:
        """Name the fonts whose widths are not known, where the theme names no other to measure by."""
        used = dict.fromkeys((fonts.heading, fonts.body))
        return () if fonts.fallback else tuple(name for name in used if not self.is_known(name))

    def _look(
        self, found: Found, mapping: Mapping, measures: Measures, palette: Palette
    ) -> tuple[Template, dict[str, str]]:
        """Describe the layouts in our order, and add those that the template lacks; gives the parts of these."""
        judge = Judge(found.width, found.height)
        fonts = mapping.master.fonts
        layers = mapping.master.layers
        added = added_layouts(mapping.added, measures, palette, lambda box: found.grounds.behind(layers, box))
        typefaces = {}
        if fonts.heading != fonts.major:
            typefaces["+mj-lt"] = fonts.heading
        if fonts.body != fonts.minor:
            typefaces["+mn-lt"] = fonts.body
        made = add_layouts(self.template.parts, self.template.presentation, mapping.master.part, added, typefaces)
        layouts: list[Layout] = [
            described(each, _feet(each.layout, judge), judge) for each in mapping.mapped.values()
        ] + list(added)
        order = [*OURS[:-2], "support-2", *OURS[-2:]]
        layouts.sort(key=lambda layout: order.index(layout.name))
        look = Template(
            name=str(self.theme.name),
            width=found.width,
            height=found.height,
            colours=mapping.master.scheme.colours,
            fonts=Fonts(fonts.heading, fonts.body, str(self.theme.brand.fonts.fallback or "")),
            layouts=tuple(layouts),
            plain=TextLevel(measures.frame.scale.floor, colour=palette.text),
            series=palette.series(),
            quiet=palette.quiet,
            ground=palette.card if palette.ground is None else None,
        )
        return look, made

    def _mark(self, found: Found, mapping: Mapping, made: dict[str, str], look: Template) -> None:
        """Put the protective marking on the masters used, and on layouts that hide their master's shapes."""
        marking = Marking(str(self.theme.control.marking or ""), found.width, found.height)
        used = {each.layout.part: each for each in mapping.mapped.values()}
        for master in found.masters:
            own = [layout for layout in master.layouts if layout.part in used]
            if not own and master.part != mapping.master.part:
                continue
            boxes = [holder.box for holder in master.holders if holder.box]
            for layout in own:
                boxes += _boxes(look, used[layout.part].ours)
            if master.part == mapping.master.part:
                boxes += [box for name in made for box in _boxes(look, name)]
            box = marking.place(boxes)
            ground = found.grounds.behind(master.layers, box)
            add_marking(self.template.parts, master.part, marking.text, box, Palette(master.scheme, ground))
            for layout in own:
                if not layout.shows_master:
                    box = marking.place(_boxes(look, used[layout.part].ours))
                    ground = found.grounds.behind(layout.layers, box)
                    add_marking(self.template.parts, layout.part, marking.text, box, Palette(master.scheme, ground))


def _palette(found: Found, master: FoundMaster, measures: Measures) -> Palette:
    """Give the colours for what stands in the content area of a master."""
    return Palette(master.scheme, found.grounds.behind(master.layers, box_in(measures.frame)))


def _feet(layout: FoundLayout, judge: Judge) -> list[Holder]:
    found: list[Holder] = []
    for kind in FOOT:
        usable = [holder for holder in layout.of_type(kind) if judge.one_line(holder, 0.03, 9)]
        found += usable[:1]
    return found


def _boxes(look: Template, name: str) -> list[Box]:
    return [place.box for place in look.layout(name).placeholders]


_NO_BODY_TEXT = {"foot-date", "foot-footer", "foot-number", "chips", "table", "picture", "chart"}


def _small(look: Template) -> list[str]:
    """Name our layouts whose text the template itself sets smaller than it should be on a slide."""
    return [
        layout.name
        for layout in look.layouts
        if any(place.levels[0].size < BODY_LEAST for place in layout.placeholders if place.role not in _NO_BODY_TEXT)
    ]

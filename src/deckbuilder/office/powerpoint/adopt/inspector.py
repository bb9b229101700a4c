"""Looking into a template before it is used: what it holds, and which of its layouts would serve which of ours."""

from collections.abc import Callable, Iterator

from deckbuilder.diagnostics import Diagnostics
from deckbuilder.office.powerpoint.adopt.frame import box_in, measures_of
from deckbuilder.office.powerpoint.adopt.holders import FOOT, TITLES, Holder
from deckbuilder.office.powerpoint.adopt.mapping import OURS, Mapping, mapping_of
from deckbuilder.office.powerpoint.adopt.opening import Opened, opened
from deckbuilder.office.powerpoint.adopt.reading import Found, FoundLayout, FoundMaster
from deckbuilder.office.powerpoint.adopt.usable import Judge
from deckbuilder.office.powerpoint.inspection import (
    ColourInspection,
    DeckInspection,
    FontInspection,
    LayoutInspection,
    PlaceholderInspection,
)
from deckbuilder.theme import TemplateFile
from deckbuilder.theme.colour import TEXT_CONTRAST, contrast
from deckbuilder.units import Emu

_EMU_PER_CM = 360_000


def inspected(
    file: TemplateFile, diagnostics: Diagnostics, is_known: Callable[[str], bool] | None
) -> DeckInspection | None:
    """Look into a template; None, with a diagnostic, when it cannot be read."""
    template = opened(file, diagnostics)
    if template is None:
        return None
    found = template.found()
    mapping = mapping_of(found)
    if mapping is None:
        return None
    master = mapping.master
    ground = found.grounds.behind(master.layers, box_in(measures_of(found, master, "").frame))
    names = dict(enumerate(each.name or f"Master {index}" for index, each in enumerate(found.masters, 1)))
    fonts = tuple(
        FontInspection(name, use, is_known(name) if is_known else None)
        for name, use in ((master.fonts.heading, "headings"), (master.fonts.body, "body"))
    )
    serves: dict[str, list[str]] = {}
    for each in mapping.mapped.values():
        serves.setdefault(each.layout.part, []).append(each.ours)
    return DeckInspection(
        width=_cm(found.width),
        height=_cm(found.height),
        masters=tuple(names.values()),
        master=master.name,
        layouts=tuple(
            _layout(layout, names[index], serves.get(layout.part, []))
            for index, each in enumerate(found.masters)
            for layout in each.layouts
        ),
        fonts=fonts,
        colours=tuple(
            ColourInspection(name, value, round(contrast(value, ground), 2) if ground else None)
            for name, value in master.scheme.colours.items()
        ),
        problems=tuple(_problems(found, mapping, ground, template)),
        proposed={ours: one.layout.label if (one := mapping.mapped.get(ours)) else None for ours in OURS},
    )


def _cm(length: Emu) -> float:
    return round(length / _EMU_PER_CM, 2)


def _layout(layout: FoundLayout, master: str, serves: list[str]) -> LayoutInspection:
    return LayoutInspection(
        layout.label, layout.type, master, tuple(_placeholder(each) for each in layout.holders), tuple(serves)
    )


def _placeholder(holder: Holder) -> PlaceholderInspection:
    box = holder.box
    place = (_cm(box.x), _cm(box.y), _cm(box.cx), _cm(box.cy)) if box else None
    return PlaceholderInspection(holder.type, holder.idx, holder.name, place, holder.levels[0].size)


def _problems(found: Found, mapping: Mapping, ground: str | None, template: Opened) -> Iterator[str]:
    judge, master, slides = Judge(found.width, found.height), mapping.master, template.cleaned.slides
    if slides:
        yield f"It holds {slides} sample slide{'s' if slides > 1 else ''}, which decks leave out."
    if template.lifted:
        yield "Its masters style sample text only, as LibreOffice does; PowerPoint would show black text without bullets."
    title = master.of_type(*TITLES)
    if title is None or not judge.is_title(title):
        yield "The master’s title does not hold two lines of 20 points."
    missing = [
        {"dt": "date", "ftr": "footer", "sldNum": "slide number"}[kind] for kind in FOOT if not master.of_type(kind)
    ]
    if missing:
        yield f"The master has no {', no '.join(missing)}."
    yield from _odd_placeholders(master, judge)
    if ground is None:
        yield "The background is a picture or has several colours: text that is added gets a plain ground."
    elif contrast(master.scheme.colours["dk1"], ground) < TEXT_CONTRAST:
        yield "The text colour has too little contrast with the background."


def _odd_placeholders(master: FoundMaster, judge: Judge) -> Iterator[str]:
    for layout in master.layouts:
        numbers = [holder.idx for holder in layout.holders]
        if len(set(numbers)) < len(numbers):
            yield f"Layout “{layout.label}”: placeholders have the same number (idx)."
        for holder in layout.holders:
            if holder.hidden:
                yield f"Layout “{layout.label}”: the placeholder “{holder.name}” is hidden."
            elif holder.box is not None and not judge.inside(holder.box):
                yield f"Layout “{layout.label}”: the placeholder “{holder.name}” is not wholly on the slide."

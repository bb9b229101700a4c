"""Date, footer and slide number for masters and layouts that lack them: a slide shows only what its layout has."""

from msgspec.structs import replace

from deckbuilder.ir.template import Placeholder
from deckbuilder.office.powerpoint.adopt.frame import Measures
from deckbuilder.office.powerpoint.adopt.holders import FOOT, placeholder, placeholder_shapes
from deckbuilder.office.powerpoint.adopt.ids import next_shape_id
from deckbuilder.office.powerpoint.adopt.palette import Palette
from deckbuilder.office.powerpoint.adopt.parts import A, P, Parts, add_shape, fragment, number
from deckbuilder.office.powerpoint.adopt.reading import FoundMaster
from deckbuilder.office.powerpoint.design.master import foot
from deckbuilder.office.powerpoint.master import prompting
from deckbuilder.units import EMU_PER_INCH, Emu

LANGUAGE = "en-GB"
"""The language of what empty placeholders of ours ask for."""
_WANTED = {"sldNum": (0.6, 0.9), "dt": (1.4, 2.1), "ftr": (2.0, 20.0)}
"""The least and the most width of each, in inches."""
_CALLED = {"dt": "date", "ftr": "footer", "sldNum": "slide number"}


def supply_feet(
    parts: Parts, master: FoundMaster, layouts: list[str], measures: Measures, palette: Palette
) -> list[str]:
    """Add what is missing to the master and to layouts; says what the master lacked."""
    places = foot_places(measures, palette)
    lacking = [kind for kind in FOOT if master.of_type(kind) is None]
    if lacking:
        root = parts.change(master.part)
        for kind in lacking:
            add_shape(root, fragment(prompting(places[kind], next_shape_id(root), LANGUAGE, inherits=True)))
    for layout in layouts:
        _give_footer_a_word(parts, layout)
        _supply_layout(parts, layout, places, {*lacking, *measures.foot})
    for part in (master.part, *layouts):
        _show(parts, part)
    return [_CALLED[kind] for kind in lacking]


def _supply_layout(parts: Parts, layout: str, places: dict[str, Placeholder], inherited: set[str]) -> None:
    tree = parts.tree(layout)
    references = [placeholder(shape) for shape in placeholder_shapes(tree)]
    present = {str(reference.get("type", "obj")) for reference in references}
    taken = {number(reference, "idx") for reference in references}
    for kind in FOOT:
        if kind in present:
            continue
        place = places[kind]
        idx = next(free for free in (place.idx, *range(13, 200)) if free not in taken)
        taken.add(idx)
        place = replace(place, idx=idx)
        if kind in inherited:
            place = replace(place, own_box=False, own_style=False)
        parts.change(layout)
        add_shape(tree, fragment(prompting(place, next_shape_id(tree), LANGUAGE, inherits=False)))


def _give_footer_a_word(parts: Parts, layout: str) -> None:
    """Let a layout's empty footer ask for something: LibreOffice takes the style of footers from the text there."""
    for shape in placeholder_shapes(parts.tree(layout)):
        if placeholder(shape).get("type") != "ftr" or shape.find(f".//{A}t") is not None:
            continue
        paragraph = shape.find(f"{P}txBody/{A}p")
        if paragraph is not None:
            parts.change(layout)
            for end in paragraph.findall(A + "endParaRPr"):
                paragraph.remove(end)
            paragraph.append(fragment(f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>Footer</a:t></a:r>'))


def _show(parts: Parts, part: str) -> None:
    """See that the settings for new slides (19.3.1.25) switch neither date nor footer nor number off."""
    settings = parts.tree(part).find(P + "hf")
    if settings is not None:
        for name in ("dt", "ftr", "sldNum"):
            if str(settings.get(name, "1")) in {"0", "false"}:
                parts.change(part)
                settings.set(name, "1")


def foot_places(measures: Measures, palette: Palette) -> dict[str, Placeholder]:
    """Give where date, footer and slide number stand on a master that lacks them, beside those that it has."""
    frame = measures.frame
    made = {place.type: palette.of_place(place) for place in foot(frame)}
    taken = [
        (holder.box.x / EMU_PER_INCH, (holder.box.x + holder.box.cx) / EMU_PER_INCH)
        for holder in measures.foot.values()
        if holder.box
    ]
    if not taken:
        return made
    for kind, (least, most) in _WANTED.items():
        if kind in measures.foot:
            continue
        start, stop = max(_free(taken, frame.left, frame.left + frame.content), key=lambda span: span[1] - span[0])
        width = min(max(stop - start, least), most)
        left = stop - width if kind != "ftr" else start
        taken.append((left, left + width))
        box = made[kind].box
        made[kind] = replace(
            made[kind], box=replace(box, x=Emu(round(left * EMU_PER_INCH)), cx=Emu(round(width * EMU_PER_INCH)))
        )
    return made


def _free(taken: list[tuple[float, float]], left: float, right: float) -> list[tuple[float, float]]:
    """Give the spans between left and right that nothing stands in; the whole where there is none."""
    free: list[tuple[float, float]] = []
    at = left
    for start, stop in sorted(taken):
        if start - 0.1 > at:
            free.append((at, start - 0.1))
        at = max(at, stop + 0.1)
    if right > at:
        free.append((at, right))
    return free or [(left, right)]

"""Pictures, charts, text boxes and objects within the text of a Word document."""

from collections.abc import Iterator

from msgspec.structs import replace

from deckbuilder.ir.outline import OutlineBlock, OutlinePicture
from deckbuilder.office.reader.inheritance import Lineage
from deckbuilder.office.reader.outline.charts import chart_of
from deckbuilder.office.reader.outline.diagrams import diagram_points
from deckbuilder.office.reader.outline.losses import shown
from deckbuilder.office.reader.outline.pictures import Crop, described
from deckbuilder.office.reader.outline.slide_runs import SlideText
from deckbuilder.office.reader.outline.word_parts import MC, Surroundings
from deckbuilder.office.reader.parts import Element, find, is_decorative, is_on, local, name, whole

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_NO_CROP: Crop = (0, 0, 0, 0)


def drawn(item: Element, around: Surroundings) -> Iterator[OutlineBlock | Element]:
    """Give what a drawing or an object shows: blocks, and for a text box the element that holds its paragraphs."""
    boxes = [each for each in _seen(item) if local(each) == "txbxContent"]
    properties = next((each for each in _seen(item) if each.tag == name("wp:docPr")), None)
    if properties is not None and is_on(properties.get("hidden")):
        around.lost("A hidden drawing is not carried.")
        return
    words = described(properties.get("descr", "")) if properties is not None else ""
    found = False
    for blip, cut in _pictures_in(item):
        found = True
        yield from _picture(blip, cut, properties, item, around)
    for chart in (each for each in _seen(item) if each.tag == name("c:chart")):
        found = True
        space = around.leads.root(around.main, chart.get(name("r:id"), ""))
        block = chart_of(space, around.place, around.losses, words) if space is not None else None
        if block is not None:
            yield block
    if any(each.tag == _DGM + "relIds" for each in _seen(item)):
        found = True
        lineage = Lineage.of(around.parts, around.main, around.main)
        text = SlideText(lineage, around.place, {}, around.losses, around.leads)
        around.lost("A SmartArt drawing is carried as its points alone.")
        yield from diagram_points(item, around.main, text)
    yield from boxes
    if local(item) == "object":
        around.lost("An object of another program is not carried, only its picture where it has one.")
    elif not found and not boxes:
        around.lost(f"A drawing is not carried{f': {shown(words)}' if words else ''}.")


def _seen(item: Element) -> Iterator[Element]:
    """Give all elements of a drawing, without what stands there for older programs, and what is within text boxes."""
    for child in item:
        if child.tag == MC + "Fallback":
            continue
        yield child
        if local(child) != "txbxContent":
            yield from _seen(child)


def _pictures_in(item: Element) -> Iterator[tuple[str, Crop]]:
    for each in _seen(item):
        if local(each) == "blipFill":
            blip = find(each, "a:blip")
            cut = find(each, "a:srcRect")
            edges = tuple(max(whole(cut.get(key), 0), 0) / 100_000 for key in ("l", "t", "r", "b")) if cut is not None else _NO_CROP  # fmt: skip
            yield (blip.get(name("r:embed"), "") if blip is not None else ""), (edges[0], edges[1], edges[2], edges[3])
        elif each.tag == name("v:imagedata"):
            yield each.get(name("r:id"), ""), _NO_CROP


def _picture(
    identifier: str, cut: Crop, properties: Element | None, item: Element, around: Surroundings
) -> Iterator[OutlinePicture]:
    vml = next((each for each in item.iter() if each.get("alt")), None)
    holder, key = (properties, "descr") if properties is not None else (vml, "alt")
    words = described(holder.get(key, "")) if holder is not None else ""
    called = words or (properties.get("name", "") if properties is not None else "")
    part = around.leads.part(around.main, identifier) if identifier else None
    if part is None:
        around.lost(f"The picture {shown(called, 80)} is not in the file, only a link to it, and is not carried.")
        return
    found = around.pictures.of(part, cut)
    if isinstance(found, str):
        around.lost(f"The picture {shown(called, 80)} is not carried: {found}.")
        return
    plain = properties is not None and is_decorative(properties)
    yield replace(found, description=words, decorative=plain)

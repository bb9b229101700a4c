"""The text of charts: names on axes, legends, titles and values (ECMA-376 Part 1, 21.2)."""

from collections.abc import Iterator

from deckbuilder.ir.office_file import OfficeParagraph, OfficeRun
from deckbuilder.office.reader.grounds import Grounds
from deckbuilder.office.reader.inheritance import Lineage
from deckbuilder.office.reader.parts import Element, every, find, is_on, local, name, whole
from deckbuilder.units import Pt

_USUAL = 1800
"""The size of text that neither the chart nor its parts say, in hundredths of a point."""


def chart_text(
    frame: Element, lineage: Lineage, place: str, behind: Grounds, smallest: Pt
) -> Iterator[OfficeParagraph]:
    """Give the texts of the chart in a frame, a paragraph each; none where there is no chart."""
    mark = find(frame, "a:graphic/a:graphicData/c:chart")
    part = lineage.parts.by_id(lineage.slide, mark.get(name("r:id"), "")) if mark is not None else None
    space = lineage.parts.xml(part)
    if space is None:
        return
    own = find(space, "c:spPr")
    filled = own is not None and find(own, "a:noFill") is None and any(local(item).endswith("Fill") for item in own)
    ground = Grounds(lineage.palette.grounds(own)) if filled else behind
    spoken = find(space, "c:lang")
    language = spoken.get("val", "") if spoken is not None else ""
    for text, holder, known in _texts(space):
        looks = [item for item in (_look(holder), _look(space)) if item is not None]
        yield OfficeParagraph(
            place,
            (_run(text, looks, lineage, language),),
            ground.colours if known else (),
            ground.picture,
            smallest,
        )


def _texts(space: Element) -> Iterator[tuple[str, Element, bool]]:
    """Give each text with what says its look, and whether the chart's own ground is behind it."""
    for title in space.iter(name("c:title")):
        yield " ".join(item.text or "" for item in title.iter(name("a:t"))), title, True
    plot = find(space, "c:chart/c:plotArea")
    series = list(plot.iter(name("c:ser"))) if plot is not None else []
    for axis in plot if plot is not None else ():
        if local(axis) in {"catAx", "dateAx", "valAx"} and not _is_set(axis, "delete") and _says(axis, "tickLblPos"):
            words = _cached(series[:1], "c:cat") if local(axis) != "valAx" else "0"
            yield words, axis, True
    legend = find(space, "c:chart/c:legend")
    if legend is not None:
        yield _cached(series, "c:tx"), legend, True
    for labels in space.iter(name("c:dLbls")):
        outside = find(labels, "c:dLblPos")
        if any(_is_set(labels, kind) for kind in ("showVal", "showCatName", "showSerName", "showPercent")):
            # Values within a bar or a slice stand on its colour.
            known = outside is not None and outside.get("val") in {"outEnd", "t", "b", "l", "r"}
            yield "0", labels, known


def _cached(series: list[Element], kind: str) -> str:
    return " ".join(
        value.text or "" for item in series for held in every(item, kind) for value in held.iter(name("c:v"))
    )


def _is_set(holder: Element, kind: str) -> bool:
    mark = find(holder, f"c:{kind}")
    return mark is not None and is_on(mark.get("val", "1"))


def _says(axis: Element, kind: str) -> bool:
    mark = find(axis, f"c:{kind}")
    return mark is None or mark.get("val") != "none"


def _look(holder: Element) -> Element | None:
    rich = find(holder, "c:tx/c:rich/a:p/a:r/a:rPr")
    for path in ("c:tx/c:rich/a:p/a:pPr/a:defRPr", "c:txPr/a:p/a:pPr/a:defRPr"):
        rich = find(holder, path) if rich is None else rich
    return rich


def _run(text: str, looks: list[Element], lineage: Lineage, language: str) -> OfficeRun:
    palette = lineage.palette
    size = next((value for look in looks if (value := look.get("sz"))), None)
    bold = next((value for look in looks if (value := look.get("b"))), None)
    filled = next((held for look in looks if (held := find(look, "a:solidFill")) is not None), None)
    colour = palette.colour(filled) if filled is not None else palette.theme.get(palette.names.get("tx1", "dk1"))
    said = next((value for look in looks if (value := look.get("lang"))), language)
    return OfficeRun(text, Pt(whole(size, _USUAL) / 100), is_on(bold), colour, said or "und")

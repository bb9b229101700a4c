"""SmartArt: the texts of a diagram's points, in its order (ECMA-376 Part 1, 21.4.3)."""

from deckbuilder.ir.text import ListKind, Paragraph, Run
from deckbuilder.office.reader.outline.slide_runs import SlideText, in_one
from deckbuilder.office.reader.parts import Element, name, whole

_DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_LAST_LEVEL = 8
_MOST = 2_000
"""The most points that are read."""


def diagram_points(frame: Element, source: str, text: SlideText) -> tuple[Paragraph, ...]:
    """Give the points of the diagram in a frame, each at its level; none where there is no diagram."""
    ids = next(frame.iter(_DGM + "relIds"), None)
    model = text.leads.root(source, ids.get(name("r:dm"), "")) if ids is not None else None
    if model is None:
        return ()
    points = {item.get("modelId", ""): item for item in model.iter(_DGM + "pt")}
    below: dict[str, list[tuple[int, str]]] = {}
    for link in model.iter(_DGM + "cxn"):
        if link.get("type", "parOf") == "parOf":
            order = whole(link.get("srcOrd"), 0)
            below.setdefault(link.get("srcId", ""), []).append((order, link.get("destId", "")))
    waiting = [(key, -1) for key, item in points.items() if item.get("type") == "doc"][:1]
    known: set[str] = set()
    found: list[Paragraph] = []
    while waiting and len(known) < _MOST:
        key, level = waiting.pop()
        if key in known or key not in points:
            continue
        known.add(key)
        runs = _runs(points[key], frame, text)
        if runs:
            found.append(Paragraph(runs, min(max(level, 0), _LAST_LEVEL), ListKind.BULLET))
        # A point without words of its own, such as one that holds a picture alone, does not push the others down.
        deeper = level + 1 if runs or level < 0 else level
        waiting += [(child, deeper) for _, child in sorted(below.get(key, ()), reverse=True)]
    left = [item for key, item in points.items() if key not in known and item.get("type", "node") != "pres"]
    found += [Paragraph(runs, 0, ListKind.BULLET) for item in left if (runs := _runs(item, frame, text))]
    return tuple(found)


def _runs(point: Element, frame: Element, text: SlideText) -> tuple[Run, ...]:
    # What a point asks for (`phldrT`) is written as its text only where nobody typed any.
    settings = point.find(_DGM + "prSet")
    if settings is not None and settings.get("phldr") in {"1", "true"}:
        return ()
    return in_one(text.paragraphs(point.find(_DGM + "t"), frame))

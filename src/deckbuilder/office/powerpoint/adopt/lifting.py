"""Templates that say how text looks on their sample text only, as LibreOffice writes them.

A slide inherits list styles, not what the sample text of a layout happens to look like: without them its text would
be black, small and without bullets. So the sample text's looks are made the list style of its placeholder.
"""

from copy import deepcopy

from lxml import etree

from deckbuilder.office.powerpoint.adopt.holders import placeholder, placeholder_shapes
from deckbuilder.office.powerpoint.adopt.parts import A, P, Parts, number
from deckbuilder.office.powerpoint.adopt.reading import Reader


def lift_styles(parts: Parts, reader: Reader, masters: list[str]) -> bool:
    """Give list styles to placeholders of masters that have no text styles at all; says whether there were some."""
    lifted = False
    for master in masters:
        tree = parts.tree(master)
        styles = tree.find(P + "txStyles")
        if styles is not None and any(len(style) for style in styles):
            continue
        for part in (master, *reader.layouts_of(master)):
            for shape in placeholder_shapes(parts.tree(part)):
                # A layout's sample text for content is empty, and would take the master's bullets away.
                content = str(placeholder(shape).get("type", "obj")) in {"obj", "body"}
                if not (content and part != master) and _lift(shape):
                    parts.change(part)
                    lifted = True
    return lifted


def _lift(shape: etree._Element) -> bool:
    body = shape.find(P + "txBody")
    if body is None:
        return False
    style = body.find(A + "lstStyle")
    if style is not None and len(style):
        return False
    levels: dict[int, etree._Element] = {}
    for paragraph in body.iterfind(A + "p"):
        properties = paragraph.find(A + "pPr")
        level = number(properties, "lvl")
        if level not in levels and 0 <= level < 9:
            made = _level(paragraph, properties, level)
            if made is not None:
                levels[level] = made
    if not levels:
        return False
    if style is None:
        style = etree.Element(A + "lstStyle")
        properties = body.find(A + "bodyPr")
        body.insert(0 if properties is None else 1, style)
    style.extend(levels[level] for level in sorted(levels))
    return True


def _level(paragraph: etree._Element, properties: etree._Element | None, level: int) -> etree._Element | None:
    """Make a level of a list style from a paragraph and its first run."""
    run = next(
        (
            found
            for path in (f"{A}r/{A}rPr", f"{A}fld/{A}rPr", f"{A}endParaRPr")
            if (found := paragraph.find(path)) is not None
        ),
        None,
    )
    if properties is None and run is None:
        return None
    made = etree.Element(f"{A}lvl{level + 1}pPr")
    if properties is not None:
        for key, value in properties.attrib.items():
            if key != "lvl":
                made.set(key, value)
        made.extend(deepcopy(child) for child in properties if child.tag not in {A + "defRPr", A + "extLst"})
    style = etree.SubElement(made, A + "defRPr")
    if run is not None:
        for key, value in run.attrib.items():
            if key not in {"dirty", "err", "smtClean", "bmk"}:
                style.set(key, value)
        kept = (
            child
            for child in run
            if etree.QName(child).localname not in {"hlinkClick", "hlinkMouseOver", "highlight", "extLst"}
        )
        style.extend(deepcopy(child) for child in kept)
    return made

"""Taking out of a template what is no template: sample slides, and all that only they, or its author, needed."""

from lxml import etree
from msgspec import Struct

from deckbuilder.office.powerpoint.adopt.parts import P, Parts, R

_KEPT = {"slideMaster", "notesMaster", "handoutMaster", "presProps", "viewProps", "theme", "tableStyles", "font"}
"""What a presentation leads to that is part of its look (the last words of the relationships' types)."""
_DROPPED = ("sldIdLst", "custShowLst", "custDataLst", "modifyVerifier", "smartTags", "photoAlbum")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
"""The extension that holds sections (MS-PPTX, 2.5.9)."""
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


class Cleaned(Struct, frozen=True):
    """What was taken out, as far as somebody would miss it."""

    slides: int


def main_part(parts: Parts) -> str | None:
    """Give the presentation part; None where the package holds none."""
    found = next(iter(parts.related("/", "officeDocument")), None)
    kind = parts.package.types.get(found or "", "")
    return found if "presentationml." in kind and kind.endswith(".main+xml") else None


def clean(parts: Parts, presentation: str) -> Cleaned:
    """Take out slides and whatever is not part of the look."""
    package = parts.package
    package.types[presentation] = _TYPE
    slides = len(parts.related(presentation, "slide"))
    package.relationships["/"] = [item for item in package.relationships["/"] if item.target == presentation]
    own = package.relationships.get(presentation, [])
    package.relationships[presentation] = [
        item for item in own if not item.external and item.type.rpartition("/")[2] in _KEPT
    ]
    root = parts.change(presentation)
    for name in _DROPPED:
        for element in root.findall(P + name):
            root.remove(element)
    extensions = root.find(P + "extLst")
    if extensions is not None:
        for extension in list(extensions):
            if extension.get("uri") == _SECTIONS:
                extensions.remove(extension)
        if not len(extensions):
            root.remove(extensions)
    for attribute in ("firstSlideNum", "bookmarkIdSeed", "removePersonalInfoOnSave", "conformance"):
        root.attrib.pop(attribute, None)
    _drop_show_settings(parts, presentation)
    _drop_links_to_slides(parts, presentation)
    _drop_unreachable(parts)
    return Cleaned(slides)


def _drop_show_settings(parts: Parts, presentation: str) -> None:
    """Take out what names slides: a range of them, a custom show, those that were open in the outline."""
    for part in parts.related(presentation, "presProps"):
        tree = parts.tree(part)
        for found in (*tree.findall(f"{P}showPr/{P}sldRg"), *tree.findall(f"{P}showPr/{P}custShow")):
            parts.change(part)
            _remove(found)
        for found in tree.findall(P + "htmlPubPr"):
            parts.change(part)
            _remove(found)
        _keep_no_relationships(parts, part)
    for part in parts.related(presentation, "viewProps"):
        tree = parts.tree(part)
        for found in list(tree.iter(P + "sldLst")):
            parts.change(part)
            _remove(found)
        if tree.get("lastView", "sldView") != "sldView":
            parts.change(part).attrib.pop("lastView")
        _keep_no_relationships(parts, part)


def _keep_no_relationships(parts: Parts, part: str) -> None:
    parts.package.relationships.pop(part, None)


def _drop_links_to_slides(parts: Parts, presentation: str) -> None:
    """Take links to slides from masters and layouts: they would hold the sample slides in the package."""
    for source, own in list(parts.package.relationships.items()):
        if source in {"/", presentation} or source not in parts.package.parts or "/slides/" in source:
            continue
        gone = {item.id for item in own if item.type.rpartition("/")[2] == "slide" and not item.external}
        if gone and not parts.package.types.get(source, "").endswith((".notesSlide+xml", ".slide+xml")):
            for element in list(parts.tree(source).iter(etree.Element)):
                if element.get(R + "id") in gone:
                    parts.change(source)
                    _remove(element)
            parts.package.relationships[source] = [item for item in own if item.id not in gone]


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _drop_unreachable(parts: Parts) -> None:
    package = parts.package
    reached: set[str] = set()
    waiting = ["/"]
    while waiting:
        for item in package.relationships.get(waiting.pop(), ()):
            if not item.external and item.target in package.parts and item.target not in reached:
                reached.add(item.target)
                waiting.append(item.target)
    for name in [name for name in package.parts if name not in reached]:
        del package.parts[name]
        package.types.pop(name, None)
    for source in [source for source in package.relationships if source != "/" and source not in reached]:
        del package.relationships[source]

"""The presentation part: lists that lead to what is there, and the places where slides, tags and sections go."""

from lxml import etree

from deckbuilder.office.powerpoint.adopt.parts import P, Parts, R

_SLIDES_AFTER = ("handoutMasterIdLst", "notesMasterIdLst", "sldMasterIdLst")
"""What the list of slides follows (19.2.1.26), the nearest first."""
_TAGS_BEFORE = ("kinsoku", "defaultTextStyle", "modifyVerifier", "extLst")
"""What the way to the slides' tags stands before, the nearest first."""


def mended_lists(parts: Parts, presentation: str) -> None:
    """Drop entries of masters and layouts that lead nowhere, and give each layout just one way to its master."""
    _drop_dead(parts, presentation, f"{P}sldMasterIdLst/{P}sldMasterId")
    _drop_dead(parts, presentation, f"{P}notesMasterIdLst/{P}notesMasterId")
    _drop_dead(parts, presentation, f"{P}handoutMasterIdLst/{P}handoutMasterId")
    for master in parts.related(presentation, "slideMaster"):
        _drop_dead(parts, master, f"{P}sldLayoutIdLst/{P}sldLayoutId")
        for layout in parts.related(master, "slideLayout"):
            own = parts.package.relationships.get(layout, [])
            towards = [item for item in own if item.type.endswith("/slideMaster")]
            if len(towards) == 1 and towards[0].target == master:
                continue
            parts.package.relationships[layout] = [item for item in own if item not in towards]
            parts.package.relate(layout, "slideMaster", master)


def _drop_dead(parts: Parts, part: str, path: str) -> None:
    for entry in parts.tree(part).findall(path):
        if parts.target(part, str(entry.get(R + "id"))) is None:
            parent = entry.getparent()
            parts.change(part)
            if parent is not None:
                parent.remove(entry)
                if not len(parent) and parent.tag != P + "sldLayoutIdLst":
                    above = parent.getparent()
                    if above is not None:
                        above.remove(parent)


def marked(parts: Parts, presentation: str) -> None:
    """Mark in the presentation part where the list of slides, their tags and the sections go."""
    root = parts.change(presentation)
    before = next((found for name in _SLIDES_AFTER if (found := root.find(P + name)) is not None), None)
    slides = etree.ProcessingInstruction("deckbuilder", "slides")
    if before is None:
        root.insert(0, slides)
    else:
        before.addnext(slides)
    extensions = root.find(P + "extLst")
    if extensions is None:
        extensions = etree.SubElement(root, P + "extLst")
    extensions.append(etree.ProcessingInstruction("deckbuilder", "sections"))
    after = next(found for name in _TAGS_BEFORE if (found := root.find(P + name)) is not None)
    after.addprevious(etree.ProcessingInstruction("deckbuilder", "tags"))

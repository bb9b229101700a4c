"""Numbers that must differ: the ids of masters and layouts, and the idx of a layout's placeholders."""

from lxml import etree

from deckbuilder.office.powerpoint.adopt.holders import placeholder, placeholder_shapes
from deckbuilder.office.powerpoint.adopt.parts import P, Parts, R, number

_FIRST = 2_147_483_648
"""Master ids and layout ids share one number space, which begins here (19.7.9 and 19.7.13)."""
_LAST = 0xFFFFFFFF
_FIRST_IDX = 13
"""PowerPoint numbers the placeholders that somebody adds from here."""


def unique_ids(parts: Parts, presentation: str) -> bool:
    """Renumber ids of masters and layouts that are out of range, or stand twice; says whether there were some."""
    entries = _entries(parts, presentation)
    kept: set[int] = set()
    wrong: list[tuple[str, etree._Element]] = []
    for part, entry in entries:
        own = number(entry, "id", -1)
        if own in kept or not _FIRST <= own <= _LAST:
            wrong.append((part, entry))
        else:
            kept.add(own)
    following = max(kept, default=_FIRST - 1) + 1
    for part, entry in wrong:
        parts.change(part)
        entry.set("id", str(following))
        following += 1
    return bool(wrong)


def next_id(parts: Parts, presentation: str) -> int:
    """Give an id that no master and no layout has."""
    return max((number(entry, "id") for _, entry in _entries(parts, presentation)), default=_FIRST - 1) + 1


def _entries(parts: Parts, presentation: str) -> list[tuple[str, etree._Element]]:
    """Give every entry with the id of a master or a layout, and the part it stands in."""
    root = parts.tree(presentation)
    found = [(presentation, entry) for entry in root.iterfind(f"{P}sldMasterIdLst/{P}sldMasterId")]
    for _, entry in list(found):
        master = parts.target(presentation, str(entry.get(R + "id")))
        if master:
            listed = parts.tree(master).iterfind(f"{P}sldLayoutIdLst/{P}sldLayoutId")
            found += [(master, layout) for layout in listed]
    return found


def unique_idx(parts: Parts, layout: str) -> bool:
    """Renumber placeholders of a layout whose idx another has already; says whether there were some.

    A title is told by its type, whatever its idx.
    """
    references = [placeholder(shape) for shape in placeholder_shapes(parts.tree(layout))]
    taken = {number(reference, "idx") for reference in references}
    seen: set[int] = set()
    changed = False
    for reference in references:
        own = number(reference, "idx")
        if own in seen:
            own = next(
                free for free in range(_FIRST_IDX, _FIRST_IDX + len(references) + len(taken)) if free not in taken
            )
            parts.change(layout)
            reference.set("idx", str(own))
            taken.add(own)
            changed = True
        seen.add(own)
    return changed


def next_shape_id(tree: etree._Element) -> int:
    """Give an id that no shape of a master or layout has."""
    return max((number(about, "id") for about in tree.iter(P + "cNvPr")), default=1) + 1

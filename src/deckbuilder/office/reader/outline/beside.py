"""What hangs on a slide beside its shapes: comments, movements, a background of its own."""

from deckbuilder.office.reader.outline.losses import Losses, shown
from deckbuilder.office.reader.parts import Element, Parts, find, is_on, local, name

_MOVES = {"anim", "animClr", "animEffect", "animMotion", "animRot", "animScale", "cmd"}


def note_what_is_beside(parts: Parts, part: str, place: str, losses: Losses) -> None:
    """Note comments, animations and the like of a slide."""
    for relation in parts.package.relationships.get(part, []):
        if relation.type.rpartition("/")[2] == "comments" and not relation.external:
            _note_comments(parts.xml(relation.target), place, losses)
    root = parts.xml(part)
    timing = find(root, "p:timing")
    if timing is not None and _moves(timing):
        losses.add(place, "Animations are not carried: all that is on the slide shows at once.")
    if find(root, "p:cSld/p:bg/p:bgPr/a:blipFill") is not None:
        losses.add(place, "The slide's own background picture is not carried; the theme's is shown.")


def _moves(timing: Element) -> bool:
    shows = (each for each in timing.iter(name("p:cTn")) if each.get("presetClass"))
    return next(shows, None) is not None or any(local(each) in _MOVES for each in timing.iter())


def _note_comments(root: Element | None, place: str, losses: Losses) -> None:
    """Note the comments of either kind: those of PowerPoint 2010 and before, and today's (MS-PPTX, 2.15)."""
    for item in root.iter() if root is not None else ():
        if local(item) == "text":
            words = item.text or ""
        elif local(item) == "txBody":
            words = " ".join(each.text or "" for each in item.iter(name("a:t")))
        else:
            continue
        if words.strip() and not is_on(item.get("deleted")):
            losses.add(place, f"A comment is not carried: {shown(words)}.")

"""Which of the template's layouts serves each of ours: by the theme's own entry, by type, by name, by what it holds."""

from msgspec import Struct

from deckbuilder.diagnostics import Diagnostics, Origin, did_you_mean
from deckbuilder.office.powerpoint.adopt.names import is_named
from deckbuilder.office.powerpoint.adopt.reading import Found, FoundLayout, FoundMaster
from deckbuilder.office.powerpoint.adopt.roles import Assigned, Casting
from deckbuilder.office.powerpoint.adopt.usable import Judge
from deckbuilder.theme import Theme

OURS = (
    "title", "section", "points", "voices-1", "voices-2", "voices-3", "voices-4", "voices-beside-points-1",
    "voices-beside-points-2", "voices-beside-points-3", "compare", "compare-one", "table", "picture", "chart",
    "workshop", "support-4", "support-6",
)  # fmt: skip
"""Our layouts, in the order of PowerPoint's gallery."""

_BY_TYPE = {
    "title": ("title",), "section": ("secHead",), "points": ("obj", "tx"), "voices-1": (), "compare": ("twoTxTwoObj",),
    "table": ("tbl",), "picture": ("picTx",), "chart": ("chart",),
}  # fmt: skip
"""Ours that are mapped without being asked for, and the types of layout (19.7.15) that serve them."""


class Mapped(Struct, frozen=True, eq=False):
    """A layout of the template in the place of one of ours."""

    ours: str
    layout: FoundLayout
    holders: Assigned
    asked: bool = False


class Mapping(Struct, frozen=True, eq=False):
    """The master that serves, and what serves what."""

    master: FoundMaster
    mapped: dict[str, Mapped]

    @property
    def added(self) -> tuple[str, ...]:
        """Ours that no layout of the template serves."""
        return tuple(name for name in OURS if name not in self.mapped)


def mapping_of(found: Found) -> Mapping | None:
    """Choose the master that serves the most of ours, and map its layouts; None for a template without a master."""
    judge = Judge(found.width, found.height)
    best: Mapping | None = None
    most = -1
    for master in found.masters:
        mapped = {ours: one for ours in _BY_TYPE if (one := _default(ours, master, judge))}
        title, body = master.of_type("title", "ctrTitle"), master.of_type("body", "obj")
        # Points are most of a deck, and what is added to a master stands in its title and its body.
        worth = len(mapped) + 2 * ("points" in mapped)
        worth += 2 if title is not None and judge.is_title(title) else 0
        worth += 3 if body is not None and judge.large(body, 0.45, 0.4) and body.ground is not None else 0
        if worth > most:
            best, most = Mapping(master, mapped), worth
    return best


def _default(ours: str, master: FoundMaster, judge: Judge) -> Mapped | None:
    by_type = [layout for layout in master.layouts if layout.type in _BY_TYPE[ours]]
    by_name = [layout for layout in master.layouts if is_named(ours, layout.name)]
    by_content = [layout for layout in master.layouts if _holds(ours, layout, judge)]
    for layout in (*by_type, *by_name, *by_content):
        given = Casting(layout, judge, master.scheme, asked=False, missing=[]).cast(ours)
        if given:
            return Mapped(ours, layout, given)
    return None


def _holds(ours: str, layout: FoundLayout, judge: Judge) -> bool:
    """Say whether a layout holds just what one of ours does."""
    types = sorted(holder.type for holder in judge.content(layout.holders))
    if ours == "title":
        return bool(layout.of_type("ctrTitle")) and types in (["subTitle"], ["body", "subTitle"])
    if ours == "points":
        return types in (["body"], ["obj"]) and not layout.of_type("ctrTitle")
    if ours == "compare":
        return len(types) == 4 and set(types) <= {"body", "obj"}
    if ours == "table":
        return types in (["tbl"], ["obj"])
    if ours in {"picture", "chart"}:
        return types == sorted(["body", {"picture": "pic", "chart": "chart"}[ours]])
    return False


def asked_for(theme: Theme, found: Found, diagnostics: Diagnostics) -> dict[str, Mapped]:
    """Give what the theme's own map of layouts says; what is wrong in it stands among the diagnostics."""
    judge = Judge(found.width, found.height)
    asked: dict[str, Mapped] = {}
    for ours, theirs in theme.deck.layouts.items():
        origin: Origin | None = theirs.origin
        if ours not in OURS:
            diagnostics.error(
                "unknown-template-layout", f"There is no layout “{ours}” of ours.", origin, did_you_mean(ours, OURS)
            )
            continue
        pair = named(found, theirs)
        if pair is None:
            known = [each.label for master in found.masters for each in master.layouts]
            diagnostics.error(
                "unknown-template-layout",
                f"The template has no layout “{theirs}”.",
                origin,
                did_you_mean(theirs, known),
            )
            continue
        master, layout = pair
        casting = Casting(layout, judge, master.scheme, asked=True, missing=[])
        given = casting.cast(ours)
        if given is None:
            diagnostics.error(
                "unfit-template-layout",
                f"The layout “{theirs}” cannot serve as “{ours}”: it lacks {' and '.join(casting.missing)}.",
                origin,
                "Add what is missing in PowerPoint, name another layout, or take the line out: then one is added.",
            )
            continue
        asked[ours] = Mapped(ours, layout, given, asked=True)
    return asked


def named(found: Found, name: str) -> tuple[FoundMaster, FoundLayout] | None:
    """Find a layout by the name that `layouts:` gives it: its own, “Master / Name”, or “Name #2” for the second."""
    wanted = " ".join(name.split())
    layouts = [(master, layout) for master in found.masters for layout in master.layouts]
    for alike in (str, str.casefold):
        for master, layout in layouts:
            if alike(layout.label) == alike(wanted):
                return master, layout
        counts: dict[str, int] = {}
        for master, layout in layouts:
            count = counts[layout.name] = counts.get(layout.name, 0) + 1
            if alike(wanted) in {alike(f"{master.name} / {layout.name}"), alike(f"{layout.name} #{count}")}:
                return master, layout
    return None

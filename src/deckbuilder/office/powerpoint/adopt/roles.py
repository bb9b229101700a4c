"""Which of a layout's placeholders takes which role of ours: by type, size and place, never by name."""

from collections.abc import Callable

from msgspec import Struct

from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.office.powerpoint.adopt.holders import Holder
from deckbuilder.office.powerpoint.adopt.reading import FoundLayout
from deckbuilder.office.powerpoint.adopt.usable import Judge

Assigned = dict[tuple[str, int], Holder]
"""Placeholders by role and slot."""


class Casting(Struct, frozen=True):
    """Gives out the roles of one layout. What is missing is collected, in words for the template's maker."""

    layout: FoundLayout
    judge: Judge
    scheme: Scheme
    asked: bool
    """Whether the theme's author named the layout: then what is small or unusual is taken as meant."""
    missing: list[str]

    def cast(self, ours: str) -> Assigned | None:
        """Give the placeholders for a layout of ours; None when some are missing."""
        self.missing.clear()
        given: Assigned = {}
        title = next((each for each in self.layout.holders if self.judge.is_title(each) and self._reads(each)), None)
        if title is None:
            self.missing.append("a title placeholder of two lines or more, a third of the slide wide or wider")
        else:
            given["title", 0] = title
        name, _, count = ours.rpartition("-")
        by_name: dict[str, Callable[[], Assigned]] = {
            "title": self._title, "section": self._section, "points": lambda: self._largest("points", 0.4, 0.33),
            "compare": self._compare, "compare-one": self._one_column, "table": lambda: self._figure("table", "tbl"),
            "picture": lambda: self._captioned("picture", "pic"), "chart": lambda: self._captioned("chart", "chart"),
            "workshop": self._workshop,
        }  # fmt: skip
        if ours in by_name:
            given |= by_name[ours]()
        elif name == "voices":
            given |= self._voices(int(count))
        elif name == "voices-beside-points":
            given |= self._beside(int(count))
        else:
            given |= self._several("contacts", int(count), 0.2, 0.15)
        return None if self.missing else given

    def _texts(self, *, listed: bool = False) -> list[Holder]:
        """Give text placeholders: for lists those that show lists, for other text those without bullets."""
        found = self.judge.texts(self.layout.holders)
        if self.asked:
            return found
        found = [each for each in found if self._reads(each)]
        if listed:
            return [each for each in found if self.judge.is_list(each)]
        return [each for each in found if each.levels[0].bullet is None]

    def _reads(self, holder: Holder) -> bool:
        return self.asked or self.judge.readable(holder, self.scheme)

    def _title(self) -> Assigned:
        lines = [each for each in self._texts() if self.judge.one_line(each, 0.25)]
        lines.sort(key=lambda each: (each.type != "subTitle", -_area(each)))
        if not lines:
            self.missing.append("a placeholder for the subtitle")
            return {}
        given: Assigned = {("subtitle", 0): lines[0]}
        if len(lines) > 1:
            given["agency", 0] = lines[1]
        return given

    def _section(self) -> Assigned:
        lines = [each for each in self._texts() if self.judge.one_line(each, 0.25)]
        return {("subtitle", 0): max(lines, key=_area)} if lines else {}

    def _largest(self, role: str, across: float, down: float) -> Assigned:
        share = 0.6 if self.asked else 1.0
        found = [each for each in self._texts(listed=True) if self.judge.large(each, across * share, down * share)]
        if not found:
            self.missing.append(f"a large placeholder for {_CALLED[role]}")
            return {}
        return {(role, 0): max(found, key=_area)}

    def _figure(self, role: str, kind: str) -> Assigned:
        found = [each for each in self.layout.of_type(kind) if self.judge.large(each, 0.35, 0.33)]
        found += [each for each in self.layout.of_type("obj") if self.judge.large(each, 0.5, 0.4)]
        if not found:
            self.missing.append(f"a placeholder for {_CALLED[role]}")
            return {}
        return {(role, 0): found[0]}

    def _captioned(self, role: str, kind: str) -> Assigned:
        given = self._figure(role, kind)
        used = given.get((role, 0))
        captions = [each for each in self._texts() if each is not used and self.judge.one_line(each, 0.15)]
        if not captions:
            self.missing.append("a text placeholder for the caption")
            return {}
        return given | {("caption", 0): captions[0]}

    def _several(self, role: str, count: int, across: float, down: float) -> Assigned:
        found = [each for each in self._texts() if self.judge.large(each, across, down) and (self.asked or each.ground)]
        if len(found) < count:
            self.missing.append(f"{_NUMBERS[count]} text placeholder{'s' if count > 1 else ''} for {_CALLED[role]}")
            return {}
        chosen = sorted(sorted(found, key=_area)[-count:], key=self.judge.reading_order)
        return {(role, slot): each for slot, each in enumerate(chosen)}

    def _voices(self, count: int) -> Assigned:
        given = self._several("voices", count, 0.4 if count == 1 else 0.2, 0.2)
        voice, title = given.get(("voices", 0)), self.layout.of_type("title", "ctrTitle")
        if voice and title and count == 1 and not self.asked and _height(title[0]) > _height(voice):
            self.missing.append("a placeholder for the quotation that is larger than its title")
        return given

    def _beside(self, count: int) -> Assigned:
        points = self._largest("points", 0.25, 0.33)
        used = points.get(("points", 0))
        found = [each for each in self._texts() if each is not used and self.judge.large(each, 0.2, 0.12)]
        if len(found) < count:
            self.missing.append(f"{_NUMBERS[count]} text placeholders for quotations beside the points")
            return {}
        return points | {("voices", slot): each for slot, each in enumerate(found[:count])}

    def _workshop(self) -> Assigned:
        given = self._largest("questions", 0.35, 0.3)
        used = given.get(("questions", 0))
        chips = [each for each in self._texts() if each is not used and self.judge.one_line(each, 0.1, 14)]
        return given | {("chips", slot): each for slot, each in enumerate(chips[:2])}

    def _one_column(self) -> Assigned:
        given = self._largest("columns", 0.4, 0.3)
        used = given.get(("columns", 0))
        above = [each for each in self._texts() if each is not used and self.judge.one_line(each, 0.2, 20)]
        if not above:
            self.missing.append("a text placeholder for the heading above the points")
            return {}
        return given | {("headings", 0): above[0]}

    def _compare(self) -> Assigned:
        columns = [each for each in self._texts(listed=True) if self.judge.large(each, 0.2, 0.25)]
        columns = sorted(sorted(columns, key=_area)[-2:], key=lambda each: each.box.x if each.box else 0)
        headings = [
            heading
            for column in columns
            for heading in self._texts()
            if heading not in columns and self.judge.one_line(heading, 0.2, 20) and _stands_above(heading, column)
        ]
        alike = len(columns) == 2 and _area(columns[0]) > 0.6 * _area(columns[1]) > 0.36 * _area(columns[0])
        if not alike or len(headings) != 2 or headings[0] is headings[1]:
            self.missing.append("two columns side by side with a text placeholder for a heading above each")
            return {}
        return {
            (role, slot): pair[slot] for role, pair in (("headings", headings), ("columns", columns)) for slot in (0, 1)
        }


_NUMBERS = ("no", "a", "two", "three", "four", "five", "six")
_CALLED = {
    "points": "points", "table": "a table", "picture": "a picture", "chart": "a chart", "voices": "quotations",
    "contacts": "contacts", "questions": "the questions", "columns": "the points",
}  # fmt: skip


def _area(holder: Holder) -> int:
    return holder.box.cx * holder.box.cy if holder.box else 0


def _height(holder: Holder) -> int:
    return holder.box.cy if holder.box else 0


def _stands_above(heading: Holder, column: Holder) -> bool:
    one, other = heading.box, column.box
    if one is None or other is None:
        return False
    shared = min(one.x + one.cx, other.x + other.cx) - max(one.x, other.x)
    return one.y < other.y and one.cy <= 0.5 * other.cy and shared > 0.6 * other.cx

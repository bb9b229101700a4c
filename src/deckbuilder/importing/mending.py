"""What becomes of a slide that does not fit: it is cut or made simpler, and every word stays in the pack.

A slide is mended in steps, each of which goes further than the one before.
"""

from collections.abc import Callable, Iterable
from typing import cast

from msgspec.structs import replace

from deckbuilder.compose import Markup
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.importing.cutting import in_pieces
from deckbuilder.importing.dividing import CUT
from deckbuilder.importing.figures import EMPTY
from deckbuilder.importing.pack_files import unused
from deckbuilder.importing.pack_notes import notes
from deckbuilder.importing.pack_slides import PackSlide, Value
from deckbuilder.importing.pack_text import inline
from deckbuilder.ir.outline import Loss
from deckbuilder.ir.text import Paragraph, Run
from deckbuilder.source import Text

STEPS = 6
"""How many steps there are; after the last one every slide fits."""
_TITLES = (90, 70, 55, 40, 25, 12)
"""The most characters of a title, by step."""
_POINTS = (350, 220, 140, 80, 40, 20)
"""The most characters of a point, by step."""
_MOST_POINTS = 30
"""The most points of a slide."""

Fields = dict[str, Value]


def mended(slide: PackSlide, codes: Iterable[str], step: int, ids: Iterable[str]) -> tuple[list[PackSlide], list[Loss]]:
    """Mend a slide that is reported under some codes, in a step from 0; gives what became of it, and what was done.

    `ids` are those of all slides, which links may lead to.
    """
    mending = _Mending(dict(slide.fields), step, frozenset(ids))
    reported = set(codes)
    said: list[str] = []
    if "title-too-long" in reported:
        said.append(mending.title())
    if "duplicate-title" in reported:
        said.append(mending.number())
    if reported - {"title-too-long", "duplicate-title"}:
        said.append(_SIMPLER[str(slide.fields["kind"])](mending))
    slides = _several(replace(slide, fields=mending.fields), frozenset(ids))
    return slides, [Loss(slide.place, what) for what in said if what]


def _several(slide: PackSlide, ids: frozenset[str]) -> list[PackSlide]:
    """Make several slides of one that has more points than a slide takes."""
    points = slide.fields.get("points")
    if slide.fields["kind"] != "points" or not isinstance(points, list) or len(points) <= _MOST_POINTS:
        return [slide]
    found = [replace(slide, fields={**slide.fields, "points": points[:_MOST_POINTS]})]
    used = set(ids)
    title = Markup({}, ids, Diagnostics()).runs(Text(str(slide.fields["title"])))
    for number, start in enumerate(range(_MOST_POINTS, len(points), _MOST_POINTS), 2):
        fields: Fields = {
            "id": unused(f"{slide.fields['id']}-{number}", used),
            "kind": "points",
            "title": inline((*title, Run(f" ({number})"))),
            "points": points[start : start + _MOST_POINTS],
        }
        found.append(PackSlide(fields, slide.place, slide.section, slide.hidden))
    return found


class _Mending:
    """Mends one slide in a step; each method says what it did, or nothing where it could do nothing."""

    def __init__(self, fields: Fields, step: int, ids: frozenset[str]) -> None:
        self.fields = fields
        self._step = step
        self._ids = ids

    def title(self) -> str:
        whole = self._runs(self.fields["title"])
        first = in_pieces(whole, _TITLES[self._step])[0]
        if not self._step:
            self._add_note(whole)
        elif first[-1].text.endswith("…"):
            first = (*first[:-1], replace(first[-1], text=first[-1].text.rstrip("…")))
        self.fields["title"] = inline((*first, Run("…")))
        return "The title is too long for a slide; the whole of it is the first paragraph of the notes."

    def number(self) -> str:
        self.fields["title"] = inline((*self._runs(self.fields["title"]), Run(f" ({self._step + 2})")))
        return "Another slide has this title already, so a number was added."

    def points(self) -> str:
        points, changed = self._cut(_list(self.fields["points"]))
        if self._step:
            flat = [inner for point in points for inner in _flat(point)]
            changed |= len(flat) != len(points)
            points = flat
        self.fields["points"] = points
        return CUT if changed else ""

    def voices(self) -> str:
        quotes: list[Value] = []
        for voice in cast("list[Fields]", self.fields["voices"]):
            who = f" — {voice['attribution']}" if "attribution" in voice else ""
            before = f"{voice['context']} " if "context" in voice else ""
            quotes.append(f"{before}“{voice['quote']}”{who}")
        own = _list(self.fields.get("points", []))
        keys = list(self.fields)
        first = "points" not in keys or keys.index("voices") < keys.index("points")
        self._become_points([*quotes, *own] if first else [*own, *quotes], "voices", "points")
        return "A quotation is too long for its card; the quotations are points, in their marks."

    def compare(self) -> str:
        columns = cast("list[Fields]", self.fields["columns"])
        points: list[Value] = [{"text": column["heading"], "points": column["points"]} for column in columns]
        self._become_points(points, "columns")
        return "The columns are too long to stand side by side; they are one list."

    def table(self) -> str:
        columns = _list(self.fields["columns"])
        headings = [str(column["heading"] if isinstance(column, dict) else column) for column in columns]
        points: list[Value] = []
        for row in cast("list[list[str]]", self.fields["rows"]):
            cells: list[Value] = [
                f"{heading}: {cell}" if heading != EMPTY and place else cell
                for place, (heading, cell) in enumerate(zip(headings, row, strict=False))
                if cell != EMPTY
            ]
            if cells:
                points.append({"text": cells[0], "points": cells[1:]} if len(cells) > 1 else cells[0])
        self._become_points(points or [heading for heading in headings if heading != EMPTY], "columns", "rows")
        return "A row of the table is too high for a slide; the table became a list, row by row."

    def chart(self) -> str:
        if not self._step and self.fields["chart"] != "bar":
            self.fields["chart"] = "bar"
            return "The names of the categories have no room below the chart’s columns; it became a bar chart."
        series = cast("list[Fields]", self.fields["series"])
        columns: list[Value] = [EMPTY, *({"heading": each["name"], "align": "right"} for each in series)]
        rows: list[Value] = [
            [category, *(f"{_list(each['values'])[index]:g}" for each in series)]
            for index, category in enumerate(_list(self.fields["categories"]))
        ]
        description = self.fields["description"]
        self._drop_caption()
        self._become({"kind": "table", "columns": columns, "rows": rows, "description": description}, *_CHART)
        return "The names of the categories have no room in the chart; it became a table."

    def picture(self) -> str:
        return self._drop_caption()

    def opening(self) -> str:
        if "subtitle" in self.fields:
            self._add_note(self._runs(self.fields.pop("subtitle")))
            return "The subtitle is too long for its place; it is the first paragraph of the notes."
        if self.fields["kind"] == "section":
            self.fields["kind"] = "title"
            return "There are too many slides that open a section to list them all; this one became a title slide."
        return ""

    def workshop(self) -> str:
        activity = cast("Fields", self.fields["activity"])
        questions = [each["text"] if isinstance(each, dict) else each for each in _list(activity["questions"])]
        self._become_points(questions, "activity")
        return "A question is too long for a slide of its own; the activity became a list of points."

    def support(self) -> str:
        contacts = cast("list[Fields]", self.fields["contacts"])
        lines: list[Value] = [": ".join(str(each) for each in contact.values()) for contact in contacts]
        self._become_points(lines, "contacts")
        return "The contacts have no room on cards; they are points."

    def _runs(self, text: Value) -> tuple[Run, ...]:
        return Markup({}, self._ids, Diagnostics()).runs(Text(str(text)))

    def _cut(self, points: list[Value]) -> tuple[list[Value], bool]:
        found: list[Value] = []
        changed = False
        for point in points:
            text = point["text"] if isinstance(point, dict) else point
            pieces = [inline(runs) for runs in in_pieces(self._runs(text), _POINTS[self._step])] or [str(text)]
            changed |= len(pieces) > 1
            found += pieces[:-1]
            if isinstance(point, dict):
                inner, inner_changed = self._cut(_list(point["points"]))
                changed |= inner_changed
                found.append({**point, "text": pieces[-1], "points": inner})
            else:
                found.append(pieces[-1])
        return found, changed

    def _add_note(self, runs: tuple[Run, ...]) -> None:
        """Put a paragraph before the notes."""
        text = notes([Paragraph(runs)])
        there = self.fields.pop("notes", None)
        if there is None:
            self.fields["notes"] = text
        else:
            self.fields["notes"] = [text, *there] if isinstance(there, list) else f"{text}\n\n{there}"

    def _drop_caption(self) -> str:
        if "caption" not in self.fields:
            return ""
        self._add_note(self._runs(self.fields.pop("caption")))
        return "The caption is too long for its place; it is the first paragraph of the notes."

    def _become_points(self, points: list[Value], *keys: str) -> None:
        self._become({"kind": "points", "points": points}, *keys, "description")

    def _become(self, fields: Fields, *keys: str) -> None:
        """Make another kind of slide of it: keys of the old kind go, and the notes stay last."""
        said = self.fields.pop("notes", None)
        for key in keys:
            self.fields.pop(key, None)
        self.fields.update(fields)
        if said is not None:
            self.fields["notes"] = said


def _flat(point: Value) -> list[Value]:
    if not isinstance(point, dict):
        return [point]
    return [point["text"], *(each for inner in _list(point["points"]) for each in _flat(inner))]


def _list(value: Value) -> list[Value]:
    return value if isinstance(value, list) else [value]


_CHART = ("chart", "categories", "series", "unit", "description")
"""The keys of a chart."""
_SIMPLER: dict[str, Callable[[_Mending], str]] = {
    "points": _Mending.points,
    "voices": _Mending.voices,
    "compare": _Mending.compare,
    "table": _Mending.table,
    "chart": _Mending.chart,
    "picture": _Mending.picture,
    "title": _Mending.opening,
    "section": _Mending.opening,
    "workshop": _Mending.workshop,
    "support": _Mending.support,
}

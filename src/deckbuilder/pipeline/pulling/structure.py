"""Slides that are new, gone or in another order."""

from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.content.slides import VoicesSlide
from deckbuilder.ir.outline import OutlineChart, OutlinePicture, OutlineSlide, OutlineTable
from deckbuilder.pipeline.pulling.arranging import longest_rising
from deckbuilder.pipeline.pulling.changes import BY_HAND, NEWER, QUOTATION, Change, Kind
from deckbuilder.pipeline.pulling.deck_reading import DeckReading
from deckbuilder.pipeline.pulling.files import Node
from deckbuilder.pipeline.pulling.lines import Line, key_of, line_of
from deckbuilder.pipeline.pulling.new_slides import free_id, nested_points
from deckbuilder.pipeline.pulling.notes import notes_text
from deckbuilder.pipeline.pulling.rewriting import fresh_text
from deckbuilder.pipeline.pulling.slides import SlidePair, body_lines, title_of
from deckbuilder.source import Text
from deckbuilder.source.editing import Arrange, Fresh, New

_OURS = "the tool adds this slide to each meeting"
_EDITION = "this agency’s edition changes the pack here: change the edition by hand"
_ELSEWHERE = "it would stand in another section: move it in the pack by hand"
_SAME_TITLE = "another slide has this title: give it one of its own"
_REPEATED = "it repeats a quotation: put the slide into the pack by hand, with who spoke"
_NO_POINTS = "a new slide needs a title and at least one point"


class _Place(Struct, frozen=True):
    """Where a slide stands in a list of the pack's files."""

    holder: Node
    index: int


class Structure:
    """Says which slides came, went and moved, and notes what becomes of the pack's lists of slides."""

    def __init__(self, reading: DeckReading) -> None:
        self._reading = reading
        self._desk = reading.desk
        self._slides = reading.slides
        self._order: dict[Node, list[int | New]] = {}
        self._names: dict[Node, list[str | None]] = {}
        """The id of each item of a list in its new order, as far as there is one."""
        self._ids = {str(slide.id) for slide in reading.made.pack.slides}
        self._added_ids: set[str] = set()
        self._titles = {title_of(part).key for pair in reading.pairs if pair.id for part in (*pair.ours, *pair.theirs)}
        self._quoted = _quotations(reading)
        self.notes: list[str] = []

    def changes(self) -> tuple[dict[int, list[Change]], list[Change]]:
        """Give changes of slides that are there, by their index among the pairs, and those of slides that are gone."""
        pairs = self._reading.pairs
        found: list[tuple[int, Change]] = self._moves(pairs)
        anchors = [pair.id if pair.id and self._in_section(pair.id) is not None else "" for pair in pairs]
        before = ""
        for index, pair in enumerate(pairs):
            before = anchors[index] or before
            if not pair.id:
                after = "" if before else next((name for name in anchors[index + 1 :] if name), "")
                found.append((index, self._new(pair, before, after)))
        gone = [self._gone(pair) for pair in pairs if pair.id and not pair.theirs]
        for holder, items in self._order.items():
            if items != list(range(self._desk.files.count(holder))):
                self._desk.files.edit(holder.file, Arrange(holder.path, tuple(items)))
        by_index: dict[int, list[Change]] = {}
        for index, change in found:
            by_index.setdefault(index, []).append(change)
        return by_index, gone

    def _moves(self, pairs: Sequence[SlidePair]) -> list[tuple[int, Change]]:
        built = [pair.id for pair in sorted(pairs, key=_built_order) if pair.ours]
        there = [index for index, pair in enumerate(pairs) if pair.id and pair.theirs]
        ranks = [built.index(pairs[index].id) for index in there]
        kept = set(longest_rising(ranks))
        found = []
        for index, rank in zip(there, ranks, strict=True):
            if rank not in kept:
                found.append((index, self._moved(index, pairs)))
        return found

    def _moved(self, index: int, pairs: Sequence[SlidePair]) -> Change:
        pair = pairs[index]
        slide = self._slides.get(pair.id)
        before = next((each.id for each in reversed(pairs[:index]) if each.id and each.theirs), "")
        after = next((each.id for each in pairs[index + 1 :] if each.id and each.theirs), "")
        reason = self._move(pair.id, before, after)
        title = title_of(pair.theirs[0]).text
        old, new = f"after “{self._before(pair.id)}”", f"after “{self._title(before)}”" if before else "first"
        return Change(
            pair.theirs[0].place, title, "slide", Kind.MOVED, old, new,
            slide.id.origin if slide is not None else None, reason,
        )  # fmt: skip

    def _before(self, name: str) -> str:
        built = [slide.tag.id for slide in self._reading.ours.slides if slide.tag is not None]
        at = built.index(name)
        return self._title(built[at - 1]) if at else ""

    def _title(self, name: str) -> str:
        return next(
            (title_of(slide).text for slide in self._reading.ours.slides if slide.tag and slide.tag.id == name), ""
        )

    def _move(self, name: str, before: str, after: str) -> str:
        own = self._place(name)
        if own is None:
            return _OURS if "--" in name else _EDITION
        for beside, step in ((before, 1), (after, 0)):
            other = self._place(beside) if beside else None
            if other is not None and other.holder == own.holder:
                names = self._listed(own.holder)
                items = self._order[own.holder]
                at = names.index(name)
                item = items.pop(at)
                del names[at]
                to = names.index(beside) + step
                items.insert(to, item)
                names.insert(to, name)
                return ""
        return _ELSEWHERE

    def _place(self, name: str) -> _Place | None:
        """Find what decides where a slide stands: the session's list where it names slides, else the section file."""
        included = self._included(name)
        return included if included is not None else self._in_section(name)

    def _in_section(self, name: str) -> _Place | None:
        slide = self._slides.get(name)
        node = self._desk.files.node(slide.id.origin) if slide is not None else None
        if node is None or len(node.path) != 3 or node.path[0] != "slides" or not isinstance(node.path[1], int):
            return None
        holder = node.above.above
        return _Place(holder, node.path[1])

    def _included(self, name: str) -> _Place | None:
        session = self._reading.made.delivery.session
        for part in session.include if session is not None else ():
            if part.slide == name:
                node = self._desk.files.node(part.slide.origin)
                while node is not None and node.path and node.path[-2:-1] != ("include",):
                    node = node.above
                if node is not None and node.path:
                    return _Place(node.above, int(node.path[-1]))
        return None

    def _listed(self, holder: Node) -> list[str | None]:
        """Give the ids of the items of a list, in the order that it is to have."""
        if holder not in self._names:
            count = self._desk.files.count(holder)
            self._order[holder] = list(range(count))
            names: list[str | None] = [None] * count
            for name in self._slides:
                for place in (self._in_section(name), self._included(name)):
                    if place is not None and place.holder == holder:
                        names[place.index] = name
            self._names[holder] = names
        return self._names[holder]

    def _new(self, pair: SlidePair, before: str, after: str) -> Change:
        slide = pair.theirs[0]
        title, points, notes = title_of(slide), body_lines(slide), [line_of(each) for each in slide.notes]
        said = "; ".join(line.text for line in (*points, *notes))
        reason = self._added(slide, title, points, notes, (before, after))
        return Change(slide.place, title.text, "slide", Kind.ADDED, "", said, None, reason)

    def _added(
        self, slide: OutlineSlide, title: Line, points: list[Line], notes: list[Line], beside: tuple[str, str]
    ) -> str:
        if not title.tokens or not points:
            return _NO_POINTS
        if title.key in self._titles:
            return _SAME_TITLE
        if any(line.key in self._quoted for line in points):
            return _REPEATED
        self._titles.add(title.key)
        name = free_id(title.text, self._ids)
        self._ids.add(name)
        self._added_ids.add(name)
        fields: dict[str, Fresh] = {
            "id": name,
            "kind": "points",
            "title": fresh_text(title, self._desk.links),
            "points": nested_points(points, self._desk.links),
        }
        if notes:
            fields["notes"] = notes_text(notes, self._desk)
        before, after = beside
        anchor, step = (before, 1) if before else (after, 0)
        place = self._in_section(anchor) if anchor else None
        if place is None:
            return BY_HAND
        self._insert(place.holder, anchor, step, name, fields)
        # A session that names the slide before it has to name the new one too.
        included = self._included(anchor)
        if included is not None:
            short = self._desk.files.raw(included.holder.at(included.index)) is not None
            self._insert(included.holder, anchor, step, name, name if short else {"slide": name})
        left = [block for block in slide.body if isinstance(block, OutlinePicture | OutlineChart | OutlineTable)]
        if left:
            self.notes.append(f"{slide.place}: pictures, tables and charts of a new slide are not carried.")
        return ""

    def _insert(self, holder: Node, anchor: str, step: int, name: str, value: Fresh) -> None:
        names = self._listed(holder)
        at = names.index(anchor) + step
        while step and at < len(names) and names[at] is not None and names[at] in self._added_ids:
            at += 1
        self._order[holder].insert(at, New(value))
        names.insert(at, name)

    def _gone(self, pair: SlidePair) -> Change:
        slide = self._slides.get(pair.id)
        title = title_of(pair.ours[0]).text
        said = "; ".join(line.text for part in pair.ours for line in body_lines(part))
        quotation = slide is not None and slide.kind == "voices"
        reason = self._removed(pair.id, quotation=quotation)
        origin = slide.id.origin if slide is not None else None
        return Change(pair.ours[0].place, title, "slide", Kind.REMOVED, said, "", origin, reason, quotation)

    def _removed(self, name: str, *, quotation: bool) -> str:
        reading = self._reading
        place = self._in_section(name)
        if place is None:
            return _OURS if "--" in name else _EDITION
        if reading.made.pack.edition:
            return f"every agency would lose it: name it under “omit” in editions/{reading.made.pack.edition}.yaml"
        if quotation and not reading.wish.quotations:
            return QUOTATION
        if reading.desk.keeps:
            return NEWER
        self._drop(place.holder, name)
        self._drop_mentions(name)
        return ""

    def _drop(self, holder: Node, name: str) -> None:
        names = self._listed(holder)
        at = names.index(name)
        del names[at]
        del self._order[holder][at]

    def _drop_mentions(self, name: str) -> None:
        """Take a slide out of the lists of `pack.yaml` that name it: sessions', outcomes', what plans leave out."""
        about = self._reading.made.pack.about
        mentions: list[Text] = []
        for plan in about.plans.values():
            mentions += [part.slide for session in plan.sessions for part in session.include if part.slide is not None]
            mentions += plan.leaves_out
        mentions += [each for outcome in about.outcomes for each in outcome.slides]
        found = 0
        for mention in mentions:
            node = self._desk.files.node(mention.origin) if mention == name else None
            if node is None:
                continue
            while node.path and not isinstance(node.path[-1], int):
                node = node.above
            if not node.path:
                continue
            holder, index = node.above, int(node.path[-1])
            self._listed(holder)
            if index in self._order[holder]:
                at = self._order[holder].index(index)
                del self._order[holder][at]
                del self._names[holder][at]
                found += 1
        if found:
            places = "1 place" if found == 1 else f"{found} places"
            self.notes.append(f"“{name}” is named in {places} of pack.yaml (plans, outcomes), and is taken out there.")


def _quotations(reading: DeckReading) -> frozenset[str]:
    """Give what the quotations of the pack say, as slides show them."""
    markup = reading.made.markup
    voices = (voice for slide in reading.made.pack.slides if isinstance(slide, VoicesSlide) for voice in slide.voices)
    return frozenset(key_of(f"“{markup.plain(voice.quote)}”") for voice in voices)


def _built_order(pair: SlidePair) -> int:
    number = pair.ours[0].place.rpartition(" ")[2] if pair.ours else ""
    return int(number) if number.isdecimal() else 0

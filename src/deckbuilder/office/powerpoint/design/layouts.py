"""The layouts that all characters share, a function each. A family's layouts differ in how many cards they have."""

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.template import Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.character import Character
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.holders import text_holder
from deckbuilder.office.powerpoint.design.master import body, foot, marking, title
from deckbuilder.office.powerpoint.design.surface import Place
from deckbuilder.office.powerpoint.design.type_scale import NUMBERED
from deckbuilder.units import Pt, emu, emu_of_points

CHIP_ROOM = 0.48
"""How high the chips of an activity are at the usual size of text, in inches."""


def shared_layouts(frame: Frame, character: Character) -> tuple[Layout, ...]:
    """Give every layout but those of title and sections, in the order of PowerPoint's gallery."""
    return _Layouts(frame, character).all()


class _Layouts(Struct, frozen=True):
    frame: Frame
    character: Character

    def all(self) -> tuple[Layout, ...]:
        return (
            self._layout("points", "points", "Points", (body(self.frame, self.character.bullet),)),
            *(self._voices(count) for count in (1, 2, 3, 4)),
            *(self._voices_beside_points(count) for count in (1, 2, 3)),
            self._compare_layout("compare", "Comparison", self.frame.columns(2), Pt(self.frame.scale.body - 2)),
            self._compare_layout(
                "compare-one", "Comparison, one side", self.frame.columns(1), Pt(min(self.frame.scale.body, 26))
            ),
            self._table(),
            self._picture(),
            self._chart(),
            self._workshop(),
            *(self._support(count) for count in (4, 6)),
        )

    def _layout(
        self,
        name: str,
        family: str,
        gallery: str,
        holders: tuple[Placeholder, ...],
        decorations: tuple[Decoration, ...] = (),
    ) -> Layout:
        heading = title(self.frame, bold=self.character.heading_bold)
        return Layout(name, family, gallery, (heading, *holders, *foot(self.frame)), decorations)

    def _cards(
        self, places: list[Place], size: Pt, idx: int, anchor: str = "t"
    ) -> tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]:
        """Make quotation cards, each with its rule."""
        look, scale = self.character.cards, self.frame.scale
        inner, rules = self._ruled(places)
        stands = [look.ground.under(place, look.inset) for place in inner]
        cards = tuple(
            text_holder("voices", slot, idx + slot, f"Quotation {slot + 1}", stand.place, scale.card(size),
                        minimum=scale.narrow, anchor=anchor, **stand.look)
            for slot, stand in enumerate(stands)
        )  # fmt: skip
        return cards, (*(shape for stand in stands for shape in stand.behind), *rules)

    def _ruled(self, places: list[Place]) -> tuple[list[Place], tuple[Decoration, ...]]:
        """Give what the rules leave of the places, and the rules."""
        look = self.character.cards
        if not look.rule:
            return places, ()
        rule = look.rule_size
        if look.rule == "left":
            inner = [(x + rule, y, width - rule, height) for x, y, width, height in places]
            rules = [box(x, y, rule, height) for x, y, _, height in places]
        else:
            inner = [(x, y + rule, width, height - rule) for x, y, width, height in places]
            rules = [box(x, y, width, rule) for x, y, width, _ in places]
        return inner, tuple(Decoration(rule, look.rule_colour) for rule in rules)

    def _voices(self, count: int) -> Layout:
        frame = self.frame
        across = {1: 1, 2: 2, 3: 3 if frame.wide else 1, 4: 2}[count]
        larger = frame.scale.body - 24
        size = Pt({1: 34, 2: 28, 3: 24, 4: 22}[count] + larger)
        places = [
            (x, y, width, height) for y, height in frame.rows(-(-count // across)) for x, width in frame.columns(across)
        ]
        cards, rules = self._cards(places, size, 13, "ctr" if count == 1 else "t")
        name = "One voice" if count == 1 else f"{count} voices"
        return self._layout(f"voices-{count}", "voices", name, cards, rules)

    def _voices_beside_points(self, count: int) -> Layout:
        frame = self.frame
        left = frame.columns(2)[0][1] - 0.2
        x = frame.left + left + 0.45
        places = [(x, y, frame.content - left - 0.45, height) for y, height in frame.rows(count)]
        size = Pt({1: 28, 2: 22, 3: 20}[count] + frame.scale.body - 24)
        cards, rules = self._cards(places, size, 13)
        points = text_holder(
            "points", 0, 1, "Points", (frame.left, frame.top, left, frame.bottom - frame.top),
            frame.scale.listed(Pt(frame.scale.body - 2), self.character.bullet), minimum=frame.scale.floor,
        )  # fmt: skip
        name = f"Points and {count} voice" + ("s" if count > 1 else "")
        return self._layout(f"voices-beside-points-{count}", "voices", name, (points, *cards), rules)

    def _compare_layout(self, name: str, gallery: str, places: list[tuple[float, float]], size: Pt) -> Layout:
        frame, look = self.frame, self.character.columns
        high = 0.6 * frame.scale.body / 24
        upper, line = frame.top + high, 0.03 if look.rule else 0.0
        levels = frame.scale.listed(size, self.character.bullet)
        holders: list[Placeholder] = []
        drawn: list[Decoration] = []
        for slot, (x, width) in enumerate(places):
            side = ("Left", "Right")[slot] if len(places) > 1 else "Column"
            head = look.head.under((x, frame.top, width, high - line), (look.inset, 0.05, 0.25, 0.05))
            column = look.body.under((x, upper, width, frame.bottom - upper), (look.inset, 0.2, 0.25, 0.15))
            holders += (
                text_holder("headings", slot, 13 + 2 * slot, f"{side} heading", head.place, self._heads(),
                            minimum=Pt(20), anchor="ctr", max_lines=1, **head.look),
                text_holder("columns", slot, 14 + 2 * slot, f"{side} points", column.place, levels, minimum=Pt(20),
                            **column.look),
            )  # fmt: skip
            drawn += (*head.behind, *column.behind)
            if look.rule:
                drawn.append(Decoration(box(x, upper - line, width, line), look.rule))
        return self._layout(name, "compare", gallery, tuple(holders), tuple(drawn))

    def _heads(self) -> tuple[TextLevel, ...]:
        """Give the levels of a column's heading: plain, with a tick, with a cross.

        The signs are Unicode's own: those of Wingdings stand too high wherever another font takes its place.
        """
        look = self.character.columns
        plain = TextLevel(self.frame.scale.body, bold=True, colour=look.text, heading_font=True)
        wide = emu(0.42 * self.frame.scale.larger)
        marks = (Bullet(mark, "Segoe UI Symbol", look.mark) for mark in ("✓", "✗"))
        return (plain, *(replace(plain, indent=wide, hanging=wide, bullet=mark) for mark in marks))

    def _table(self) -> Layout:
        frame = self.frame
        place = (frame.left, frame.top, frame.content, frame.bottom - frame.top)
        table = text_holder("table", 0, 13, "Table", place, (frame.scale.text(frame.scale.second),), kind="tbl")
        return self._layout("table", "table", "Table", (table,))

    def _picture(self) -> Layout:
        """Make the picture layout, with the caption beside it: most pictures are less wide than a slide."""
        frame, scale = self.frame, self.frame.scale
        share = frame.content * 0.7
        high = frame.bottom - frame.top
        picture = text_holder(
            "picture", 0, 13, "Picture", (frame.left, frame.top, share, high), (scale.text(scale.second),), "pic"
        )
        place = (frame.left + share + 0.35, frame.top, frame.content - share - 0.35, high)
        quiet = (scale.text(scale.second, "accent6"),)
        caption = text_holder("caption", 0, 14, "Caption", place, quiet, minimum=scale.narrow)
        return self._layout("picture", "picture", "Picture", (picture, caption))

    def _chart(self) -> Layout:
        frame, scale = self.frame, self.frame.scale
        below = 0.8 * scale.larger
        place = (frame.left, frame.top, frame.content, frame.bottom - frame.top - below)
        chart = text_holder("chart", 0, 13, "Chart", place, (scale.text(scale.second),), "chart")
        quiet = (scale.text(scale.floor, "accent6"),)
        caption_place = (frame.left, frame.bottom - below + 0.05, frame.content, below)
        caption = text_holder("caption", 0, 14, "Caption", caption_place, quiet, minimum=scale.narrow)
        return self._layout("chart", "chart", "Chart", (chart, caption))

    def _workshop(self) -> Layout:
        frame, scale, look = self.frame, self.frame.scale, self.character.workshop
        chip = (TextLevel(scale.floor, bold=True, colour=look.chip_text, align="ctr"),)
        larger = scale.larger
        high = CHIP_ROOM * larger
        places = (
            ("Group size", (frame.left, frame.top, 4.2 * larger, high)),
            ("Minutes", (frame.left + 4.2 * larger + 0.2, frame.top, 2.2 * larger, high)),
        )
        chips = tuple(
            text_holder("chips", slot, 13 + slot, name, stand.place, chip, minimum=Pt(14), anchor="ctr", max_lines=1,
                        **stand.look)
            for slot, (name, place) in enumerate(places)
            for stand in (look.chip.own(place, (0.15, 0, 0.15, 0)),)
        )  # fmt: skip
        first, *rest = scale.listed(scale.body, NUMBERED)
        wide = emu_of_points(first.size * 34 / 24)
        wider = TextLevel(first.size, indent=wide, hanging=wide, bullet=first.bullet, before=Pt(11))
        upper = frame.top + high + 0.2
        panel = look.panel.under((frame.left, upper, frame.content, frame.bottom - upper), (0.3, 0.22, 0.3, 0.2))
        questions = text_holder(
            "questions", 0, 1, "Questions", panel.place, (wider, *rest), minimum=scale.floor, **panel.look
        )
        # An activity shows no logo, so that its title has the whole width.
        whole = replace(frame, title_width=frame.title_width + frame.logo_room)
        heading = title(whole, look.title, bold=self.character.heading_bold)
        return Layout(
            "workshop", "workshop", "Workshop", (heading, *chips, questions, *foot(frame, look.foot)),
            (*look.decorations(frame), *panel.behind), look.ground, master_shapes=False, texts=marking(frame, look.foot),
        )  # fmt: skip

    def _support(self, count: int) -> Layout:
        frame, scale, look = self.frame, self.frame.scale, self.character.cards
        across = {4: 2, 6: 3 if frame.wide else 2}[count]
        levels = (
            TextLevel(scale.second, bold=True, colour="dk2"),
            TextLevel(Pt(scale.body + 2), bold=True, colour="accent1", before=Pt(2)),
            TextLevel(scale.floor, before=Pt(4)),
        )
        places = [
            (x, y, width, height) for y, height in frame.rows(-(-count // across)) for x, width in frame.columns(across)
        ]
        # Six cards may be too narrow for large print, and then four are tried; what is too large for those fits nowhere.
        least = scale.narrow if count > 4 else Pt(18)
        inset = (0.25, 0.15, 0.2, 0.1)
        cards = tuple(
            text_holder("contacts", slot, 13 + slot, f"Contact {slot + 1}", stand.place, levels, minimum=least,
                        **stand.look)
            for slot, stand in enumerate(look.contact.own(place, inset) for place in places)
        )  # fmt: skip
        return self._layout(f"support-{count}", "support", f"Support, {count} contacts", cards)

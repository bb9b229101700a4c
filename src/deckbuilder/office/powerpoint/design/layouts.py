"""The layouts that all characters share, a function each. A family's layouts differ in how many cards they have."""

from dataclasses import dataclass

from deckbuilder.ir.template import Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.design.character import Character
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.holders import text_holder
from deckbuilder.office.powerpoint.design.master import body, foot, marking, title
from deckbuilder.office.powerpoint.design.type_scale import NUMBERED
from deckbuilder.units import Emu, Pt, emu, emu_of_points

_CARD_INSET = (emu(0.32), emu(0.22), emu(0.25), emu(0.2))
_RULE = 0.09
"""The width of the rule at a quotation's left edge, in inches."""


def shared_layouts(frame: Frame, character: Character) -> tuple[Layout, ...]:
    """Give every layout but those of title and sections, in the order of PowerPoint's gallery."""
    return _Layouts(frame, character).all()


_COLUMN_INSET = (emu(0.25), emu(0.2), emu(0.25), emu(0.15))
_HEADING_INSET = (emu(0.25), emu(0.05), emu(0.25), emu(0.05))


@dataclass(frozen=True, slots=True)
class _Layouts:
    frame: Frame
    character: Character

    def all(self) -> tuple[Layout, ...]:
        return (
            self._layout("points", "points", "Points", (body(self.frame),)),
            *(self._voices(count) for count in (1, 2, 3, 4)),
            *(self._voices_beside_points(count) for count in (1, 2, 3)),
            self._compare_layout("compare", "Comparison", self.frame.columns(2), Pt(self.frame.scale.body - 2)),
            self._compare_layout("compare-one", "Comparison, one side", self.frame.columns(1), self.frame.scale.body),
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
        self, places: list[tuple[float, float, float, float]], size: Pt, idx: int, anchor: str = "t"
    ) -> tuple[tuple[Placeholder, ...], tuple[Decoration, ...]]:
        """Make quotation cards, each with its rule at the left edge."""
        look, scale = self.character, self.frame.scale
        rule = _RULE if look.card_rule else 0.0
        cards = tuple(
            text_holder("voices", slot, idx + slot, f"Quotation {slot + 1}", (x + rule, y, width - rule, height),
                        scale.card(size), inset=_CARD_INSET, anchor=anchor, fill="lt2", minimum=scale.floor,
                        geometry=look.card_shape, adjust=look.card_adjust)
            for slot, (x, y, width, height) in enumerate(places)
        )  # fmt: skip
        rules = tuple(Decoration(box(x, y, rule, height), "accent1") for x, y, _, height in places if rule)
        return cards, rules

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
            frame.scale.listed(Pt(frame.scale.body - 2)), minimum=frame.scale.floor,
        )  # fmt: skip
        name = f"Points and {count} voice" + ("s" if count > 1 else "")
        return self._layout(f"voices-beside-points-{count}", "voices", name, (points, *cards), rules)

    def _compare_layout(self, name: str, gallery: str, places: list[tuple[float, float]], size: Pt) -> Layout:
        frame = self.frame
        least = Pt(frame.scale.floor + 2)
        high = 0.6 * frame.scale.body / 24
        holders: list[Placeholder] = []
        for slot, (x, width) in enumerate(places):
            side = ("Left", "Right")[slot] if len(places) > 1 else "Column"
            holders.append(
                text_holder("headings", slot, 13 + 2 * slot, f"{side} heading", (x, frame.top, width, high),
                            _marks(frame.scale.body), minimum=least, inset=_HEADING_INSET, anchor="ctr", fill="dk2",
                            max_lines=1)
            )  # fmt: skip
            holders.append(
                text_holder("columns", slot, 14 + 2 * slot, f"{side} points",
                            (x, frame.top + high, width, frame.bottom - frame.top - high), frame.scale.listed(size),
                            inset=_COLUMN_INSET, fill="lt2", minimum=least)
            )  # fmt: skip
        return self._layout(name, "compare", gallery, tuple(holders))

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
        caption = text_holder("caption", 0, 14, "Caption", place, quiet, minimum=scale.floor)
        return self._layout("picture", "picture", "Picture", (picture, caption))

    def _chart(self) -> Layout:
        frame, scale = self.frame, self.frame.scale
        place = (frame.left, frame.top, frame.content, 3.75)
        chart = text_holder("chart", 0, 13, "Chart", place, (scale.text(scale.second),), "chart")
        below = (frame.left, 5.8, frame.content, 0.8)
        quiet = (scale.text(scale.floor, "accent6"),)
        caption = text_holder("caption", 0, 14, "Caption", below, quiet, minimum=scale.floor)
        return self._layout("chart", "chart", "Chart", (chart, caption))

    def _workshop(self) -> Layout:
        frame, scale, look = self.frame, self.frame.scale, self.character
        chip = (TextLevel(scale.floor, bold=True, colour="lt1", align="ctr"),)
        inset = (emu(0.15), Emu(0), emu(0.15), Emu(0))
        larger = scale.floor / 18
        high = 0.48 * larger
        chips = tuple(
            text_holder("chips", slot, 13 + slot, name, (x, frame.top, width, high), chip, minimum=Pt(14), inset=inset,
                        anchor="ctr", fill="accent2", geometry=look.chip_shape, adjust=look.chip_adjust, max_lines=1)
            for slot, (name, x, width) in enumerate(
                (("Group size", frame.left, 4.2 * larger), ("Minutes", frame.left + 4.2 * larger + 0.2, 2.2 * larger))
            )
        )  # fmt: skip
        first, *rest = scale.listed(scale.body, NUMBERED)
        wide = emu_of_points(first.size * 34 / 24)
        wider = TextLevel(first.size, indent=wide, hanging=wide, bullet=first.bullet, before=Pt(11))
        upper = frame.top + high + 0.2
        questions = text_holder(
            "questions", 0, 1, "Questions", (frame.left, upper, frame.content, frame.bottom - upper), (wider, *rest),
            inset=(emu(0.3), emu(0.22), emu(0.3), emu(0.2)), fill="lt1", anchor="t", minimum=scale.floor,
        )  # fmt: skip
        return Layout(
            "workshop", "workshop", "Workshop",
            (title(frame, "accent2", bold=look.heading_bold), *chips, questions, *foot(frame)),
            look.workshop(frame), "lt2", master_shapes=False, texts=marking(frame),
        )  # fmt: skip

    def _support(self, count: int) -> Layout:
        frame, scale, look = self.frame, self.frame.scale, self.character
        across = {4: 2, 6: 3 if frame.wide else 2}[count]
        levels = (
            TextLevel(scale.second, bold=True, colour="dk2"),
            TextLevel(Pt(scale.body + 2), bold=True, colour="accent1", before=Pt(2)),
            TextLevel(scale.floor, before=Pt(4)),
        )
        places = [
            (x, y, width, height) for y, height in frame.rows(-(-count // across)) for x, width in frame.columns(across)
        ]
        cards = tuple(
            text_holder("contacts", slot, 13 + slot, f"Contact {slot + 1}", place, levels, minimum=scale.floor,
                        inset=(emu(0.25), emu(0.15), emu(0.2), emu(0.1)), fill="lt2",
                        geometry=look.card_shape, adjust=look.card_adjust)
            for slot, place in enumerate(places)
        )  # fmt: skip
        return self._layout(f"support-{count}", "support", f"Support, {count} contacts", cards)


def _marks(size: Pt) -> tuple[TextLevel, ...]:
    """Give the levels of a column's heading: plain, with a tick, with a cross (both characters of Wingdings)."""
    return (
        TextLevel(size, bold=True, colour="lt1", heading_font=True),
        *(
            TextLevel(size, bold=True, colour="lt1", heading_font=True, indent=emu(0.42), hanging=emu(0.42),
                      bullet=Bullet(mark, "Wingdings", "accent4/40+60", 110))
            for mark in ("ü", "û")
        ),
    )  # fmt: skip

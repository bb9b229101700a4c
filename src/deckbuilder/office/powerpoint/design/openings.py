"""The title slide and the section slide: what characters have in common, which is all but places and colours."""

from msgspec import Struct

from deckbuilder.ir.template import Bullet, Decoration, Layout, PlacedImage, TextLevel
from deckbuilder.office.powerpoint.design.frame import Frame
from deckbuilder.office.powerpoint.design.holders import text_holder
from deckbuilder.office.powerpoint.design.master import foot, foot_marking, marking
from deckbuilder.office.powerpoint.design.surface import Place, Surface
from deckbuilder.units import Pt, emu


class Inks(Struct, frozen=True):
    """The colours of text on a ground."""

    ground: str
    strong: str
    """Titles, and the section where we are."""
    quiet: str
    """Everything else."""


class TitleSlide(Struct, frozen=True):
    """How a character composes the title slide."""

    inks: Inks
    heading: Place
    subtitle: Place
    agency: Place
    decorations: tuple[Decoration, ...] = ()
    images: tuple[PlacedImage, ...] = ()
    bold: bool = True
    larger: int = 0
    """How much larger than the type scale's the title is, in points."""

    def layout(self, frame: Frame) -> Layout:
        """Make the layout."""
        scale, inks = frame.scale, self.inks
        size = Pt(scale.display + self.larger)
        heading = text_holder(
            "title", 0, 0, "Title", self.heading, scale.heading(size, inks.strong, bold=self.bold), "ctrTitle",
            "The pack's title", minimum=Pt(32), anchor="b", max_lines=3,
        )  # fmt: skip
        subtitle = text_holder(
            "subtitle", 0, 1, "Subtitle", self.subtitle, (scale.text(scale.body, inks.quiet),), "subTitle"
        )
        levels = (scale.text(scale.second, inks.strong, bold=True), scale.text(scale.floor, inks.quiet))
        agency = text_holder("agency", 0, 13, "Agency and date", self.agency, levels, anchor="b")
        edge = self.agency[0] + self.agency[2]
        return Layout(
            "title", "title", "Title", (heading, subtitle, agency, *foot(frame, inks.quiet, edge)), self.decorations,
            inks.ground, master_shapes=False, foot_shown=False, images=self.images,
            texts=(
                *marking(frame, inks.quiet, self.heading[0] + self.heading[2]),
                *foot_marking(frame, inks.quiet, edge),
            ),
        )  # fmt: skip


class Numeral(Struct, frozen=True):
    """The section's number."""

    place: Place
    colour: str
    size: Pt = Pt(60)
    bold: bool = True
    surface: Surface = Surface(None)
    """What stands behind it; it is centred where something does."""


class Agenda(Struct, frozen=True):
    """The quiet row of the sections, this one lit."""

    place: Place
    inks: Inks
    bullet: Bullet
    fill: str | None = None
    """The colour of what stands behind it; None for the slide's own ground."""


class SectionSlide(Struct, frozen=True):
    """How a character composes the section slide."""

    inks: Inks
    heading: Place
    number: Numeral
    subtitle: Place
    agenda: Agenda
    decorations: tuple[Decoration, ...] = ()
    bold: bool = True
    edge: float | None = None
    """Where the foot ends at the right, in inches; at the margin when not given."""

    def layout(self, frame: Frame) -> Layout:
        """Make the layout."""
        scale, inks, numeral, agenda = frame.scale, self.inks, self.number, self.agenda
        heading = text_holder(
            "title", 0, 0, "Title", self.heading, scale.heading(Pt(scale.title + 4), inks.strong, bold=self.bold),
            "title", "The section's name", minimum=Pt(30), anchor="b", max_lines=3,
        )  # fmt: skip
        centred = numeral.surface.fill is not None
        stand = numeral.surface.under(numeral.place, (0.0, 0.0, 0.0, 0.0))
        level = TextLevel(numeral.size, bold=numeral.bold, colour=numeral.colour, heading_font=True,
                          align="ctr" if centred else "l")  # fmt: skip
        number = text_holder(
            "number", 0, 13, "Number", stand.place, (level,), anchor="ctr" if centred else "b", **stand.look
        )
        subtitle = text_holder("subtitle", 0, 1, "Subtitle", self.subtitle, (scale.text(scale.body, inks.quiet),))
        wide = emu(0.3)
        lit = TextLevel(scale.floor, bold=True, colour=agenda.inks.strong, before=Pt(9), indent=wide, hanging=wide,
                        bullet=agenda.bullet)  # fmt: skip
        quiet = TextLevel(scale.floor, colour=agenda.inks.quiet, before=Pt(9), indent=wide)
        listed = text_holder(
            "agenda", 0, 14, "Where we are", agenda.place, (quiet, lit), minimum=Pt(14), anchor="ctr", fill=agenda.fill
        )
        return Layout(
            "section", "section", "Section", (heading, number, subtitle, listed, *foot(frame, inks.quiet, self.edge)),
            (*self.decorations, *stand.behind), inks.ground, master_shapes=False, texts=marking(frame, inks.quiet, self.heading[0] + self.heading[2]),
        )  # fmt: skip

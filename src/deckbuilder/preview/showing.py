"""From a pack, a theme and a plan to what the page shows."""

from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from deckbuilder.content import apply_edition
from deckbuilder.diagnostics import Diagnostics
from deckbuilder.fit import draw_slide
from deckbuilder.ir.document import Document
from deckbuilder.office import DeckTemplate
from deckbuilder.office.sketch import to_svg
from deckbuilder.pipeline.compiling import Compiled, compile_pack, cover_note
from deckbuilder.pipeline.ordering import Order
from deckbuilder.preview.pictures import Pictures
from deckbuilder.preview.placing import Place, place_of
from deckbuilder.preview.reading import ReadPack, ReadTheme
from deckbuilder.preview.wording import words_on, words_spoken
from deckbuilder.source import Workspace


class ShownSlide(Struct, frozen=True):
    """A slide of a deck as the page shows it."""

    key: str
    """What it is called in the page: the same after a change of its text, of its place or of the theme."""
    id: str
    """The pack's."""
    part: int
    number: int
    title: str
    session: int
    """The index of its session."""
    section: str
    """The name of the section it stands in; empty where there is none."""
    drawing: str
    """The name of its drawing among the pictures."""
    words: Markup
    """What it says, for those who do not see it."""
    notes: Markup
    place: Place | None


class Showing(Struct, frozen=True):
    """A pack under a theme and a plan, compiled."""

    title: str
    language: str
    plans: dict[str, str]
    """The pack's plans: their names, and what people call them."""
    sessions: tuple[Compiled, ...]
    note: Document | None
    """The cover note of several sessions."""
    template: DeckTemplate
    slides: tuple[ShownSlide, ...]

    @property
    def keys(self) -> dict[str, str]:
        """The keys of the slides' first parts, by the pack's ids."""
        return {slide.id: slide.key for slide in reversed(self.slides) if slide.part == 1}

    def of_session(self, number: int) -> tuple[ShownSlide, ...]:
        """Give the slides of a session, by its index."""
        return tuple(slide for slide in self.slides if slide.session == number)


def show(
    pack: ReadPack, theme: ReadTheme, plan: str, around: Workspace, pictures: Pictures
) -> tuple[Showing | None, Diagnostics]:
    """Compile a pack and draw its slides; None where it has errors that leave nothing to show."""
    said = Diagnostics()
    said.extend(pack.said)
    said.extend(theme.said)
    if pack.pack is None or theme.theme is None or theme.deck is None or theme.word is None:
        return None, said
    issued = apply_edition(pack.pack, theme.theme.lineage, around, said)
    if issued is None:
        return None, said
    plans = {str(name): str(each.title) for name, each in issued.about.plans.items()}
    order = Order(plan or None)
    sessions = compile_pack(issued, theme.theme, order, theme.deck.look, said)
    if plan and plan not in plans:  # which has been said
        order = Order()
        sessions = compile_pack(issued, theme.theme, order, theme.deck.look, said)
    note = cover_note(sessions, theme.theme, order, said)
    slides = tuple(_slides(sessions, theme.deck, around.current, pictures))
    title = sessions[0].deck.deck.properties.title if len(sessions) == 1 else str(issued.about.title)
    return Showing(title, str(issued.about.language), plans, tuple(sessions), note, theme.deck, slides), said


def _slides(
    sessions: list[Compiled], template: DeckTemplate, current: Path, pictures: Pictures
) -> Iterator[ShownSlide]:
    for index, session in enumerate(sessions):
        deck = session.deck
        for placed in deck.slides:
            part = f".{placed.part}" if placed.part > 1 else ""
            before = f"{session.delivery.name}:" if session.delivery.name else ""
            sections = deck.deck.sections
            yield ShownSlide(
                key=f"slide-{before}{placed.slide.id}{part}",
                id=placed.slide.id,
                part=placed.part,
                number=placed.number,
                title=placed.title_text,
                session=index,
                section=sections[placed.slide.section] if placed.slide.section < len(sections) else "",
                drawing=pictures.add(to_svg(draw_slide(placed, deck, template.look)), "image/svg+xml"),
                words=words_on(placed),
                notes=words_spoken(placed),
                place=place_of(placed.slide.origin, current),
            )

"""The deck of one session."""

from datetime import date

from deckbuilder.compose import words
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.notes import compose_notes
from deckbuilder.compose.sessions import Delivery
from deckbuilder.compose.slides import Setting, compose_slide
from deckbuilder.content import Pack
from deckbuilder.content.slides import SectionSlide
from deckbuilder.ir.presentation import Deck, Properties, Slide
from deckbuilder.theme import Theme


def compose_deck(pack: Pack, theme: Theme, delivery: Delivery, markup: Markup) -> Deck:
    """Make the deck of a session."""
    date_text = version_date(pack)
    opened = [entry.section for entry in delivery.entries if isinstance(entry.slide, SectionSlide)]
    names = tuple(markup.plain(pack.sections[index].section) for index in opened)
    sections: list[str] = []
    slides: list[Slide] = []
    previous: int | None = None
    for entry in delivery.entries:
        if entry.slide is None:
            continue
        if entry.section != previous:
            sections.append(markup.plain(pack.sections[entry.section].section))
            previous = entry.section
        setting = Setting(
            markup=markup,
            theme=theme,
            pictures=pack.pictures,
            support=pack.about.support,
            section_names=names,
            section_number=opened.index(entry.section) + 1 if entry.section in opened else 0,
            date_text=date_text,
            subtitle=delivery.title,
        )
        notes = compose_notes(entry.slide, markup)
        slides.append(compose_slide(entry.slide, setting, len(sections) - 1, notes))
    title = markup.plain(pack.about.title)
    return Deck(
        properties=properties(pack, theme, delivery, title, "deck", markup),
        sections=tuple(sections),
        slides=tuple(slides),
        footer=" · ".join(part for part in (theme.control.marking, title) if part),
        date_text=date_text,
        part_suffix=words.PART,
        part_suffix_after=words.PART_AFTER,
        continued=words.CONTINUED,
    )


def properties(pack: Pack, theme: Theme, delivery: Delivery, title: str, document: str, markup: Markup) -> Properties:
    """Say what a file of this session says of itself."""
    about = pack.about
    custom = {
        "Pack": str(about.id),
        "Pack version": str(about.version or ""),
        "Theme": str(theme.name),
        "Document": document,
        "Plan": str(delivery.plan.title) if delivery.plan else "",
        "Session": delivery.title,
        "Owner": str(theme.control.owner or ""),
        "Approved by": str(theme.control.approved_by or ""),
        "Next review": str(theme.control.next_review or ""),
        "Protective marking": str(theme.control.marking or ""),
    }
    return Properties(
        title=title if not delivery.title else f"{title}: {delivery.title}",
        subject=markup.plain(about.subtitle) if about.subtitle else "",
        creator=str(theme.agency.name),
        language=str(about.language),
        version=str(about.version or ""),
        date=date.fromisoformat(about.date) if about.date else None,
        custom=tuple((name, value) for name, value in custom.items() if value),
    )


def version_date(pack: Pack) -> str:
    """Say the date of the pack's version; empty when it has none."""
    return spelled_out(pack.about.date)


def spelled_out(day: str | None) -> str:
    """Say a date that is written as 2027-03-31 in words; empty when there is none."""
    if not day:
        return ""
    found = date.fromisoformat(day)
    return f"{found.day} {words.MONTHS[found.month - 1]} {found.year}"

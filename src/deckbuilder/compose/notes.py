"""Speaker notes: what to take care of, what to say, what to ask, what to watch for, how long it takes."""

from deckbuilder.compose import words
from deckbuilder.compose.markup import Markup
from deckbuilder.content.slides import Slide, VoicesSlide, WorkshopSlide
from deckbuilder.ir.text import ListKind, Paragraph, Run, labelled, plain
from deckbuilder.source import Text


def compose_notes(slide: Slide, markup: Markup) -> tuple[Paragraph, ...]:
    """Make the speaker notes of a slide; never none."""
    notes = [Paragraph(labelled(words.CAUTION + ":", markup.runs(text)), origin=text.origin) for text in slide.caution]
    if isinstance(slide, VoicesSlide) and any(voice.strong_language for voice in slide.voices):
        notes.append(plain(words.STRONG_QUOTATION))
    for note in slide.notes:
        if note.strong_language:
            notes.append(plain(words.STRONG_LANGUAGE + ":", strong=True))
        notes += markup.paragraphs(note.text)
    if isinstance(slide, WorkshopSlide):
        notes += _activity(slide, markup)
    notes += _listed(words.ASK, slide.ask, markup)
    notes += _listed(words.WATCH_FOR, slide.watch_for, markup)
    if not notes:
        notes.append(plain(words.NO_NOTES))
    if slide.length:
        notes.append(Paragraph(labelled("Time:", (Run(words.minutes(slide.length)),))))
    return tuple(notes)


def _activity(slide: WorkshopSlide, markup: Markup) -> list[Paragraph]:
    activity = slide.activity
    notes = []
    for label, text in (("Purpose:", activity.purpose), ("Set-up:", activity.set_up)):
        if text:
            notes.append(Paragraph(labelled(label, markup.runs(text)), origin=text.origin))
    notes += _listed("Steps", activity.steps, markup, ListKind.NUMBER)
    notes += _listed("Debrief", activity.debrief, markup)
    return notes


def _listed(label: str, texts: tuple[Text, ...], markup: Markup, kind: ListKind = ListKind.BULLET) -> list[Paragraph]:
    if not texts:
        return []
    items = [
        Paragraph(markup.runs(text), 0, kind, 1 if kind is ListKind.NUMBER and index == 0 else None, text.origin)
        for index, text in enumerate(texts)
    ]
    return [plain(label + ":", strong=True), *items]

"""A part for every slide: number and title, picture, what it says, say, ask, watch for, minutes."""

from collections.abc import Sequence

from msgspec import Struct

from deckbuilder.compose import words
from deckbuilder.compose.blocks import body, compare_grid, heading, labelled_group, passages
from deckbuilder.compose.guide.agenda import Schedule
from deckbuilder.compose.guide.links import outcome_links
from deckbuilder.compose.markup import Markup
from deckbuilder.compose.sessions import Delivery, Entry, Moment
from deckbuilder.content import Pack
from deckbuilder.content.slides import CompareSlide, Slide, VoicesSlide, WorkshopSlide
from deckbuilder.ir.document import Block, Grid, Heading, Listing, Single, SlidePicture, Text, Together
from deckbuilder.ir.presentation import Chart, Fill, Picture, PlacedDeck, PlacedSlide, Table
from deckbuilder.ir.text import ListKind, Paragraph, Run, labelled, plain

_ON_THE_SLIDE = Text("Label", (Run("On the slide"),), keep_next=True)

_QUIET = {"agenda", "number", "chips", "agency"}
"""Roles whose text the guide says elsewhere."""


def slide_parts(pack: Pack, delivery: Delivery, placed: PlacedDeck, times: Schedule, markup: Markup) -> list[Block]:
    """Make the parts of all slides, under a heading for each section that says more than they do."""
    blocks: list[Block] = [heading(1, "Slide by slide", "slides", new_page=True)]
    repeating = _repeating(pack, delivery, markup)
    previous = ""
    for entry, start in zip(delivery.entries, times.starts, strict=True):
        if entry.slide is None:
            pause = labelled(f"{markup.plain(entry.title)}:", (Run(words.minutes(entry.pause)),))
            blocks.append(Text("Body Text", pause))
            continue
        part = _part_of_day(entry, pack, markup)
        if part != previous and part not in repeating:
            blocks.append(heading(2, part))
        previous = part
        told = _Told(pack, times.clock(start) if times.has_clock else "", 2 if part in repeating else 3, markup)
        blocks += [_part(entry.slide, part, told) for part in placed.parts_of(str(entry.slide.id))]
    return blocks


def _repeating(pack: Pack, delivery: Delivery, markup: Markup) -> set[str]:
    """Give the parts whose names say again what the document or their only slide is called."""
    slides: dict[str, set[str]] = {}
    for entry in delivery.entries:
        if entry.slide is not None:
            slides.setdefault(_part_of_day(entry, pack, markup), set()).add(markup.plain(entry.slide.title))
    return {name for name, titles in slides.items() if name == markup.plain(pack.about.title) or titles == {name}}


def _part_of_day(entry: Entry, pack: Pack, markup: Markup) -> str:
    """Name what a slide belongs to: its section, or the welcome or close of a meeting."""
    match entry.moment:
        case Moment.OPENING:
            return words.WELCOME
        case Moment.CLOSING:
            return words.CLOSE
        case _:
            return markup.plain(pack.sections[entry.section].section)


class _Told(Struct, frozen=True):
    """What is said of a slide beside what the slide says itself."""

    pack: Pack
    start: str
    """What the clock shows when it begins; empty where that is not known."""
    level: int
    """The level of its heading: under that of its section, or in the place of it."""
    markup: Markup


def _part(slide: Slide, part: PlacedSlide, told: _Told) -> Together:
    markup = told.markup
    name = f"Slide {part.number}: {part.title_text}"
    blocks: list[Single] = [
        Heading(told.level, (Run(name),), part.slide.id if part.part == 1 else ""),
        SlidePicture(part.number, f"{name}, as it is shown. Its words stand below."),
    ]
    if part.part > 1:
        return Together((*blocks, body(words.CONTINUED, "Small"), *_on_the_slide(slide, part, markup)))
    meta = _meta(slide, told)
    if meta:
        blocks.append(Text("Meta", meta, keep_next=True))
    blocks += labelled_group(words.CAUTION, slide.caution, "Caution", markup)
    if isinstance(slide, VoicesSlide) and any(voice.strong_language for voice in slide.voices):
        blocks.append(body(words.STRONG_QUOTATION, "Caution"))
    blocks += _on_the_slide(slide, part, markup)
    said: list[Single] = []
    for note in slide.notes:
        if note.strong_language:
            said.append(Text("Caution", (Run(words.STRONG_LANGUAGE + ".", strong=True),), keep_next=True))
        said += passages(markup.paragraphs(note.text), "Say")
    if said:
        blocks += [Text("Say", (Run(words.SAY, strong=True),), keep_next=True), *said]
    blocks += labelled_group(words.ASK, slide.ask, "Ask", markup)
    blocks += labelled_group(words.WATCH_FOR, slide.watch_for, "Watch For", markup)
    if told.pack.about.show_additions:
        blocks += _additions(slide)
    return Together(tuple(blocks))


def _meta(slide: Slide, told: _Told) -> tuple[Run, ...]:
    """Say how long a slide takes, when it begins, for whom it is, and to which outcomes it leads, each a link."""
    parts = [words.minutes(slide.length) if slide.length else "", f"at {told.start}" if told.start else ""]
    if slide.audience:
        parts.append(f"for: {slide.audience}")
    if slide.origin and slide.origin != ("addition",):
        many = "slides" if len(slide.origin) > 1 else "slide"
        parts.append(f"source: {many} {_listed_up(slide.origin)}")
    said = " · ".join(part for part in parts if part)
    runs = [Run(said)] if said else []
    reached = [number for number, outcome in enumerate(told.pack.about.outcomes, 1) if slide.id in outcome.slides]
    if reached:
        runs += [Run(" · ")] if runs else []
        runs += outcome_links(reached)
    return tuple(runs)


def _listed_up(names: Sequence[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


_ADDED = {
    "notes": "what to say",
    "ask": "the questions to ask",
    "watch_for": "what to watch for",
    "caution": "the caution",
    "minutes": "the minutes",
    "points": "the points",
}


def _additions(slide: Slide) -> list[Single]:
    if slide.origin == ("addition",):
        return [body(words.ADDITION + ": the whole slide.", "Small")]
    named = [_ADDED.get(key, key.replace("_", " ")) for key in slide.additions if not key.startswith("activity.")]
    return [body(f"{words.ADDITION}: {', '.join(named)}.", "Small")] if named else []


def _on_the_slide(slide: Slide, part: PlacedSlide, markup: Markup) -> list[Single]:
    if isinstance(slide, CompareSlide):
        # Side by side, also where the deck shows one column after the other.
        shown = [compare_grid(slide, markup)] if part.part == 1 else []
        return [_ON_THE_SLIDE, *shown] if shown else []
    blocks: list[Single] = []
    for fill in part.fills:
        if fill.role not in _QUIET:
            blocks += _filled(fill)
    if part.figure:
        blocks += _figure(part.figure.content)
    if isinstance(slide, WorkshopSlide):
        link = Run("in full below", link=f"#activity-{slide.id}")
        blocks.append(Text("Body Text", (Run("The activity is described "), link, Run("."))))
    if not blocks:
        return []
    return [_ON_THE_SLIDE, *blocks]


def _filled(fill: Fill) -> list[Single]:
    match fill.role:
        case "voices":
            return [
                Text(_voice_style(paragraph), paragraph.runs, keep_next=index + 1 < len(fill.paragraphs))
                for index, paragraph in enumerate(fill.paragraphs)
            ]
        case "contacts":
            first, *rest = fill.paragraphs
            runs = list(labelled(first.text + ":", ())) if rest else [Run(first.text)]
            for index, paragraph in enumerate(rest):
                runs += [Run(" · ")] if index else []
                runs += paragraph.runs
            return [Text("Body Text", tuple(runs))]
        case _:
            return passages(fill.paragraphs, "List" if _listed(fill) else "Body Text")


def _listed(fill: Fill) -> bool:
    return any(paragraph.list is not ListKind.NONE for paragraph in fill.paragraphs)


def _voice_style(paragraph: Paragraph) -> str:
    if paragraph.level == 0:
        return "Quote"
    return "Body Text" if paragraph.level == words.CONTEXT_LEVEL else "Speaker"


def _figure(content: Picture | Table | Chart) -> list[Single]:
    if isinstance(content, Table):
        return [
            Grid(
                tuple("".join(run.text for run in cell) for cell in content.header),
                tuple(tuple((Paragraph(cell),) for cell in row) for row in content.rows),
                content.widths or tuple(1 / len(content.header) for _ in content.header),
                content.description,
                content.right_aligned,
            )
        ]
    if isinstance(content, Chart):
        rows = tuple(
            tuple((plain(text),) for text in (name, *(f"{values[index]:.15g}" for _, values in content.series)))
            for index, name in enumerate(content.categories)
        )
        header = ("Category", *(name for name, _ in content.series))
        right = (False, *(True for _ in content.series))
        return [
            body(content.description),
            Grid(header, rows, tuple(1 / len(header) for _ in header), "The figures of the chart", right),
        ]
    return (
        [Listing((Paragraph((Run(f"Picture: {content.description}"),), 0, ListKind.BULLET),))]
        if content.description
        else []
    )

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
    """Make the parts of all slides, under a heading for each section."""
    blocks: list[Block] = [heading(1, "Slide by slide", "slides", new_page=True)]
    previous = ""
    for entry, start in zip(delivery.entries, times.starts, strict=True):
        if entry.slide is None:
            pause = labelled(f"{markup.plain(entry.title)}:", (Run(words.minutes(entry.pause)),))
            blocks.append(Text("Body Text", pause))
            continue
        part = _part_of_day(entry, pack, markup)
        if part != previous:
            blocks.append(heading(2, part))
            previous = part
        told = _Told(pack, times.clock(start), markup)
        blocks += [_part(entry.slide, part, told) for part in placed.parts_of(str(entry.slide.id))]
    return blocks


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
    """What the clock shows when it begins."""
    markup: Markup


def _part(slide: Slide, part: PlacedSlide, told: _Told) -> Together:
    markup = told.markup
    name = f"Slide {part.number}: {part.title_text}"
    blocks: list[Single] = [
        Heading(3, (Run(name),), part.slide.id if part.part == 1 else ""),
        SlidePicture(part.number, f"{name}, as it is shown. Its words stand below."),
    ]
    if part.part > 1:
        return Together((*blocks, body(words.CONTINUED, "Small"), *_on_the_slide(slide, part, markup)))
    blocks.append(Text("Meta", (Run(_meta(slide, told.start)), *_outcomes(slide, told.pack)), keep_next=True))
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


def _outcomes(slide: Slide, pack: Pack) -> list[Run]:
    """Say to which outcomes a slide leads, each a link to where they stand; nothing when to none."""
    numbers = [number for number, outcome in enumerate(pack.about.outcomes, 1) if slide.id in outcome.slides]
    return [Run(" · "), *outcome_links(numbers)] if numbers else []


def _meta(slide: Slide, start: str) -> str:
    parts = [words.minutes(slide.length) if slide.length else "", f"at {start}"]
    if slide.audience:
        parts.append(f"for: {slide.audience}")
    if slide.origin and slide.origin != ("addition",):
        many = "slides" if len(slide.origin) > 1 else "slide"
        parts.append(f"source: {many} {_listed_up(slide.origin)}")
    return " · ".join(part for part in parts if part)


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

"""What a page holds: the guide's parts, the slides in the guide's place for them, and the worksheet."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.ir.document import Answer, Block, Contents, Document, Grid, Heading, Text, Ticks, Together
from deckbuilder.ir.presentation import PlacedDeck, Slide
from deckbuilder.web.blocks import Setting, blocks_html, heading_id, targets_of
from deckbuilder.web.inline import Targets, runs_html, text_of
from deckbuilder.web.slides import slide_body, slide_heading, slide_notes, slide_section

_SLIDES, _ACTIVITIES = "part--slides", "part--activities"
"""The anchors of the guide's parts in whose place, and after which, the page has parts of its own."""
_FOR_ALL = frozenset({"part--resources", "part--glossary"})
"""The anchors of the guide's parts that participants are given too."""
_WORKSHEET = "worksheet--"


class Entry(Struct, frozen=True):
    """A line of the page's contents."""

    id: str
    title: Markup


class Part(Struct, frozen=True):
    """A part of the page, under a heading of level 2."""

    id: str
    title: Markup
    body: Markup
    entries: tuple[Entry, ...] = ()
    """What its contents line leads to within it."""
    new_page: bool = False
    """Whether it begins a page when printed."""


class Session(Struct, frozen=True):
    """A session as its documents say it."""

    deck: PlacedDeck
    guide: Document
    worksheet: Document


class _Group(Struct, frozen=True):
    """A heading of level 1 and what stands under it."""

    heading: Heading
    blocks: tuple[Block, ...]


def whole_parts(session: Session, *, leftwards: bool) -> list[Part]:
    """Give all parts: those of the guide in their order, with the slides and the worksheet among them.

    Of the worksheet, only what asks for something is taken: what it tells, the guide tells here already.
    """
    groups = _groups(session.guide.blocks)
    targets = _targets(session, groups)
    setting = Setting(targets=targets, leftwards=leftwards)
    asking = [group for group in _groups(session.worksheet.blocks) if _asks(group.blocks)]
    parts: list[Part] = []
    for group in groups:
        if group.heading.anchor != _SLIDES:
            parts.append(_part(group, setting))
            continue
        parts.append(_slides(session.deck, setting, notes=True))
    place = max((i for i, part in enumerate(parts) if part.id in {_SLIDES, _ACTIVITIES}), default=len(parts) - 1)
    worksheet = _worksheet(session.worksheet, asking, leftwards=leftwards)
    return [*parts[: place + 1], worksheet, *parts[place + 1 :]]


def participants_parts(session: Session, *, leftwards: bool) -> list[Part]:
    """Give what participants are given: the slides without their notes, the worksheet, resources and glossary."""
    groups = [group for group in _groups(session.guide.blocks) if group.heading.anchor in _FOR_ALL]
    setting = Setting(targets=_targets(session, groups), leftwards=leftwards)
    shown = {text_of(slide.title) for slide in session.deck.deck.slides}
    # What the worksheet repeats of a slide stands on this page already.
    kept = [
        group
        for group in _groups(session.worksheet.blocks)
        if _asks(group.blocks) or text_of(group.heading.runs) not in shown
    ]
    return [
        _slides(session.deck, setting, notes=False),
        _worksheet(session.worksheet, kept, leftwards=leftwards),
        *(_part(group, setting) for group in groups),
    ]


def control_part(guide: Document) -> Part | None:
    """Give the guide's document control; None where it has none."""
    control = next((block for block in _before_headings(guide.blocks) if isinstance(block, Grid)), None)
    if control is None:
        return None
    return Part("part--control", Markup("Document control"), blocks_html((control,), Setting()))


def remarks(guide: Document, setting: Setting) -> Markup:
    """Give what the guide's first page remarks on this edition."""
    return blocks_html(
        [each for each in _before_headings(guide.blocks) if isinstance(each, Text) and each.style == "Small"], setting
    )


def titles(document: Document) -> tuple[Text, list[Text]]:
    """Give the title of a document, and the lines below it."""
    texts = [each for each in _before_headings(document.blocks) if isinstance(each, Text)]
    title = next((each for each in texts if each.style == "Title"), Text("Title", ()))
    return title, [each for each in texts if each.style == "Subtitle"]


def _before_headings(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Together) and isinstance(block.blocks[0], Heading)):
            return
        yield block


def _groups(blocks: Iterable[Block]) -> list[_Group]:
    """Cut a document at its headings of level 1; each has an anchor afterwards."""
    groups: list[tuple[Heading, list[Block]]] = []
    for block in blocks:
        first = block.blocks[0] if isinstance(block, Together) and block.blocks else block
        if isinstance(first, Heading) and first.level == 1:
            heading = first if first.anchor else replace(first, anchor=f"part--{len(groups) + 1}")
            rest: list[Block] = [Together(block.blocks[1:])] if isinstance(block, Together) else []
            groups.append((heading, rest))
        elif groups and not isinstance(block, Contents):
            groups[-1][1].append(block)
    return [_Group(heading, tuple(rest)) for heading, rest in groups]


def _asks(blocks: Iterable[Block]) -> bool:
    """Say whether something is to be filled in."""
    for block in blocks:
        if isinstance(block, Together):
            if _asks(block.blocks):
                return True
        elif isinstance(block, Answer | Ticks) or (isinstance(block, Grid) and block.is_form):
            return True
    return False


def _targets(session: Session, groups: Iterable[_Group]) -> Targets:
    guide = targets_of(each for group in groups for each in (group.heading, *group.blocks))
    return guide | {slide.id: slide.id for slide in session.deck.deck.slides}


def _part(group: _Group, setting: Setting) -> Part:
    within = [block for block in group.blocks if isinstance(block, Heading) and block.anchor and block.level == 2]
    return Part(
        heading_id(group.heading.anchor),
        runs_html(group.heading.runs),
        blocks_html(group.blocks, setting),
        tuple(Entry(heading_id(each.anchor), runs_html(each.runs)) for each in within),
        group.heading.new_page and group.heading.anchor == _ACTIVITIES,
    )


def _worksheet(document: Document, groups: Iterable[_Group], *, leftwards: bool) -> Part:
    chosen = list(groups)
    blocks = [each for group in chosen for each in (group.heading, *group.blocks)]
    setting = Setting(targets_of(blocks, _WORKSHEET), level=3, prefix=_WORKSHEET, leftwards=leftwards)
    first = [each for each in _before_headings(document.blocks) if isinstance(each, Grid)]
    return Part(
        "part--worksheet",
        Markup("Worksheet"),
        blocks_html([*first, *blocks], setting),
        tuple(Entry(heading_id(each.heading.anchor, _WORKSHEET), runs_html(each.heading.runs)) for each in chosen),
        new_page=True,
    )


def _slides(placed: PlacedDeck, setting: Setting, *, notes: bool) -> Part:
    """Give the slides, under a heading for each section where there are several."""
    deck = placed.deck
    if len(deck.sections) < 2:
        own = replace(setting, level=3)
        body = [slide_section(each, own, _label(placed, each), notes=notes) for each in deck.slides]
        return Part(_SLIDES, Markup("Slides"), Markup("").join(body), new_page=True)
    written: list[Markup] = []
    entries: list[Entry] = []
    for number, name in enumerate(deck.sections):
        first, *rest = (slide for slide in deck.slides if slide.section == number)
        if first.layout == "section" and text_of(first.title) == name:
            # The slide that opens a section is its heading.
            own = replace(setting, level=3)
            written += [slide_heading(first, own, _label(placed, first)), slide_body(first, own)]
            written += [slide_notes(first, own)] if notes else []
            entries.append(Entry(first.id, Markup.escape(name)))
        else:
            rest = [first, *rest]
            entries.append(Entry(f"part--section-{number + 1}", Markup.escape(name)))
            written.append(Markup('<h3 id="{}">{}</h3>').format(entries[-1].id, name))
        own = replace(setting, level=4)
        written += [slide_section(each, own, _label(placed, each), notes=notes) for each in rest]
    return Part(_SLIDES, Markup("Slides"), Markup("").join(written), tuple(entries), new_page=True)


def _label(placed: PlacedDeck, slide: Slide) -> str:
    """Say which slides of the deck show a slide."""
    numbers = [each.number for each in placed.parts_of(slide.id)]
    if len(numbers) < 2:
        return f"Slide {numbers[0]}" if numbers else ""
    between = "and" if len(numbers) == 2 else "to"
    return f"Slides {numbers[0]} {between} {numbers[-1]}"

"""From a slide of the pack to a slide of the deck: which areas, in which family of layouts."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.compose import words
from deckbuilder.compose.markup import Markup
from deckbuilder.content import slides as content
from deckbuilder.content.fields import Point
from deckbuilder.ir.presentation import Area, Chart, Figure, Item, Picture, Slide, Table
from deckbuilder.ir.text import ListKind, Paragraph, Run, plain
from deckbuilder.source.fields import Contact
from deckbuilder.source.pictures import PictureFile
from deckbuilder.theme import Theme


class Setting(Struct, frozen=True):
    """What a slide needs to know of the deck around it."""

    markup: Markup
    theme: Theme
    pictures: dict[str, PictureFile]
    support: tuple[Contact, ...]
    """The pack's own."""
    section_names: tuple[str, ...]
    """Those of the sections that a section slide opens, in order."""
    section_number: int
    """Where the slide's section stands among them, from 1."""
    date_text: str
    subtitle: str
    """What the title slide says below its own subtitle, such as the meeting's name."""


def compose_slide(slide: content.Slide, setting: Setting, section: int, notes: tuple[Paragraph, ...]) -> Slide:
    """Make a slide of the deck."""
    areas, figure = _BODIES[slide.kind](slide, setting)
    return Slide(
        id=str(slide.id),
        layout=slide.kind,
        title=tuple(replace(run, text=_COUNT.sub(_glued, run.text)) for run in setting.markup.runs(slide.title)),
        areas=tuple(area for area in areas if area.items),
        figure=figure,
        notes=notes,
        section=section,
        origin=slide.title.origin,
    )


_COUNT = re.compile(r"\(\d+ of \d+\)")


def _glued(count: re.Match[str]) -> str:
    """Keep “(1 of 2)” at the end of a title on one line."""
    return count.group().replace(" ", "\N{NO-BREAK SPACE}")


Body = tuple[list[Area], Figure | None]


def point_items(points: tuple[Point, ...], markup: Markup, *, numbered: bool = False) -> tuple[Item, ...]:
    """Make an item of each point, with its own points one level down."""
    kind = ListKind.NUMBER if numbered else ListKind.BULLET
    items: list[Item] = []
    for point in points:
        own = tuple(_paragraphs(point, markup, 0, kind))
        if numbered and not items:
            own = (replace(own[0], start=1), *own[1:])
        items.append(own)
    return tuple(items)


def _paragraphs(point: Point, markup: Markup, level: int, kind: ListKind) -> list[Paragraph]:
    found = [markup.paragraph(point.text, level, kind)]
    inner = ListKind.NUMBER if point.numbered else ListKind.BULLET
    for index, child in enumerate(point.points):
        below = _paragraphs(child, markup, level + 1, inner)
        if point.numbered and index == 0:
            below[0] = replace(below[0], start=1)
        found += below
    return found


def _title(slide: content.TitleSlide, setting: Setting) -> Body:
    subtitle = [setting.markup.paragraph(slide.subtitle)] if slide.subtitle else []
    if setting.subtitle:
        subtitle.append(plain(setting.subtitle))
    agency = setting.theme.agency.name
    about = [plain(agency, origin=agency.origin)]
    if setting.date_text:
        about.append(plain(setting.date_text, level=1))
    return [Area("subtitle", _one(subtitle)), Area("agency", _one(about), needed=False)], None


def _section(slide: content.SectionSlide, setting: Setting) -> Body:
    subtitle = [setting.markup.paragraph(slide.subtitle)] if slide.subtitle else []
    number = [plain(str(setting.section_number))]
    row = [
        plain(name, level=1 if position == setting.section_number else 0)
        for position, name in enumerate(setting.section_names, 1)
    ]
    return [
        Area("number", _one(number), needed=False),
        Area("subtitle", _one(subtitle), needed=False),
        Area("agenda", _one(row), needed=False),
    ], None


def _points(slide: content.PointsSlide, setting: Setting) -> Body:
    items = point_items(slide.points, setting.markup, numbered=slide.numbered)
    return [Area("points", items, splits=True)], None


def voice_item(voice: content.Voice, markup: Markup) -> Item:
    """Make the card of a quotation: a word of introduction, the words, the speaker."""
    runs = markup.runs(voice.quote)
    quote = Paragraph((Run("“"), *runs, Run("”")), origin=voice.quote.origin)
    speaker = markup.plain(voice.attribution) if voice.attribution else words.SPEAKERS[voice.speaker]
    card = [quote, plain(speaker, level=words.SPEAKER_LEVELS[voice.speaker])]
    if voice.context:
        card.insert(0, markup.paragraph(voice.context, words.CONTEXT_LEVEL))
    return tuple(card)


def _voices(slide: content.VoicesSlide, setting: Setting) -> Body:
    cards = tuple(voice_item(voice, setting.markup) for voice in slide.voices)
    points = point_items(slide.points, setting.markup)
    return [Area("points", points, splits=True), Area("voices", cards, splits=True)], None


MARK_LEVELS = {"none": 0, "do": 1, "dont": 2}
"""The level of a column's heading: the layout gives each its tick, cross or neither."""


def _compare(slide: content.CompareSlide, setting: Setting) -> Body:
    headings = tuple((setting.markup.paragraph(column.heading, MARK_LEVELS[column.mark]),) for column in slide.columns)
    columns = tuple(
        tuple(paragraph for item in point_items(column.points, setting.markup) for paragraph in item)
        for column in slide.columns
    )
    return [Area("headings", headings, splits=True), Area("columns", columns, splits=True)], None


def _table(slide: content.TableSlide, setting: Setting) -> Body:
    runs = setting.markup.runs
    table = Table(
        header=tuple(runs(column.heading) for column in slide.columns),
        rows=tuple(tuple(runs(cell) for cell in row) for row in slide.rows),
        right_aligned=tuple(column.align == "right" for column in slide.columns),
        description=setting.markup.plain(slide.description),
    )
    return [], Figure("table", table)


def _picture(slide: content.PictureSlide, setting: Setting) -> Body:
    file = setting.pictures[slide.picture]
    picture = Picture(
        name=str(slide.picture),
        data=file.data,
        format=file.format,
        width=file.width,
        height=file.height,
        description=setting.markup.plain(slide.description) if slide.description else "",
    )
    caption = [setting.markup.paragraph(slide.caption)] if slide.caption else []
    return [Area("caption", _one(caption), needed=False)], Figure("picture", picture)


def _chart(slide: content.ChartSlide, setting: Setting) -> Body:
    plain_text = setting.markup.plain
    chart = Chart(
        kind=slide.chart,
        categories=tuple(plain_text(name) for name in slide.categories),
        series=tuple((plain_text(series.name), series.values) for series in slide.series),
        unit=plain_text(slide.unit) if slide.unit else "",
        description=plain_text(slide.description),
    )
    caption = [plain(words.counted(chart.unit))] if chart.unit else []
    if slide.caption:
        caption.append(setting.markup.paragraph(slide.caption))
    return [Area("caption", _one(caption), needed=False)], Figure("chart", chart)


def _workshop(slide: content.WorkshopSlide, setting: Setting) -> Body:
    activity = slide.activity
    chips: list[Item] = []
    if activity.group_size:
        # In a link's own colour it could not be read on the chip; the guide has the link.
        size = setting.markup.paragraph(activity.group_size)
        chips.append((replace(size, runs=tuple(replace(run, link=None) for run in size.runs)),))
    length = activity.minutes if activity.minutes is not None else slide.minutes
    if length:
        chips.append((plain(words.minutes(length)),))
    questions = []
    for number, question in enumerate(activity.questions, 1):
        paragraph = setting.markup.paragraph(question.text, 0, ListKind.NUMBER)
        questions.append((replace(paragraph, start=number) if number == 1 else paragraph,))
    return [Area("chips", tuple(chips), needed=False), Area("questions", tuple(questions), splits=True)], None


def contact_item(contact: Contact, markup: Markup) -> Item:
    """Make the card of somebody to turn to: name, telephone, then what they help with and when."""
    card = [markup.paragraph(contact.name)]
    if contact.phone:
        number = markup.plain(contact.phone)
        digits = re.sub(r"[\s().-]", "", number.replace("(0)", ""))
        # Only what is one number leads to a telephone; “ask at the desk” does not.
        target = f"tel:{digits}" if re.fullmatch(r"\+?\d{3,15}", digits) else None
        card.append(Paragraph((Run(number, link=target),), level=1, origin=contact.phone.origin))
    card += [markup.paragraph(text, 2) for text in (contact.hours, contact.text) if text]
    if contact.link:
        card.append(Paragraph((address_run(contact.link, markup),), level=2, origin=contact.link.origin))
    return tuple(card)


def address_run(link: Any, markup: Markup) -> Run:
    """Show a web or e-mail address as a link that says where it goes."""
    address = markup.plain(link)
    if "://" in address:
        return Run(address.split("://", 1)[1].rstrip("/"), link=address)
    for scheme in ("mailto:", "tel:"):
        if address.lower().startswith(scheme):
            return Run(address[len(scheme) :], link=address)
    return Run(address, link=("mailto:" if "@" in address else "https://") + address)


def _support(slide: content.SupportSlide, setting: Setting) -> Body:
    agency = setting.theme.agency
    referral = agency.referral.contacts if agency.referral else ()
    own = (*slide.contacts, *agency.contacts)
    known = {(contact.name, contact.phone) for contact in own}
    # Many agencies name the same door twice. What a referral is for stands in the guide and the worksheet.
    doors = [each.model_copy(update={"text": None}) for each in referral if (each.name, each.phone) not in known]
    contacts = (*own, *doors, *agency.support, *setting.support)
    return [Area("contacts", tuple(contact_item(contact, setting.markup) for contact in contacts), splits=True)], None


def _one(paragraphs: list[Paragraph]) -> tuple[Item, ...]:
    return (tuple(paragraphs),) if paragraphs else ()


_BODIES: dict[str, Callable[[Any, Setting], Body]] = {
    "title": _title,
    "section": _section,
    "points": _points,
    "voices": _voices,
    "compare": _compare,
    "table": _table,
    "picture": _picture,
    "chart": _chart,
    "workshop": _workshop,
    "support": _support,
}

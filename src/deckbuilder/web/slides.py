"""Slides as sections of a page: the whole of a slide, however many parts it has in the deck."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from deckbuilder.ir.presentation import Area, Item, Slide
from deckbuilder.ir.text import Paragraph
from deckbuilder.web.blocks import Setting
from deckbuilder.web.figures import figure_html
from deckbuilder.web.inline import runs_html, text_of, way_of
from deckbuilder.web.paragraphs import paragraphs_html

NOTES = "Speaker notes"
"""What the notes are called on a page."""
_SPOKEN = 0
"""The level of the words in a quotation's card; what stands before them introduces, what follows says who spoke."""
_MARKS = {1: ("do", "Do: "), 2: ("dont", "Do not: ")}
"""How a column of a comparison is marked, by the level of its heading: its class, and what is said for the sign."""
_ELSEWHERE = frozenset({"agenda", "number", "agency"})
"""Roles whose text the page has elsewhere: the sections in its contents, the agency at its head."""


def slide_section(slide: Slide, setting: Setting, label: str = "", *, notes: bool = True) -> Markup:
    """Give a slide as a section under a heading of the setting's level, with its notes to be opened.

    `label` says which slide of the deck it is, such as “Slide 3”; empty for nothing.
    """
    return Markup('<section class="slide is-{}">{}{}{}</section>').format(
        slide.layout,
        slide_heading(slide, setting, label),
        slide_body(slide, setting),
        slide_notes(slide, setting) if notes else "",
    )


def slide_heading(slide: Slide, setting: Setting, label: str = "") -> Markup:
    """Give the heading that a slide stands under; its id is the slide's."""
    before = Markup('<p class="label">{}</p>').format(label) if label else ""
    way = way_of(text_of(slide.title), leftwards=setting.leftwards)
    return before + Markup('<h{0} id="{1}"{2}>{3}</h{0}>').format(
        setting.level, slide.id, way, runs_html(slide.title, setting.targets)
    )


def slide_body(slide: Slide, setting: Setting) -> Markup:
    """Give what stands on a slide below its title."""
    areas = {area.role: area for area in slide.areas if area.role not in _ELSEWHERE}
    figure = Markup("")
    if slide.figure:
        captions = areas.pop("caption", None)
        caption = _items(captions.items, setting) if captions else Markup("")
        figure = figure_html(slide.figure.content, caption, setting.targets)
    if "headings" in areas and "columns" in areas:
        headings, columns = areas.pop("headings"), areas.pop("columns")
        figure += _comparison(headings, columns, setting)
    return figure + Markup("").join(_area(area, setting) for area in areas.values())


def slide_notes(slide: Slide, setting: Setting, summary: str = NOTES) -> Markup:
    """Give the speaker notes of a slide, closed until somebody opens them; nothing where there are none."""
    if not slide.notes:
        return Markup("")
    # The title is there for those who go from one summary to the next and do not see what stands above.
    return Markup(
        '<details class="notes"><summary>{}<span class="unseen">: {}</span></summary><div>{}</div></details>'
    ).format(summary, text_of(slide.title), notes_html(slide.notes, setting))


def notes_html(notes: Sequence[Paragraph], setting: Setting) -> Markup:
    """Give speaker notes as paragraphs and lists."""
    return paragraphs_html(notes, setting.targets, leftwards=setting.leftwards)


def _area(area: Area, setting: Setting) -> Markup:
    special = _ROLES.get(area.role)
    return special(area.items, setting) if special else _items(area.items, setting)


def _items(items: Sequence[Item], setting: Setting) -> Markup:
    return paragraphs_html(
        [paragraph for item in items for paragraph in item], setting.targets, leftwards=setting.leftwards
    )


def _voices(items: Sequence[Item], setting: Setting) -> Markup:
    return Markup('<div class="voices">{}</div>').format(Markup("").join(_voice(item, setting) for item in items))


def _voice(item: Item, setting: Setting) -> Markup:
    """Give a quotation as a figure: what introduces it, the words, who spoke."""
    spoken = next((index for index, each in enumerate(item) if each.level == _SPOKEN), len(item))
    before, words, after = item[:spoken], item[spoken : spoken + 1], item[spoken + 1 :]
    way = way_of(words[0].text if words else "", leftwards=setting.leftwards)
    speaker = Markup("<br>").join(runs_html(each.runs, setting.targets) for each in after)
    return Markup('<figure class="voice">{}<blockquote{}>{}</blockquote>{}</figure>').format(
        paragraphs_html(before, setting.targets, leftwards=setting.leftwards),
        way,
        # The figure's own attribute says which way the words run.
        Markup("").join(Markup("<p>{}</p>").format(runs_html(each.runs, setting.targets)) for each in words),
        Markup("<figcaption>{}</figcaption>").format(speaker) if after else "",
    )


def _contacts(items: Sequence[Item], setting: Setting) -> Markup:
    """Give contacts as a list: who, then how to reach them and what for."""
    cards = []
    for first, *rest in items:
        name = Markup("<strong>{}</strong>").format(runs_html(first.runs, setting.targets))
        lines = [
            Markup('<span class="{}">{}</span>').format(
                "phone" if each.level == 1 else "detail", runs_html(each.runs, setting.targets)
            )
            for each in rest
        ]
        cards.append(Markup("<li>{}</li>").format(Markup("").join([name, *lines])))
    return Markup('<ul class="contacts">{}</ul>').format(Markup("").join(cards))


def _chips(items: Sequence[Item], setting: Setting) -> Markup:
    listed = Markup(" · ").join(runs_html(each.runs, setting.targets) for item in items for each in item)
    return Markup('<p class="meta">{}</p>').format(listed)


def _comparison(headings: Area, columns: Area, setting: Setting) -> Markup:
    """Give the columns of a comparison, each under its heading."""
    level = min(setting.level + 1, 6)
    sides = []
    for heading, points in zip(headings.items, columns.items, strict=True):
        kind, said = _MARKS.get(heading[0].level, ("", ""))
        runs = heading[0].runs
        # A heading that says “Do” itself needs no word for its sign.
        spoken = "" if not said or text_of(runs).lower().startswith(said.rstrip(": ").lower()) else said
        sides.append(
            Markup('<div class="side {0}"><h{1}>{2}{3}</h{1}>{4}</div>').format(
                kind,
                level,
                Markup('<span class="unseen">{}</span>').format(spoken) if spoken else "",
                runs_html(runs, setting.targets),
                paragraphs_html(points, setting.targets, leftwards=setting.leftwards),
            )
        )
    return Markup('<div class="sides">{}</div>').format(Markup("").join(sides))


_ROLES: dict[str, Callable[[Sequence[Item], Setting], Markup]] = {
    "voices": _voices,
    "contacts": _contacts,
    "chips": _chips,
}

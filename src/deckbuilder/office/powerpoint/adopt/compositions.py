"""The layouts that we add to a template: the shared designs in its frame, and a plain title and section."""

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from deckbuilder.ir.template import Box, Bullet, Decoration, Layout, Placeholder, TextLevel
from deckbuilder.office.powerpoint.adopt.frame import Measures
from deckbuilder.office.powerpoint.adopt.holders import FOOT
from deckbuilder.office.powerpoint.adopt.palette import Palette
from deckbuilder.office.powerpoint.design.character import Cards, Character, Columns, Surface, Workshop
from deckbuilder.office.powerpoint.design.frame import Frame, box
from deckbuilder.office.powerpoint.design.holders import text_holder
from deckbuilder.office.powerpoint.design.layouts import shared_layouts
from deckbuilder.office.powerpoint.design.master import foot, title
from deckbuilder.theme.colour import LARGE_CONTRAST, TEXT_CONTRAST, contrast
from deckbuilder.units import Emu, Pt, emu

_NARROW = 7.0
"""Content less wide than this, in inches, has no room for points beside quotations."""
_SHORT = 4.4
"""Content less high than this, in inches, has no room for two rows of contacts that say much."""
_INSET = (emu(0.2), emu(0.12), emu(0.2), emu(0.12))
_LOW_INSET = (emu(0.2), emu(0.05), emu(0.2), emu(0.05))


def _nothing(_: Frame) -> tuple[Decoration, ...]:
    return ()


def neutral(bold: bool) -> Character:  # noqa: FBT001
    """Give the character of layouts that are added: no decoration of ours, cards and chips in the template's colours."""
    return Character(
        title=lambda frame, _: plain_title(frame),
        section=lambda frame: plain_section(frame, alone=False),
        decorations=_nothing,
        workshop=Workshop(_nothing, panel=Surface("lt2")),
        heading_bold=bold,
        cards=Cards(),
        columns=Columns(mark="lt1"),
    )


def plain_title(frame: Frame) -> Layout:
    """Make a title slide on the master's own ground: title above the middle, subtitle and agency below."""
    scale, high = frame.scale, frame.height
    width = min(frame.content, frame.width * 0.8)
    heading = replace(
        title(frame),
        type="ctrTitle",
        box=box(frame.left, high * 0.2, width, high * 0.32),
        levels=(TextLevel(scale.display, bold=True, heading_font=True, line_spacing=0.9),),
        max_lines=3,
    )
    subtitle = text_holder(
        "subtitle", 0, 1, "Subtitle", (frame.left, high * 0.54, width, high * 0.16), (scale.text(scale.body),),
        kind="subTitle",
    )  # fmt: skip
    levels = (scale.text(scale.second, bold=True), scale.text(scale.floor))
    lower = min(high * 0.72, frame.bottom - 0.9)
    agency = text_holder(
        "agency", 0, 13, "Agency and date", (frame.left, lower, width, frame.bottom - lower), levels, anchor="b"
    )
    return Layout("title", "title", "Title", (heading, subtitle, agency, *foot(frame)), foot_shown=False)


def plain_section(frame: Frame, *, alone: bool) -> Layout:
    """Make a section slide on the master's own ground: number, title, subtitle, and where the day is.

    With `alone`, on a ground that is not to be trusted, it has title and subtitle only.
    """
    scale, high = frame.scale, frame.height
    beside = frame.content > _NARROW and not alone
    width = frame.content * 0.56 if beside else frame.content
    top, number_high = frame.title_top, 0.8 * scale.body / 24
    heading = replace(
        title(frame),
        box=box(frame.left, top + number_high, width, high * 0.28),
        levels=(TextLevel(scale.title, bold=True, heading_font=True, line_spacing=0.9),),
        max_lines=3,
    )
    number = text_holder(
        "number", 0, 13, "Number", (frame.left, top, width, number_high),
        (TextLevel(Pt(scale.title), bold=True, colour="accent1", heading_font=True),), anchor="b",
    )  # fmt: skip
    below = top + number_high + high * 0.28 + 0.15
    subtitle = text_holder(
        "subtitle", 0, 1, "Subtitle", (frame.left, below, width, min(frame.bottom, below + high * 0.22) - below),
        (scale.text(scale.body),),
    )  # fmt: skip
    holders = [heading, subtitle] if alone else [heading, number, subtitle]
    if beside:
        quiet = TextLevel(scale.floor, colour="accent6", before=Pt(7), indent=emu(0.3))
        lit = replace(quiet, bold=True, colour="dk1", hanging=emu(0.3), bullet=_SQUARE)
        x = frame.left + width + 0.4
        place = (x, top, frame.left + frame.content - x, frame.bottom - top)
        holders.append(text_holder("agenda", 0, 14, "Where we are", place, (quiet, lit), minimum=Pt(12), anchor="ctr"))
    return Layout("section", "section", "Section", (*holders, *foot(frame)))


_SQUARE = Bullet("■", "Arial", "accent1", 80)


def _aligned(layout: Layout, align: str) -> Layout:
    """Align what stands under a title as the template aligns its titles."""
    placeholders = tuple(
        replace(each, levels=tuple(replace(level, align=align) for level in each.levels))
        if each.role in {"number", "subtitle", "agency"}
        else each
        for each in layout.placeholders
    )
    return replace(layout, placeholders=placeholders)


def added_layouts(
    wanted: Iterable[str], measures: Measures, palette: Palette, behind: Callable[[Box], str | None]
) -> tuple[Layout, ...]:
    """Make the layouts of ours that a template lacks, in its frame and its colours.

    `behind` gives the colour that stands behind an area of a slide; None where there are several.
    """
    frame = measures.frame
    bold = measures.style.levels[0].bold if measures.style else True
    character = neutral(bold)
    names = set(wanted)
    align = measures.style.levels[0].align if measures.style else "l"
    plain = (_aligned(plain_title(frame), align), _aligned(plain_section(frame, alone=palette.ground is None), align))
    made = [*plain, *shared_layouts(frame, character)]
    if "support-4" in names and frame.bottom - frame.top < _SHORT:
        made.insert(-2, _pair_of_contacts(next(each for each in made if each.name == "support-4"), frame))
        names.add("support-2")
    caption = 0.85 if palette.ground else 1.1
    fitted = (_fitted(layout, frame, caption) for layout in made if layout.name in names)
    return tuple(
        _on_their_master(palette.recoloured(layout), measures, palette, behind)
        for layout in fitted
        if frame.content >= _NARROW or not layout.name.startswith("voices-beside")
    )


def _pair_of_contacts(four: Layout, frame: Frame) -> Layout:
    """Make a layout of two contacts, as high as the slide allows."""
    places = frame.columns(2)
    cards = [replace(card, box=box(x, frame.top, width, frame.bottom - frame.top))
             for card, (x, width) in zip(four.slots("contacts"), places, strict=False)]  # fmt: skip
    others = [each for each in four.placeholders if each.role != "contacts"]
    return replace(
        four,
        name="support-2",
        title="Support, 2 contacts",
        placeholders=(others[0], *cards, *others[1:]),
        decorations=(),
    )


def _fitted(layout: Layout, frame: Frame, caption: float) -> Layout:
    """Move what the shared designs place in fixed inches to where it is on this slide."""
    high = frame.bottom - frame.top
    places: dict[tuple[str, int], Box] = {}
    if layout.name == "chart" and high < 3.6 and frame.content > _NARROW:
        share = frame.content * 0.7
        places["chart", 0] = box(frame.left, frame.top, share, high)
        places["caption", 0] = box(frame.left + share + 0.3, frame.top, frame.content - share - 0.3, high)
    elif layout.name == "chart" or (layout.name == "picture" and frame.content < _NARROW):
        figure = "chart" if layout.name == "chart" else "picture"
        places[figure, 0] = box(frame.left, frame.top, frame.content, high - caption - 0.1)
        places["caption", 0] = box(frame.left, frame.bottom - caption, frame.content, caption)
    if layout.name == "workshop":
        chips = layout.slots("chips")
        whole = sum(chip.box.cx for chip in chips) + emu(0.2)
        share = min(emu(frame.content) / whole, 1.0)
        x = emu(frame.left)
        for chip in chips:
            width = Emu(int(chip.box.cx * share))
            places["chips", chip.slot] = replace(chip.box, x=x, cx=width)
            x = Emu(x + width + emu(0.15))
    placeholders = tuple(
        replace(each, box=places[each.role, each.slot]) if (each.role, each.slot) in places else each
        for each in layout.placeholders
    )
    if layout.family == "compare" and frame.content < 2 * 4.0:
        placeholders = _with_higher_headings(placeholders)
    return replace(layout, placeholders=tuple(_large_enough(each) for each in placeholders))


def _large_enough(place: Placeholder) -> Placeholder:
    """See that no text is set smaller than can be read, however small the template's own."""
    if place.role.startswith("foot"):
        return place
    levels = tuple(replace(level, size=max(level.size, Pt(18))) for level in place.levels)
    return replace(place, levels=levels)


def _with_higher_headings(placeholders: tuple[Placeholder, ...]) -> tuple[Placeholder, ...]:
    """Let the headings of narrow columns take two lines."""
    made = []
    for each in placeholders:
        higher = emu(0.35)
        if each.role == "headings":
            made.append(replace(each, box=replace(each.box, cy=Emu(each.box.cy + higher)), max_lines=2, minimum=Pt(18)))
        elif each.role == "columns":
            moved = replace(each.box, y=Emu(each.box.y + higher), cy=Emu(each.box.cy - higher))
            made.append(replace(each, box=moved))
        else:
            made.append(each)
    return tuple(made)


_TYPES = {"foot-date": "dt", "foot-footer": "ftr", "foot-number": "sldNum"}


def _on_their_master(
    layout: Layout, measures: Measures, palette: Palette, behind: Callable[[Box], str | None]
) -> Layout:
    """Let title and foot come from the master where it has them, and give text a ground where there is none to trust."""
    made = []
    for place in layout.placeholders:
        kind = _TYPES.get(place.role)
        if place.role == "title":
            made.append(_title(place, layout, measures, Palette(palette.scheme, behind(place.box))))
        elif kind in FOOT and kind in measures.foot:
            theirs = measures.foot[kind]
            made.append(
                replace(place, box=theirs.box or place.box, levels=theirs.levels[:1], inset=theirs.inset,
                        own_box=False, own_style=False)
            )  # fmt: skip
        elif kind is None and place.fill is None and place.type not in _FIGURES and not _reads(place, palette, behind):
            if place.role != "number":  # a number alone in a box of its own says nothing
                inset = _LOW_INSET if place.role == "caption" else _INSET
                made.append(replace(place, fill=palette.card, inset=inset))
        else:
            made.append(place)
    return replace(layout, placeholders=tuple(made), master_shapes=True, images=(), background=None)


_FIGURES = {"pic", "tbl", "chart"}


def _reads(place: Placeholder, palette: Palette, behind: Callable[[Box], str | None]) -> bool:
    """Say whether text can be read on what stands behind it."""
    ground = behind(place.box)
    return ground is not None and all(
        contrast(palette.scheme.rgb(level.colour), ground) >= TEXT_CONTRAST for level in place.levels
    )


def _title(place: Placeholder, layout: Layout, measures: Measures, palette: Palette) -> Placeholder:
    """Let a title be the master's; where it stands elsewhere, in a colour that can be read there."""
    theirs, style = measures.title, measures.style
    if theirs is None or theirs.box is None or layout.name in {"title", "section"}:
        ground = palette.ground
        if style and ground and contrast(palette.scheme.rgb(style.levels[0].colour), ground) >= LARGE_CONTRAST:
            return replace(place, levels=style.levels, inset=style.inset, own_style=False)
        levels = tuple(replace(level, colour=palette.text) for level in place.levels)
        if ground is None:
            return replace(place, levels=levels, fill=palette.card, inset=_INSET, anchor="ctr")
        return replace(place, levels=levels)
    return replace(
        place, box=theirs.box, levels=theirs.levels, inset=theirs.inset, anchor=theirs.anchor, own_box=False,
        own_style=False,
    )  # fmt: skip

"""The frame of a template: where its titles, its content and its foot stand, for the layouts that we add to it."""

from msgspec import Struct

from deckbuilder.ir.template import Box
from deckbuilder.office.powerpoint.adopt.holders import FOOT, TITLES, Holder
from deckbuilder.office.powerpoint.adopt.reading import Found, FoundMaster
from deckbuilder.office.powerpoint.adopt.usable import TITLE_LEAST, Judge
from deckbuilder.office.powerpoint.design.frame import Frame
from deckbuilder.office.powerpoint.design.type_scale import TypeScale
from deckbuilder.units import EMU_PER_INCH, Emu, Pt

_FLOOR = 18
_LARGEST_BODY = 28
_GAP = 0.12
"""What stays free between title, content and foot, in inches."""


class Measures(Struct, frozen=True, eq=False):
    """The frame, and what of it the master itself says."""

    frame: Frame
    title: Holder | None
    """The master's title, where titles can stand in it."""
    style: Holder | None
    """The master's title, where its style can be used, if not its place."""
    foot: dict[str, Holder]
    """The master's date, footer and slide number, by type, where they can be used."""


def measures_of(found: Found, master: FoundMaster, marking: str) -> Measures:
    """Take the measures of a master."""
    judge = Judge(found.width, found.height)
    width, height = _inches(found.width), _inches(found.height)
    margin = width / 20
    foot = {
        kind: holder
        for kind in FOOT
        if (holder := master.of_type(kind)) is not None and judge.one_line(holder, 0.03, 9)
    }
    foot_top = _foot_top(list(foot.values()), height)
    title = master.of_type(*TITLES)
    style = title if title is not None and not title.turned and judge.readable(title, master.scheme) else None
    near = title
    if title is not None and not (style and judge.is_title(title) and _leaves_room(title, height, foot_top)):
        title = None
    body = master.of_type("body", "obj")
    content = judge.place(body) if body is not None and judge.large(body, 0.6, 0.4) else None
    left, right = margin, width - margin
    if content is not None and body is not None:
        left, right = _inches(Emu(content.x + body.inset[0])), _inches(Emu(content.x + content.cx - body.inset[2]))
    elif title is not None and title.box is not None:
        left, right = _inches(title.box.x), _inches(Emu(title.box.x + title.box.cx))
    left, right = max(left, margin * 0.6), min(right, width - margin * 0.6)
    if title is not None and title.box is not None:
        title_left, title_top = _inches(title.box.x), _inches(title.box.y)
        title_width, title_height = _inches(title.box.cx), _inches(title.box.cy)
    else:
        title_left, title_width = left, right - left
        title_top, title_height = _upper(near, judge, height), max(height * 0.13, 0.85)
    beside = title_left >= right or title_left + title_width <= left
    top = 0.0 if beside else title_top + title_height + _GAP
    bottom = foot_top - _GAP
    if content is not None:
        top = max(top, _inches(content.y))
        lower = _inches(Emu(content.y + content.cy))
        bottom = min(bottom, lower) if lower > top + height * 0.35 else bottom
        if bottom - top < height * 0.45:  # the body of a title slide, or one beside a picture
            top, bottom = title_top + title_height + _GAP, foot_top - _GAP
    frame = Frame(
        width=width,
        height=height,
        left=left,
        content=right - left,
        scale=_scale(master, height),
        title_top=title_top,
        title_height=title_height,
        title_width=title_width,
        top=max(top, margin),
        bottom=bottom,
        foot=foot_top,
        foot_height=min(0.34, height - foot_top - 0.05),
        marking=marking,
    )
    return Measures(frame, title, style, foot)


def _inches(length: Emu) -> float:
    return length / EMU_PER_INCH


def _foot_top(holders: list[Holder], height: float) -> float:
    """Give the upper edge of the foot: the template's where it is at the foot, else ours."""
    tops = [_inches(each.box.y) for each in holders if each.box and _inches(each.box.y) > height * 0.7]
    return min(tops) if tops else height - 0.5


def _upper(title: Holder | None, judge: Judge, height: float) -> float:
    """Give the upper edge of a title of our own: the template's, where that is at the top."""
    box = judge.place(title) if title is not None else None
    return _inches(box.y) if box is not None and 0.1 < _inches(box.y) < height * 0.12 else height * 0.06


def _leaves_room(title: Holder, height: float, foot_top: float) -> bool:
    """Say whether enough of the slide stays free below a title, or above it."""
    box = title.box
    return box is not None and foot_top - _inches(Emu(box.y + box.cy)) > height * 0.4


def _scale(master: FoundMaster, height: float) -> TypeScale:
    """Make the type scale from the master's own sizes, within what can be read and what fits the slide."""
    body, title = master.of_type("body", "obj"), master.of_type(*TITLES)
    sizes = [level.size for level in body.levels] if body is not None else [Pt(24), Pt(20)]
    heading = title.levels[0].size if title is not None else Pt(32)
    most = min(max(height / 7.5 * _LARGEST_BODY, 20), _LARGEST_BODY)
    first = int(max(min(sizes[0], most), _FLOOR))
    second = int(max(min(sizes[1] if len(sizes) > 1 else first - 4, first - 2), _FLOOR))
    shown = int(min(max(heading, TITLE_LEAST), 44 if height > 6 else 32))
    footer = master.of_type("ftr", "sldNum", "dt")
    small = footer.levels[0].size if footer is not None else Pt(12)
    return TypeScale(
        display=Pt(min(shown + 8, 48)),
        title=Pt(shown),
        body=Pt(first),
        second=Pt(second),
        floor=Pt(_FLOOR),
        footer=Pt(min(max(small, 10), 14)),
        title_minimum=Pt(TITLE_LEAST),
    )


def box_in(frame: Frame) -> Box:
    """Give the area for content."""
    inch = EMU_PER_INCH
    return Box(
        Emu(round(frame.left * inch)),
        Emu(round(frame.top * inch)),
        Emu(round(frame.content * inch)),
        Emu(round((frame.bottom - frame.top) * inch)),
    )

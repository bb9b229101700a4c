"""How a placeholder shows its text: the nine levels, resolved from the layout up to the presentation's defaults."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from lxml import etree
from msgspec import Struct

from deckbuilder.ir.template import Bullet, TextLevel
from deckbuilder.office.powerpoint.adopt.colours import Scheme
from deckbuilder.office.powerpoint.adopt.parts import A, number, switched_on
from deckbuilder.units import Emu, Pt

_T = TypeVar("_T")
_LEVELS = 5
"""How many levels are read: PowerPoint's own templates style five."""
_USUAL_LINE = 1.2
"""The line height that a spacing in points is taken as a multiple of."""


class FoundFonts(Struct, frozen=True):
    """The typefaces of a master: those of the theme, and those that titles and bodies really have."""

    major: str
    minor: str
    heading: str
    body: str


class Styles(Struct, frozen=True):
    """List styles that hold for a placeholder, the nearest first."""

    lists: tuple[etree._Element, ...]

    def first(self, index: int, get: Callable[[etree._Element], _T | None]) -> _T | None:
        """Give what the nearest style says of a level, counted from 0."""
        for properties in self.properties(index):
            found = get(properties)
            if found is not None:
                return found
        return None

    def properties(self, index: int) -> Iterator[etree._Element]:
        """Give the properties of a level, the nearest first."""
        for style in self.lists:
            own = style.find(f"{A}lvl{index + 1}pPr")
            if own is not None:
                yield own
        for style in self.lists:
            default = style.find(A + "defPPr")
            if default is not None:
                yield default

    def typeface(self, index: int) -> str | None:
        """Give the Latin typeface of a level as it is written, such as `+mn-lt`."""
        return self.first(index, _typeface)

    def size(self, index: int) -> Pt:
        """Give the text size of a level."""
        found = self.first(index, lambda own: _run(own, "sz"))
        return Pt(int(found) / 100) if found and found.isdigit() else Pt(18)

    def described(self) -> int:
        """Say how many levels the nearest style that styles any describes, one at least."""
        for style in self.lists:
            count = sum(style.find(f"{A}lvl{index + 1}pPr") is not None for index in range(_LEVELS))
            if count:
                return count
        return 1


def _typeface(properties: etree._Element) -> str | None:
    latin = properties.find(f"{A}defRPr/{A}latin")
    return str(latin.get("typeface")) if latin is not None and latin.get("typeface") else None


def _run(properties: etree._Element, attribute: str) -> str | None:
    run = properties.find(A + "defRPr")
    value = run.get(attribute) if run is not None else None
    return str(value) if value is not None else None


def _paragraph(attribute: str) -> Callable[[etree._Element], str | None]:
    def get(properties: etree._Element) -> str | None:
        value = properties.get(attribute)
        return str(value) if value is not None else None

    return get


def _child(*names: str) -> Callable[[etree._Element], etree._Element | None]:
    def get(properties: etree._Element) -> etree._Element | None:
        for name in names:
            found = properties.find(A + name)
            if found is not None:
                return found
        return None

    return get


def text_levels(styles: Styles, scheme: Scheme, fonts: FoundFonts, *, is_title: bool) -> tuple[TextLevel, ...]:
    """Give the levels of a placeholder; a title has one."""
    count = 1 if is_title else _LEVELS
    return tuple(_level(styles, index, scheme, fonts, is_title=is_title) for index in range(count))


def _level(styles: Styles, index: int, scheme: Scheme, fonts: FoundFonts, *, is_title: bool) -> TextLevel:
    size = styles.size(index)
    fill = styles.first(index, _child(f"defRPr/{A}solidFill"))
    left = _length(styles.first(index, _paragraph("marL")))
    hanging = -_length(styles.first(index, _paragraph("indent")))
    face = _face(styles.typeface(index), fonts)
    return TextLevel(
        size=size,
        bold=_on(styles.first(index, lambda own: _run(own, "b"))),
        colour=scheme.name_of(fill) or "dk1",
        heading_font=is_title if face is None else face == fonts.heading and (is_title or face != fonts.body),
        indent=Emu(max(left, 0)),
        hanging=Emu(hanging),
        bullet=_bullet(styles, index),
        before=Pt(_space(styles, index, "spcBef", size) + _space(styles, index, "spcAft", size)),
        line_spacing=_line_spacing(styles, index, size),
        align={"ctr": "ctr", "r": "r"}.get(styles.first(index, _paragraph("algn")) or "l", "l"),
        caps=styles.first(index, lambda own: _run(own, "cap")) == "all",
    )


def _on(value: str | None) -> bool:
    return value in {"1", "true", "on"}


def _length(value: str | None) -> int:
    try:
        return int(value or 0)
    except ValueError:
        return 0


def resolved(face: str | None, fonts: Sequence[str]) -> str | None:
    """Give a typeface by its name; `fonts` are the theme's major and minor."""
    if face is None:
        return None
    return fonts[0] if face.startswith("+mj") else fonts[1] if face.startswith("+mn") else face


def _face(face: str | None, fonts: FoundFonts) -> str | None:
    return resolved(face, (fonts.major, fonts.minor))


def _bullet(styles: Styles, index: int) -> Bullet | None:
    mark = styles.first(index, _child("buNone", "buChar", "buAutoNum", "buBlip"))
    if mark is None or etree.QName(mark).localname == "buNone":
        return None
    return Bullet(str(mark.get("char", "•")))


def _space(styles: Styles, index: int, name: str, size: Pt) -> float:
    found = styles.first(index, _child(name))
    if found is None:
        return 0.0
    percent, exact = found.find(A + "spcPct"), found.find(A + "spcPts")
    if percent is not None:
        return size * _USUAL_LINE * number(percent, "val") / 100_000
    return number(exact, "val") / 100


def _line_spacing(styles: Styles, index: int, size: Pt) -> float:
    found = styles.first(index, _child("lnSpc"))
    if found is None:
        return 1.0
    percent, exact = found.find(A + "spcPct"), found.find(A + "spcPts")
    if percent is not None:
        return max(number(percent, "val", 100_000) / 100_000, 0.5)
    return max(number(exact, "val") / 100 / (size * _USUAL_LINE), 0.5) if exact is not None else 1.0


def is_vertical(body: etree._Element | None) -> bool:
    """Say whether text runs otherwise than from left to right (20.1.10.83)."""
    return body is not None and str(body.get("vert", "horz")) != "horz"


def does_not_wrap(body: etree._Element | None) -> bool:
    """Say whether text goes on in one line, or in several columns."""
    if body is None:
        return False
    return body.get("wrap") == "none" or number(body, "numCol", 1) > 1 or switched_on(body, "upright", default=False)

"""The characters as Word documents show them: title block, headings, quotations and tables of each, as plain data.

The twins in decks are in `office/powerpoint/design/characters`.
"""

from msgspec import Struct
from msgspec.structs import replace

from deckbuilder.office.word.style import Style, TableLook

_EDGE = 200
"""Where passages with a rule at their left edge begin, in twips."""


class Character(Struct, frozen=True):
    """What differs from one character to the next."""

    styles: tuple[Style, ...]
    """They take the place of the common ones of the same names."""
    table: TableLook


_TITLE = Style("Title", next="Subtitle", heading_font=True, before=60, after=6, line=1.05, keep_next=True)
_SUBTITLE = Style("Subtitle", next="Body Text", size=16, colour="dk1", before=0, after=6, keep_next=True)
_KIND = Style("Kind", next="Body Text", size=14, bold=True, colour="accent2", before=0, after=24)


def _ground(fill: str, padding: float, *styles: Style, text: str = "") -> tuple[Style, ...]:
    """Put styles on a common ground, whose sides are in line with the text around it."""
    return tuple(
        replace(style, fill=fill, padding=padding, left=round(padding * 20), colour=text or style.colour)
        for style in styles
    )


def _bar(rule: str, *styles: Style) -> tuple[Style, ...]:
    """Put a broad bar beside styles."""
    return tuple(replace(style, rule=rule, rule_width=96, left=2 * _EDGE) for style in styles)


def _heading(level: int, size: float, colour: str, *, bold: bool = True, after: float = 6) -> Style:
    before = 26 if level == 1 else 18
    return Style(
        f"heading {level}", next="Body Text", size=size, bold=bold, colour=colour, heading_font=True, before=before,
        after=after, line=1.1, outline=level - 1, keep_next=True, keep_lines=True, priority=9,
    )  # fmt: skip


_VOICE = (
    Style(
        "Quote", next="Speaker", left=_EDGE, before=4, after=0, keep_next=True, keep_lines=True, size=12.5, priority=29
    ),
    Style("Speaker", next="Body Text", left=_EDGE, bold=True, colour="accent1", after=8, keep_lines=True),
)


def _voice(rule: str, width: int = 24, fill: str = "") -> tuple[Style, ...]:
    """Give quotations and their speakers a rule at the left edge."""
    return tuple(replace(style, rule=rule, rule_width=width, fill=fill) for style in _VOICE)


CHARACTERS = {
    "leaves": Character(
        (
            replace(_TITLE, size=30, bold=True, colour="dk2"),
            _SUBTITLE,
            _KIND,
            replace(_heading(1, 20, "dk2", after=8), under="accent1"),
            _heading(2, 15, "dk2"),
            _heading(3, 13, "dk2", after=3),
            *_voice("accent1", fill="lt2"),
        ),
        TableLook("dk2", "lt1"),
    ),
    "beams": Character(
        (
            *_ground("dk2", 14, replace(_TITLE, size=30, bold=True), _SUBTITLE, _KIND, text="lt1"),
            replace(_heading(1, 21, "dk2", after=8), over="accent1", over_width=36),
            _heading(2, 15, "dk2"),
            _heading(3, 13, "dk2", after=3),
            *_voice("accent1", 48),
        ),
        TableLook("accent1", "lt1", rule="accent1", frame=12),
    ),
    "circles": Character(
        (
            *_ground("lt2", 16, replace(_TITLE, size=32, colour="dk2"), _SUBTITLE, _KIND),
            _heading(1, 24, "dk2", bold=False, after=8),
            _heading(2, 16, "dk2", bold=False),
            _heading(3, 13, "dk2", after=3),
            *_ground("lt2", 8, *_VOICE),
        ),
        TableLook("", "dk2", rule="accent1", frame=0, head_rule=18, band="lt2"),
    ),
    "blocks": Character(
        (
            *_bar("accent1", replace(_TITLE, size=32, bold=True, colour="dk2"), _SUBTITLE, _KIND),
            *_ground("dk2", 5, _heading(1, 18, "lt1", after=10)),
            replace(_heading(2, 15, "dk2"), rule="accent1", rule_width=48, left=_EDGE),
            _heading(3, 13, "dk2", after=3),
            *_voice("accent3", 72, "lt2"),
        ),
        TableLook("dk2", "lt1", verticals=True),
    ),
    "lines": Character(
        (
            replace(_TITLE, size=30, colour="dk2", over="dk2", over_width=12, under="accent6"),
            replace(_SUBTITLE, before=8),
            _KIND,
            replace(_heading(1, 20, "dk2", bold=False, after=8), over="dk2"),
            replace(_heading(2, 14, "dk2"), under="accent6", under_width=4),
            _heading(3, 13, "dk2", bold=False, after=3),
            *_voice("dk2", 8),
        ),
        TableLook("", "dk2", rule="dk2", frame=12, head_rule=8),
    ),
}
"""By the names of `brand.character`."""

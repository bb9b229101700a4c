"""Showing what an Office template holds, and the map to paste into `theme.yaml`."""

from collections.abc import Iterator

import click
import msgspec

from deckbuilder.office import DeckInspection, WordInspection
from deckbuilder.office.powerpoint.inspection import FontInspection
from deckbuilder.theme.starter import template_map

_COLOURS = {
    "dk1": "text",
    "lt1": "background",
    "dk2": "brand (text 2)",
    "lt2": "tint (background 2)",
    "hlink": "link",
    "folHlink": "followed link",
}


def _deck_as_text(file: str, found: DeckInspection) -> str:
    """Say what a PowerPoint template holds."""
    lines = [_head(f"{file}: slides of {found.width:g} × {found.height:g} cm"), ""]
    if len(found.masters) > 1:
        lines += [f"Masters   {', '.join(found.masters)}", f"          “{found.master}” serves best and is used", ""]
    lines += [*_fonts(found.fonts), "", *_colours(found), "", _head("Layouts and their placeholders")]
    for layout in found.layouts:
        serves = f" → {', '.join(layout.serves)}" if layout.serves else ""
        kind = f" ({layout.type})" if layout.type else ""
        lines.append(f"  {layout.name}{kind}{click.style(serves, fg='green')}")
        for place in layout.placeholders:
            box = "no place of its own"
            if place.box:
                left, top, width, height = place.box
                box = f"{width:g} × {height:g} cm at {left:g}, {top:g}"
            number = f"{place.type} {place.idx}"
            lines.append(f"      {number:<14} {place.name[:34]:<34} {box:<30} {place.text_size:g} pt")
    lines += ["", *_problems(found.problems)]
    added = [ours for ours, theirs in found.proposed.items() if theirs is None]
    if added:
        lines += [_head("Added to the slide master, in its fonts and colours"), f"  {', '.join(added)}", ""]
    return "\n".join(lines)


def as_data(found: DeckInspection | WordInspection | None) -> dict[str, object] | None:
    """Give what a template holds as plain values, and whether it is one for a deck or for Word."""
    if found is None:
        return None
    values: dict[str, object] = msgspec.to_builtins(found)
    return {"for": "deck" if isinstance(found, DeckInspection) else "word", **values}


def as_text(file: str, found: DeckInspection | WordInspection) -> str:
    """Say what a template holds, and give the lines for `theme.yaml`."""
    if isinstance(found, DeckInspection):
        said, part, key = _deck_as_text(file, found), "deck", "layouts"
    else:
        said, part, key = _word_as_text(file, found), "word", "styles"
    heading = _head("To paste into theme.yaml, and to change where you know better")
    return f"{said}\n{heading}\n\n{part}:\n  template: {file}\n{template_map(key, found.proposed)}"


def _head(text: str) -> str:
    return click.style(text, bold=True)


def _fonts(fonts: tuple[FontInspection, ...]) -> Iterator[str]:
    for index, font in enumerate(fonts):
        label = "Fonts" if index == 0 else ""
        unknown = "" if font.known else " – its widths are not known: name a near one as brand.fonts.fallback"
        yield f"{label:<10}{font.name} ({font.use}){unknown}"


def _colours(found: DeckInspection) -> Iterator[str]:
    for index, colour in enumerate(found.colours):
        label = "Colours" if index == 0 else ""
        ratio = f"{colour.contrast:>6.2f} to 1 on the background" if colour.contrast is not None else ""
        yield f"{label:<10}#{colour.value}  {_COLOURS.get(colour.name, colour.name):<20}{ratio}".rstrip()


def _problems(problems: tuple[str, ...]) -> Iterator[str]:
    if problems:
        yield _head("What is odd about it, and is dealt with")
        yield from (f"  - {problem}" for problem in problems)
        yield ""


def _word_as_text(file: str, found: WordInspection) -> str:
    """Say what a Word template holds."""
    page = found.page
    lines = [
        _head(f"{file}: pages of {page.width:g} × {page.height:g} cm, text {page.text_width:g} cm wide"),
        f"Margins   {page.top:g} top, {page.right:g} right, {page.bottom:g} bottom, {page.left:g} left, in cm",
        "",
    ]
    for index, font in enumerate(found.fonts):
        lines.append(f"{'Fonts' if index == 0 else '':<10}{font.name} ({font.use})")
    lines.append("")
    for index, colour in enumerate(found.colours):
        name = _COLOURS.get(colour.name, colour.name)
        label = "Colours" if index == 0 else ""
        lines.append(f"{label:<10}#{colour.value}  {name:<20}{colour.contrast:>6.2f} to 1 on the page")
    lines += ["", _head("Styles")]
    for style in found.styles:
        serves = click.style(f" → {', '.join(style.serves)}", fg="green") if style.serves else ""
        look = f"{style.size:g} pt {style.font} #{style.colour}" if style.size else ""
        lines.append(f"  {style.name[:34]:<34} {style.kind:<10} {look}".rstrip() + serves)
    return "\n".join([*lines, "", *_problems(found.problems)])

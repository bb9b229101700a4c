"""Our styles in the template's styles part: those it has by their ids, those it lacks added behind its own."""

from collections.abc import Mapping

from msgspec.structs import replace

from deckbuilder.office.word.adopt.at_home import AtHome
from deckbuilder.office.word.adopt.choice import OURS
from deckbuilder.office.word.adopt.their_styles import StyleSheet, TheirStyle, unused
from deckbuilder.office.word.adopt.wml import fragment
from deckbuilder.office.word.characters import CHARACTERS
from deckbuilder.office.word.style_xml import Look, character_style, paragraph_style, table_style
from deckbuilder.office.word.styles import TABLES, all_styles, style_id

_COLOURED_BY_TABLE = "Table Heading"


def style_ids(sheet: StyleSheet, choice: Mapping[str, TheirStyle | None]) -> dict[str, str]:
    """Give the id of each of our styles: that of theirs which serves for it, or a new one."""
    taken = {style.id for style in sheet.styles}
    ids = {}
    for name, style in choice.items():
        ids[name] = style.id if style is not None else unused(style_id(name), taken)
        taken.add(ids[name])
    return ids


def add_normal(sheet: StyleSheet) -> TheirStyle:
    """Give the style of plain text, adding it where a template has none."""
    if sheet.normal is not None:
        return sheet.normal
    identifier = unused("Normal", {style.id for style in sheet.styles})
    (element,) = fragment(
        f'<w:style w:type="paragraph" w:default="1" w:styleId="{identifier}"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    sheet.root.append(element)
    sheet.styles.append(TheirStyle(identifier, "Normal", "paragraph", element))
    return sheet.styles[-1]


def add_styles(
    sheet: StyleSheet, choice: Mapping[str, TheirStyle | None], look: Look, home: AtHome, *, marked: bool
) -> list[str]:
    """Add the styles that the template lacks; gives our names for them. `marked` says whether there is a marking."""
    missing = [name for name in OURS if choice[name] is None and (marked or name != "Marking")]
    names = {style.name.casefold() for style in sheet.styles}
    shown = {}
    for name in missing:
        free = unused(name if name.casefold() not in names else f"Pack {name}", names, " ")
        names.add(free.casefold())
        shown[name] = free
    paragraphs = {style.name: style for style in all_styles(CHARACTERS["leaves"])}
    table = home.table(look)
    for name in missing:
        if OURS[name] == "paragraph":
            style = paragraphs[name]
            if name == _COLOURED_BY_TABLE:
                head = table.head_text if choice["Reading Table"] is None else ""
                style = replace(style, colour=head)
            written = paragraph_style(style, look, shown[name])
        elif name in TABLES:
            written = table_style(name, table, look, _base(name, sheet, choice, look), shown_name=shown[name])
        else:
            written = character_style(name, look)
        sheet.root.extend(fragment(written))
    return [name for name in missing if name not in _QUIET]


_QUIET = {
    "Kind", "Option", "Slide Picture", "Table Text", "Table Heading", "Table End", "Form Table", "Answer", "Answer Lines", "Marking", "TOC Heading",
    "toc 1", "toc 2", "Hyperlink", "Placeholder Text",
}  # fmt: skip
"""Styles that no template is likely to have under another name; nobody needs to hear that they are added."""


def _base(name: str, sheet: StyleSheet, choice: Mapping[str, TheirStyle | None], look: Look) -> str:
    """Give the style that a table style of ours is based on, by its id."""
    if name == "Form Table" and choice["Reading Table"] is not None:
        return look.ids["Reading Table"]
    default = next((style for style in sheet.styles if style.kind == "table" and style.is_default), None)
    return default.id if default is not None else ""

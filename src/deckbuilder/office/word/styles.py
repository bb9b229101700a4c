"""The styles: every look in a document has a name here, and the body only names it (ECMA-376 Part 1, 17.7)."""

from msgspec.structs import replace

from deckbuilder.office.word.characters import Character
from deckbuilder.office.word.style import Style

_EDGE = 200
"""Where passages with a rule at their left edge begin, in twips."""

_COMMON = (
    Style("Body Text", after=8),
    Style("List Bullet", after=4, priority=10),
    Style("List Number", after=4, priority=10),
    Style("Meta", colour="accent6", after=6, keep_next=True),
    Style("Label", bold=True, colour="dk2", before=4, after=3, keep_next=True),
    # At 12 points, a cover note of an agency with long texts would need a third page.
    Style("Small", size=11, colour="accent6", before=4, after=8),
    Style("Say", left=_EDGE, rule="dk2", after=6),
    Style("Ask", left=_EDGE, rule="accent3", after=6),
    Style("Watch For", left=_EDGE, rule="accent4", after=6),
    Style("Caution", left=_EDGE, rule="accent2", rule_width=36, fill="lt2", before=2, after=8, keep_lines=True),
    Style("Slide Picture", before=2, after=6, line=1.0, keep_next=True),
    Style("Prompt", left=567, colour="dk1", after=3),
    Style("Question", before=12, after=6, bold=True, keep_next=True, keep_lines=True, priority=11),
    Style("Option", after=4, keep_lines=True, priority=11),
    Style("Support", left=_EDGE, rule="accent1", fill="lt2", after=10),
    Style("Table Text", after=0, before=0, line=1.15),
    Style("Table Heading", "Table Text", bold=True, after=0, before=0, line=1.15, keep_next=True),
    Style("Table End", size=6, after=0, before=0, line=1.0),
    Style("Answer", after=0, before=0, line=1.1),
    Style("Logo", after=0, before=0, line=1.0, keep_next=True),
    Style("Marking", size=11, bold=True, centred=True, after=0, before=0, line=1.0, priority=98),
    Style("header", size=10, colour="accent6", after=6, line=1.1, priority=99),
    Style("footer", size=10, colour="accent6", before=6, after=0, line=1.1, priority=99),
    Style("toc 1", bold=True, before=4, after=0, line=1.1, priority=39),
    Style("toc 2", left=340, before=0, after=0, line=1.1, priority=39),
)  # fmt: skip

TABLES = ("Reading Table", "Form Table", "Answer Lines")
"""The table styles."""
CHARACTER_STYLES = ("Hyperlink", "Placeholder Text")
"""The character styles that the body names."""

RULED = frozenset({"Say", "Ask", "Watch For", "Caution", "Support"})
"""Styles with a rule at the left edge, whose lists stand further in."""

_BUILTIN = {"heading", "toc", "header", "footer", "title", "subtitle", "quote", "list", "body", "normal"}
"""The first words of the styles that Word itself has."""


def all_styles(character: Character) -> tuple[Style, ...]:
    """Give the paragraph styles of a character."""
    first = next(style for style in character.styles if style.name == "heading 1")
    contents = replace(first, name="TOC Heading", outline=None, priority=39)
    common = [
        replace(style, colour=character.table.head_text) if style.name == "Table Heading" else style
        for style in _COMMON
    ]
    return (*character.styles, contents, *common)


def is_builtin(name: str) -> bool:
    """Say whether Word itself knows a style by this name."""
    return name.split(maxsplit=1)[0].lower() in _BUILTIN


def style_id(name: str) -> str:
    """Give the id of a style by its name, as Word makes it."""
    if name.startswith("toc "):
        return name.upper().replace(" ", "")
    return "".join(word[:1].upper() + word[1:] for word in name.split())

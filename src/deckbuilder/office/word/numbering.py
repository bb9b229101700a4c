"""Lists: one bulleted list for all, and a numbered list of its own for each that counts from its own start."""

from dataclasses import dataclass, field

from deckbuilder.office import xml
from deckbuilder.office.word.template import WordTemplate

_BULLETS, _NUMBERS = 0, 1
BULLET_LIST = 1
"""The number of the list that all bulleted lists are."""

INDENT, HANGING = 425, 425
"""In twips, a level."""


@dataclass(slots=True)
class Numbering:
    """The lists of one document, as its body asks for them."""

    starts: list[int] = field(default_factory=list)

    def numbered(self, start: int) -> int:
        """Begin a numbered list and give its number."""
        self.starts.append(start)
        return BULLET_LIST + len(self.starts)

    def part(self, template: WordTemplate) -> str:
        """Write the numbering part (ECMA-376 Part 1, 17.9)."""
        colour = template.colours["accent1"]
        bullets = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/>{_place(level)}<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
            f'<w:color w:val="{colour}" w:themeColor="accent1"/></w:rPr></w:lvl>'
            for level, mark in enumerate("•–•–•–•–•")
        )
        numbers = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{level + 1}."/>'
            f'<w:lvlJc w:val="left"/>{_place(level)}<w:rPr><w:b/><w:color w:val="{colour}" w:themeColor="accent1"/></w:rPr></w:lvl>'
            for level in range(9)
        )
        lists = f'<w:num w:numId="{BULLET_LIST}"><w:abstractNumId w:val="{_BULLETS}"/></w:num>' + "".join(
            f'<w:num w:numId="{BULLET_LIST + index}"><w:abstractNumId w:val="{_NUMBERS}"/><w:lvlOverride w:ilvl="0">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for index, start in enumerate(self.starts, 1)
        )
        return (
            f'<w:numbering xmlns:w="{xml.NS_W}">'
            f'<w:abstractNum w:abstractNumId="{_BULLETS}"><w:multiLevelType w:val="hybridMultilevel"/>{bullets}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="{_NUMBERS}"><w:multiLevelType w:val="hybridMultilevel"/>{numbers}</w:abstractNum>'
            f"{lists}</w:numbering>"
        )


def _place(level: int, extra: int = 0) -> str:
    return f'<w:pPr><w:ind w:left="{INDENT * (level + 1) + extra}" w:hanging="{HANGING}"/></w:pPr>'

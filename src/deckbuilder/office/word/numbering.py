"""Lists: one definition for bullets, one for numbers, and a list of its own for each that counts from its own start."""

from msgspec import Struct, field

from deckbuilder.office.word.template import Lists

INDENT = 425
"""Of a level, in twips, for body text of 12 points."""


class Numbering(Struct):
    """The lists of one document, as its body asks for them."""

    ids: Lists
    rows: list[str] = field(default_factory=list)

    def numbered(self, definition: int, level: int, start: int) -> int:
        """Begin a numbered list and give its number."""
        number = self.ids.first + len(self.rows)
        restart = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        self.rows.append(_list(number, definition, restart))
        return number

    def written(self) -> str:
        """Give the lists begun (ECMA-376 Part 1, 17.9.15)."""
        return "".join(self.rows)


def bulleted(number: int, definition: int) -> str:
    """Write the list that all bulleted lists are."""
    return _list(number, definition, "")


def _list(number: int, definition: int, overrides: str) -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def definitions(bullets: int, numbers: int, indent: int, colour: str) -> str:
    """Write what bulleted and numbered lists look like (17.9.1); `colour` is a `w:color`, or empty."""
    marks = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/>'
        f'<w:lvlJc w:val="left"/>{_place(level, indent)}<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'
        f"{colour}</w:rPr></w:lvl>"
        for level, mark in enumerate("•–•–•–•–•")
    )
    figures = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%{level + 1}."/>'
        f'<w:lvlJc w:val="left"/>{_place(level, indent)}<w:rPr><w:b/>{colour}</w:rPr></w:lvl>'
        for level in range(9)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{bullets}"><w:multiLevelType w:val="hybridMultilevel"/>{marks}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="{numbers}"><w:multiLevelType w:val="hybridMultilevel"/>{figures}</w:abstractNum>'
    )


def _place(level: int, indent: int) -> str:
    return f'<w:pPr><w:ind w:left="{indent * (level + 1)}" w:hanging="{indent}"/></w:pPr>'

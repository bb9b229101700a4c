"""Content controls: fields that are filled in Word and read back by their tags (ECMA-376 Part 1, 17.5.2).

A control stands inside its paragraph, so that a table cell ends with a paragraph of its own (17.4.65). It cannot be
deleted by mistake (`sdtLocked`), and its id is made of its tag, so that it is the same in every build.
"""

from zlib import crc32

from msgspec import Struct

from deckbuilder.ir.document import Field, FieldKind
from deckbuilder.office import xml

BOX, TICKED = "\N{BALLOT BOX}", "\N{BALLOT BOX WITH X}"
"""An empty check box and a ticked one, as Word shows them."""
_BOX_FONT = "MS Gothic"
"""The font of check boxes, which comes with Word."""


class ControlWriter(Struct, frozen=True):
    """Writes the controls of one document."""

    language: str
    """Of dates."""
    prompt_style: str
    """The id of the style of words that ask for an answer."""

    def control(self, asked: Field) -> str:
        """Write a control as a run of its paragraph."""
        identifier = crc32(asked.tag.encode()) & 0x7FFFFFFF
        properties = (
            f'<w:alias w:val="{xml.attribute(asked.title)}"/><w:tag w:val="{xml.attribute(asked.tag)}"/>'
            f'<w:id w:val="{identifier}"/><w:lock w:val="sdtLocked"/>'
        )
        if asked.kind is FieldKind.TICK:
            font = f'<w:rFonts w:ascii="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:hint="eastAsia"/>'
            content = f"<w:r><w:rPr>{font}</w:rPr><w:t>{BOX}</w:t></w:r>"
        else:
            properties += "<w:showingPlcHdr/>"
            content = (
                f'<w:r><w:rPr><w:rStyle w:val="{self.prompt_style}"/></w:rPr><w:t xml:space="preserve">'
                f"{xml.text(asked.prompt)}</w:t></w:r>"
            )
        return (
            f"<w:sdt><w:sdtPr>{properties}{self._kind(asked)}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    def _kind(self, asked: Field) -> str:
        match asked.kind:
            case FieldKind.TEXT:
                return '<w:text w:multiLine="1"/>'
            case FieldKind.DATE:
                return (
                    f'<w:date><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="{xml.attribute(self.language)}"/>'
                    '<w:storeMappedDataAs w:val="date"/><w:calendar w:val="gregorian"/></w:date>'
                )
            case FieldKind.CHOICE:
                items = "".join(
                    f'<w:listItem w:displayText="{xml.attribute(shown)}" w:value="{xml.attribute(value)}"/>'
                    for shown, value in asked.choices
                )
                return f"<w:dropDownList>{items}</w:dropDownList>"
            case FieldKind.TICK:
                # MS-DOCX 2.6.1.11; what each state shows is a character of the font.
                return (
                    f'<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="{ord(TICKED):04X}" '
                    f'w14:font="{_BOX_FONT}"/><w14:uncheckedState w14:val="{ord(BOX):04X}" w14:font="{_BOX_FONT}"/>'
                    "</w14:checkbox>"
                )

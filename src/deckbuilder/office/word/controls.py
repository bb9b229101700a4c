"""Content controls: fields that are filled in Word and read back by their tags (ECMA-376 Part 1, 17.5.2)."""

from zlib import crc32

from deckbuilder.office import xml


def text_control(tag: str, title: str, prompt: str, style: str) -> str:
    """Write a control for text of several lines, as a block that stands in a cell.

    Its id is made of its tag, so that it is the same in every build.
    """
    identifier = crc32(tag.encode()) & 0x7FFFFFFF
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{xml.attribute(title)}"/><w:tag w:val="{xml.attribute(tag)}"/>'
        f'<w:id w:val="{identifier}"/><w:showingPlcHdr/><w:text w:multiLine="1"/></w:sdtPr><w:sdtContent><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>'
        f"<w:t>{xml.text(prompt)}</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )

"""Content controls: fields that are filled in Word and read back by their tags (ECMA-376 Part 1, 17.5.2)."""

from zlib import crc32

from deckbuilder.office import xml


def text_control(tag: str, title: str, prompt: str, style: str, prompt_style: str) -> str:
    """Write a paragraph that is a control for text of several lines.

    The control stands inside the paragraph: a table cell must end with a paragraph of its own (17.4.65).

    `style` is the paragraph's, `prompt_style` that of the words that ask for an answer, by their ids. Its id is made of its tag, so that it is the same in every build.
    """
    identifier = crc32(tag.encode()) & 0x7FFFFFFF
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:sdt><w:sdtPr><w:alias w:val="{xml.attribute(title)}"/>'
        f'<w:tag w:val="{xml.attribute(tag)}"/><w:id w:val="{identifier}"/><w:showingPlcHdr/><w:text w:multiLine="1"/>'
        f'</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rStyle w:val="{prompt_style}"/></w:rPr>'
        f'<w:t xml:space="preserve">{xml.text(prompt)}</w:t></w:r></w:sdtContent></w:sdt></w:p>'
    )

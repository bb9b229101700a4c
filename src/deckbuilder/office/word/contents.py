"""The contents table: full when the file opens, so that Word asks nothing, and Word's own, so that it can be updated.

ECMA-376 Part 1, 17.16.5.68 (the field) and 17.5.2.13 (the gallery, which gives it its “Update Table” in Word).
"""

from collections.abc import Sequence

from deckbuilder.ir.document import Contents, Heading
from deckbuilder.ir.text import Run
from deckbuilder.office.word.paragraphs import ParagraphWriter

_BEGIN, _MIDDLE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)  # fmt: skip


def toc_bookmark(count: int) -> str:
    """Name the bookmark of a heading by its number in the document, as Word does."""
    return f"_Toc{count:09d}"


def contents_table(
    contents: Contents, headings: Sequence[Heading], pages: Sequence[int], paragraphs: ParagraphWriter
) -> str:
    """Write the contents table of all of a document's headings.

    `pages` are those on which the headings stand, one for each; empty where nobody knows: the entries then have no
    numbers until Word updates the table.
    """
    entries = [(count, heading) for count, heading in enumerate(headings, 1) if heading.level <= contents.levels]
    if not entries:
        return ""
    template = paragraphs.template
    outline = " \\u" if template.outline_contents else ""
    instruction = _instruction(f' TOC \\o "1-{contents.levels}" \\h \\z{outline} ')
    begin = _BEGIN + instruction + _MIDDLE
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{template.text_width}"/></w:tabs>' if pages else ""
    title = (Run(contents.title),)
    lines = [paragraphs.paragraph(paragraphs.style("TOC Heading"), title, "<w:pageBreakBefore/>")]
    for index, (count, heading) in enumerate(entries):
        mark = toc_bookmark(count)
        number = _page_number(mark, pages[count - 1]) if pages else ""
        # A contents table shows headings plain; what each is in, and which way it runs, it says as a heading does.
        text = paragraphs.runs((Run(heading.text),))
        link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{text}{number}</w:hyperlink>'
        content = (begin if index == 0 else "") + link + (_END if index == len(entries) - 1 else "")
        lines.append(paragraphs.written(paragraphs.style(f"toc {heading.level}"), content, tabs))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        f"</w:sdtPr><w:sdtContent>{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _page_number(mark: str, page: int) -> str:
    reference = _instruction(f" PAGEREF {mark} \\h ")
    return f"<w:r><w:tab/></w:r>{_BEGIN}{reference}{_MIDDLE}<w:r><w:t>{page}</w:t></w:r>{_END}"


def _instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'

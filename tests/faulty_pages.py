"""Word documents with one fault each, as the judge of printed pages must find them, and one that has none."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from docx.enum.text import WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image

LINE = 24
LINES = 27
"""Lines of 24 points on a page of python-docx's own: 11 inches less two margins of one."""


def line(document: Any, text: str = "A line.", style: str | None = None, *, keep: bool = False) -> Any:
    """Write a line of a height that the test can count on."""
    paragraph = document.add_paragraph(text, style)
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LINE)
    form.keep_with_next, form.keep_together = keep, True
    form.widow_control = False
    return paragraph


def lines(document: Any, count: int) -> None:
    for _ in range(count):
        line(document)


def row(
    table: Any, *texts: str, split: bool = False, header: bool = False, height: int = 0, rule: str = "atLeast"
) -> Any:
    made = table.add_row()
    properties = made._tr.get_or_add_trPr()
    for name, wanted in (("cantSplit", not split), ("tblHeader", header)):
        if wanted:
            properties.append(parse_xml(f"<w:{name} {nsdecls('w')}/>"))
    if height:
        properties.append(parse_xml(f'<w:trHeight {nsdecls("w")} w:val="{height * 20}" w:hRule="{rule}"/>'))
    for cell, text in zip(made.cells, texts, strict=True):
        cell.paragraphs[0].text = text
        cell.paragraphs[0].paragraph_format.space_after = Pt(0)
    return made


def empty_page(document: Any) -> None:
    line(document).add_run().add_break(WD_BREAK.PAGE)
    line(document, "").add_run().add_break(WD_BREAK.PAGE)
    line(document, "The end stands on a page of its own, and is not much.")


def heading_at_foot(document: Any) -> None:
    lines(document, LINES - 1)
    line(document, "A heading alone", "Heading 2")
    line(document, "What it is about.")


def colon_at_foot(document: Any) -> None:
    lines(document, LINES - 1)
    line(document, "You need:")
    line(document, "Flip chart and pens")


def label_at_foot(document: Any) -> None:
    lines(document, LINES - 1)
    line(document, "").add_run("Say").bold = True
    line(document, "Welcome everybody.")


def header_at_foot(document: Any) -> None:
    lines(document, LINES - 1)
    table = document.add_table(0, 2)
    row(table, "Who", "What for")
    row(table, "Helpline", "For\nany\nworry", height=60)


def question_at_foot(document: Any) -> None:
    lines(document, LINES - 1)
    line(document, "What did you learn?")
    answer(document, 3)


def cut_row(document: Any) -> None:
    lines(document, LINES - 2)
    row(
        document.add_table(0, 2),
        "\n".join(f"left {n}" for n in range(6)),
        "\n".join(f"right {n}" for n in range(6)),
        split=True,
    )


def answer(document: Any, count: int) -> None:
    table = document.add_table(0, 1, "Table Grid")
    for number in range(count):
        row(table, "" if number else "Write here", height=LINE)


def cut_answer(document: Any) -> None:
    lines(document, LINES - 4)
    line(document, "How was it?")
    answer(document, 6)
    line(document)


def over_edge(document: Any) -> None:
    line(document, "Out to the left").paragraph_format.left_indent = Pt(-50)
    row(document.add_table(0, 2), "first", "second").cells[1].paragraphs[0].paragraph_format.left_indent = Pt(-20)


def clipped_row(document: Any) -> None:
    row(document.add_table(0, 1), "\n".join(f"Number {n} of six" for n in range(6)), height=30, rule="exact")


def nearly_empty(document: Any) -> None:
    lines(document, LINES + 1)


def thin_foot(document: Any) -> None:
    lines(document, LINES - 2)
    line(document, "A heading", "Heading 2", keep=True)
    line(document, "10 minutes")
    lines(document, 9)


def kept_in_vain(document: Any) -> None:
    lines(document, 9)
    line(document, "The last line.", keep=True)
    chapters(document)


def contents_of(document: Any, entries: Mapping[str, int | None], instruction: str = r'TOC \o "1-2" \h') -> None:
    for index, (text, page) in enumerate(entries.items()):
        paragraph = line(document, "")
        if index == 0:
            for part in ('<w:fldChar w:fldCharType="begin"/>', f"<w:instrText>{instruction}</w:instrText>"):
                paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
            paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="separate"/></w:r>'))
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(400), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
        paragraph.add_run(text if page is None else f"{text}\t{page}")
        if index == len(entries) - 1:
            paragraph._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:fldChar w:fldCharType="end"/></w:r>'))


def chapters(document: Any) -> None:
    for name in ("One", "Two"):
        line(document, f"Chapter {name}", "Heading 1", keep=True).paragraph_format.page_break_before = True
        lines(document, 9)


def wrong_page(document: Any) -> None:
    contents_of(document, {"Chapter One": 2, "Chapter Two": 4})
    lines(document, 9)
    chapters(document)


def wrong_entry(document: Any) -> None:
    contents_of(document, {"Chapter One": None, "Chapter Three": None})
    lines(document, 9)
    chapters(document)


def empty_field(document: Any) -> None:
    line(document)._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" SUBJECT "/>'))


def bookmark(paragraph: Any, name: str, number: int) -> None:
    paragraph._p.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="{number}" w:name="{name}"/>'))
    paragraph._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{number}"/>'))


def link(paragraph: Any, target: str) -> None:
    paragraph._p.append(
        parse_xml(f'<w:hyperlink {nsdecls("w")} w:anchor="{target}"><w:r><w:t>Go</w:t></w:r></w:hyperlink>')
    )


def lost_link(document: Any) -> None:
    link(line(document), "nowhere")


def two_bookmarks(document: Any) -> None:
    for number in (1, 2):
        bookmark(line(document), "twice", number)


def picture(document: Any, width: int, description: str) -> None:
    data = BytesIO()
    Image.new("RGB", (40, 10), "navy").save(data, "PNG")
    document.add_picture(data, Pt(width))
    found = document.element.body.findall(f".//{qn('wp:docPr')}")[-1]
    found.set("descr", description)


def unsaid_picture(document: Any) -> None:
    picture(document, 200, "")


def wide_picture(document: Any) -> None:
    picture(document, 700, "A band")


def all_right(document: Any) -> None:
    """Write what comes close to each fault, and has none."""
    contents_of(document, {"Chapter One": 2, "Chapter Two": 3, "Long": 4, "A picture": 5})
    lines(document, 9)
    chapters(document)
    line(document, "Long", "Heading 1", keep=True).paragraph_format.page_break_before = True
    link(line(document, "Back to the table: "), "table")
    table = document.add_table(0, 2)
    bookmark(table.add_row().cells[0].paragraphs[0], "table", 7)
    table._tbl.remove(table.rows[0]._tr)
    bookmark(line(document), "table", 7)
    table = document.add_table(0, 2)
    row(table, "Word", "Meaning", header=True)
    for number in range(40):
        row(table, f"Word {number}", f"Its co-operative meaning, office {number}", height=20)
    line(document)
    answer(document, 4)
    line(document, "A picture", "Heading 2", keep=True)
    picture(document, 200, "A blue band")
    lines(document, 3)


CASES: dict[Callable[[Any], None], list[str]] = {
    empty_page: ["page 2: empty-page: "],
    heading_at_foot: ["page 1: lead-at-foot: the heading “A heading alone” stands last, “What it is about.” overleaf"],
    colon_at_foot: ["page 1: lead-at-foot: the leading line “You need:”"],
    label_at_foot: ["page 1: lead-at-foot: the label “Say”"],
    header_at_foot: ["page 1: lead-at-foot: the header row with “What for”"],
    question_at_foot: ["page 1: lead-at-foot: the question “What did you learn?”"],
    cut_row: ["file: row-may-break: the table row “left 0", "page 1: row-cut: row 1, “left 0"],
    cut_answer: ["page 1: answer-cut: the field “Write here” of 6 lines goes on overleaf (after “How was it?”)"],
    over_edge: [
        "page 1: text-over-edge: “Out to the left” reaches 50 points over the text area",
        "page 1: text-over-edge: “second” reaches 20 points over its cell",
    ],
    clipped_row: [
        "page 1: text-missing: “Number 3 of six Number 4 of six Number 5 of six” of “Number 0",
        "page 1: text-clipped: “Number 0 of six",
    ],
    wrong_page: ["page 1: contents: the contents give page 4 for “Chapter Two”, which stands on page 3"],
    wrong_entry: [
        "page 1: contents: “Chapter Three” is no heading of its levels",
        "page 3: contents: “Chapter Two” is not in the contents",
    ],
    empty_field: ["file: empty-field: the field “SUBJECT” has no result"],
    lost_link: ["file: link-to-nowhere: the link “Go” leads to the bookmark nowhere, which is not there"],
    two_bookmarks: ["file: bookmark-doubled: 2 bookmarks are called twice"],
    unsaid_picture: ["file: picture-unsaid: the picture Picture 1 has no alternative text"],
    wide_picture: [
        "file: picture-too-large: the picture Picture 1, 700 × 175 points, has not so much room",
        "page 1: picture-over-edge: a picture, ",
    ],
}
"""Documents by the functions that write them, and how what is said of each begins."""

WARNINGS: dict[Callable[[Any], None], str] = {
    nearly_empty: "page 2: warning, nearly-empty-page: ",
    thin_foot: "page 1: warning, thin-foot: only “10 minutes” stands under the heading “A heading”",
    kept_in_vain: "page 1: warning, kept-in-vain: “The last line.” is kept with “Chapter One”, which takes a page",
}
"""Likewise documents that may be right as they are."""
